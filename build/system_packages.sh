#!/bin/sh
# Sees that the system packages for `run` or `test` are there; installs only what is missing.
# As root on Debian it installs them; anywhere else it prints the exact command and goes on.
# usage: build/system_packages.sh run|test
set -eu

QT="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
libxcb-xkb1"
TEST="nsis poppler-utils libnss3-tools mupdf-tools openjdk-17-jdk-headless libjaxb-java xvfb openssl binutils"

case "${1:-run}" in
  run) wanted="$QT" ;;
  test) wanted="$QT $TEST" ;;
  *) echo "usage: $0 run|test" >&2; exit 2 ;;
esac

[ "$(uname -s)" = Linux ] || exit 0

# A Python without venv or pip cannot make .venv (Debian splits them off).
if ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
  wanted="python3 python3-venv $wanted"
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This is no Debian. Please see that your system has what these Debian packages hold:"
  echo "  $(echo $wanted)"
  exit 0
fi

missing=""
for package in $wanted; do
  # From Debian 13 and Ubuntu 24.04 on, libglib2.0-0 is called libglib2.0-0t64; the old name is "provided".
  if ! dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null | grep -qx installed; then
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "These system packages are missing. Please install them with:"
  echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends$missing"
  echo "Going on without them; what cannot run for want of them will say so."
  exit 0
fi

echo "Installing system packages:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
# The word splitting of $missing is meant: one argument a package.
if ! { apt-get update && apt-get install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "apt-get could not install:$missing" >&2
  echo "Going on without them; what cannot run for want of them will say so." >&2
fi
