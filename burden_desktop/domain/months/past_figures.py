"""Last year's monthly figures of a point whose ledger does not reach back: entered by hand, and marked so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors.past_figures import UnreadableFigures
from ..field import MAX_COUNT
from ..kind import Kind
from .month import Month

_MONTH = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*月?")


@dataclass(frozen=True, slots=True)
class PastFigure:
    """`things` of a kind in a month before the ledger began."""

    kind: str
    month: Month
    things: int


def read_past_figures(rows: Iterable[Sequence[object]], kinds: Sequence[Kind]) -> tuple[PastFigure, ...]:
    """A table whose first column is the month (2025-03, 2025年3月) and whose other headings are kinds' labels or names.

    Rows of no month and empty cells are passed over. Raises UnreadableFigures with the row's number.
    """
    columns: Mapping[int, str] = {}
    found = []
    for number, row in enumerate(rows, 1):
        cells = [str(cell).strip() for cell in row]
        if not columns:
            columns = {
                place: kind.name for place, cell in enumerate(cells) for kind in kinds if cell in (kind.label, kind.name)
            }
            continue
        month = _MONTH.match(cells[0]) if cells else None
        if not month:
            continue
        for place, kind in columns.items():
            written = cells[place] if place < len(cells) else ""
            if written:
                found.append(PastFigure(kind, Month(int(month[1]), int(month[2])), _count(written, number)))
    if not found:
        raise UnreadableFigures(row=1)
    return tuple(found)


def _count(written: str, row: int) -> int:
    try:
        value = float(written)
    except ValueError as trouble:
        raise UnreadableFigures(row=row) from trouble
    if not 0 <= value <= MAX_COUNT or value != int(value):  # NaN and infinities stand outside
        raise UnreadableFigures(row=row)
    return int(value)
