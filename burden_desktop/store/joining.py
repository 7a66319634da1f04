"""Families (同件) by a person's word: records that are one thing are joined, one that is none with the others is parted.
What was said stands in the record and the chain; which family follows is `Kinship`'s."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.errors.joining import NotOneKind
from ..domain.kinds import kind_named
from ..domain.same_thing import Member, joined, parted
from .chain.frozen import Frozen
from .chain.history import Event, History
from .closed_months import closed_months
from .kinship import REGROUP, Kinship, Touched
from .placing import place_of
from .records import Records
from .rows import told

if TYPE_CHECKING:
    from ..domain.record import Record
    from .book import Book


class Joining:
    def __init__(self, book: Book, history: History, records: Records, kinship: Kinship) -> None:
        self._book, self._history, self._records, self._kinship = book, history, records, kinship

    def join(self, record: Record, other: Record) -> Record:
        """What `record` is one with and what `other` is one with are one thing. Where closed months keep them apart,
        `record` alone goes over. Raises NotOneKind, SealedMonth, FrozenMonth, CannotWrite."""
        kind = kind_named(record.kind)
        if record.kind != other.kind or record.id == other.id or not kind.has_families:
            raise NotOneKind(one=record.number, other=other.number)
        if record.family is not None and record.family == other.family:
            return record
        return self._say(record, (joined(_member(record), _member(other)), joined(replace(_member(record), said=parted(_member(record))), _member(other))), other)

    def part(self, record: Record) -> Record:
        """Make `record` a thing of its own; the others stay together. Raises SealedMonth, FrozenMonth, CannotWrite."""
        return record if record.family is None else self._say(record, (parted(_member(record)),))

    def _say(self, record: Record, words: tuple[str, ...], other: Record | None = None) -> Record:
        """The first of `words` that puts `record` and `other` together. Raises SealedMonth of the month in the way."""
        kind = kind_named(record.kind)
        with self._book.writing() as connection:
            self._refuse_closed(record)
            touched = Touched().take(kind, record.id, record.values, record.said)
            for said in words:
                connection.execute(
                    f"UPDATE {kind.name} SET said = ?, changed_at = ? WHERE id = ?",  # noqa: S608 - declared names
                    (said, self._book.now(), record.id),
                )
                moves = self._kinship.moves(kind, touched)
                family = moves.get(record.id, record.family)
                if other is None or (family is not None and family == moves.get(other.id, other.family)):
                    break
            else:
                self._refuse_closed(other or record)
            moves, others = self._kinship.settle(kind, touched, own=(record.id,))
            before = place_of(record)
            after = replace(before, family=moves.get(record.id, record.family), said=said)
            with self._history.as_one_step() if others else nullcontext():
                self._history.append("change", Event(kind.name, record.number, told(record.values, before), told(record.values, after)))
                self._history.append_many(REGROUP, others)
            return self._records.get(kind, record.id)

    def _refuse_closed(self, record: Record) -> None:
        Frozen(self._book).refuse(str(record.month))
        closed = closed_months(self._book)
        if str(record.month) in closed:
            raise closed.refusal(str(record.month))


def _member(record: Record) -> Member:
    return Member(record.number, "", None, None, record.said)
