"""The screen lock: after some minutes without a key or a click every window is covered until the passphrase is typed.

It keeps passers-by from what stands on the screen. It encrypts nothing: that is for the system's disk encryption.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...domain.screen_secret import opens
from ...domain.texts import Texts
from ..look import appearance

if TYPE_CHECKING:
    from ..desk import Desk

MINUTES: Final = "screen_lock.minutes"
SECRET: Final = "screen_lock.secret"  # noqa: S105 - the setting's name
LOOK_EVERY: Final = 5_000
_WAIT: Final = 1_000
_LONGEST_WAIT: Final = 30_000
_ACTS: Final = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.InputMethod,
)  # fmt: skip
_INPUT: Final = (
    *_ACTS, QEvent.Type.KeyRelease, QEvent.Type.Shortcut, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick, QEvent.Type.ContextMenu, QEvent.Type.Drop,
)  # fmt: skip


class Cover(QWidget):
    """Lies over a whole window, shows nothing of it, and asks for the passphrase."""

    def __init__(self, window: QWidget, t: Texts, unlock: Callable[[str], bool]) -> None:
        super().__init__(window)
        self._t, self._unlock, self._tries = t, unlock, 0
        self.setAutoFillBackground(True)
        self.setAccessibleName(t("窗口已锁定"))
        self.words = QLabel(t("窗口已锁定，台账没有关闭。请输入锁屏口令。"))
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(t("锁屏口令"))
        self.passphrase.setMaximumWidth(appearance.em(self) * 16)
        self.button = appearance.button("lock-open", t("解锁"), self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words)
        for widget in (self.passphrase, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.passphrase.setMinimumWidth(appearance.em(self) * 12)
        self.passphrase.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self._try)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.passphrase.setFocus()

    def _try(self) -> None:
        typed = self.passphrase.text()
        self.passphrase.clear()
        if self._unlock(typed):
            return
        self._tries += 1
        self.words.setText(self._t("口令不对，请稍候再试。"))
        self.button.setEnabled(False)
        QTimer.singleShot(min(_WAIT * self._tries, _LONGEST_WAIT), self, self._again)

    def _again(self) -> None:
        self.button.setEnabled(True)
        self.passphrase.setFocus()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """The keyboard stays on the cover."""
        (self.button if self.passphrase.hasFocus() else self.passphrase).setFocus()
        return True


class ScreenLock(QObject):
    """Looks every few seconds whether the minutes of the setting have passed; 0 or no secret is off."""

    def __init__(self, window: QWidget, desk: Desk, t: Texts, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._desk, self._t, self._clock = desk, t, clock
        self._last = clock()
        self._secret = ""
        self.covers: dict[QWidget, Cover] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def locked(self) -> bool:
        return bool(self.covers)

    def look(self) -> None:
        """Lock when the time has come. While the ledger is lent nothing is asked of it: the next look will."""
        if self.locked or not self._desk.ready:
            return
        minutes = self._desk.setting(MINUTES, "0")
        if minutes.isdecimal() and int(minutes) and self._clock() - self._last >= int(minutes) * 60:
            self.lock()

    def lock(self) -> None:
        """Cover every window now; nothing happens where no passphrase is set."""
        self._secret = self._desk.setting(SECRET, "")
        if self._secret and not self.locked:
            for window in [self.parent(), *QApplication.topLevelWidgets()]:
                self._cover(window)

    def _cover(self, window: QObject | None) -> None:
        if isinstance(window, QWidget) and window.isWindow() and window not in self.covers:
            if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                window.close()
            elif window.isVisible() or window is self.parent():
                self.covers[window] = Cover(window, self._t, self._unlock)

    def _cover_late(self, window: QWidget) -> None:
        """A window that opened while everything was locked."""
        if self.locked:
            self._cover(window)

    def _unlock(self, passphrase: str) -> bool:
        if not opens(passphrase, self._secret):
            return False
        self._last = self._clock()
        covers, self.covers = self.covers, {}
        for cover in covers.values():
            cover.hide()
            cover.deleteLater()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if not self.covers:
            if kind in _ACTS:
                self._last = self._clock()
            return False
        if not isinstance(watched, QWidget):
            return False
        if kind == QEvent.Type.Show and watched.isWindow():
            QTimer.singleShot(0, self, lambda: self._cover_late(watched))
        elif kind == QEvent.Type.Resize and watched in self.covers:
            self.covers[watched].setGeometry(watched.rect())
        return kind in _INPUT and not any(cover is watched or cover.isAncestorOf(watched) for cover in self.covers.values())
