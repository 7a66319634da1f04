"""Undo and redo: the last step in the chain is taken back by its opposite, which is itself a step in the chain.

Nothing is kept besides the chain, so undo goes on where it stood after a restart. A step into a month that was
sealed meanwhile is refused whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, Final

from ..domain.kinds import KINDS, kind_named
from ..domain.past import TakenBack
from .organ_steps import of_organs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .book import Book
    from .history import Change, History
    from .joining import Joining
    from .organ_steps import OrganSteps
    from .records import Records
    from .trash import Trash

_KINDS: Final = frozenset(kind.name for kind in KINDS)
UNDOES: Final = "undoes"
REDOES: Final = "redoes"
RESCUED: Final = "rescued"  # the word beside an entry that a rescue made


@dataclass(frozen=True, slots=True)
class _Step:
    """Changes that were made together, the last first."""

    number: int
    changes: tuple[Change, ...]

    @property
    def undoes(self) -> bool:
        return UNDOES in self.changes[0].beside

    @property
    def redoes(self) -> bool:
        return REDOES in self.changes[0].beside


def _step_of(change: Change) -> int:
    return int(change.beside.get("step", change.entry.seq))


class Undoing:
    def __init__(self, book: Book, history: History, records: Records, trash: Trash, joining: Joining,
                 organ_steps: OrganSteps) -> None:  # fmt: skip
        self._book = book
        self._history = history
        self._records = records
        self._trash = trash
        self._joining = joining
        self._organ_steps = organ_steps

    def undo(self) -> TakenBack | None:
        """Take the last step back that is not taken back yet; None when there is none. Raises SealedMonth, CannotWrite."""
        step = self._last_done()
        return self._turn(step, UNDOES) if step else None

    def redo(self) -> TakenBack | None:
        """Do again what was taken back last, unless something else was done since; else None. Raises as `undo`."""
        step = self._last_undone()
        return self._turn(step, REDOES) if step else None

    def _steps(self) -> Iterator[_Step]:
        # What was purged is gone, and a rescue is nobody's step: nothing before either is taken back across it.
        until = takewhile(lambda change: change.entry.action != "purge" and RESCUED not in change.beside, self._history.backwards())
        own = (change for change in until if change.entry.kind in _KINDS or of_organs(change))
        for number, changes in groupby(own, key=_step_of):
            yield _Step(number, tuple(changes))

    def _last_done(self) -> _Step | None:
        """From the end backwards: each undo takes one step away, unless it was redone."""
        undone = redone = 0
        for step in self._steps():
            if step.redoes:
                redone += 1
            elif step.undoes and redone:
                redone -= 1
            elif step.undoes:
                undone += 1
            elif undone:
                undone -= 1
            else:
                return step
        return None

    def _last_undone(self) -> _Step | None:
        redone = 0
        for step in self._steps():
            if step.redoes:
                redone += 1
            elif step.undoes and redone:
                redone -= 1
            elif step.undoes:
                return step
            else:
                return None
        return None

    def _turn(self, step: _Step, word: str) -> TakenBack:
        with self._book.writing(), self._history.as_one_step(**{word: step.number}):
            for change in step.changes:
                self._opposite(change)
        entries = [change.entry for change in step.changes]
        return TakenBack(
            action=entries[-1].action,
            numbers=tuple(entry.number for entry in reversed(entries)),
            kinds=frozenset(entry.kind for entry in entries),
        )

    def _opposite(self, change: Change) -> None:
        if of_organs(change):
            self._organ_steps.opposite(change)
            return
        kind = kind_named(change.entry.kind)
        id = self._trash.id_of(kind, change.entry.number)
        if change.before is None:
            self._records.withdraw(kind, id)
        elif change.after is None:
            self._trash.reinstate(kind, id)
        else:
            was: Mapping[str, Any] = change.before
            record = self._records.change(kind, id, {field.name: was.get(field.name) for field in kind.fields})
            if was.get("family") != change.after.get("family"):
                self._joining.regroup(record, was.get("family"))
