"""What the window's start may not load: each of these would be waited for at every start, and used seldom."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger

from .conftest import StandingClock

# Libraries by name, own modules whole; all that lies below them too.
NOT_AT_START = (
    "click", "sqlite_utils", "concurrent", "platformdirs", "reportlab", "pikepdf", "pypdfium2",
    "xlsxwriter", "docx", "pyhanko", "cryptography", "chinese_calendar", "pypinyin", "rapidfuzz", "python_calamine",
    "ofdkit", "defusedxml", "PIL", "numpy", "asyncio", "multiprocessing", "xml", "PySide6.QtPrintSupport",
    "burden_desktop.cli.main", "burden_desktop.intake.register", "burden_desktop.intake.notice", "burden_desktop.report", "burden_desktop.signing",
    "burden_desktop.analysis", "burden_desktop.tasks.close_month", "burden_desktop.store.migrations.running",
    "burden_desktop.ui.first_run", "burden_desktop.ui.month_page", "burden_desktop.ui.settings_page",
    "hashlib", "calendar", "locale", "burden_desktop.domain.receiving", "burden_desktop.domain.submission",
    "burden_desktop.domain.payload", "burden_desktop.domain.summary", "burden_desktop.domain.draft",
    "burden_desktop.store.records", "burden_desktop.store.organs", "burden_desktop.store.reports",
    "burden_desktop.store.breaks", "burden_desktop.tasks.overview", "burden_desktop.tasks.bodies_desk",
    "burden_desktop.ui.record_page", "burden_desktop.ui.register_out",
)  # fmt: skip

MOST_OWN_MODULES = 108

START = """
import json, sys
from burden_desktop.app import start
from burden_desktop.ui import start as door

def tell():
    from PySide6 import QtWidgets
    print(json.dumps([sorted(sys.modules), "QWizard" in vars(QtWidgets)]))
    door.QApplication.quit()

door._say_first_paint = tell
start(["--ledger", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], bool]:
    """What is loaded when the window has painted itself for the first time: modules, and every kind of widget."""
    path = tmp_path_factory.mktemp("start") / "ledger.db"
    Ledger.create(path, Point("青禾县石桥镇", "SQ-01"), clock=StandingClock()).close()
    done = subprocess.run(
        [sys.executable, "-c", START, path],
        env={"QT_QPA_PLATFORM": "offscreen", "BURDEN_FIRST_PAINT": "1", "PATH": "/usr/bin:/bin", "HOME": str(path.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    modules, every_widget = json.loads(done.stdout)
    return modules, every_widget


@pytest.fixture(scope="module")
def loaded(told: tuple[list[str], bool]) -> list[str]:
    return told[0]


def test_the_window_was_there(loaded: list[str]) -> None:
    assert "burden_desktop.ui.window" in loaded


@pytest.mark.parametrize("name", NOT_AT_START)
def test_start_does_without(loaded: list[str], name: str) -> None:
    assert [module for module in loaded if module == name or module.startswith(name + ".")] == []


def test_start_asks_for_no_plate_that_qt_made(told: tuple[list[str], bool]) -> None:
    """PySide6 would load every kind of widget to see which one it is: see `ui.plate`."""
    assert told[1] is False


def test_few_own_modules_are_loaded_before_the_first_paint(loaded: list[str]) -> None:
    """Each costs half a millisecond. What the page shown first does not need is loaded when it is asked for."""
    assert len([module for module in loaded if module.startswith("burden_desktop")]) <= MOST_OWN_MODULES


def test_nothing_escapes_a_start_that_ends_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    Ledger.create(path, Point("青禾县石桥镇", "SQ-01"), clock=StandingClock()).close()
    done = subprocess.run(
        [sys.executable, "-m", "burden_desktop", "--ledger", path],
        env={"QT_QPA_PLATFORM": "offscreen", "BURDEN_FIRST_PAINT": "1", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "first paint\n"
    assert "Traceback" not in done.stderr
