"""Where a record counts: in the month of its date, in the open month when it is late, or as long as its thing stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ..domain.months.month import Month
from ..domain.months.stock import Span
from ..domain.reading.written import Value
from ..domain.same_thing import OWN, first_family
from .chain.frozen import Frozen
from .closed_months import closed_months
from .door import day_at, month_at
from .months import last_sealed

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from ..domain.record import Record
    from .book import Book

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Place:
    """The month of a record, whether it is `late`, what family it belongs to and what a person said of that, and its span
    where it stands."""

    month: Month
    late: bool = False
    family: str | None = None
    span: Span | None = None
    said: str | None = None

    @property
    def columns(self) -> tuple[object, ...]:
        """As `Statements.place` names them."""
        if self.span:
            return self.span.since, self.span.until
        return str(self.month), self.late, self.family, self.said

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
        if self.said is not None:
            state["said"] = self.said
        return state


def place_of(record: Record) -> Place:
    """Where a record counts now."""
    return Place(record.month, record.late, record.family, record.span, record.said)


def place_in(kind: Kind, number: str, columns: tuple[Any, ...]) -> Place:
    """From the columns of `Statements.place` of the record of that number. Raises WrongValue."""
    if kind.stock:
        since, until = columns
        place = f"{kind.name} {number} stands_since"
        day_at(f"{kind.name} {number} stands_until", until or since)
        return Place(Month.of(day_at(place, since)), span=Span(since, until))
    _, late, family, said = columns
    if said is None and family == f"{OWN}|{number}":
        said = OWN  # parted when nothing but the family told of it
    return Place(month_at(f"{kind.name} {number} booked_in", columns[0]), bool(late), family, said=said)


class Placing:
    """Gives records of one kind their places; asks the ledger once what is closed."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._book, self._kind = book, kind
        self._today = book.clock().date()
        self._closed = closed_months(book)
        self._frozen = Frozen(book)
        self._last = last_sealed(book)
        self._months: dict[str, Month] = {}

    def of_new(self, values: Values, *, late: bool) -> Place:
        """Raises SealedMonth, FrozenMonth."""
        if self._kind.stock:
            return self._standing(values, None)
        own = str(values[self._kind.dated_by])[:7]
        behind = late and self._last is not None and own <= str(self._last)
        booked_in = str(self._last.plus(1)) if behind and self._last else own
        self._refuse(booked_in)
        month = self._months.setdefault(booked_in, Month.parse(booked_in))
        family = first_family(self._kind.same_as(values), self._kind.alike(values), str(values[self._kind.dated_by]))
        return Place(month, behind, family)

    def of_changed(self, record: Record, values: Values, changed: set[str], *, back_to: Place | None = None) -> Place:
        """A new date moves a record. A late one stays where it is booked, unless its new date lies behind the last
        sealed month: then it is late no more. What comes later of a record changes its place never. A change that is taken
        back puts it where it was booked before, with what was said then (`back_to`). Raises SealedMonth.
        """
        if self._kind.stock:
            self._frozen.refuse_standing(record.number)
            return self._standing(values, record.span)
        self._frozen.refuse(str(record.month))
        standing = place_of(record)
        said = back_to.said if back_to is not None else record.said
        if said == record.said and all(self._kind.field(name).follow_up for name in changed):
            return standing
        own = self._kind.month_of(values)
        late = record.late and self._last is not None and own <= self._last
        month = record.month if late else own
        family = record.family  # `Kinship` has the last word
        if back_to is not None:
            month, late, family = back_to.month, back_to.late, back_to.family
        for touched in (record.month, month):
            self._refuse(str(touched))
        return replace(standing, month=month, late=late, family=family, said=said)

    def refuse_closed(self, record: Record) -> None:
        """Raise SealedMonth when the record counts in a closed month and in no other, FrozenMonth or FrozenRecord where
        a break of the chain touches it."""
        if record.span is None:
            self._refuse(str(record.month))
        else:
            self._frozen.refuse_standing(record.number)

    def _refuse(self, month: str) -> None:
        self._frozen.refuse(month)
        if month in self._closed:
            raise self._closed.refusal(month)

    def _standing(self, values: Values, before: Span | None) -> Place:
        assert self._kind.stock  # noqa: S101 - asked before
        today = self._today.isoformat()
        span = self._kind.stock.span(values, today=today, open_since=self._open_since(), before=before)
        return Place(Month.of(date.fromisoformat(span.since)), span=span)

    def _open_since(self) -> str:
        """The first day after the last sealed month; before the first sealing, as far back as figures are compared."""
        first = self._last.plus(1) if self._last else Month(self._today.year - 1, 1)
        return first.first_day.isoformat()
