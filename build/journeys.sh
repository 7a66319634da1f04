#!/bin/sh
# Runs the journeys under Xvfb with a window manager, on the smallest screen that is served; what they cost: out/journeys.txt.
set -eu
cd "$(dirname "$0")/.."
for tool in Xvfb openbox; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (Debian: sudo apt-get install xvfb openbox)" >&2; exit 1; }
done
number=$(( 90 + $$ % 100 ))
Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$manager" "$server" 2>/dev/null || true' EXIT
manager=$server
sleep 1
DISPLAY=":$number" openbox >/dev/null 2>&1 &
manager=$!
sleep 1
DISPLAY=":$number" QT_QPA_PLATFORM=xcb .venv/bin/pytest -q tests/ui/journeys "$@"
