"""How much came on each day of a year: counted from the index by date alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .door import day_at

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .book import Book


class Load:
    def __init__(self, book: Book) -> None:
        self._book = book

    def of_year(self, kind: Kind, year: int) -> dict[date, int]:
        """Records by their own date, withdrawn ones left out; days without any are missing."""
        rows = self._book.rows(
            f"SELECT {kind.dated_by}, count(*) FROM {kind.name} WHERE withdrawn_at IS NULL"  # noqa: S608 - declared names
            f" AND {kind.dated_by} BETWEEN ? AND ? GROUP BY 1",
            (f"{year}-01-01", f"{year}-12-31"),
        )
        return {day_at(f"{kind.name} {kind.dated_by}", day): int(count) for day, count in rows}

    def of_day(self, kind: Kind, day: date) -> tuple[str, ...]:
        """The numbers of the records of that date, withdrawn ones left out, as entered."""
        rows = self._book.rows(
            f"SELECT number FROM {kind.name} WHERE withdrawn_at IS NULL AND {kind.dated_by} = ? ORDER BY id",  # noqa: S608
            (day.isoformat(),),
        )
        return tuple(number for (number,) in rows)
