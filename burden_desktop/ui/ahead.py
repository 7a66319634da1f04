"""Pages that were not opened yet are loaded while nobody waits: one module at a time, so that no page's first look is slow.

Only modules, no widget and no row: what a page shows is read when it is opened.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE_MS: Final = 250


class LoadAhead(QObject):
    """`modules` of this package, one after each pause; ends by itself."""

    def __init__(self, modules: Iterable[str], parent: QObject | None = None, pause: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._waiting = list(dict.fromkeys(modules))
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._load_next)
        self._timer.start()

    @property
    def done(self) -> bool:
        return not self._waiting

    def stop(self) -> None:
        self._timer.stop()

    def _load_next(self) -> None:
        if self._waiting:
            import_module(f".{self._waiting.pop(0)}", __package__)
        else:
            self._timer.stop()
