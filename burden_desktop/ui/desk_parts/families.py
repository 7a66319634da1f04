"""What the window asks about families (同件)."""

from typing import Protocol

from ...domain.bodies.kin import Kin


class Families(Protocol):
    """Touches the ledger: on the window's own thread only."""

    def kin_of(self, number: str) -> tuple[Kin, ...]:
        """What a record may be one thing with, and why."""
        ...

    def join(self, number: str, other: str) -> None:
        """Raises SealedMonth, NotOneKind. Taken back by one undo."""
        ...

    def part(self, number: str) -> None: ...
