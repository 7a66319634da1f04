"""What a quick hand types for a day → the whole date: 5, 3.5, 昨天, 下周五, +3. The form shows the date at once, so that
nothing is guessed behind anybody's back."""

import re
from datetime import date, timedelta
from typing import Final

from ..field import Field, FieldType
from .calendar_words import clock_of, real_day
from .written import Unreadable, clean_line, half_width, read_date

_NEAR: Final = {
    "今": 0, "今天": 0, "今日": 0, "昨": -1, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2, "大前天": -3,
    "明": 1, "明天": 1, "明日": 1, "后天": 2, "后日": 2, "大后天": 3,
    "today": 0, "yesterday": -1, "tomorrow": 1,
}
_STEP: Final = re.compile(r"([+-])(\d{1,3})", re.ASCII)
_WEEK: Final = re.compile(r"(上|本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])")
_WEEKS: Final = {"上": -1, "下": 1}
_IN_MONTH: Final = re.compile(r"(?:(上|本|下)个?月)?(\d{1,2})[日号]?", re.ASCII)
_MONTH_DAY: Final = re.compile(r"(\d{1,2})[./\-月](\d{1,2})[日号]?|(\d{2})(\d{2})", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"(\d{2})[./\-年](\d{1,2})[./\-月](\d{1,2})日?|(\d{2})(\d{2})(\d{2})", re.ASCII)
_SERIES: Final = re.compile(r"([\u4e00-\u9fff]{1,16})〔\d{4}〕\d{1,5}号", re.ASCII)
_SERIAL: Final = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_TOO_FAR_AHEAD: Final = 200  # days: 12.28 typed in January was last year
_NEARER_AHEAD: Final = 183  # days: a deadline that passed longer ago is rather next year's
_TOO_LONG_AGO: Final = 300  # days: 1.5 typed in December is next year


def day_of(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The day that a short text means, None when it means none.

    `5` is the 5th of this month, `3.5` the 5th of March of this year, or of the year beside it when this year's is
    more than 200 days ahead or 300 days past. With `ahead` (deadlines) a day of the month that is past
    moves on to the next month, and a day of the year only where next year's is the nearer.
    """
    line = half_width(clean_line(text)).replace(" ", "")
    if (near := _NEAR.get(line.lower())) is not None:
        return today + timedelta(days=near)
    if step := _STEP.fullmatch(line):
        return today + timedelta(days=int(step[1] + step[2]))
    if week := _WEEK.fullmatch(line):
        monday = today - timedelta(days=today.weekday())
        weekday = "一二三四五六日".index(week[2].replace("天", "日"))
        return monday + timedelta(days=weekday, weeks=_WEEKS.get(week[1] or "", 0))
    if found := _IN_MONTH.fullmatch(line):
        return _in_month(found[1], int(found[2]), today, ahead=ahead)
    if found := _MONTH_DAY.fullmatch(line):
        month, day = (int(part) for part in found.groups() if part)
        return _in_year(month, day, today, ahead=ahead)
    if found := _SHORT_YEAR.fullmatch(line):
        year, month, day = (int(part) for part in found.groups() if part)
        return real_day(2000 + year, month, day)
    try:
        return date.fromisoformat(read_date(line))
    except Unreadable:
        return None


def month_and_day(text: str) -> tuple[int | None, int] | None:
    """The (month, day) of 10.20 or the (None, day) of 20: what leaves the year to others."""
    line = half_width(clean_line(text)).replace(" ", "")
    if found := _MONTH_DAY.fullmatch(line):
        month, day = (int(part) for part in found.groups() if part)
        return month, day
    only = _IN_MONTH.fullmatch(line)
    return (None, int(only[2])) if only and only[1] is None and "月" not in line else None


def _in_month(which: str | None, day: int, today: date, *, ahead: bool) -> date | None:
    turn = {"上": -1, "下": 1}.get(which or "", 0)
    if ahead and which is None and day < today.day:
        turn = 1
    serial = today.year * 12 + today.month - 1 + turn
    return real_day(serial // 12, serial % 12 + 1, day)


def _in_year(month: int, day: int, today: date, *, ahead: bool) -> date | None:
    same = real_day(today.year, month, day)
    if same is None:
        return None
    days = (same - today).days
    if not ahead and days > _TOO_FAR_AHEAD:
        return real_day(today.year - 1, month, day)
    if days < (-_NEARER_AHEAD if ahead else -_TOO_LONG_AGO):
        return real_day(today.year + 1, month, day)
    return same


def in_series(serial: str, last: str, today: date) -> str:
    """A bare number typed for a 发文字号 → the whole one, in the series in which `last` stood, of this year:
    `3` behind 云农发〔2025〕88号 is 云农发〔2026〕3号. Anything else stays as it was typed."""
    typed = half_width(clean_line(serial))
    series = _SERIES.fullmatch(last)
    if not series or not _SERIAL.fullmatch(typed):
        return serial
    return f"{series[1]}〔{today.year}〕{int(typed)}号"


def completed(text: str, field: Field, today: date) -> str:
    """The text as it should stand in the field: a short day or hour in full, anything else as it was typed."""
    if not clean_line(text):
        return text
    if field.type is FieldType.DATE:
        day = day_of(text, today, ahead=field.name == "deadline")
        return day.isoformat() if day else text
    if field.type is FieldType.TIME:
        return clock_of(half_width(clean_line(text))) or text
    return text
