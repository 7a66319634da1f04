"""Working days by the official holiday calendar, make-up days (调休上班) included.

Source: the yearly 国务院办公厅关于部分节假日安排的通知, as kept by chinese_calendar for 2004 to 2026. A year that nobody
has told yet falls back to weekends, and `is_official` says so; it can be added from a file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import chinese_calendar
from chinese_calendar import constants

from ..domain.errors.calendar import UnreadableCalendar
from .holiday_list import missing_holidays

_HOLIDAYS: Final[Mapping[date, str]] = constants.holidays
_MAKE_UP_DAYS: Final[Mapping[date, str]] = constants.workdays
FIRST_YEAR: Final = min(_HOLIDAYS).year
LAST_YEAR: Final = max(_HOLIDAYS).year
REST, WORK = "休", "班"
_LINE = re.compile(
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:\s*(?:至|到|—|–|~|～)\s*(?:(\d{4})[-./年])?(?:(\d{1,2})[-./月])?(\d{1,2})日?)?"
    r"(?:[\s,，;；:：]+|(?<=日))(休|放假|班|上班|补班)\S*"
)
_LONGEST: Final = 15  # days of one stretch
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar; `added` holds days of years from a file: True works, False rests."""

    added: Mapping[date, bool] = field(default_factory=dict)

    def is_official(self, year: int) -> bool:
        """Whether the year's arrangement is known: it ships with the program, or all seven holidays of it were added. Otherwise
        weekends count as rest, and the days that were added as they were told."""
        return FIRST_YEAR <= year <= LAST_YEAR or not missing_holidays(self.added, year)

    def overruled(self, day: date) -> bool:
        """Whether the added day says the contrary of what ships with the program."""
        return day in self.added and FIRST_YEAR <= day.year <= LAST_YEAR and Workdays().is_working(day) != self.added[day]

    def is_working(self, day: date) -> bool:
        """Whether people work on `day`."""
        if day in self.added:
            return self.added[day]
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day in _MAKE_UP_DAYS or (day.weekday() <= _FRIDAY and day not in _HOLIDAYS)
        return day.weekday() <= _FRIDAY

    def is_holiday(self, day: date) -> bool:
        """Whether `day` is a rest day by the arrangement, not merely a weekend."""
        if day in self.added:
            return not self.added[day] and day.weekday() <= _FRIDAY
        return day in _HOLIDAYS

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; 0 when `end` is not later."""
        days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
        return sum(map(self.is_working, days))

    def after(self, start: date, count: int) -> date:
        """The day on which the `count`-th working day after `start` falls; `start` itself for 0."""
        day = start
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day


def holiday_name(day: date) -> str | None:
    """The English name of the public holiday, None on other days and in years that are not known."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    name: str | None = chinese_calendar.get_holiday_detail(day)[1]
    return name


def read_year(text: str) -> dict[date, bool]:
    """The days of a calendar file: a day or a stretch a line, `2027-01-01 休` and `2027年2月5日至11日 放假` rest, `2027-02-06 班`
    works. `#` begins a remark.

    Weekends that rest and weekdays that work need no line. Raises UnreadableCalendar with the line's number.
    """
    days: dict[date, bool] = {}
    for number, line in _told(text.lstrip("\ufeff").splitlines()):
        found = _LINE.fullmatch(line)
        try:
            if not found:
                raise ValueError(line)
            days.update(dict.fromkeys(_stretch(found), WORK in found[7]))
        except ValueError as trouble:
            raise UnreadableCalendar(line=number) from trouble
    if not days:
        raise UnreadableCalendar(line=1)
    return days


def _stretch(found: "re.Match[str]") -> list[date]:
    """The day of a line, or the days from the one to the other. Raises ValueError."""
    first = date(int(found[1]), int(found[2]), int(found[3]))
    last = date(int(found[4] or first.year), int(found[5] or first.month), int(found[6])) if found[6] else first
    if not 0 <= (last - first).days < _LONGEST:
        raise ValueError(found[0])
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _told(lines: Iterable[str]) -> Iterable[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        bare = line.partition("#")[0].strip()
        if bare:
            yield number, bare
