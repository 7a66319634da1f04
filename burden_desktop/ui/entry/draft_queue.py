"""Notices that were read and wait to be looked at, in their order, whichever page their kind has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...domain.reading.draft import Draft


@dataclass(eq=False, slots=True)
class Waiting:
    """One draft on its way to a record. `paper` is the paper of the same notice, whose `number` stands once it is saved;
    `pasted` says that its text stands in the entry bar."""

    draft: Draft
    pasted: bool
    paper: Waiting | None = None
    number: str = ""
    gone: bool = False

    @property
    def open(self) -> bool:
        return not self.number and not self.gone


class DraftQueue:
    def __init__(self) -> None:
        self._all: list[Waiting] = []

    def take(self, notices: Sequence[Sequence[Draft]], *, pasted: bool) -> list[Waiting]:
        """New ones behind those still open; the drafts of one notice belong together, its paper first."""
        self._all = [one for one in self._all if one.open]
        taken: list[Waiting] = []
        for drafts in notices:
            paper: Waiting | None = None
            for draft in drafts:
                taken.append(Waiting(draft, pasted, paper))
                paper = taken[-1]
        self._all += taken
        return taken

    def place(self, one: Waiting) -> tuple[int, int]:
        """From 1, and how many there are, those done included."""
        return self._all.index(one) + 1, len(self._all)

    def beside(self, one: Waiting, step: int) -> Waiting | None:
        """The next open one behind (`step` 1) or before (-1), around the ends; None where it is the last."""
        start = self._all.index(one)
        others = (self._all[(start + step * n) % len(self._all)] for n in range(1, len(self._all)))
        return next((other for other in others if other.open), None)

    def called_by(self, paper: Waiting) -> list[Waiting]:
        """What the paper calls and is not recorded yet."""
        return [one for one in self._all if one.paper is paper and one.open]

    @property
    def pasted(self) -> list[Waiting]:
        """Those whose text stands in the entry bar."""
        return [one for one in self._all if one.pasted]
