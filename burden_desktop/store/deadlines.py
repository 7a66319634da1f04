"""Records with a deadline that nobody has dealt with yet, read through an index of their own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..domain.months.agenda import Due, settled_by
from .door import day_at

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .book import Book


class Deadlines:
    def __init__(self, book: Book) -> None:
        self._book = book

    def between(self, kind: Kind, first: date, last: date, limit: int) -> tuple[Due, ...]:
        """At most `limit` records due from `first` to `last`, the most pressing first."""
        done = settled_by(kind)
        if done is None:
            return ()
        column, value = done
        still_open = f"r.{column} IS NULL" if value is None else f"coalesce(r.{column}, '') <> ?"
        places: list[Any] = [first.isoformat(), f"{last.isoformat()}~"]  # a deadline may name an hour
        places += [] if value is None else [value]
        rows = self._book.rows(
            f"SELECT r.number, r.{kind.titled_by}, coalesce(o.name, r.organ), r.deadline FROM {kind.name} r"  # noqa: S608
            " LEFT JOIN organ o ON o.id = r.organ_id WHERE r.deadline IS NOT NULL AND r.withdrawn_at IS NULL"
            f" AND r.deadline BETWEEN ? AND ? AND {still_open} ORDER BY r.deadline, r.id LIMIT ?",
            (*places, limit),
        )
        return tuple(Due(kind.name, number, title, organ or "", day_at(f"{kind.name} {number} deadline", on)) for number, title, organ, on in rows)
