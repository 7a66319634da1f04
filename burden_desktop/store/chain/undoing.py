"""Undo and redo: the last step in the chain is taken back by its opposite, which is itself a step in the chain.

Nothing is kept besides the chain, so undo goes on where it stood after a restart. A step into a month that was
sealed meanwhile is refused whole, with its reason; asked again, undo passes over it, and over all earlier steps of the
same things, so that nothing holds up the steps before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING, Any, Final

from ...domain.chain.past import TakenBack
from ...domain.errors.bodies import NameInUse, NameOfAnother
from ...domain.errors.entry import UnknownRecord
from ...domain.errors.ledger import FrozenMonth, FrozenRecord
from ...domain.errors.months import SealedMonth
from ...domain.errors.steps import BodyGone, CannotRedo, CannotUndo
from ...domain.kinds import KINDS, kind_named
from ..bodies.organ_steps import of_organs
from ..kinship import REGROUP
from ..placing import place_in
from ..statements import BOOKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..bodies.organ_steps import OrganSteps
    from ..book import Book
    from ..kinship import Kinship
    from ..records import Records
    from ..trash import Trash
    from .history import Change, History

_KINDS: Final = frozenset(kind.name for kind in KINDS)
UNDOES: Final = "undoes"
REDOES: Final = "redoes"
_REFUSALS: Final = (SealedMonth, FrozenMonth, FrozenRecord, UnknownRecord, NameInUse, NameOfAnother, BodyGone)
_FURTHEST: Final = 500
"""Steps that one undo looks back over: where so many cannot be taken back, the month is closed and the others are older."""
RESCUED: Final = "rescued"  # the word beside an entry that a rescue made


@dataclass(frozen=True, slots=True)
class _Step:
    """Changes that were made together, the last first."""

    number: int
    changes: tuple[Change, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Whose step it is, in the order in which it was done."""
        return tuple(dict.fromkeys(change.entry.number for change in reversed(self.changes)))

    @property
    def touched(self) -> set[tuple[str, str]]:
        return {(change.entry.kind, change.entry.number) for change in self.changes}

    @property
    def turns(self) -> int | None:
        """The step that this one undoes or redoes."""
        beside = self.changes[0].beside
        turned = beside.get(REDOES, beside.get(UNDOES))
        return None if turned is None else int(turned)

    @property
    def undoes(self) -> bool:
        return UNDOES in self.changes[0].beside

    @property
    def redoes(self) -> bool:
        return REDOES in self.changes[0].beside


def _step_of(change: Change) -> int:
    return int(change.beside.get("step", change.entry.seq))


class Undoing:
    def __init__(self, book: Book, history: History, records: Records, trash: Trash, kinship: Kinship,
                 organ_steps: OrganSteps) -> None:  # fmt: skip
        self._book = book
        self._history = history
        self._records = records
        self._trash = trash
        self._kinship = kinship
        self._organ_steps = organ_steps
        self._told: frozenset[int] = frozenset()

    def undo(self) -> TakenBack | None:
        """Take the last step back that is not taken back yet; None when there is none.

        Raises CannotUndo with the reason where it cannot be; the next call passes over it. Raises CannotWrite.
        """
        return self._turn_one(self._done(), UNDOES, CannotUndo)

    def redo(self) -> TakenBack | None:
        """Do again what was taken back last, unless something else was done since; else None. Raises as `undo`,
        CannotRedo in the place of CannotUndo."""
        return self._turn_one(self._undone(), REDOES, CannotRedo)

    def _turn_one(self, steps: Iterator[_Step], word: str, refusal: type[CannotUndo | CannotRedo]) -> TakenBack | None:
        """The first of `steps` that can be turned. Things whose later step stands must not be turned behind its back."""
        standing: set[tuple[str, str]] = set()
        passed = 0
        for step in islice(steps, _FURTHEST):
            if step.touched & standing:
                standing |= step.touched
                continue
            try:
                turned = self._turn(step, word)
            except _REFUSALS as refused:
                known, self._told = step.number in self._told, self._told | {step.number}
                if not known and not passed:
                    raise refusal(step="、".join(step.names), reason=refused.sentence) from refused
                standing |= step.touched
                passed += 1
                continue
            if turned is not None:
                return replace(turned, passed=passed)
        return None

    def _steps(self) -> Iterator[_Step]:
        # What was purged is gone, and a rescue is nobody's step: nothing before either is taken back across it.
        until = takewhile(lambda change: change.entry.action != "purge" and RESCUED not in change.beside, self._history.backwards())
        # What the program regrouped is nobody's step either, and follows from whatever is taken back.
        done = (change for change in until if change.entry.action != REGROUP)
        own = (change for change in done if change.entry.kind in _KINDS or of_organs(change))
        for number, changes in groupby(own, key=_step_of):
            yield _Step(number, tuple(changes))

    def _done(self) -> Iterator[_Step]:
        """What is not taken back, from the end backwards: an undo takes away the step that it names, a redo the undo."""
        gone: set[int] = set()
        for step in self._steps():
            if step.number in gone:
                continue
            turned = step.turns
            if turned is None:
                yield step
            else:
                gone.add(turned)

    def _undone(self) -> Iterator[_Step]:
        """Undoes that were not redone, from the last, as far as nothing else was done since."""
        gone: set[int] = set()
        for step in self._steps():
            if step.number in gone:
                continue
            if step.redoes:
                gone.add(int(step.changes[0].beside[REDOES]))
            elif step.undoes:
                gone.add(int(step.changes[0].beside[UNDOES]))
                yield step
            else:
                return

    def _turn(self, step: _Step, word: str) -> TakenBack | None:
        """None where everything stands already as it would be put."""
        head = self._history.head()
        with self._book.writing(), self._history.as_one_step(**{word: step.number}), self._kinship.at_end():
            for change in step.changes:
                self._opposite(change)
        if self._history.head() == head:
            return None
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
            back_to = None if kind.stock else place_in(kind, change.entry.number, tuple(was.get(name) for name in BOOKED))
            if back_to is not None and _leaves_said(change):  # it may be told since: see `take_joins`
                back_to = replace(back_to, said=self._records.get(kind, id).said)
            self._records.change(kind, id, {field.name: was.get(field.name) for field in kind.fields}, back_to=back_to)


def _leaves_said(change: Change) -> bool:
    """Whether the step was about something else than what a person says of the family."""
    before, after = (dict(state or {}) for state in (change.before, change.after))
    same = before.pop("said", None) == after.pop("said", None)
    for state in (before, after):
        state.pop("family", None)
    return same and before != after
