"""Reminders at the foot of the window, and the time spent on the ledger."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.texts import Texts, say
from burden_desktop.ui.active_time import STILL_AFTER, ActiveTime
from burden_desktop.ui.attending import attend
from burden_desktop.ui.place import Place
from burden_desktop.ui.reminding import Reminding
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk


def overdue(desk: FakeDesk) -> None:
    desk.add("document", {"received_on": "2026-03-30", "organ": "青禾县民政局", "title": "报送台账", "deadline": "2026-04-02"})


def test_a_reminder_leads_to_its_place_and_waits_when_snoozed(qtbot: QtBot, chinese_fonts: None, desk: FakeDesk) -> None:
    overdue(desk)
    places: list[Place] = []
    owner = QObject()
    made = Reminding(desk, Texts(), places.append, owner)
    qtbot.addWidget(made.bar)
    made.look()
    assert "报送台账" in made.bar.banner.text and not made.bar.isHidden()
    made.bar.act.click()
    assert places == [Place("document", numbers=("收2026-0001",))]
    made.bar.later.click()
    assert "报送台账" not in made.bar.banner.text
    desk.reports.moment += timedelta(hours=2)
    made.look()
    assert "报送台账" in made.bar.banner.text


def test_the_window_and_the_place_beside_the_clock_bear_the_programs_icon(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    QApplication.setWindowIcon(QIcon())
    attend(window, desk, Texts())
    assert not QApplication.windowIcon().pixmap(32, 32).isNull()


class _Tray:
    """Remembers what would be shown beside the clock."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def showMessage(self, title: str, words: str, icon: object) -> None:  # noqa: N802 - Qt's name
        self.told.append(words)


def test_while_the_screen_is_locked_the_tray_tells_no_content(qtbot: QtBot, chinese_fonts: None, desk: FakeDesk) -> None:
    overdue(desk)
    for locked in (True, False):
        owner, tray = QObject(), _Tray()
        made = Reminding(desk, Texts(), lambda _: None, owner)
        qtbot.addWidget(made.bar)
        made.tray = tray  # type: ignore[assignment]
        made.is_locked = lambda locked=locked: locked  # type: ignore[misc]
        made.look()
        assert len(tray.told) == 1 and ("报送台账" in tray.told[0]) is not locked


def test_evenings_and_a_clean_desk_are_quiet(qtbot: QtBot, chinese_fonts: None, desk: FakeDesk) -> None:
    owner = QObject()
    made = Reminding(desk, Texts(), lambda _: None, owner)
    qtbot.addWidget(made.bar)
    made.look()
    assert made.bar.isHidden()
    desk.reports.stick = say("备份的第二处不在。")
    made.look()
    assert made.bar.banner.text == "备份的第二处不在。"
    desk.reports.moment = datetime(2026, 4, 2, 20, 0)  # noqa: DTZ001 - the evening of the point
    made.look()
    assert made.bar.isHidden()


def test_only_work_counts_as_time() -> None:
    moments = iter((0.0, 10.0, 25.0, 25.0 + STILL_AFTER + 1, 100.0))
    spent: list[int] = []
    owner = QObject()
    active = ActiveTime(spent.append, owner, clock=lambda: next(moments))
    for _ in range(4):
        active.act()
    active.keep()
    active.keep()
    assert spent == [25]


def test_the_window_is_attended_and_hands_over_at_the_end(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    overdue(desk)
    reminding, spent = attend(window, desk, Texts())
    assert window.statusBar().isVisible()
    moments = [0.0, 20.0]
    spent._clock = lambda: moments.pop(0) if len(moments) > 1 else moments[0]
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_A)
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_B)
    window.closing.emit()
    assert desk.reports.seconds == 20
    assert reminding.bar.act.text() == "现在去办"
