"""Whether days that a point entered are the whole arrangement of a year, or only some of its days.

全国年节及纪念日放假办法 names seven holidays, and the yearly arrangement gives each of them weekdays of rest. A year counts as known
when each has them; a day or two entered by hand leave it unknown: weekends, and the days that were entered.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ..domain.texts import label

_MID_AUTUMN: Final = label("中秋节")
_HOLIDAYS: Final = (  # within these days, how many weekdays rest at least
    (label("元旦"), (1, 1), (1, 3), 1),
    (label("春节"), (1, 20), (2, 25), 3),
    (label("清明节"), (4, 2), (4, 8), 1),
    (label("劳动节"), (5, 1), (5, 5), 1),
    (label("端午节"), (5, 25), (6, 27), 1),
    (_MID_AUTUMN, (9, 6), (9, 30), 1),
    (label("国庆节"), (10, 1), (10, 8), 3),
)
_SATURDAY: Final = 5


def missing_holidays(added: Mapping[date, bool], year: int) -> tuple[str, ...]:
    """The holidays of the year that the days do not tell (True works, False rests), as labels; none where the list is whole."""
    rests = {day for day, works in added.items() if day.year == year and not works}
    missing = []
    for name, first, last, least in _HOLIDAYS:
        found = sum(day.weekday() < _SATURDAY for day in rests if date(year, *first) <= day <= date(year, *last))
        if found < least and not (name == _MID_AUTUMN and _in_october(year, rests)):
            missing.append(name)
    return tuple(missing)


def _in_october(year: int, rests: set[date]) -> bool:
    """A Mid-Autumn Day in October lengthens the week of the National Day to the 8th."""
    return all(day in rests or day.weekday() >= _SATURDAY for day in (date(year, 10, 7), date(year, 10, 8)))
