"""What a screen reader is told, asked through Qt's own accessibility interface."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.pages import page_entries
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk

PAGES = [entry.name for entry in page_entries(KINDS, FakeDesk())]
CONTROLS = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText, QAccessible.Role.SpinBox, QAccessible.Role.Table, QAccessible.Role.Tree,
    QAccessible.Role.List, QAccessible.Role.ButtonMenu, QAccessible.Role.ButtonDropDown,
}  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, chinese_fonts: None) -> Iterator[Window]:
    made = Window(full_desk(4), KINDS, Texts())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.jobs.stop()


def _told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def _inner(widget: QWidget) -> bool:
    """Parts that Qt makes inside a control and does not offer to the keyboard by themselves."""
    parent = widget.parent()
    return widget.objectName().startswith("qt_") or isinstance(parent, QComboBox | QLineEdit | QAbstractItemView | QAbstractScrollArea)


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_a_role(window: Window, name: str) -> None:
    window.show_page(name)
    nameless = []
    for widget in window.page(name).findChildren(QWidget):
        if _inner(widget) or not widget.isVisible():
            continue
        told = _told(widget)
        if told is not None and told.role() in CONTROLS and not told.text(QAccessible.Text.Name).strip():
            nameless.append((type(widget).__name__, widget.objectName(), told.role()))
    assert nameless == []


def test_cells_of_a_table_tell_their_words_and_their_column(window: Window) -> None:
    window.show_page("document")
    view = next(view for view in window.page("document").findChildren(QAbstractItemView) if view.isVisible() and view.model().columnCount() > 3)
    table = _told(view)
    assert table.role() == QAccessible.Role.Table
    children = [table.child(place) for place in range(min(table.childCount(), 40))]
    by_role = {role: [child.text(QAccessible.Text.Name) for child in children if child.role() == role]
               for role in (QAccessible.Role.ColumnHeader, QAccessible.Role.Cell)}  # fmt: skip
    assert {"收文日期", "标题"} <= set(by_role[QAccessible.Role.ColumnHeader])
    assert any("春季农业生产" in words for words in by_role[QAccessible.Role.Cell])


def test_chart_tells_its_figures(window: Window, qtbot: QtBot) -> None:
    window.show_page("month")
    page = window.page("month")
    chart = page.chart  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "收文 本月 4" in _told(chart).text(QAccessible.Text.Description))  # drawn in a turn and a job of its own


def test_states_are_words_and_not_only_colours(window: Window) -> None:
    """Every icon stands beside words that say the same."""
    bare = []
    for name in PAGES:
        window.show_page(name)
        for label in window.page(name).findChildren(QLabel):
            if label.isVisible() and not label.pixmap().isNull() and not label.text():
                beside = [other for other in label.parent().findChildren(QLabel) if other is not label and other.text()]
                if not beside and not label.accessibleName():
                    bare.append((name, label.objectName()))
    assert bare == []
