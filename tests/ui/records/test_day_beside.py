"""A day typed short in the form and in a cell stands beside the record's own day; one that looks wrong is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.records.editors import DateEditor
from burden_desktop.ui.window import Window

from ..real_ledger import open_window, record_page

Opened = tuple[LedgerDesk, Window]


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[Opened]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        yield desk, window


def _type(qtbot: QtBot, editor: Any, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    assert isinstance(editor, DateEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    editor.line.setText(text)
    qtbot.keyClick(editor.line, key)


def test_a_short_deadline_in_the_form_follows_the_day_of_its_record(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    page = record_page(window)
    page.new()
    form = page.form
    for name, text in (("organ", "县水利局"), ("title", "关于防汛的通知")):
        form.editors[name].setText(text)
    _type(qtbot, form.editors["received_on"], "2026-01-12")
    _type(qtbot, form.editors["deadline"], "1月8日")
    assert form.editors["deadline"].written() == "2026-01-08"
    assert form.notes["deadline"].text == "办理时限早于收文日期，请核对。"
    _type(qtbot, form.editors["deadline"], "1.20")
    assert form.editors["deadline"].written() == "2026-01-20" and form.notes["deadline"].state == ""
    _type(qtbot, form.editors["deadline"], "1.9", Qt.Key.Key_Return)
    (saved,) = desk.lists.at("document", Listing(), 0, 10)
    assert saved.values["deadline"] == "2026-01-09"
    assert page.pane.banner.text == f"已保存{saved.number}。\n办理时限早于收文日期，请核对。"


def test_a_short_deadline_in_a_cell_follows_the_day_of_its_record(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    desk.add("document", {"received_on": "2026-01-12", "organ": "县水利局", "title": "关于防汛的通知"})
    page = record_page(window)
    page.reload()
    index = page.model.index(0, page.model.column_of("deadline"))
    page.table.setCurrentIndex(index)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("1.8")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.banner.text.startswith("已保存"))
    (saved,) = desk.lists.at("document", Listing(), 0, 10)
    assert saved.values["deadline"] == "2026-01-08" and "早于收文日期" in page.banner.text
