"""The days of rest and work that a point entered beside the official calendar: added, looked at, taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..analysis.holiday_list import missing_holidays
from ..analysis.workdays import REST, WORK, Workdays, read_year
from ..domain.months.calendar_day import CalendarDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ..store.ledger import Ledger

_CALENDAR: Final = "calendar"


def workdays_of(ledger: Ledger) -> Workdays:
    """The official calendar, with the days that the point added."""
    return ledger.settings.read(_CALENDAR, Workdays(), lambda added: Workdays(read_year(added)))


def add_calendar(ledger: Ledger, text: str) -> tuple[CalendarDay, ...]:
    """Add the days of a calendar file; a day told anew replaces what was told before. → the days that were told. Raises
    UnreadableCalendar."""
    told = read_year(text)
    _keep(ledger, {**workdays_of(ledger).added, **told})
    return tuple(day for day in days_of(ledger) if day.day in told)


def days_of(ledger: Ledger) -> tuple[CalendarDay, ...]:
    """The days that were added, in their order."""
    known = workdays_of(ledger)
    return tuple(CalendarDay(day, works, known.overruled(day)) for day, works in sorted(known.added.items()))


def incomplete_of(ledger: Ledger, days: Sequence[CalendarDay]) -> dict[int, tuple[str, ...]]:
    """Years of the days that are not known as a whole → the holidays that are missing, as labels."""
    known = workdays_of(ledger)
    years = sorted({day.day.year for day in days})
    return {year: missing_holidays(known.added, year) for year in years if not known.is_official(year)}


def remove_days(ledger: Ledger, days: Iterable[date]) -> None:
    """Forget days that were added; what ships with the program, or the weekend, holds again."""
    gone = set(days)
    _keep(ledger, {day: works for day, works in workdays_of(ledger).added.items() if day not in gone})


def _keep(ledger: Ledger, days: Mapping[date, bool]) -> None:
    lines = (f"{day.isoformat()} {WORK if works else REST}" for day, works in sorted(days.items()))
    ledger.settings.set(_CALENDAR, "\n".join(lines))
