"""The page of backups on a real ledger: one more now, a second place, and a restore told before it is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from burden_desktop import paths
from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Sentence, Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.arriving import arrive
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.care.backups_page import BackupsPage
from burden_desktop.ui.window import Window

from ..conftest import ROOT, StandingClock
from ..records import POINT

PAPER = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"}


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock) -> Iterator[LedgerDesk]:
    made = LedgerDesk(Ledger.create(tmp_path / "a.db", POINT, clock=clock), clock)
    made.add("document", PAPER)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, chinese_fonts: None, desk: LedgerDesk) -> Window:
    made = Window(desk, KINDS, Texts())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.jobs.busy, timeout=5_000)  # the first page may still be counting
    return made


def _page(window: Window) -> BackupsPage:
    window.show_page("backups")
    page = window.page("backups")
    assert isinstance(page, BackupsPage)
    return page


def test_a_backup_now_stands_in_the_list(qtbot: QtBot, window: Window, desk: LedgerDesk) -> None:
    page = _page(window)
    assert not page.empty.isHidden() and page.table.isHidden() and not page.restore_button.isEnabled()
    page.back_up()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=5_000)
    assert "检查完好：a-20260402-093000.db" in page.banner.text
    assert [page.table.item(0, column).text() for column in range(4)] == ["2026-04-02 09:30", "1条", "—", "手工"]
    (ROOT / "out" / "screens").mkdir(parents=True, exist_ok=True)
    window.grab().save(str(ROOT / "out" / "screens" / "backups.png"))


def test_half_an_hour_of_changes_is_backed_up_while_the_window_is_open(
    qtbot: QtBot, window: Window, desk: LedgerDesk, clock: StandingClock
) -> None:
    window.backup_timer.look()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5_000)
    assert not desk.care.due, "nothing changed since"
    desk.add("document", PAPER)
    clock.advance(minutes=31)
    window.backup_timer.look()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5_000)
    assert len(desk.care.backups()) == 2


def test_what_changed_is_backed_up_at_exit(desk: LedgerDesk) -> None:
    assert desk.care.at_exit() is None
    assert [backup.records for backup in desk.care.backups()] == [1]


def test_a_backup_that_fails_is_told_above_every_page(
    qtbot: QtBot, window: Window, desk: LedgerDesk, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("no folder")
    window.backup_timer.look()
    qtbot.waitUntil(lambda: bool(window.notice.text), timeout=5_000)
    assert "不能写入" in window.notice.text and window.notice.isVisible()
    told = desk.care.at_exit()
    assert isinstance(told, Sentence) and told.template == CannotWrite.template


def test_the_second_place_is_chosen_and_missed(
    window: Window, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(window)
    assert "只存在这台电脑上" in page.place.text()
    (tmp_path / "盘").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "盘"))
    page.choose_place()
    assert str(tmp_path / "盘") in page.place.text()
    (tmp_path / "盘").rmdir()
    page.open()
    assert "不在" in page.banner.text
    page.forget_place()
    assert desk.care.second_place is None and not page.banner.text


def test_a_restore_is_told_asked_and_closes_the_window(
    qtbot: QtBot, window: Window, desk: LedgerDesk, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.care.at_exit()
    desk.add("document", {**PAPER, "title": "备份以后的通知"})
    asked: list[str] = []
    told: list[str] = []

    def yes(parent: object, t: Texts, question: str, *, action: str) -> bool:
        asked.append(question)
        return len(asked) > 1

    monkeypatch.setattr(asking, "yes", yes)
    monkeypatch.setattr(asking, "tell", lambda parent, title, sentence: told.append(sentence))
    page = _page(window)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=5_000)
    page.table.setCurrentCell(0, 0)
    page.restore()
    assert "恢复后会少收文1条：收2026-0002" in asked[0] and not told
    page.restore()
    assert "已恢复" in told[0] and "before-restore" in told[0] and not window.isVisible()
    assert desk.care.at_exit() is None
    desk.reports.spend(clock().date(), 60)  # what was measured until now; the ledger is let go
    with Ledger.open(tmp_path / "a.db", clock=clock) as restored:
        assert restored.check().ok and restored.check().counts["document"] == 1


def test_a_handover_file_is_made_that_the_wizard_takes(
    qtbot: QtBot, window: Window, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(window)
    monkeypatch.setattr(asking, "save_file", lambda *said: tmp_path / said[2])
    page.handover_button.click()
    qtbot.waitUntil(lambda: "移交文件在" in page.banner.text, timeout=5_000)
    (file,) = tmp_path.glob("*-移交.zip")
    arrive(file, tmp_path / "elsewhere" / "ledger.db", clock)
    with Ledger.open(tmp_path / "elsewhere" / "ledger.db", clock=clock) as arrived:
        assert arrived.point == POINT
    page.back_up()  # the ledger is at home again
    qtbot.waitUntil(lambda: "检查完好" in page.banner.text, timeout=5_000)


def test_a_second_handover_takes_the_place_of_the_first_and_names_what_is_not_in_it(
    qtbot: QtBot, window: Window, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(window)
    monkeypatch.setattr(asking, "save_file", lambda *_: tmp_path / "移交.zip")
    page.handover_button.click()
    qtbot.waitUntil(lambda: "移交文件在" in page.banner.text, timeout=5_000)
    page.banner.clear()
    ledger = desk._ledger  # the clerk closes from another page
    ledger.months.seal(
        Month(2026, 3), revision=1, file_name="SQ-01-2026-03-r1.pdf", sha256="0" * 64, expected_head=ledger.history.head()
    )
    page.handover_button.click()
    qtbot.waitUntil(lambda: "移交文件在" in page.banner.text, timeout=5_000)
    assert "没有装入：reports/SQ-01-2026-03-r1.pdf" in page.banner.text


def test_a_handover_over_a_ledger_is_refused_in_a_sentence(
    qtbot: QtBot, window: Window, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(window)
    monkeypatch.setattr(asking, "save_file", lambda *_: tmp_path / "a.db")
    page.handover_button.click()
    qtbot.waitUntil(lambda: "不能写成" in page.banner.text, timeout=5_000)
    assert page.handover_button.isEnabled() and desk.care.lend_for_backup()
    desk.care.back_up(by_itself=True)


def test_a_second_place_of_another_computer_is_told_and_can_be_forgotten(window: Window, desk: LedgerDesk) -> None:
    desk.set_setting("backup.second_place", "/media/stick")
    page = _page(window)
    assert "不是在这台电脑上" in page.banner.text and not page.forget_button.isHidden()
    page.forget_place()
    assert not page.banner.text and page.forget_button.isHidden()


def test_a_second_place_that_cannot_be_kept_is_told(
    window: Window, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "file")
    page = _page(window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.choose_place()
    assert "不能写入" in page.banner.text and desk.care.second_place is None
