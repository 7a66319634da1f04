"""Families (同件) by a person's word: a record put into another's family or taken out of its own, inside the chain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.errors.joining import NotOneKind
from ..domain.kinds import kind_named
from .chain.frozen import Frozen
from .chain.history import Event, History
from .closed_months import closed_months
from .placing import place_of
from .records import Records, told

if TYPE_CHECKING:
    from ..domain.record import Record
    from .book import Book


class Joining:
    def __init__(self, book: Book, history: History, records: Records) -> None:
        self._book, self._history, self._records = book, history, records

    def join(self, record: Record, other: Record) -> Record:
        """Put `record` into the family of `other`. Raises NotOneKind, SealedMonth, CannotWrite."""
        if record.kind != other.kind or other.family is None:
            raise NotOneKind(one=record.number, other=other.number)
        return self.regroup(record, other.family)

    def part(self, record: Record) -> Record:
        """Make `record` a thing of its own. Raises SealedMonth, CannotWrite."""
        return record if record.family is None else self.regroup(record, f"own|{record.number}")

    def regroup(self, record: Record, family: str | None) -> Record:
        """Write the family as it is given. Leaves an entry. Raises SealedMonth, FrozenMonth, CannotWrite."""
        if record.family == family:
            return record
        kind = kind_named(record.kind)
        with self._book.writing() as connection:
            Frozen(self._book).refuse(str(record.month))
            closed = closed_months(self._book)
            if str(record.month) in closed:
                raise closed.refusal(str(record.month))
            connection.execute(
                f"UPDATE {kind.name} SET family = ?, changed_at = ? WHERE id = ?",  # noqa: S608 - declared names
                (family, self._book.now(), record.id),
            )
            before = place_of(record)
            was, now = told(record.values, before), told(record.values, replace(before, family=family))
            self._history.append("change", Event(kind.name, record.number, was, now))
            return self._records.get(kind, record.id)
