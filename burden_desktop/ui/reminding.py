"""Reminders in the window and in the system tray: one at a time, with "do it now" and "later"; quiet outside work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSystemTrayIcon, QWidget

from ..domain.months.reminders import SNOOZE, Reminder, is_quiet, reminders
from ..domain.texts import Texts
from .look import appearance
from .look.banner import Banner
from .place import Place

if TYPE_CHECKING:
    from .desk import Desk

LOOK_EVERY: Final = 15 * 60 * 1000
DAYS_AHEAD: Final = 1


class ReminderBar(QWidget):
    """Hidden while there is nothing to remind of."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self.banner = Banner()
        self.act = appearance.button("arrow-right", t("现在去办"), self)
        self.later = QPushButton(t("两小时后再提醒"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.banner, 1)
        row.addWidget(self.act)
        row.addWidget(self.later)
        self.hide()

    def show_reminder(self, reminder: Reminder | None) -> None:
        if reminder is None:
            self.banner.clear()
            self.hide()
            return
        self.banner.tell("warning", self._t.of(reminder.sentence))
        self.show()


class Reminding(QObject):
    """Looks every quarter of an hour and after every change. What the tray says, the bar says too; a reminder is
    shown in the tray once, until something else is to be said. `shown` tells whether there is anything."""

    shown = Signal(bool)

    def __init__(self, desk: Desk, t: Texts, go: Callable[[Place], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._t, self._go = desk, t, go
        self._snoozed: dict[str, datetime] = {}
        self._shown: Reminder | None = None
        self._said = ""
        self.is_locked: Callable[[], bool] = lambda: False
        self.bar = ReminderBar(t)
        self.bar.act.clicked.connect(self._do)
        self.bar.later.clicked.connect(self._snooze)
        self.tray: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self.tray.setToolTip(t("基层减负监测台账"))
            self.tray.messageClicked.connect(self._do)
            self.tray.activated.connect(self._do)
            self.tray.show()
        timer = QTimer(self)
        timer.setInterval(LOOK_EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self, *_: object) -> None:
        """See what is to be said now; nothing while the ledger is lent, for that would be waited for."""
        if not self._desk.ready:
            return
        now = self._desk.reports.now()
        found: tuple[Reminder, ...] = ()
        if not is_quiet(now, self._desk.reports.works(now.date())):
            agenda = self._desk.agenda
            found = reminders(
                now, agenda.due(DAYS_AHEAD), agenda.months_to_close(),
                stick=self._desk.reports.backup_reminder(), renewal=self._desk.identities.reminder(), snoozed=self._snoozed,
            )  # fmt: skip
        self._shown = found[0] if found else None
        self.bar.show_reminder(self._shown)
        self.shown.emit(self._shown is not None)
        words = self._t.of(self._shown.sentence) if self._shown else ""
        if words and words != self._said and self.tray is not None:
            # The tray's message stands before the lock: whoever passes by reads no more than that there is something.
            told = self._t("有需要办理的事项，解锁后查看。") if self.is_locked() else words
            self.tray.showMessage(self._t("提醒"), told, QSystemTrayIcon.MessageIcon.Information)
        self._said = words

    def _do(self, *_: object) -> None:
        if self._shown is not None:
            self._go(Place(self._shown.page, numbers=self._shown.numbers, part=self._shown.part, month=self._shown.month))

    def _snooze(self) -> None:
        if self._shown is not None:
            self._snoozed[self._shown.name] = self._desk.reports.now() + SNOOZE
            self.look()
