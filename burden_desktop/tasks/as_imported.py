"""A value written for one field as a register's cell would be: 240分钟, 2人, 微信群, 10月8日18时. What an import takes, `add` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.field import Field, FieldType
from ..domain.reading.own_day import completed_beside
from ..domain.reading.written import Unreadable, read_value

if TYPE_CHECKING:
    from datetime import date

    from ..domain.kind import Kind

_YES: Final = frozenset({"是", "有", "要", "√", "需要", "要求"})
_NO: Final = frozenset({"否", "无", "没有", "不要", "×", "不需要"})


def as_imported(text: str, kind: Kind, field: Field, *, word: str, own: date | None, today: date) -> str:
    """The canonical words for what an import would read, the text itself where the field reads it or nobody does. `word` is
    what the field was called: under 打卡 a mere 是 means 打卡."""
    try:
        read_value(text, field)
    except Unreadable:
        found = _read(text, kind, field, word, own or today, today)
        return text if found is None else str(found)
    return text


def _read(text: str, kind: Kind, field: Field, word: str, own: date, today: date) -> str | int | None:
    from ..intake.registers import value  # the readers of registers are seldom needed here

    if field.type is FieldType.COUNT:
        return value.minutes_of(text, f"{word}（分钟）") if field.name.endswith("minutes") else value.count_of(text, field)
    if field.type is FieldType.CHOICE:
        return value.choice_of(text, field)
    if field.type is FieldType.FLAGS:
        return _flags(text, field, word, value.flags_of(text, field))
    if field.type is FieldType.DATE:
        return _day(text, kind, field, own, today)
    if field.type is FieldType.TIME:
        begins, _ = _clocks(text)
        return begins
    return None


def _flags(text: str, field: Field, word: str, found: str | None) -> str | None:
    """Choices that the words hold, or that hold the words: 报送 is 报送贯彻情况."""
    told = text.strip()
    if found:
        return found
    if told in _NO:
        return ""
    wanted = [choice for choice in field.choices if (choice == word.strip() if told in _YES else told in choice)]
    return wanted[0] if len(wanted) == 1 else None


def _day(text: str, kind: Kind, field: Field, own: date, today: date) -> str | None:
    """The day of a day with its hour; the hour has no place in the field."""
    from datetime import date as day

    from ..intake.registers.told_date import Told
    from ..intake.registers.value import stretch_of

    found = stretch_of(text, Told(own.year), today)
    if found is None or found.end_day:
        return None
    read = day.fromisoformat(found.day)
    if str(read.year) in text:
        return found.day
    return completed_beside(f"{read.month}.{read.day}", field, kind, own, today)


def _clocks(text: str) -> tuple[str | None, str | None]:
    from ..intake.registers.value import clocks_of

    try:
        return clocks_of(text)
    except Unreadable:
        return None, None
