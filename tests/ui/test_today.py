"""今日: each line opens its place, and an empty day says what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.agenda import Restored
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.look.banner import Banner
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.place import Place
from burden_desktop.ui.today_page import TodayPage
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk


def _today(window: Window) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def test_window_opens_on_today(window: Window) -> None:
    assert window.stack.currentWidget().isAncestorOf(_today(window))
    assert _today(window).nothing_due.isVisible()
    assert not _today(window).due.isVisible()
    assert _today(window).all_closed.isVisible()


def test_lines_tell_how_much_time_is_left_and_lead_to_their_record(qtbot: QtBot, chinese_fonts: None) -> None:
    desk = FakeDesk()
    for day, title in (("2026-04-01", "昨天到期的报送"), ("2026-04-02", "今天到期的报送"), ("2026-04-09", "下周到期的报送")):
        desk.add("document", {"received_on": "2026-03-20", "organ": "青禾县民政局", "title": title, "deadline": day})
    window, places = Window(desk, KINDS, Texts()), list[Place]()
    qtbot.addWidget(window)
    window.show()
    page = _today(window)
    told = [page.due.topLevelItem(row).text(0) for row in range(3)]
    assert told == ["04-01 已过1天", "04-02 今天到期", "04-09 还有7天"]
    page.due.opened.connect(places.append)
    qtbot.keyClick(page.due, Qt.Key.Key_Down)
    qtbot.keyClick(page.due, Qt.Key.Key_Return)
    assert places == [Place("document", numbers=("收2026-0002",))]
    assert window.stack.currentWidget().isAncestorOf(window.page("document"))
    window.jobs.stop()


def test_last_month_waits_for_closing_and_is_one_click_away(qtbot: QtBot, chinese_fonts: None) -> None:
    window = Window(full_desk(3), KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    page = _today(window)
    button = next(button for button in page.findChildren(QPushButton) if button.text() == "打开2026年3月")
    button.click()
    month = window.page("month")
    assert isinstance(month, MonthPage)
    assert window.stack.currentWidget().isAncestorOf(month) and month.month == Month(2026, 3)
    window.jobs.stop()


def test_findings_come_from_a_job_and_lead_to_their_records(qtbot: QtBot, chinese_fonts: None) -> None:
    window = Window(full_desk(3), KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    page, places = _today(window), list[Place]()
    qtbot.waitUntil(lambda: page.findings.topLevelItemCount() == 1)
    page.findings.opened.connect(places.append)
    qtbot.keyClick(page.findings, Qt.Key.Key_Space)
    assert places == [Place("document", month=Month(2026, 4), numbers=("收2026-0003",))]
    window.jobs.stop()


def test_page_follows_what_is_saved_elsewhere(window: Window, desk: FakeDesk) -> None:
    desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县民政局", "title": "报送名单", "deadline": "2026-04-03"})
    window.changes.tell("document")
    assert _today(window).due.topLevelItem(0).text(1) == "报送名单"


def test_what_is_done_is_marked_where_it_is_told(qtbot: QtBot, chinese_fonts: None) -> None:
    desk = FakeDesk()
    for day, title in (("2026-04-03", "明天到期的报送"), ("2026-04-09", "下周到期的报送")):
        desk.add("document", {"received_on": "2026-03-20", "organ": "青禾县民政局", "title": title, "deadline": day})
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    page = _today(window)
    page.due.setFocus()
    qtbot.keyClick(page.due, Qt.Key.Key_Down)
    qtbot.keyClick(page.due, Qt.Key.Key_Tab)
    qtbot.keyClick(page.done_button, Qt.Key.Key_Space)
    assert [page.due.topLevelItem(row).text(1) for row in range(page.due.topLevelItemCount())] == ["明天到期的报送"]
    page.settle()
    assert not page.due_part.isVisible() and page.nothing_due.isVisible()
    window.jobs.stop()


def test_a_restore_is_told_and_leads_to_what_takes_it_back(qtbot: QtBot, chinese_fonts: None) -> None:
    desk = FakeDesk()
    desk.agenda.restore = Restored.parse("2026-04-02T08:05:00+08:00 2026-04-01T17:30:00+08:00")
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    told = [banner.text for banner in _today(window).findChildren(Banner) if "恢复过备份" in banner.text]
    assert len(told) == 1 and "2026-04-02 08:05" in told[0] and "2026-04-01 17:30" in told[0] and "恢复之前" in told[0]
    next(button for button in _today(window).findChildren(QPushButton) if button.text() == "打开备份").click()
    assert window.stack.currentWidget().isAncestorOf(window.page("backups"))
    window.jobs.stop()
