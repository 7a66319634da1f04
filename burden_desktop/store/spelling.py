"""The first letters (pinyin) under which a record is found too: given from outside, kept as they were indexed.

An index without content of its own must be told what it forgets, so the letters cannot be made anew then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ..domain.finding import spelled_fields

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.reading.written import Value
    from .book import Book

Spell = Callable[[str], str]
"""One letter for each character of a text."""
_BETWEEN = "\n"


def unspelled(text: str) -> str:
    """Nobody gives letters: records are found by their words alone."""
    return ""


class Spelling:
    def __init__(self, book: Book, spell: Spell) -> None:
        self._book = book
        self._spell = spell

    def of(self, kind: Kind, values: Mapping[str, Value]) -> str:
        """The letters of a record's fields, a line each; empty where nobody gives any."""
        lines = [self._spell(str(values[name])) if values[name] else "" for name in spelled_fields(kind)]
        return _BETWEEN.join(lines) if any(lines) else ""

    def kept(self, kind: Kind, id: int) -> str:
        """The letters under which a record stands in the index."""
        row = self._book.row("SELECT letters FROM spelling WHERE kind = ? AND record_id = ?", (kind.name, id))
        return str(row[0]) if row else ""

    def keep(self, kind: Kind, rows: Iterable[tuple[int, str]]) -> None:
        """Remember the letters of records. Only inside `Book.writing`, with the index itself."""
        self._book.connection.executemany(
            "INSERT OR REPLACE INTO spelling VALUES (?, ?, ?)", ((kind.name, id, letters) for id, letters in rows)
        )

    def lines_of(self, kind: Kind, ids: Iterable[int]) -> dict[int, list[str]]:
        """The letters of several records by id."""
        wanted = list(ids)
        rows = self._book.rows(
            f"SELECT record_id, letters FROM spelling WHERE kind = ? AND record_id IN ({', '.join('?' * len(wanted))})",  # noqa: S608
            (kind.name, *wanted),
        )
        return {id: letters.split(_BETWEEN) for id, letters in rows}
