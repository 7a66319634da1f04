"""Two tables beside each other on one sheet, or one table printed in two columns, taken apart; rows keep their numbers.

Only where each part has headings of its own that name a title: an empty column inside one table parts nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ...domain.kind import Kind
from .heading import SEARCHED_ROWS, heading_at
from .heading_map import bare
from .sheet import Sheet
from .value import is_empty

_FEWEST: Final = 2  # headings that a part must have


def parted(sheet: Sheet, kinds: Sequence[Kind]) -> tuple[Sheet, ...]:
    """The tables of the sheet from left to right; the sheet itself where there is one."""
    for row in range(min(SEARCHED_ROWS, len(sheet.rows))):
        names = [bare(cell) for cell in sheet.rows[row]]
        if sum(map(bool, names)) < 2 * _FEWEST:
            continue
        for cut in _cuts(sheet, row, names):
            parts = (_columns(sheet, 0, cut), _columns(sheet, cut, len(names)))
            if all(_headed(part, row, kinds) for part in parts):
                return parts
    return (sheet,)


def _cuts(sheet: Sheet, row: int, names: list[str]) -> list[int]:
    """Where the right table may begin: behind an empty column, or where the first headings come again."""
    written = [column for column, name in enumerate(names) if name]
    cuts = []
    for before, column in pairwise(written):
        gap = range(before + 1, column)
        blank = bool(gap) and all(is_empty(cells[at]) for cells in sheet.rows[row:] for at in gap if at < len(cells))
        again = names[column] == names[written[0]] and names[column + 1 : column + 3] == names[written[0] + 1 : written[0] + 3]
        if blank or again:
            cuts.append(column)
    return cuts


def _headed(part: Sheet, row: int, kinds: Sequence[Kind]) -> bool:
    found = heading_at(part, row, kinds, "", {})
    return found is not None and found.last == row and {found.kind.titled_by, found.kind.dated_by} <= set(found.fields.values())


def _columns(sheet: Sheet, first: int, stop: int) -> Sheet:
    rows = tuple(tuple(cell if first <= at < stop else "" for at, cell in enumerate(cells)) for cells in sheet.rows)
    spans = tuple(span for span in sheet.spans if first <= span[0][1] and span[1][1] < stop)
    return replace(sheet, rows=rows, spans=spans)
