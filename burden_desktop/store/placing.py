"""Where a record counts: in the month of its date, in the open month when it is late, or as long as its thing stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..domain.errors.months import SealedMonth
from ..domain.kind import Kind
from ..domain.month import Month
from ..domain.record import Record
from ..domain.stock import Span
from ..domain.written import Value
from .book import Book
from .months import closed_months, last_sealed

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Place:
    """The month of a record, whether it is `late`, what family it belongs to, and its span where it stands."""

    month: Month
    late: bool = False
    family: str | None = None
    span: Span | None = None

    @property
    def columns(self) -> tuple[object, ...]:
        """As `Statements.place` names them."""
        if self.span:
            return self.span.since, self.span.until
        return str(self.month), self.late, self.family

    @property
    def told(self) -> dict[str, object]:
        """As history keeps it: what is empty is left out."""
        if self.span:
            state: dict[str, object] = {"stands_since": self.span.since}
            return {**state, "stands_until": self.span.until} if self.span.until else state
        state = {"booked_in": str(self.month)}
        if self.late:
            state["late"] = 1
        if self.family is not None:
            state["family"] = self.family
        return state


def place_of(record: Record) -> Place:
    """Where a record counts now."""
    return Place(record.month, record.late, record.family, record.span)


def place_in(kind: Kind, columns: tuple[Any, ...]) -> Place:
    """From the columns of `Statements.place`."""
    if kind.stock:
        return Place(Month.parse(columns[0][:7]), span=Span(*columns))
    return Place(Month.parse(columns[0]), bool(columns[1]), columns[2])


class Placing:
    """Gives records of one kind their places; asks the ledger once what is closed."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._kind = kind
        self._today = book.clock().date()
        self._closed = closed_months(book)
        self._last = last_sealed(book)
        self._months: dict[str, Month] = {}

    def of_new(self, values: Values, *, late: bool) -> Place:
        """Raises SealedMonth."""
        if self._kind.stock:
            return self._standing(values, None)
        own = str(values[self._kind.dated_by])[:7]
        behind = late and self._last is not None and own <= str(self._last)
        booked_in = str(self._last.plus(1)) if behind and self._last else own
        if booked_in in self._closed:
            raise SealedMonth(month=Month.parse(booked_in).label)
        month = self._months.setdefault(booked_in, Month.parse(booked_in))
        return Place(month, behind, self._kind.same_as(values))

    def of_changed(self, record: Record, values: Values, changed: set[str]) -> Place:
        """A new date moves a record, a late one stays where it is booked. Raises SealedMonth."""
        if self._kind.stock:
            return self._standing(values, record.span)
        month = record.month if record.late else self._kind.month_of(values)
        for touched in (record.month, month):
            if str(touched) in self._closed and not all(self._kind.field(name).follow_up for name in changed):
                raise SealedMonth(month=touched.label)
        return Place(month, record.late, self._kind.same_as(values))

    def refuse_closed(self, record: Record) -> None:
        """Raise SealedMonth when the record counts in a closed month and in no other."""
        if record.span is None and str(record.month) in self._closed:
            raise SealedMonth(month=record.month.label)

    def _standing(self, values: Values, before: Span | None) -> Place:
        assert self._kind.stock  # noqa: S101 - asked before
        span = self._kind.stock.span(values, today=self._today.isoformat(), before=before)
        return Place(Month.of(date.fromisoformat(span.since)), span=span)
