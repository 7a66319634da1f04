"""Tables over many pages: the heading row repeats, a row never breaks, long cells wrap.

Work grows with the number of cells, whatever the number of pages.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .faces import Style
from .lines import Breaker
from .sheet import Sheets

PAD: Final = 3.0
_EDGE: Final = 0.8  # weight of the rule above and below a table
_HEAD: Final = 0.5  # under its heading row
_ROW: Final = (0.3, 0.6)  # weight and grey under a row
_UPRIGHT: Final = (0.3, 0.75)


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
    """A table being drawn on `sheets` from the current height downwards. `pad` is the room above and below a row."""

    def __init__(
        self, sheets: Sheets, columns: Sequence[Column], *, size: float, min_height: float = 0, pad: float = 2.4
    ) -> None:
        self._sheets = sheets
        self._columns = columns
        self._size = size
        self._leading = size * 1.32
        self._min_height = min_height
        self._pad = pad
        self._cells = Breaker(sheets.faces, Style.SANS, size)
        self._headings = Breaker(sheets.faces, Style.BOLD, size)
        self._heading = [self._headings.lines(column.label, column.width - 2 * PAD) for column in columns]
        self._heading_height = self._height(self._heading)
        self._width = sum(column.width for column in columns)
        self._top = 0.0

    def draw(self, rows: Iterable[Sequence[str]]) -> None:
        """Draw heading and rows; leaves `sheets.y` under the last row."""
        self._sheets.need(self._heading_height + 2 * self._leading)
        self._begin()
        self._draw_rows(rows)
        self._close()

    def _draw_rows(self, rows: Iterable[Sequence[str]]) -> None:
        parts = (part for row in rows for part in self._parts(self._wrapped(row)))
        for drawn, (part, last) in enumerate(_with_last(parts)):
            height = self._height(part)
            # The last row never stands alone on its page.
            beside = self._height(last) if last is not None and drawn else 0.0
            if self._sheets.y - height - beside < self._sheets.bottom:
                self._turn()
            self._row(part, height, Style.SANS)

    def _turn(self) -> None:
        """On to the next page."""
        self._close()
        self._sheets.new_page()
        self._begin()

    def _wrapped(self, row: Sequence[str]) -> list[tuple[str, ...]]:
        return [
            self._cells.lines(cell, column.width - 2 * PAD) for cell, column in zip(row, self._columns, strict=True)
        ]

    def _height(self, wrapped: Sequence[Sequence[str]]) -> float:
        lines = max(len(lines) for lines in wrapped)
        return max(lines * self._leading + 2 * self._pad, self._min_height)

    def _parts(self, wrapped: list[tuple[str, ...]]) -> Iterable[Sequence[tuple[str, ...]]]:
        """The row itself, or, where it is taller than a page, as many pieces as it takes: nothing is cut off."""
        page = self._sheets.page_height - 40 - self._heading_height
        fit = max(1, int((page - 2 * self._pad) // self._leading))
        most = max(len(lines) for lines in wrapped)
        if most <= fit:
            yield wrapped
            return
        for start in range(0, most, fit):
            yield [lines[start : start + fit] for lines in wrapped]

    def _begin(self) -> None:
        sheets, height = self._sheets, self._heading_height
        self._top = sheets.y
        sheets.box(sheets.x, sheets.y - height, self._width, height, fill=0.92, edge=None)
        sheets.line(sheets.x, sheets.y, sheets.x + self._width, sheets.y, weight=_EDGE)
        self._row(self._heading, height, Style.BOLD)

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
        if style is Style.BOLD:
            sheets.line(sheets.x, sheets.y, x, sheets.y, weight=_HEAD)
        else:
            self._under()

    def _under(self) -> None:
        """The thin rule under a row."""
        sheets = self._sheets
        sheets.line(sheets.x, sheets.y, sheets.x + self._width, sheets.y, weight=_ROW[0], grey=_ROW[1])

    def _uprights(self) -> None:
        """The rules between the columns of what was drawn since the last ones."""
        sheets, x = self._sheets, self._sheets.x
        if self._top > sheets.y:
            for column in self._columns[:-1]:
                x += column.width
                sheets.line(x, self._top, x, sheets.y, weight=_UPRIGHT[0], grey=_UPRIGHT[1])
        self._top = sheets.y

    def _close(self) -> None:
        """The end of what stands on this page."""
        self._uprights()
        sheets = self._sheets
        sheets.line(sheets.x, sheets.y, sheets.x + self._width, sheets.y, weight=_EDGE)
