"""A click on a bar, or Enter on it, opens the records that it counts."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk


def _month_page(qtbot: QtBot, desk: FakeDesk) -> tuple[Window, MonthPage]:
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(Month(2026, 3))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window, page


def test_a_bar_opens_its_records_by_mouse_and_by_keys(qtbot: QtBot, chinese_fonts: None) -> None:
    window, page = _month_page(qtbot, full_desk(5))
    chart = page.chart.chart
    assert chart is not None and page.chart.isVisible()
    bar = next(bar for bar in chart.bars if bar.kind == "meeting" and bar.series == 2)
    scale = page.chart._scale
    middle = QPoint(round((bar.x + bar.width / 2) * scale), round((bar.y + bar.height / 2) * scale))
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=middle)
    assert window.stack.currentWidget().isAncestorOf(window.page("meeting"))
    window.show_page("month")
    page.chart.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert "本月" in page.chart.accessibleName()
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    assert window.stack.currentWidget().isAncestorOf(window.page("document"))
    window.jobs.stop()


def test_a_nil_month_is_closed_with_the_same_button(qtbot: QtBot, chinese_fonts: None) -> None:
    window, page = _month_page(qtbot, FakeDesk())
    assert page.close_button.text() == "零报告封存"
    window.jobs.stop()
