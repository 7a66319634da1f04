"""A day of rest or work that a point entered itself, and what is told when such days are entered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..texts import Sentence, say


class CalendarDay(NamedTuple):
    """`overrules`: the calendar that ships with the program says the contrary."""

    day: date
    works: bool
    overrules: bool = False


def told_days(days: Sequence[CalendarDay], incomplete: Mapping[int, Sequence[str]]) -> tuple[Sentence, ...]:
    """How many days, which of them overrule the program's own, and (`incomplete`: year → holidays that are missing) which years
    are still reckoned by weekends."""
    against = "、".join(day.day.isoformat() for day in days if day.overrules)
    told = [say("已加入{count}天。", count=len(days))]
    if against:
        told.append(say("{days}与程序自带的安排相反，今后按加入的计算。", days=against))
    told += [incomplete_year(year, missing) for year, missing in incomplete.items()]
    return tuple(told)


def incomplete_year(year: int, missing: Sequence[str]) -> Sentence:
    return say("{year}年的放假安排还不全，没有写到{missing}；工作日按周末和已加入的日子推算。", year=year, missing="、".join(missing))
