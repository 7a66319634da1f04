"""The wheel scrolls a page; it turns a number only for whoever stands in it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.ui.look.still_wheel import keep_still


def _turn(widget: QWidget) -> None:
    nothing = QPoint(0, 0)
    event = QWheelEvent(
        QPointF(2, 2), widget.mapToGlobal(QPointF(2, 2)), nothing, QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_wheel_turns_a_number_only_where_the_focus_is(qtbot: QtBot) -> None:
    page, number, other = QWidget(), QSpinBox(), QLineEdit()
    number.setValue(5)
    column = QVBoxLayout(page)
    column.addWidget(number)
    column.addWidget(other)
    keep_still(page)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    other.setFocus()
    _turn(number)
    assert number.value() == 5 and not number.hasFocus()
    number.setFocus()
    _turn(number)
    assert number.value() == 4
