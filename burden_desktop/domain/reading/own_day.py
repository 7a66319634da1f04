"""A day typed short beside a record's own day takes its year from that day, never from today: 10.20 beside a paper that came
on 2026-10-12 is 2026-10-20, also when it is entered in the year after."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ..field import Field, FieldType
from ..kind import Kind, Problem, Values
from ..texts import Sentence, say
from .calendar_words import real_day
from .typed import completed, day_of, month_and_day
from .written import Unreadable, read_date

_BESIDE: Final = 183  # days: the nearer of two years that could be meant
_FAR: Final = 366  # days after the record's own day
_BEFORE: Final = frozenset({"issued_on"})
"""Days that lie on or before the record's own; all others follow it."""


def own_day(kind: Kind, written: Mapping[str, object], today: date) -> date | None:
    """The day that dates the record, as far as it is written."""
    day = completed(str(written.get(kind.dated_by) or ""), kind.field(kind.dated_by), today)
    try:
        return date.fromisoformat(read_date(day))
    except Unreadable:
        return None


def completed_beside(text: str, field: Field, kind: Kind, own: date | None, today: date) -> str:
    """As `completed`, but a day without a year is the one beside the record's own day, where that is known."""
    if own is None or field.type is not FieldType.DATE or field.name == kind.dated_by:
        return completed(text, field, today)
    named = month_and_day(text)
    if named is None:  # 昨天, 下周五 and +3 are said of today
        return completed(text, field, today)
    near = day_of(text, today)
    if kind.stock is not None and field.follow_up and near is not None and near >= own:
        return near.isoformat()  # a plaque hangs for years: the day it came down is lately
    day = _beside(*named, field, own, today)
    return day.isoformat() if day else text


def _beside(month: int | None, day: int, field: Field, own: date, today: date) -> date | None:
    earlier = field.name in _BEFORE
    if month is None:
        turn = -1 if earlier and day > own.day else 1 if not earlier and day < own.day else 0
        serial = own.year * 12 + own.month - 1 + turn
        return real_day(serial // 12, serial % 12 + 1, day)
    same = real_day(own.year, month, day)
    other = real_day(own.year + (-1 if earlier else 1), month, day)
    if same is None or other is None:
        return same or other
    if same == own or (same < own) == earlier:
        return same
    happened = field.follow_up and other <= today
    return other if abs((other - own).days) <= _BESIDE or happened else same


def doubtful_days(kind: Kind, values: Values) -> tuple[Problem, ...]:
    """Days that follow the record's own and lie before it, or more than a year after: kept as written, and told."""
    found: list[Problem] = []
    dated = kind.field(kind.dated_by)
    own = _day(values.get(dated.name))
    for field in kind.fields:
        day = _day(values.get(field.name)) if field.type is FieldType.DATE and field.name not in _BEFORE else None
        if own is None or day is None:
            continue
        if day < own:
            found.append(Problem(field.name, say("{field}早于{dated}，请核对。", field=Sentence(field.label), dated=Sentence(dated.label))))
        elif (day - own).days > _FAR and not (kind.stock is not None and field.follow_up):
            found.append(Problem(field.name, say("{field}比{dated}晚一年以上，请核对。", field=Sentence(field.label), dated=Sentence(dated.label))))
    return tuple(found)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(read_date(str(value))) if value else None
    except Unreadable:
        return None
