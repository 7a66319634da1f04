#!/bin/sh
# Every check of the house, in the order of their speed. Arguments go on to pytest.
# At the end pytest names each outside check that could not run here (tests/conftest.py).
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen

echo "== ruff: style and common mistakes"
.venv/bin/ruff check .
echo "== mypy: types"
.venv/bin/mypy
echo "== lint-imports: who may import whom"
.venv/bin/lint-imports --no-logo
echo "== pytest: behaviour, with the branches of the five rooms"
.venv/bin/pytest --cov-branch --cov-report=term:skip-covered \
  --cov=burden_desktop.domain --cov=burden_desktop.store --cov=burden_desktop.analysis \
  --cov=burden_desktop.report --cov=burden_desktop.signing --cov-fail-under=95 "$@"
