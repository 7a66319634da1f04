"""Counts of one kind over a period, and how far back the ledger reaches: read without a single record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.months.tally import Tally
from .door import month_at
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .book import Book


class Tallies:
    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, kind: Kind, first: Month, last: Month) -> Tally:
        """Things, receipts and minutes booked from `first` to `last`, both included, late ones left out.

        Receipts of one family are one thing within the period; a record of no family is a thing of its own. Of what
        stands for a time, those count that stand on the last day.
        """
        sql = Statements(kind)
        places = sql.month_places(last) if kind.stock else (str(first), str(last))
        return Tally(*self._book.rows(sql.tally, places)[0])

    def holds(self, kind: Kind, month: Month) -> bool:
        """Whether anything counts in `month`, late or not."""
        sql = Statements(kind)
        return self._book.row(sql.any_in_month, sql.month_places(month)) is not None

    def first_month(self) -> Month | None:
        """The earliest month in which anything is booked: how far back the ledger reaches. A plaque that hung long
        before does not tell."""
        return min((month for kind in KINDS if kind.stock is None and (month := self.first_of(kind))), default=None)

    def first_of(self, kind: Kind) -> Month | None:
        """The earliest month in which a record of that kind is booked."""
        found = self._book.rows(Statements(kind).first_month)[0][0]
        return month_at("booked_in", found) if found else None
