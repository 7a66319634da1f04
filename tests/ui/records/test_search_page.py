"""Search across kinds: as one types, by words or letters, marked, and a hit opens its record among all the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.look.marked_text import MARKS_ROLE, brought_near, draw_marked
from burden_desktop.ui.records.search_page import SearchPage
from burden_desktop.ui.window import Window

from ..real_ledger import commit, compose, open_window, record_page


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[tuple[LedgerDesk, Window]]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        for n in range(1, 21):
            desk.add("document", {"received_on": f"2026-03-{n:02}", "organ": "县农业农村局", "title": f"关于第{n}件事的通知"})
        desk.add("document", {"received_on": "2026-03-05", "organ": "县消防救援大队", "title": "关于消防检查的通知", "note": "转消防员一份"})
        desk.add("meeting", {"held_on": "2026-03-09", "organ": "县应急管理局", "title": "安全生产会议", "note": "会上讲了消防"})
        yield desk, window


def search_page(window: Window) -> SearchPage:
    page = window.page("search")
    assert isinstance(page, SearchPage)
    return page


def type_words(qtbot: QtBot, window: Window, words: str) -> SearchPage:
    qtbot.keyClick(window, Qt.Key.Key_F3)
    page = search_page(window)
    assert QApplication.focusWidget() is page.box
    commit(page.box, words)
    qtbot.waitUntil(lambda: not page._pause.isActive())
    return page


def shown(page: SearchPage) -> list[str]:
    return [page.found.topLevelItem(row).text(0) for row in range(page.found.topLevelItemCount())]  # type: ignore[union-attr]


def test_words_and_letters_find_in_every_kind_and_are_marked(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    page = type_words(qtbot, opened[1], "消防")
    assert shown(page) == ["会2026-0001", "收2026-0021"]
    meeting, document = (page.found.topLevelItem(row) for row in (0, 1))
    assert meeting is not None and document is not None
    assert meeting.text(4).endswith("会上讲了消防")
    (start, end), *_ = meeting.data(4, MARKS_ROLE)
    assert meeting.text(4)[start:end] == "消防"
    assert [tuple(span) for span in document.data(1, MARKS_ROLE)] == [(2, 4)]
    page.box.setText("xfjc")
    page.search()
    assert shown(page) == ["收2026-0021"]
    assert [tuple(span) for span in page.found.topLevelItem(0).data(1, MARKS_ROLE)] == [(2, 6)]  # type: ignore[union-attr]


def test_a_hit_opens_its_record_among_all_the_others(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    _, window = opened
    page = type_words(qtbot, window, "第7件")
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    records = record_page(window)
    assert records.model.rowCount() == 21
    assert records.pane.current is not None and records.pane.current.values["title"] == "关于第7件事的通知"
    assert QApplication.focusWidget() is records.table
    page = type_words(qtbot, window, "会议")
    qtbot.keyClick(page.box, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.found
    qtbot.keyClick(page.found, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.box
    qtbot.keyClick(page.box, Qt.Key.Key_Down)
    qtbot.keyClick(page.found, Qt.Key.Key_Return)
    assert record_page(window, "meeting").pane.current is not None


def test_letters_that_are_still_composed_search_nothing(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    page = type_words(qtbot, opened[1], "")
    compose(page.box, "xiaofang")
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert shown(page) == [] and opened[1].stack.currentIndex() == opened[1]._names.index("search")


def test_nothing_found_says_so_and_a_new_record_is_found_at_once(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    desk, window = opened
    page = type_words(qtbot, window, "防汛")
    assert shown(page) == [] and "没有找到" in page.told.text()
    desk.add("document", {"received_on": "2026-04-01", "organ": "县水务局", "title": "关于防汛的通知"})
    window.changes.tell("document")
    assert shown(page) == ["收2026-0022"]


def test_a_mark_beyond_the_cell_is_brought_near() -> None:
    text, spans = brought_near("一" * 60 + "消防检查", [(60, 64)], 20)
    assert len(text) == 9 and text[spans[0][0] : spans[0][1]] == "消防检查"
    assert brought_near("消防检查", [(0, 2)], 20) == ("消防检查", ((0, 2),))


def test_the_search_of_a_page_marks_its_cells(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    page = record_page(opened[1])
    column = page.model.column_of("title")
    assert page.model.index(0, column).data(MARKS_ROLE) is None
    for words in ("消防检查", "xfjc"):
        page.search.setText(words)
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
        assert page.model.rowCount() == 1
        assert page.model.index(0, column).data(MARKS_ROLE) == ((2, 6),)
    page.table.grab()


@pytest.mark.parametrize("lines", [1, 2])
def test_marks_are_drawn(qtbot: QtBot, chinese_fonts: None, lines: int) -> None:
    option = QStyleOptionViewItem()
    line = option.fontMetrics.height()  # type: ignore[attr-defined]
    drawn = []
    for spans in ([], [(4, 6)]):
        image = QImage(200, line * lines + 2, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_marked(painter, option, "关于开展消防检查的通知，以及其他各项工作的安排和要求", spans, image.rect().toRectF())
        painter.end()
        drawn.append(image)
    assert drawn[0] != drawn[1]
