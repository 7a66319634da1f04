#!/bin/sh
# Makes .venv in the repository root, once; a second time it sees the stamp and is done at once.
# usage: build/setup.sh run|test|bench
set -eu
cd "$(dirname "$0")/.."

purpose=${1:-run}
case "$purpose" in
  run) sh build/system_packages.sh run; extras=dev ;;
  test) sh build/system_packages.sh test; extras=dev ;;
  bench) sh build/system_packages.sh test; extras=dev,bench ;;
  *) echo "usage: $0 run|test|bench" >&2; exit 2 ;;
esac

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed; found: $(python3 --version 2>&1 || true)" >&2
  exit 1
fi

# What the environment depends on: the declaration, the extras, the interpreter.
wanted=$({ cat pyproject.toml; echo "$extras"; python3 -c 'import sys; print(sys.version, sys.prefix)'; } |
  python3 -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())')
stamp=".venv/burden-desktop-$extras.stamp"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && .venv/bin/python build/catalogue.py compile 2>/dev/null; then
  .venv/bin/python -m compileall -q burden_desktop
  exit 0
fi

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "正在准备 .venv · Making .venv"
  rm -rf .venv
  if ! python3 -m venv .venv; then
    echo "python3 cannot make a virtual environment. On Debian: sudo apt-get install python3-venv" >&2
    exit 1
  fi
fi

echo "正在安装程序及工具，首次需几分钟 · Installing the program and its tools into .venv (a few minutes the first time)"
.venv/bin/python -m pip install -qq --disable-pip-version-check --editable ".[$extras]"
.venv/bin/python build/catalogue.py compile
# Where Python is told to keep no compiled files, each start would compile the program anew.
.venv/bin/python -m compileall -q burden_desktop
echo "$wanted" >"$stamp"
