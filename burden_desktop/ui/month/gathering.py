"""A month is read on the window's thread, one kind a turn: its records together may take longer than a blink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...domain.months.month import Month
    from ..desk import Desk
    from ..jobs import Jobs


class Gathering(QObject):
    """Reads what `Desk.summarise` needs. A month that is asked for anew, since something changed meanwhile, is read from
    its beginning."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject, take: Callable[[Any], None]) -> None:
        """`take` gets what was read."""
        super().__init__(parent)
        self._desk, self._jobs, self._take = desk, jobs, take
        self._steps: Iterator[Any] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def begin(self, month: Month) -> None:
        if not self._turn.isActive():
            self._jobs.begin()
        self._steps = self._desk.reports.gathering(month)
        self._turn.start()

    def stop(self) -> None:
        if self._turn.isActive():
            self._turn.stop()
            self._jobs.end()

    def _go_on(self) -> None:
        try:
            inputs = None if self._jobs.stopped else next(self._steps)
        except BaseException:
            self._jobs.end()
            raise
        if inputs is None and not self._jobs.stopped:
            self._turn.start()
            return
        if inputs is not None:
            self._take(inputs)  # a job follows: meanwhile nothing says that all is done
        self._jobs.end()
