"""Where letters are too large for list and form beside each other, one is shown at a time, and keys bring the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.reading.draft import Draft
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.look import appearance
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.window import Window

from ..fake_desk import full_desk


@pytest.fixture
def page(qtbot: QtBot, chinese_fonts: None) -> Iterator[RecordPage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    appearance.wear(app, percent=200, theme=appearance.LIGHT, family=appearance.register_fonts())
    window = Window(full_desk(12), KINDS, Texts())
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.show_page("document")
    made = window.page("document")
    assert isinstance(made, RecordPage)
    yield made
    window.jobs.stop()
    appearance.wear(app, percent=100, theme=appearance.SYSTEM, family=None)
    app.setFont(before)


def _shown(page: RecordPage) -> tuple[bool, bool]:
    return page.table.isVisible(), page.form.isVisible()


def test_the_page_begins_with_the_form_and_esc_brings_the_list(qtbot: QtBot, page: RecordPage) -> None:
    assert _shown(page) == (False, True)
    qtbot.keyClick(QApplication.focusWidget() or page.form, Qt.Key.Key_Escape)
    assert _shown(page) == (True, False)
    assert page.table.hasFocus()


def test_enter_brings_the_record_of_the_list_into_the_form(qtbot: QtBot, page: RecordPage) -> None:
    page.leave_form()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert _shown(page) == (False, True)
    assert page.pane.current is not None
    assert page.form.isAncestorOf(QApplication.focusWidget())


def test_keys_of_the_hidden_side_bring_it(qtbot: QtBot, page: RecordPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert _shown(page) == (True, False) and page.search.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _shown(page) == (False, True)


def test_nothing_of_the_form_lies_below_a_small_screen(page: RecordPage) -> None:
    window = page.window()
    assert isinstance(window, Window)
    QApplication.processEvents()
    assert window.room.verticalScrollBar().maximum() == 0
    assert page.pane.save_button.visibleRegion().boundingRect() == page.pane.save_button.rect()


def test_both_are_shown_where_there_is_room(page: RecordPage) -> None:
    page.fit(appearance.em(page) * 60)
    assert _shown(page) == (True, True)


def test_the_words_of_a_notice_stand_above_its_draft_also_where_only_that_is_seen(page: RecordPage) -> None:
    page.source.show_notice(Draft("document", {"title": "关于防汛的通知"}, source="关于防汛的通知"))
    assert page.source.isVisible() and page.form.isVisible()
    page.fit(appearance.em(page) * 60)
    assert page.source.isVisible() and page.table.isVisible()
    page.source.show_notice(None)
    page.fit(appearance.em(page) * 20)
    assert not page.source.isVisible()
