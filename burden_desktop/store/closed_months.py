"""Which months are closed: nothing may be written into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.errors.months import BeforeFirstSealed, SealedMonth
from .door import month_at

if TYPE_CHECKING:
    from .book import Book


@dataclass(frozen=True, slots=True)
class Closed:
    """Into which months nothing may be written: those sealed and not reopened, and all before the first sealed one,
    since they can never be sealed any more."""

    months: frozenset[str]
    first: str | None

    def __contains__(self, month: str) -> bool:
        return month in self.months or self.is_before_all(month)

    def is_before_all(self, month: str) -> bool:
        return self.first is not None and month < self.first

    def refusal(self, month: str) -> SealedMonth:
        named = month_at("month", month).label
        return BeforeFirstSealed(month=named) if self.is_before_all(month) else SealedMonth(month=named)


def closed_months(book: Book) -> Closed:
    """The months into which nothing may be written."""
    rows = book.rows("SELECT month, open_for_correction FROM month")
    return Closed(frozenset(month for month, reopened in rows if not reopened), min((row[0] for row in rows), default=None))
