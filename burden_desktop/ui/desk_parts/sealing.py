"""What the window asks when a month is sealed: its final pages, their signature, and the picture of the seal."""

from pathlib import Path
from typing import Any, Protocol

from ...domain.months.month import Month
from ...domain.texts import Sentence


class Sealing(Protocol):
    def told_before_closing(self, month: Month) -> tuple[Sentence, ...]:
        """Records older than this first month that no report will hold; other months that stand open for correction."""
        ...

    def signed_file(self, month: Month) -> Path | None:
        """Where the signed file of a closed month lies; None for any other month, or where the file is gone."""
        ...

    def next_revision(self, month: Month) -> int:
        """Which edition of the month's report the next closing makes; 1 before the first."""
        ...

    def why_never(self, month: Month) -> Sentence | None:
        """Why this month cannot be closed today whatever its records are: before the first closed one, not yet begun."""
        ...

    def lend(self) -> bool:
        """Whether the ledger is free; it is then lent until `prepare` ends."""
        ...

    def prepare(self, month: Month, early_reason: str) -> Any:
        """*Job, after `lend`.* Examines the whole ledger and reads what the month's file needs. Raises MonthNotOver,
        MonthOutOfOrder, SealedMonth, ClockBehind, DamagedLedger, BreakNoted."""
        ...

    def draw(self, inputs: Any) -> Any:
        """*Job.* The month's final pages, with the seal's picture where one is kept; stores nothing."""
        ...

    def pdf_of(self, drawn: Any) -> bytes:
        """The pages as they will be signed."""
        ...

    def sign(self, drawn: Any, identity: Path, passphrase: str) -> Any:
        """*Job.* Signs what `draw` gave, stores nothing: `Desk.close_commit` takes the answer. Raises WrongPassphrase."""
        ...

    def make(self, inputs: Any, identity: Path, passphrase: str) -> Any:
        """*Job.* Draws and signs at once; a certificate that will not do is told before the pages are made."""
        ...

    @property
    def seal_picture(self) -> bytes:
        """The PNG printed where the wet seal would stand; empty where none is kept."""
        ...

    def keep_seal_picture(self, file: Path) -> None:
        """Keep a copy beside the ledger. Raises UnsuitableSealPicture, CannotRead, CannotWrite."""
        ...

    def forget_seal_picture(self) -> None: ...
