"""Record numbers like 收2026-0031: one series for each kind and year of the record's date. No number comes twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .book import Book


class Numbering:
    """Hands out numbers inside one transaction; `keep` writes down how far each series got."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._book = book
        self._kind = kind
        self._last: dict[str, int] = {}

    def next(self, year: str) -> str:
        """The next number of that year's series; a thousand and more need no fifth digit until 9999."""
        if year not in self._last:
            row = self._book.row("SELECT last FROM number_series WHERE kind = ? AND year = ?", (self._kind.name, year))
            self._last[year] = row[0] if row else 0
        self._last[year] += 1
        return f"{self._kind.mark}{year}-{self._last[year]:04d}"

    def keep(self) -> None:
        self._book.connection.executemany(
            "INSERT OR REPLACE INTO number_series VALUES (?, ?, ?)",
            [(self._kind.name, year, last) for year, last in self._last.items()],
        )
