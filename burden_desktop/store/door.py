"""The door through which rows become values: what this program cannot have written there is named by its place, and
nobody behind the door meets it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..domain.errors.damage import WrongValue
from ..domain.errors.family import BurdenError
from ..domain.field import MAX_COUNT, Field, FieldType
from ..domain.kind import Kind
from ..domain.months.month import Month
from ..domain.reading.written import Unreadable, read_value

if TYPE_CHECKING:
    from ..domain.bodies.organ import Level

Made = TypeVar("Made")
_LONGEST: Final = 40
_NOT_OURS: Final = (
    *(BurdenError, Unreadable, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError),
)


def taken(place: str, value: Any, make: Callable[[Any], Made]) -> Made:
    """What `make` makes of a stored value. Raises WrongValue with its place where it can make nothing of it."""
    try:
        return make(value)
    except _NOT_OURS as trouble:
        raise wrong(place, value) from trouble


def wrong(place: str, value: object) -> WrongValue:
    """The error for a value that cannot stand at `place`."""
    shown = str(value)
    return WrongValue(place=place, value=shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")


def level_at(place: str, text: str | None) -> Level | None:
    from ..domain.bodies.organ import Level  # the page shown first knows no levels

    return taken(place, text, Level) if text else None


def month_at(place: str, text: str) -> Month:
    return taken(place, text, Month.parse)


def day_at(place: str, text: str) -> date:
    """From an ISO date, also one with an hour behind it."""
    return taken(place, text, lambda written: date.fromisoformat(written[:10]))


def moment_at(place: str, text: str) -> datetime:
    """Always with its offset: others cannot be compared with the clock."""
    return taken(place, text, _aware)


def state_at(place: str, text: str) -> dict[str, Any]:
    """What an entry's content keeps: a JSON object."""
    return taken(place, text, lambda written: dict(json.loads(written)))


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def fields_check(kind: Kind) -> Callable[[str, Sequence[Any]], None]:
    """What looks at the number and the fields of one record after the other, and raises WrongValue where a date, a time or
    a count is none. Made once for many records: to find a kind in a cache costs more than the looking."""
    exact = tuple((place, field, field.type) for place, field in _exact(kind))

    def check(number: str, values: Sequence[Any]) -> None:
        for place, field, type_ in exact:
            value = values[place]
            if value is not None and not _fits(field, type_, value):
                raise wrong(f"{kind.name} {number} {field.name}", value)

    return check


@cache
def _exact(kind: Kind) -> tuple[tuple[int, Field], ...]:
    exact = (FieldType.DATE, FieldType.TIME, FieldType.COUNT)
    return tuple((place, field) for place, field in enumerate(kind.fields) if field.type in exact)


def _fits(field: Field, type_: FieldType, value: str | int) -> bool:
    if type_ is FieldType.COUNT:
        return isinstance(value, int) and 0 <= value <= MAX_COUNT
    try:
        if type_ is FieldType.DATE:
            return date.fromisoformat(str(value)).isoformat() == value
        return read_value(value, field) == value
    except (ValueError, TypeError, Unreadable):
        return False
