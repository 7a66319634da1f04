"""What the window asks for the care of the ledger: backups, the second place, and a restore told before it is done."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ...domain.backup import Backup
from ...domain.texts import Sentence


class Care(Protocol):
    def backups(self) -> tuple[Backup, ...]:
        """Those beside the ledger that answer, the newest first."""
        ...

    @property
    def due(self) -> bool:
        """Whether a backup should be made now: something changed, and the last one is half an hour old."""
        ...

    def lend_for_backup(self) -> bool:
        """Whether the ledger is free; it is then lent until `back_up` or `hand_over` ends."""
        ...

    def hand_over(self, target: Path, identity: Path | None) -> tuple[str, ...]:
        """*Job.* Everything that a successor or another computer needs in one file → the names of signed or received files
        that are missing or no longer what they were. Raises CannotRead, CannotWrite and what is refused of files to be written."""
        ...

    def back_up(self, *, by_itself: bool) -> Path:
        """*Job.* A checked copy, at the second place too. Raises CannotWrite, DamagedLedger."""
        ...

    @property
    def second_place(self) -> Path | None: ...

    def choose_second_place(self, folder: Path | None) -> None:
        """Raises NoSuchPlace, CannotWrite."""
        ...

    def reminder(self) -> Sentence | None:
        """What the clerk should know of the second place; None while all is well."""
        ...

    def broken(self) -> Sentence | None:
        """What is to be said on every page of a break of the chain that no signed month tells yet; None while all is well."""
        ...

    def compare(self, backup: Path) -> Sequence[Sentence]:
        """What a restore would take away and bring back. Raises NotABackup and what a damaged backup raises."""
        ...

    def takes_months_away(self, backup: Path) -> bool:
        """Whether a restore takes signed months out of the ledger: then a reason is demanded."""
        ...

    def restore(self, backup: Path, reason: str) -> Path | None:
        """Put the backup in the ledger's place → the safety copy. The ledger is closed then, and the window must be
        closed too. Raises OlderBackup without a reason, CannotWrite."""
        ...
