"""Tables over many pages: the heading row repeats, a row never breaks, long cells wrap.

Work grows with the number of cells, whatever the number of pages.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .faces import Style
from .lines import Breaker
from .sheet import Sheets

PAD = 3.0
RULE = 0.4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width in points, `align` 0 left, 0.5 centre, 1 right."""

    label: str
    width: float
    align: float = 0


Wrapped = Sequence[Sequence[str]]


def _with_last(parts: Iterable[Wrapped]) -> Iterator[tuple[Wrapped, Wrapped | None]]:
    """Every part; with the last but one comes the last."""
    ahead: deque[Wrapped] = deque()
    for part in parts:
        ahead.append(part)
        if len(ahead) > 2:
            yield ahead.popleft(), None
    if len(ahead) == 2:
        yield ahead.popleft(), ahead[0]
    yield from ((part, None) for part in ahead)


class Table:
    """A table being drawn on `sheets` from the current height downwards."""

    def __init__(self, sheets: Sheets, columns: Sequence[Column], *, size: float, min_height: float = 0) -> None:
        self._sheets = sheets
        self._columns = columns
        self._size = size
        self._leading = size * 1.32
        self._min_height = min_height
        self._cells = Breaker(sheets.faces, Style.SANS, size)
        self._headings = Breaker(sheets.faces, Style.BOLD, size)
        self._top = 0.0

    def draw(self, rows: Iterable[Sequence[str]]) -> None:
        """Draw heading and rows; leaves `sheets.y` under the last row."""
        sheets = self._sheets
        heading = [self._headings.lines(column.label, column.width - 2 * PAD) for column in self._columns]
        heading_height = self._height(heading)
        sheets.need(heading_height + 2 * self._leading)
        self._begin(heading, heading_height)
        parts = (part for row in rows for part in self._parts(self._wrapped(row), heading_height))
        for drawn, (part, last) in enumerate(_with_last(parts)):
            height = self._height(part)
            # The last row never stands alone on its page.
            beside = self._height(last) if last is not None and drawn else 0.0
            if sheets.y - height - beside < sheets.bottom:
                self._close()
                sheets.new_page()
                self._begin(heading, heading_height)
            self._row(part, height, Style.SANS)
        self._close()

    def _wrapped(self, row: Sequence[str]) -> list[tuple[str, ...]]:
        return [
            self._cells.lines(cell, column.width - 2 * PAD) for cell, column in zip(row, self._columns, strict=True)
        ]

    def _height(self, wrapped: Sequence[Sequence[str]]) -> float:
        lines = max(len(lines) for lines in wrapped)
        return max(lines * self._leading + 2 * PAD, self._min_height)

    def _parts(
        self, wrapped: list[tuple[str, ...]], heading_height: float
    ) -> Iterable[Sequence[tuple[str, ...]]]:
        """The row itself, or, where it is taller than a page, as many pieces as it takes: nothing is cut off."""
        page = self._sheets.page.height - 150 - heading_height
        fit = max(1, int((page - 2 * PAD) // self._leading))
        most = max(len(lines) for lines in wrapped)
        if most <= fit:
            yield wrapped
            return
        for start in range(0, most, fit):
            yield [lines[start : start + fit] for lines in wrapped]

    def _begin(self, heading: Sequence[Sequence[str]], height: float) -> None:
        sheets = self._sheets
        self._top = sheets.y
        total = sum(column.width for column in self._columns)
        sheets.box(sheets.x, sheets.y - height, total, height, fill=0.92, edge=None)
        self._row(heading, height, Style.BOLD)

    def _row(self, wrapped: Sequence[Sequence[str]], height: float, style: Style) -> None:
        sheets = self._sheets
        x, top = sheets.x, sheets.y
        for column, lines in zip(self._columns, wrapped, strict=True):
            align = 0.5 if style is Style.BOLD else column.align
            at = x + PAD + (column.width - 2 * PAD) * align
            y = top - (height - len(lines) * self._leading) / 2 - self._size * 1.02
            for line in lines:
                sheets.text(at, y, line, style, self._size, align=align)
                y -= self._leading
            x += column.width
        sheets.y = top - height
        sheets.line(sheets.x, sheets.y, x, sheets.y, weight=RULE)

    def _close(self) -> None:
        """The frame and the upright rules of what stands on this page."""
        sheets = self._sheets
        x = sheets.x
        right = x + sum(column.width for column in self._columns)
        sheets.line(x, self._top, right, self._top, weight=RULE * 2)
        sheets.line(x, sheets.y, right, sheets.y, weight=RULE * 2)
        for column in self._columns:
            sheets.line(x, self._top, x, sheets.y, weight=RULE)
            x += column.width
        sheets.line(x, self._top, x, sheets.y, weight=RULE)
