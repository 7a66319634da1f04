"""The time spent on the ledger is bound by the chain, one entry a day that is over: a report prints it."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger
from burden_desktop.store.migrations import SET_NAME

Outside = Callable[..., None]
MARCH = Month(2026, 3)


def _told(ledger: Ledger) -> list[tuple[str, str]]:
    return [(one.action, one.number) for one in ledger.history.entries() if one.kind == "ledger"]


@pytest.fixture
def worked(ledger: Ledger) -> Ledger:
    """Two days that are over and told, and one under way."""
    for day, seconds in ((2, 60), (2, 40), (3, 50), (4, 30)):
        ledger.time.add(date(2026, 3, day), seconds)
    return ledger


def test_a_day_is_told_when_the_next_begins(worked: Ledger) -> None:
    assert _told(worked) == [("time", "2026-03-02"), ("time", "2026-03-03")]
    assert worked.check().ok and worked.time.in_month(MARCH) == 180


def test_a_day_that_is_over_is_told_at_the_next_opening(path: Path, worked: Ledger, clock: Any) -> None:
    worked.close()
    for _ in range(2):
        with Ledger.open(path, clock=clock) as opened:
            assert _told(opened)[2:] == [("time", "2026-03-04")] and opened.check().ok


def test_a_clock_that_was_set_back_adds_to_what_was_told(worked: Ledger) -> None:
    worked.time.add(date(2026, 3, 2), 10)
    assert _told(worked)[2:] == [("time", "2026-03-02")] and worked.check().ok


@pytest.mark.parametrize(
    ("edit", "day"),
    [
        ("UPDATE ledger_time SET seconds = 1 WHERE day = '2026-03-02'", "2026-03-02"),
        ("DELETE FROM ledger_time WHERE day = '2026-03-03'", "2026-03-03"),
        ("INSERT INTO ledger_time VALUES ('2026-03-09', 600)", "2026-03-09"),
        ("UPDATE ledger_time SET seconds = 90000 WHERE day = '2026-03-04'", "2026-03-04"),
    ],
)
def test_what_no_entry_tells_is_named(path: Path, worked: Ledger, clock: Any, outside: Outside, edit: str, day: str) -> None:
    worked.close()
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        assert f"ledger_time {day}" in [one.what for one in opened.check().strange]
        assert "对不上" in str(opened.broken_words)


def _make_older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE migration_set = ? AND name = 'm080_time'", (SET_NAME,))
        connection.execute("INSERT OR REPLACE INTO ledger_time VALUES ('2026-03-02', 7), ('2026-03-09', 8)")
    connection.close()


def test_what_an_older_version_measured_is_entered_as_found(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    _make_older(path)
    with Ledger.open(path, clock=clock) as opened:
        assert _told(opened) == [("found", "2026-03-02"), ("found", "2026-03-09")] and opened.check().ok


def test_an_upgrade_that_is_made_to_run_again_enters_nothing(path: Path, worked: Ledger, clock: Any) -> None:
    worked.close()
    _make_older(path)
    with Ledger.open(path, clock=clock) as opened:
        assert ("found", "2026-03-09") not in _told(opened) and not opened.check().ok


def test_telling_a_day_takes_no_step_away_from_undo(worked: Ledger, document: Callable[..., dict[str, Any]]) -> None:
    worked.records.add(kind_named("document"), document())
    worked.time.add(date(2026, 3, 5), 10)
    assert worked.undoing.undo() is not None and worked.undoing.redo() is not None
