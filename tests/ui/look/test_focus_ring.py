"""Who has the keyboard is seen, and nothing takes it that cannot be seen to have it; Esc in a question loses no text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.ui import asking
from burden_desktop.ui.look.focus_ring import FocusRing
from burden_desktop.ui.look.paper import PageView
from burden_desktop.ui.month.sentence_dialog import SentenceDialog
from burden_desktop.ui.records.past_view import PastView
from burden_desktop.ui.window import Window


def _edge(window: Window, widget: QWidget) -> bool:
    """Whether the lower left corner of the widget has the colour of what has the keyboard."""
    QApplication.processEvents()
    accent = window.palette().color(QPalette.ColorRole.Accent)
    drawn = widget.grab().toImage()
    return drawn.pixelColor(1, drawn.height() - 2) == accent


def test_the_edge_goes_where_the_keyboard_goes(qtbot: QtBot, window: Window) -> None:
    FocusRing(window)
    window.entry.notice.setFocus()
    assert (_edge(window, window.entry.notice), _edge(window, window.rail)) == (True, False)
    window.rail.setFocus()
    assert (_edge(window, window.entry.notice), _edge(window, window.rail)) == (False, True)
    window.dress_anew()  # what had the edge is gone with the language
    window.entry.notice.setFocus()
    assert _edge(window, window.entry.notice)


def test_what_only_scrolls_takes_no_keyboard(window: Window) -> None:
    for entry in window.entries:
        window.show_page(entry.name)
    holding = [
        type(area.parent()).__name__
        for area in window.findChildren(QScrollArea)
        if area.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(area, PageView) and not isinstance(area.parent(), PastView)
    ]
    assert holding == []


def test_a_reason_begun_and_left_with_esc_stands_there_again(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def leave(dialog: SentenceDialog) -> int:
        begun.append(dialog.text.toPlainText())
        dialog.text.setPlainText("三月漏登两件")
        return int(QDialog.DialogCode.Rejected if len(begun) < 2 else QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SentenceDialog, "exec", leave)
    said = [asking.line(window, "更正重报", "请写明理由。") for _ in range(3)]
    assert begun == ["", "三月漏登两件", ""]
    assert said == [None, "三月漏登两件", "三月漏登两件"]


def test_a_long_text_has_the_edge_too(qtbot: QtBot, window: Window) -> None:
    FocusRing(window)
    window.show_page("document")
    note = window.page("document").form.editors["note"]  # type: ignore[attr-defined]
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    assert _edge(window, note)
