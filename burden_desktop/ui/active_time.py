"""How long the clerk works on the ledger itself: seconds while the window is in front and somebody types or clicks.

Half a minute after the last key or click the clock stands still. Nothing else is noted: no keys, no pages, no names.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

STILL_AFTER: Final = 30.0
KEEP_EVERY: Final = 60
_ACTS: Final = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod)


class ActiveTime(QObject):
    """`spend(seconds)` is called about once a minute of work, and by `keep` at the end."""

    def __init__(
        self, spend: Callable[[int], None], parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._spend, self._clock = spend, clock
        self._last: float | None = None
        self._gathered = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EVERY * 1000)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def watch(self) -> None:
        """Begin to look at what happens in the program's windows."""
        app = QGuiApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def act(self) -> None:
        """Somebody did something: the time since the last act counts, unless it was a pause."""
        now = self._clock()
        if self._last is not None and now - self._last <= STILL_AFTER:
            self._gathered += now - self._last
        self._last = now

    def keep(self) -> None:
        """Hand over whole seconds."""
        seconds = int(self._gathered)
        if seconds:
            self._gathered -= seconds
            self._spend(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _ACTS:
            self.act()
        return super().eventFilter(watched, event)
