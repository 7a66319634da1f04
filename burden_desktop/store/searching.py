"""Search across kinds as one types: any substring, or first letters of pinyin; newest records first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.finding import Hit, spans_of
from ..domain.reading.written import clean_line
from .grams import query_for
from .rows import records_of
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.kind import Kind
    from .book import Book
    from .spelling import Spelling


class Searching:
    def __init__(self, book: Book, spelling: Spelling) -> None:
        self._book = book
        self._spelling = spelling

    def find(self, kinds: Sequence[Kind], text: str, limit: int = 100) -> tuple[Hit, ...]:
        """At most `limit` records in which `text` stands, of those recorded last, by date; nothing for an empty text.

        Cost follows `limit`, not the number of records that fit.
        """
        query = query_for(text)
        if not query:
            return ()
        places = [place for kind in kinds for place in self._places(kind, query, limit)]
        places.sort(key=lambda place: place[:2], reverse=True)
        chosen = [(name, id) for _, id, name in places[:limit]]
        found: dict[tuple[str, int], Hit] = {}
        for kind in kinds:
            ids = [id for name, id in chosen if name == kind.name]
            found.update({(kind.name, hit.record.id): hit for hit in self._hits(kind, ids, clean_line(text))})
        # A record that was made withdrawn outside the program still stands in its index.
        return tuple(found[place] for place in chosen if place in found)

    def _places(self, kind: Kind, query: str, limit: int) -> list[tuple[str, int, str]]:
        """(date, id, kind) of the records of one kind that fit and were recorded last."""
        sql = Statements(kind)
        rows = self._book.rows(
            f"SELECT r.{sql.dated_by}, r.id FROM {kind.name} r WHERE r.id IN"  # noqa: S608 - declared names
            f" (SELECT rowid FROM {kind.name}_search WHERE {kind.name}_search MATCH ? ORDER BY rowid DESC LIMIT ?)",
            (query, limit),
        )
        return [(on, id, kind.name) for on, id in rows]

    def _hits(self, kind: Kind, ids: Sequence[int], words: str) -> list[Hit]:
        if not ids:
            return []
        rows = self._book.rows(f"{Statements(kind).read} AND r.id IN ({', '.join('?' * len(ids))})", ids)
        letters = self._spelling.lines_of(kind, ids)
        records = list(records_of(kind, rows))
        return [
            Hit(record, spans_of(kind, record.number, record.values, letters.get(record.id, ()), words)) for record in records
        ]
