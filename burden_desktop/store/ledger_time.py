"""Seconds spent on the ledger itself, by day: measured while a form is open and somebody works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..domain.months.month import Month
    from .book import Book


class LedgerTime:
    def __init__(self, book: Book) -> None:
        self._book = book

    def add(self, day: date, seconds: int) -> None:
        """Add to a day's time. It is no record and leaves no entry. Raises CannotWrite."""
        with self._book.writing() as connection:
            connection.execute(
                "INSERT INTO ledger_time VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET seconds = seconds + excluded.seconds",
                (day.isoformat(), seconds),
            )

    def in_month(self, month: Month) -> int:
        """Seconds in the month; 0 where nothing was measured."""
        row = self._book.row("SELECT coalesce(sum(seconds), 0) FROM ledger_time WHERE day LIKE ?", (f"{month}-%",))
        return int(row[0]) if row else 0
