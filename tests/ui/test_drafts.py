"""Typed text survives a crash, is offered back with a question, and leaves no ghost behind."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.tasks.desk_parts.drafts import DraftsDesk
from burden_desktop.ui import asking
from burden_desktop.ui.entry.keeper import WITHIN_MS, Keeper

from .fake_parts import FakeDrafts
from .real_ledger import commit, open_window, record_page


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """What the user answers to the offer, in order; nothing else is asked."""
    given: list[int | None] = []
    monkeypatch.setattr(asking, "one_of", lambda *args, **named: given.pop(0))
    monkeypatch.setattr(asking, "yes", lambda *args, **named: pytest.fail(f"asked: {args[2]}"))
    return given


def test_typed_text_is_written_within_a_second_and_offered_after_a_crash(
    qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any, answers: list[int | None]
) -> None:
    path = tmp_path / "ledger.db"
    assert WITHIN_MS <= 1000
    with open_window(path, clock) as (desk, window):
        saved = desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县教育局", "title": "旧标题"})
        page = record_page(window)
        commit(page.form.editors["organ"], "青禾县水务局")
        page.table.go_to(0)
        commit(page.form.editors["title"], "改了一半")
        commit(window.entry.notice, "请于4月3日前报送材料")
        with qtbot.waitSignal(window.keeper.kept, timeout=2000):
            pass
        # The window is never told to close: this is what a crash leaves.
    answers.append(0)
    with open_window(path, clock) as (desk, window):
        window.offer_drafts()
        page = record_page(window)
        assert window.entry.notice.toPlainText() == "请于4月3日前报送材料"
        assert page.form.editors["organ"].written() == "青禾县水务局"
        page.table.go_to(0)
        assert "改了一半" in page.form.editors["title"].written()
        qtbot.keyClick(page.form.editors["title"], Qt.Key.Key_Return)
        assert desk.lists.count("document", Listing()) == 1
        assert "改了一半" in str(desk.lists.record("document", saved.id).values["title"])  # type: ignore[union-attr]
        window.close()
    assert set(DraftsDesk(lambda: path).kept()) == {"form.document", "entry"}


def test_discarded_drafts_are_gone_and_put_off_ones_are_offered_again(
    chinese_fonts: None, tmp_path: Path, clock: Any, answers: list[int | None]
) -> None:
    path = tmp_path / "ledger.db"
    with open_window(path, clock) as (_, window):
        commit(record_page(window).form.editors["title"], "写了一半")
        window.close()
    for answer, left in ((None, True), (1, False)):
        answers.append(answer)
        with open_window(path, clock) as (desk, window):
            window.offer_drafts()
            assert not record_page(window).edited
            window.close()
            assert bool(desk.drafts.kept()) is left


def test_secret_text_is_never_written_and_leaving_asks(
    chinese_fonts: None, tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(asking, "yes", lambda *args, **named: bool(asked.append(args[2])))
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        page = record_page(window)
        commit(page.form.editors["title"], "机密★1年")
        assert not window.keeper.flush()
        assert "密级" in page.pane.mark.text
        assert desk.drafts.kept() == {}
        assert not window.close()
        assert "不能暂存" in asked[0]


def test_nothing_typed_writes_nothing() -> None:
    drafts = FakeDrafts()
    keeper = Keeper(drafts)
    keeper.watch("entry", list, lambda kept: None)
    assert keeper.flush()
    assert drafts.written == {}


def test_saved_text_leaves_the_drafts(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        page = record_page(window)
        commit(page.form.editors["organ"], "青禾县水务局")
        commit(page.form.editors["title"], "关于防汛的通知")
        window.keeper.flush()
        assert desk.drafts.kept()
        qtbot.keyClick(page.form.editors["title"], Qt.Key.Key_Return)
        window.keeper.flush()
        assert not desk.drafts.file.exists()
        assert "已于09:30存入台账" in page.pane.mark.text
        page.back.undo()
        assert "存入台账" in page.pane.mark.text and "收2026-0001" not in page.pane.mark.text, "what was taken back is not saved"
