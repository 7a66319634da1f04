"""A month is read in turns, and from its beginning where it is asked for anew."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.month.gathering import Gathering

from ..real_ledger import open_window

MARCH = Month(2026, 3)


def test_each_kind_is_read_in_a_turn_of_its_own_and_the_end_is_the_whole_month(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, _):
        desk.add("document", {"received_on": "2026-03-05", "organ": "青禾县水利局", "title": "关于防汛的通知"})
        steps = list(desk.reports.gathering(MARCH))
        assert steps[:-1] == [None] * len(KINDS)
        assert steps[-1].material == desk.summary_inputs(MARCH).material


def test_asked_anew_it_begins_again_and_tells_once(qtbot: QtBot) -> None:
    read: list[str] = []

    def gathering(month: Month) -> Iterator[str | None]:
        for part in ("a", "b"):
            read.append(part)
            yield None
        yield str(month)

    owner, told = QObject(), list[str]()
    desk: Any = SimpleNamespace(reports=SimpleNamespace(gathering=gathering))
    jobs = Jobs(owner)
    reading = Gathering(desk, jobs, owner, told.append)
    reading.begin(MARCH)
    QCoreApplication.processEvents()
    reading.begin(MARCH.plus(1))
    assert jobs.busy
    qtbot.waitUntil(lambda: bool(told), timeout=2_000)
    assert told == ["2026-04"] and read == ["a", "a", "b"] and not jobs.busy
    reading.begin(MARCH)
    reading.stop()
    assert not jobs.busy
    jobs.stop()
    reading.begin(MARCH)
    qtbot.wait(20)
    assert len(told) == 1, "a window that is closing reads nothing more"
