"""3.1 as a number may be 3月1日 or 3月10日: the days above and below decide, and where they do not, nobody does."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .sheet import Cell

_DOUBTFUL_DAYS: Final = (1, 2, 3)
MonthDay = tuple[int, int]


def doubtful(cell: Cell) -> tuple[MonthDay, MonthDay] | None:
    """Both readings of a number such as 3.1; None when it has one reading or none."""
    if not isinstance(cell, float) or cell.is_integer() or not 1 < cell < 13:
        return None
    month, day = f"{cell:g}".split(".")
    if len(day) != 1 or int(day) not in _DOUBTFUL_DAYS:
        return None
    return (int(month), int(day)), (int(month), int(day) * 10)


def settle(cells: Sequence[Cell], days: Sequence[MonthDay | None]) -> dict[int, str]:
    """Index → what a doubtful number means, from `days`, the readings of the others in the same column (None: none)."""
    settled: dict[int, str] = {}
    known = list(days)
    if any(later < earlier for earlier, later in _neighbours(known)):
        return {}  # a column that is not in order tells nothing
    for index, cell in enumerate(cells):
        both = doubtful(cell)
        if not both:
            continue
        before = next((day for day in reversed(known[:index]) if day), (0, 0))
        after = next((day for day in known[index + 1 :] if day), (13, 0))
        fitting = [reading for reading in both if before <= reading <= after]
        if len(fitting) == 1:
            known[index] = fitting[0]
            settled[index] = f"{fitting[0][0]}月{fitting[0][1]}日"
    return settled


def _neighbours(days: Sequence[MonthDay | None]) -> list[tuple[MonthDay, MonthDay]]:
    told = [day for day in days if day]
    return list(pairwise(told))
