"""A month is read on the window's thread, one kind a turn: its records together may take longer than a blink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...domain.months.month import Month
    from ..desk import Desk
    from ..jobs import Jobs


class Gathering(QObject):
    """`gathered` carries what `Desk.summarise` needs. A month that is asked for anew, since something changed meanwhile,
    is read from its beginning."""

    gathered = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._steps: Iterator[Any] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def begin(self, month: Month) -> None:
        self._steps = self._desk.reports.gathering(month)
        self._turn.start()

    def stop(self) -> None:
        self._turn.stop()

    def _go_on(self) -> None:
        if self._jobs.stopped:
            return
        inputs = next(self._steps)
        if inputs is None:
            self._turn.start()
        else:
            self.gathered.emit(inputs)
