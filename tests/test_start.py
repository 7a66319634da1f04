"""What the window's start may not load: each of these would be waited for at every start, and used seldom."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

import burden_desktop
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger

from .conftest import StandingClock

# Libraries by name, own modules whole; all that lies below them too.
NOT_AT_START = (
    "click", "sqlite_utils", "concurrent", "platformdirs", "reportlab", "pikepdf", "pypdfium2",
    "xlsxwriter", "docx", "pyhanko", "cryptography", "chinese_calendar", "pypinyin", "rapidfuzz", "python_calamine",
    "ofdkit", "defusedxml", "PIL", "numpy", "asyncio", "multiprocessing", "xml", "PySide6.QtPrintSupport",
    "burden_desktop.cli.main", "burden_desktop.intake.registers.register", "burden_desktop.intake.notices.notice", "burden_desktop.report", "burden_desktop.signing",
    "burden_desktop.analysis", "burden_desktop.tasks.close_month", "burden_desktop.store.migrations.running",
    "burden_desktop.ui.first_run", "burden_desktop.ui.month.month_page", "burden_desktop.ui.settings.settings_page",
    "hashlib", "calendar", "locale", "burden_desktop.domain.handed_in.receiving", "burden_desktop.domain.handed_in.submission",
    "burden_desktop.domain.handed_in.payload", "burden_desktop.domain.months.summary", "burden_desktop.domain.reading.draft",
    "burden_desktop.store.records", "burden_desktop.store.bodies.organs", "burden_desktop.store.files.reports",
    "burden_desktop.store.chain.breaks", "burden_desktop.tasks.overview", "burden_desktop.tasks.desk_parts.bodies",
    "burden_desktop.ui.records.record_page", "burden_desktop.ui.registers.register_out",
)  # fmt: skip

MAY_BE_LOADED = frozenset((
    "app", "cli", "cli.streams", "cli.window_call",
    "domain", "domain.chain", "domain.chain.history", "domain.digest", "domain.errors", "domain.errors.damage",
    "domain.errors.entry", "domain.errors.family", "domain.errors.ledger", "domain.errors.months", "domain.errors.receiving",
    "domain.field", "domain.kind", "domain.kinds", "domain.kinds.app_group", "domain.kinds.certificate",
    "domain.kinds.document", "domain.kinds.inspection", "domain.kinds.meeting", "domain.kinds.plaque", "domain.kinds.problem",
    "domain.kinds.report_request", "domain.months", "domain.months.agenda", "domain.months.month", "domain.months.rates",
    "domain.months.stock", "domain.months.tally", "domain.pattern", "domain.point", "domain.reading",
    "domain.reading.calendar_words", "domain.reading.pasted", "domain.reading.personal", "domain.reading.secrecy",
    "domain.reading.written", "domain.role", "domain.system_words", "domain.texts", "paths", "regular",
    "store", "store.book", "store.chain", "store.chain.history", "store.damage", "store.damage.mending",
    "store.damage.raw_pages", "store.deadlines", "store.door", "store.files", "store.files.disk", "store.files.lock",
    "store.files.places", "store.files.surroundings", "store.ledger", "store.migrations", "store.months", "store.opening",
    "store.parts", "store.role", "store.settings", "store.statements", "store.tallies",
    "tasks", "tasks.desk", "tasks.desk_parts", "tasks.desk_parts.agenda", "tasks.desk_parts.care", "tasks.desk_parts.drafts",
    "tasks.desk_parts.identities", "tasks.desk_parts.receiving", "tasks.enter", "tasks.kept_since", "tasks.ledger_care", "tasks.way_out",
    "ui", "ui.asking", "ui.care", "ui.care.backup_timer", "ui.care.crash", "ui.changes", "ui.composing", "ui.entry",
    "ui.entry.entry_bar", "ui.entry.keeper", "ui.jobs", "ui.look", "ui.look.appearance", "ui.look.banner", "ui.look.dates",
    "ui.look.dress", "ui.look.grown_marks", "ui.look.icons", "ui.look.linked_list", "ui.look.plate", "ui.look.rail", "ui.look.room",
    "ui.month", "ui.month.figures_words", "ui.page", "ui.pages", "ui.place", "ui.registers",
    "ui.registers.register_import", "ui.start", "ui.today_page", "ui.window",
))  # fmt: skip
"""Own modules before the first paint of a ledger in use. Each costs half a millisecond of the 80 that the start may take
above a bare window: a module is added here only when the page shown first cannot do without it."""

MOST_DATACLASSES = 5
"""Each costs half a millisecond at import, a NamedTuple an eighth of it."""

START = """
import json, re, sys
from burden_desktop.app import start
from burden_desktop.ui import start as door

def tell():
    from PySide6 import QtGui, QtWidgets
    own = {name: vars(module) for name, module in sys.modules.items() if name.split(".")[0] == "burden_desktop"}
    things = [(name, word, thing) for name, words in own.items() for word, thing in words.items()]
    made = {f"{name}.{word}" for name, word, thing in things
            if isinstance(thing, type) and thing.__module__ == name and "__dataclass_fields__" in vars(thing)}
    compiled = [f"{name}.{word}" for name, word, thing in things if isinstance(thing, re.Pattern)]
    print(json.dumps([sorted(sys.modules), "QWizard" in vars(QtWidgets), "QTouchEvent" in vars(QtGui), sorted(made), compiled]))
    door.QApplication.quit()

door._say_first_paint = tell
start(["--ledger", sys.argv[1]])
"""


class Told(NamedTuple):
    """What is loaded when the window has painted itself for the first time."""

    modules: list[str]
    every_widget: bool
    every_event: bool
    dataclasses: list[str]
    compiled: list[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Of a ledger in use: a paper with a deadline in a month that waits for closing, another in this month."""
    path = tmp_path_factory.mktemp("start") / "ledger.db"
    kind, today = kind_named("document"), datetime.now().astimezone()
    last_month = Month.of(today.date()).previous
    with Ledger.create(path, Point("青禾县石桥镇", "SQ-01"), clock=lambda: today) as ledger:
        for day in (last_month.first_day, today.date()):
            paper = {"received_on": day, "organ": "县水利局", "title": "关于防汛的通知", "deadline": today.date()}
            ledger.records.add(kind, kind.validate(paper))
    done = subprocess.run(
        [sys.executable, "-c", START, path],
        env={"QT_QPA_PLATFORM": "offscreen", "BURDEN_FIRST_PAINT": "1", "PATH": "/usr/bin:/bin", "HOME": str(path.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return Told(*json.loads(done.stdout))


@pytest.fixture(scope="module")
def loaded(told: Told) -> list[str]:
    return told.modules


def test_the_window_was_there(loaded: list[str]) -> None:
    assert "burden_desktop.ui.window" in loaded


@pytest.mark.parametrize("name", NOT_AT_START)
def test_start_does_without(loaded: list[str], name: str) -> None:
    assert [module for module in loaded if module == name or module.startswith(name + ".")] == []


def test_start_asks_for_no_plate_that_qt_made(told: Told) -> None:
    """PySide6 would load every kind of widget to see which one it is: see `ui.look.plate`."""
    assert told.every_widget is False


def test_nothing_shown_first_looks_at_every_event(told: Told) -> None:
    """PySide6 would load every kind of event to see which one it is: see `ui.composing` and `ui.look.linked_list`."""
    assert told.every_event is False


def test_only_named_own_modules_are_loaded_before_the_first_paint(loaded: list[str]) -> None:
    own = {name.removeprefix("burden_desktop.") for name in loaded if name.startswith("burden_desktop.")}
    assert sorted(own - MAY_BE_LOADED) == []


def test_the_list_names_no_module_that_is_gone(loaded: list[str]) -> None:
    package = Path(burden_desktop.__file__).parent
    assert [name for name in MAY_BE_LOADED if not (package / name.replace(".", "/")).with_suffix(".py").exists()
            and not (package / name.replace(".", "/")).is_dir()] == []  # fmt: skip


def test_few_dataclasses_are_made_before_the_first_paint(told: Told) -> None:
    assert len(told.dataclasses) <= MOST_DATACLASSES, told.dataclasses


def test_no_pattern_is_compiled_by_a_mere_import(told: Told) -> None:
    """See `domain.pattern`."""
    assert told.compiled == []


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
