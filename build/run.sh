#!/bin/sh
# Opens the window; on a machine without a display it plays the sample month into out/demo/ instead.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
  exec .venv/bin/burden-desktop
fi
echo "这里没有显示器，改在 out/demo/ 生成样例月报 · No display here: the sample month goes to out/demo/"
QT_QPA_PLATFORM=offscreen .venv/bin/burden-desktop demo --out out/demo
echo "请看 out/demo/：已签名月报、核验结果和各页面图片 · the signed report, its verdict and a picture of every screen"
