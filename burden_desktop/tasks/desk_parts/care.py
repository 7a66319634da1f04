"""The care of the ledger for the window; keeps the promise of `ui.desk_parts.care`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors.ledger import CannotWrite, DamagedLedger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from threading import Event

    from ...domain.backup import Backup
    from ...domain.texts import Sentence
    from ...store.ledger import Ledger


class CareDesk:
    """`at_hand` waits until the ledger is at home; `own` is the ledger itself, for the job that it is lent to."""

    def __init__(self, at_hand: Callable[[], Ledger], own: Ledger, at_home: Event, clock: Callable[[], datetime]) -> None:
        self._ledger, self._own, self._at_home, self._clock = at_hand, own, at_home, clock
        self._closed = False

    def backups(self) -> tuple[Backup, ...]:
        from ...store.backup.list_of import backups_of  # only its page needs it, and a start is short

        return backups_of(self._own.path)

    @property
    def due(self) -> bool:
        return not self._closed and self._at_home.is_set() and self._ledger().backups.due

    def lend_for_backup(self) -> bool:
        if self._closed or not self._at_home.is_set():
            return False
        self._at_home.clear()
        return True

    def back_up(self, *, by_itself: bool) -> Path:
        try:
            return self._own.backups.make(named="-auto" if by_itself else "")
        finally:
            self._at_home.set()

    def hand_over(self, target: Path, identity: Path | None) -> tuple[str, ...]:
        from ..handover import hand_over
        from ..over import Over

        try:
            return hand_over(self._own, target, identity=identity, now=self._clock(), over=Over.ASKED).left
        finally:
            self._at_home.set()

    def at_exit(self) -> Sentence | None:
        """Back up what changed, before the ledger is let go → what went wrong."""
        if self._closed:
            return None
        try:
            self._own.backups.if_changed(named="-auto")
        except (CannotWrite, DamagedLedger) as trouble:
            return trouble.sentence
        return None

    @property
    def second_place(self) -> Path | None:
        return self._ledger().backups.second_place

    def choose_second_place(self, folder: Path | None) -> None:
        self._ledger().backups.choose_second_place(folder)

    def reminder(self) -> Sentence | None:
        return None if self._closed else self._ledger().backups.reminder()

    def broken(self) -> Sentence | None:
        return None if self._closed else self._ledger().broken_words

    def compare(self, backup: Path) -> Sequence[Sentence]:
        from ..comparison import comparison_told

        return tuple(comparison_told(self._ledger().compare(backup)))

    def takes_months_away(self, backup: Path) -> bool:
        return bool(self._ledger().compare(backup).lost_months)

    def restore(self, backup: Path, reason: str) -> Path | None:
        from ..ledger_care import restore

        self._ledger().close()
        self._closed = True
        return restore(self._own.path, backup, self._clock, reason)
