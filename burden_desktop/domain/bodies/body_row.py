"""A body of the ledger's directory as people look at it: what was said of it, what its name tells, how many records name it."""

from dataclasses import dataclass

from .organ import Organ


@dataclass(frozen=True, slots=True)
class BodyRow:
    """`nature` and `line` are as described, else as the name tells (then `guessed`)."""

    organ: Organ
    nature: str | None
    line: str | None
    guessed: bool
    records: int
