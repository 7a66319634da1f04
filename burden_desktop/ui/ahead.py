"""What was not asked for yet is loaded while nobody waits, one thing at a time, so that no page's first look is slow:
every page's module, then the parts of the desk, then the pages that are opened every day, without a row in them.
"""

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE_MS: Final = 250
PARTS: Final = ("lists", "searching", "steps", "identities", "sealing", "reports", "charts", "figures", "bodies", "registers", "families")
"""Of the desk: each brings modules of its own."""
DAILY: Final = ("document", "meeting", "inspection", "month")
"""Pages that every working day opens."""


def always() -> bool:
    return True


def load(module: str) -> None:
    import_module(f".{module}", __package__)


class LoadAhead(QObject):
    """`modules` of this package, then the `steps`, one after each pause; ends by itself. A step waits until `may` allows it."""

    def __init__(
        self,
        modules: Iterable[str],
        parent: QObject | None = None,
        pause: int = PAUSE_MS,
        *,
        steps: Iterable[Callable[[], object]] = (),
        may: Callable[[], bool] = always,
    ) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = [partial(load, name) for name in dict.fromkeys(modules)]
        self._steps, self._may = list(steps), may
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def done(self) -> bool:
        return not self._waiting and not self._steps

    def stop(self) -> None:
        self._timer.stop()

    def _go_on(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        elif not self._steps:
            self._timer.stop()
        elif self._may():
            self._steps.pop(0)()
