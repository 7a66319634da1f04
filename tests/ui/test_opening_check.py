"""The window shows its first rows before the long check; a ledger that fails it is told and closed."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import DamagedLedger, FrozenMonth
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.window import Window

from ..conftest import StandingClock
from ..records import POINT

PAPER = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"}


@pytest.fixture
def unexamined(tmp_path: Path, clock: StandingClock) -> Callable[[str], LedgerDesk]:
    """A desk on a ledger of one record to which `doctor` (SQL) was done; not yet examined."""

    def made(doctor: str) -> LedgerDesk:
        with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as ledger:
            LedgerDesk(ledger, clock).add("document", PAPER)
        if doctor:
            with sqlite3.connect(tmp_path / "a.db") as connection:
                connection.execute(doctor)
            connection.close()
        return LedgerDesk(Ledger.open(tmp_path / "a.db", clock=clock, examined=False), clock, examined=False)

    return made


def test_a_sound_ledger_is_examined_once_and_comes_back(
    qtbot: Any, unexamined: Callable[[str], LedgerDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = unexamined("")
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.examine_ledger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5_000)
    assert not desk.lend_for_examination()
    assert desk.add("document", PAPER).number == "收2026-0002"
    window.close()
    desk.close()


def test_a_broken_chain_is_told_above_every_page_until_a_signed_month_tells_it(
    qtbot: Any, unexamined: Callable[[str], LedgerDesk]
) -> None:
    desk = unexamined("UPDATE history SET action = 'change'")
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.examine_ledger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5_000)
    assert "从第1条起对不上" in window.notice.text and window.notice.isVisible()
    window.show_page("meeting")
    assert window.notice.isVisible()
    assert desk.count("document") == 1
    with pytest.raises(FrozenMonth):
        desk.add("document", PAPER)
    desk.add("document", {**PAPER, "received_on": "2026-04-01"})
    months, head = desk._own_ledger.months, desk._own_ledger.history.head()
    months.seal(Month(2026, 3), revision=1, file_name="a.pdf", sha256="1" * 64, expected_head=head)
    window.changes.tell("month")
    assert not window.notice.isVisible() and not window.notice.text
    window.close()
    desk.close()


def test_a_damaged_ledger_is_told_and_the_window_closes(
    qtbot: Any, unexamined: Callable[[str], LedgerDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(asking, "tell", lambda parent, title, sentence: told.append(sentence))
    desk = unexamined("")

    def damaged() -> None:
        raise DamagedLedger(path="a.db", detail="page 7")

    monkeypatch.setattr(desk._own_ledger, "examine", damaged)
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.examine_ledger()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert "已损坏（page 7）" in told[0] and "没有找到完好的备份" in told[0]
    assert not window.isEnabled() and not window.isVisible()
    desk.close()


def test_examining_names_what_is_wrong(unexamined: Callable[[str], LedgerDesk]) -> None:
    desk = unexamined("UPDATE history SET at = '2020'")
    assert desk.lend_for_examination()
    known = desk.examine()
    assert known is not None and "第1条" in str(known)
    desk.close()
