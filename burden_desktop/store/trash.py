"""Withdrawn records: their rows stay, numbers are never given again, and they can come back into an open month."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.errors.entry import UnknownRecord
from .chain.history import Event, History
from .grams import grams_of
from .kinship import REGROUP, Kinship, Touched
from .placing import Placing, place_of
from .rows import record_of, told
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.record import Record
    from .book import Book
    from .spelling import Spelling


class Trash:
    def __init__(self, book: Book, history: History, spelling: Spelling, kinship: Kinship) -> None:
        self._book = book
        self._kinship = kinship
        self._spelling = spelling
        self._history = history

    def get(self, kind: Kind, id: int) -> Record:
        """The withdrawn record of that id. Raises UnknownRecord."""
        row = self._book.row(f"{Statements(kind).read_withdrawn} AND r.id = ?", (id,))
        if row is None:
            raise UnknownRecord(number=f"#{id}")
        return record_of(kind, row)

    def id_of(self, kind: Kind, number: str) -> int:
        """The id of a number, withdrawn or not. Raises UnknownRecord."""
        row = self._book.row(f"SELECT id FROM {kind.name} WHERE number = ?", (number,))  # noqa: S608 - declared names
        if row is None:
            raise UnknownRecord(number=number)
        return int(row[0])

    def reinstate(self, kind: Kind, id: int) -> Record:
        """Put a withdrawn record back as it was, under its number. Leaves an entry.

        Raises UnknownRecord, SealedMonth, CannotWrite.
        """
        with self._book.writing() as connection:
            record = self.get(kind, id)
            Placing(self._book, kind).refuse_closed(record)
            sql = Statements(kind)
            connection.execute(sql.reinstate, (self._book.now(), id))
            connection.execute(sql.index, (id, grams_of(kind, record.number, record.values, self._spelling.kept(kind, id))))
            moves, others = self._kinship.settle(kind, Touched().take(kind, id, record.values, record.said), own=(id,))
            record = replace(record, family=moves.get(id, record.family))
            now = told(record.values, place_of(record))
            with self._history.as_one_step() if others else nullcontext():
                self._history.append("reinstate", Event(kind.name, record.number, None, now))
                self._history.append_many(REGROUP, others)
        return record
