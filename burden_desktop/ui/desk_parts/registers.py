"""What the window asks for whole registers: read one, see how it stands to the ledger, store it, mend its rows; take
registers out; and which headings were taught."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from ...domain.reading.draft import PassedRow, RegisterChoices, RegisterReading
from ...domain.reading.import_outcome import ImportOutcome, Standing
from ...domain.texts import Texts


class Registers(Protocol):
    """Calls marked *job* may run in the worker."""

    def preview(self, source: Path | str, choices: RegisterChoices) -> RegisterReading:
        """*Job.* A file, or cells pasted as text, read; nothing stored. Headings that were taught are known."""
        ...

    def lend(self) -> None:
        """On the window's thread, right before the job `standing` or `commit` is started: it has the ledger till it ends."""
        ...

    def standing(self, reading: RegisterReading, *, late: bool, again: bool) -> Standing:
        """*Job, after `lend`.* Which rows are new, which are there already, which go back to the clerk; `again`: those that were possibly purged
        are entered too."""
        ...

    def commit(self, reading: RegisterReading, *, late: bool, again: bool) -> ImportOutcome:
        """*Job, after `lend`.* Store what is new, in one step taken back by one undo."""
        ...

    def mend(self, reading: RegisterReading, row: PassedRow, cells: tuple[tuple[str, str], ...]) -> RegisterReading:
        """The reading with a rejected row read again from `cells` (heading, words): among the rows, or still rejected."""
        ...

    def teach(self, kind: str, heading: str, field: str | None) -> None:
        """Remember what a heading means in registers of that kind; None: its column is not taken in."""
        ...

    def taught(self) -> Mapping[str, Mapping[str, str | None]]:
        """Kind → heading → field."""
        ...

    def forget(self, kind: str, heading: str) -> None: ...

    def save_rejected(self, reading: RegisterReading, target: Path, t: Texts) -> None: ...

    def save_register(self, kind: str, target: Path) -> None:
        """All records of a kind, .xlsx or .csv."""
        ...

    def save_template(self, kind: str, target: Path) -> None: ...
