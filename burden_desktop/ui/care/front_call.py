"""The window comes to the front when the program is started a second time on the same ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LOOK_EVERY: Final = 500


class FrontCall(QObject):
    """`called` says whether somebody called since the last look. Where the desktop lets no window take the front by itself,
    its entry in the bar of tasks asks for attention."""

    def __init__(self, window: QWidget, called: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._called = window, called
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        if not self._called():
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
