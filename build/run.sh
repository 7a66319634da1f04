#!/bin/sh
# Opens the window; on a machine without a display it plays the sample month into out/demo/ instead.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
  exec .venv/bin/burden-desktop
fi
echo "There is no display here: the sample month goes to out/demo/ instead of a window."
QT_QPA_PLATFORM=offscreen .venv/bin/burden-desktop demo --out out/demo
echo "Look into out/demo/: the signed report, its verdict and a picture of every screen."
