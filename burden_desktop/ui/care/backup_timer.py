"""Backups while the window is open: looked for every five minutes, made by the worker when half an hour is at risk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ...domain.errors.family import BurdenError
from ...domain.texts import Sentence

if TYPE_CHECKING:
    from ..desk_parts.care import Care
    from ..jobs import Jobs

EVERY: Final = 5 * 60 * 1000
"""Milliseconds between two looks."""


class BackupTimer(QObject):
    """`tell(sentence)` gets what the clerk should know: why no backup could be made, None when one was."""

    def __init__(self, care: Care, jobs: Jobs, tell: Callable[[Sentence | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._care, self._jobs, self._tell = care, jobs, tell
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    def look(self) -> None:
        """Make a backup if one is due and the worker is free; else the next look will see."""
        if not self._jobs.busy and self._care.due and self._care.lend_for_backup():
            self._jobs.start(self._work, self._made, self._failed)

    def _work(self) -> Path:
        return self._care.back_up(by_itself=True)

    def _made(self, _: Path) -> None:
        self._tell(self._care.reminder())

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self._tell(error.sentence)
