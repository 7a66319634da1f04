"""What is written of a month is kept while it is written, offered back after a crash, and forgotten once it is stored."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer
from burden_desktop.ui import asking
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.month.report_text_dialog import ReportTextDialog
from burden_desktop.ui.month.sentence_dialog import SentenceDialog
from burden_desktop.ui.window import Window

from ..real_ledger import commit, open_window

MARCH = Month(2026, 3)


def month_page(qtbot: QtBot, window: Window) -> MonthPage:
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(MARCH)
    qtbot.waitUntil(lambda: page.findings.list.topLevelItemCount() > 0 and not window.jobs.busy)
    return page


def in_dialog(qtbot: QtBot, act: Any) -> None:
    """Do something in the dialog that the next call opens."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, when_open)
            return
        try:
            act(dialog)
        finally:
            dialog.close()  # whatever fails, nobody waits for ever

    QTimer.singleShot(0, when_open)


def test_words_are_kept_while_written_and_offered_after_a_crash(
    qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.db"

    def write_and_crash(dialog: Any) -> None:
        editor = dialog.text if isinstance(dialog, SentenceDialog) else next(iter(dialog.editors.values()))
        commit(editor, "写了一半")
        dialog_window.keeper.flush()
        snapshots.append(dialog_window._desk.drafts.kept())  # type: ignore[attr-defined]
        dialog.reject()

    snapshots: list[Any] = []
    with open_window(path, clock) as (desk, dialog_window):
        desk.add("document", {"received_on": "2026-03-02", "organ": "县水利局", "title": "关于防汛的通知", "asks": "报送贯彻情况", "deadline": "2026-03-02"})
        page = month_page(qtbot, dialog_window)
        in_dialog(qtbot, write_and_crash)
        page.findings.buttons[Answer.EXPLAINED].click()
        in_dialog(qtbot, write_and_crash)
        page.edit_texts()
        qtbot.waitUntil(lambda: len(snapshots) == 2)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        dialog_window.keeper.flush()
        assert desk.drafts.kept() == {}  # whoever cancels gives it up
        remark, texts = (snapshot["words.month"][0] for snapshot in snapshots)
        assert remark["text"] == "写了一半" and remark["month"] == texts["month"] == "2026-03"
        desk.drafts.keep({"words.month": [remark, texts, {"month": "?"}, 3]})

    monkeypatch.setattr(asking, "one_of", lambda *args, **named: 0)
    begun: list[str] = []
    monkeypatch.setattr(asking, "line", lambda *args: begun.append(args[3]) or "写完了")
    monkeypatch.setattr(ReportTextDialog, "ask", lambda *args: begun.extend(args[4].values()))
    with open_window(path, clock) as (desk, window):
        window.offer_drafts()
        page = window.page("month")  # type: ignore[assignment]
        assert window.stack.currentIndex() == window._names.index("month")
        qtbot.waitUntil(lambda: "已找回" in page.banner.text and page.month == MARCH)
        qtbot.waitUntil(lambda: page.findings.list.topLevelItemCount() > 0 and not window.jobs.busy)
        page.findings.buttons[Answer.EXPLAINED].click()
        page.edit_texts()
        qtbot.waitUntil(lambda: len(begun) == 2)
        assert begun[0] == "写了一半" and "写了一半" in begun[1]
        qtbot.waitUntil(lambda: not window.jobs.busy)
        window.keeper.flush()
        assert desk.drafts.kept() == {}


@pytest.mark.parametrize("keys", ["tab", "control"])
def test_a_reason_is_given_by_keyboard_alone(qtbot: QtBot, window: Window, keys: str) -> None:
    def write(dialog: Any) -> None:
        commit(dialog.text, "漏登两份")
        if keys == "tab":
            qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
            button = dialog.focusWidget()
            assert button is dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
            qtbot.keyClick(button, Qt.Key.Key_Space)
        else:
            qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(qtbot, write)
    assert asking.line(window, "更正重报", "请写明理由。") == "漏登两份"
