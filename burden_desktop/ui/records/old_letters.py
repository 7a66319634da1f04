"""Once the window stands: records of before there were first letters get theirs, a hundred between two events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ...domain.errors.family import BurdenError

if TYPE_CHECKING:
    from ..changes import Changes
    from ..desk import Desk

PAUSE_MS: Final = 60
LENT_MS: Final = 3_000


class OldLetters(QObject):
    """Waits while the ledger is examined or lent; gives up where it can only be looked at."""

    def __init__(self, desk: Desk, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: int | None = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        changes.happened.connect(self._on_change)

    def look(self) -> None:
        if self._place is not None and not self._timer.isActive():
            self._timer.start(PAUSE_MS if self._desk.ready else LENT_MS)

    def stop(self) -> None:
        """The window closes, and the ledger behind it."""
        self._place = None
        self._timer.stop()

    def _on_change(self, names: frozenset[str]) -> None:
        if "examined" in names:
            self.look()

    def _go_on(self) -> None:
        if self._place is not None and self._desk.ready:
            try:
                self._place = self._desk.searching.spell_old(self._place)
            except BurdenError:
                self._place = None  # a ledger that cannot be written is searched by its words alone
        self.look()
