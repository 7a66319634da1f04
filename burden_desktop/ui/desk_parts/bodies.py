"""What the page 单位 asks: the directory of issuing bodies, what they are, and which names mean one body."""

from collections.abc import Sequence
from typing import Protocol

from ...domain.bodies.body_row import BodyRow
from ...domain.bodies.organ import Level, Organ
from ...domain.reading.draft import Draft


class Bodies(Protocol):
    """Quick: on the window's own thread. Everything leaves an entry in the history chain."""

    def find(self, text: str) -> tuple[BodyRow, ...]:
        """Bodies whose name, other name or first letters contain `text`, by name; all for an empty text."""
        ...

    def known(self) -> tuple[Organ, ...]:
        """The directory alone, by name: no record is counted."""
        ...

    def describe(self, id: int, level: Level | None, nature: str | None, line: str | None) -> None: ...

    def set_aliases(self, id: int, names: Sequence[str]) -> None:
        """Write the further names of a body. Raises NameOfAnother, NameInUse."""
        ...

    def lead_with(self, id: int, name: str) -> None:
        """Make one of its further names the main one."""
        ...

    def near(self, id: int) -> tuple[str, ...]:
        """Bodies of the ledger whose names look like another writing of this one, at most three."""
        ...

    def is_other_name(self, read: str, kept: str) -> bool:
        """Whether to ask if the name that was read in a notice is another name of the body that the clerk wrote: true once a pair."""
        ...

    def remember(self, read: str, kept: str) -> None:
        """Make `read` a further name of the body called `kept`. Raises NameOfAnother."""
        ...

    def as_remembered(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The drafts with the bodies that the clerk said are meant by the names that were read."""
        ...

    def forget(self, alias: str) -> int:
        """Take a further name from its body → how many records bear it; they are a body of their own then."""
        ...

    def merge(self, id: int, into: str) -> bool:
        """Make the body another name of the one called `into`: its records follow. False when there is no other such body."""
        ...

    def part(self, alias: str) -> bool:
        """Take a merge back. False when neither a merge made `alias` another name nor records bear it."""
        ...
