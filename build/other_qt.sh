#!/bin/sh
# The window's tests on another Qt, in an environment of its own under out/.
# usage: build/other_qt.sh 6.7.3
set -eu
cd "$(dirname "$0")/.."

version=${1:?usage: $0 VERSION, for example 6.7.3}
place=out/qt-$version
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet --disable-pip-version-check --editable '.[dev]' \
  "PySide6-Essentials==$version" "shiboken6==$version"
"$place/bin/python" build/catalogue.py compile
QT_QPA_PLATFORM=offscreen "$place/bin/pytest" -q -p no:cacheprovider tests/ui tests/test_start.py
