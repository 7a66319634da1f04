"""Charts that stay legible in black and white: bars from zero, every value written beside its bar."""

from collections.abc import Sequence
from typing import Final, Protocol

from .blocks import Panels
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .wording import NONE

_GREYS: Final = {2: (0.7, 0.2), 3: (1.0, 0.7, 0.2)}  # of the bars, from left to right; the last is the darkest
_HEIGHT: Final = 88.0
_SIZE: Final = 9.0
_IN_A_ROW: Final = 4
_WIDE_IN_A_ROW: Final = 2  # with more than three bars a panel
_ONE_COLUMN: Final = 1  # lying bars, at most
_NARROW: Final = 118.0


class Measure(Protocol):
    def width(self, text: str, style: Style, size: float) -> float: ...


class Surface(Protocol):
    """What a chart is drawn on: the pages of a report, or shapes for a screen."""

    x: float
    y: float

    @property
    def width(self) -> float: ...

    @property
    def page_height(self) -> float: ...

    @property
    def faces(self) -> Measure: ...

    def need(self, height: float) -> None: ...

    def text(self, x: float, y: float, text: str, style: Style, size: float, *, align: float = 0) -> None: ...

    def line(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, grey: float = 0) -> None: ...

    def box(self, x: float, y: float, width: float, height: float, *, fill: float | None = None) -> None: ...


def panels_height(block: Panels) -> float:
    """Points that the panels take in all."""
    rows = _rows(block)
    return 6 + rows * (_high(rows) + 34) + (15 if len(block.series) in _GREYS else 0)


def _rows(block: Panels) -> int:
    in_a_row = _IN_A_ROW if len(block.series) <= len(_GREYS[3]) else _WIDE_IN_A_ROW
    return -(-len(block.panels) // in_a_row)


def _high(rows: int) -> float:
    """How high the bars may be: one row of panels has more room than two."""
    return _HEIGHT if rows == 1 else _HEIGHT * 0.7


def panels(sheets: Surface, block: Panels) -> None:
    """One panel a kind, each with its own scale from zero: 收文 in hundreds would hide 迎检 in single figures. Several
    stand in a row, more in the next; what fits on a page stays on one."""
    rows = _rows(block)
    sheets.need(min(panels_height(block), sheets.page_height))
    sheets.y -= 6
    if len(block.series) in _GREYS:
        _legend(sheets, sheets.y - 6, block.series)
        sheets.y -= 15
    for row in range(rows):
        sheets.need(_high(rows) + 34)
        shown = block.panels[len(block.panels) * row // rows : len(block.panels) * (row + 1) // rows]
        _row(sheets, block.series, shown, _high(rows))


def _row(sheets: Surface, series: Sequence[str], shown: Sequence[tuple[str, Sequence[int | None]]], high: float) -> None:
    base = sheets.y - 6 - high
    gap = 14.0
    width = (sheets.width - gap * (len(shown) - 1)) / len(shown)
    for place, (title, values) in enumerate(shown):
        x = sheets.x + place * (width + gap)
        _panel(sheets, x, base, width, high, series, values)
        sheets.text(x + width / 2, base - 23, title, Style.BOLD, _SIZE, align=0.5)
    sheets.y = base - 28


def _legend(sheets: Surface, y: float, series: Sequence[str]) -> None:
    steps = [36 + sheets.faces.width(label, Style.SANS, _SIZE - 1) for label in series]
    x = sheets.x + (sheets.width - sum(steps) + 17) / 2
    for label, grey, step in zip(series, _GREYS[len(series)], steps, strict=True):
        sheets.box(x, y - 1, 14, 7.5, fill=grey)
        sheets.text(x + 18, y, label, Style.SANS, _SIZE - 1)
        x += step


def _panel(
    sheets: Surface, x: float, base: float, width: float, high: float, series: Sequence[str], values: Sequence[int | None]
) -> None:
    most = max([value for value in values if value is not None] + [1])
    slot = width / len(values)
    bar = min(slot * 0.62, 44.0)
    greys = _GREYS.get(len(values), (0.45,) * len(values))
    for place, (value, label, grey) in enumerate(zip(values, series, greys, strict=True)):
        left = x + place * slot + (slot - bar) / 2
        height = (value or 0) / most * (high - 12)
        if height:
            sheets.box(left, base, bar, height, fill=grey)
        told = NONE if value is None else str(value)
        sheets.text(left + bar / 2, base + height + 3, told, Style.SANS, _SIZE, align=0.5)
        sheets.text(left + bar / 2, base - 10, label, Style.SANS, _SIZE - 2 if width < 110 else _SIZE - 1, align=0.5)
    sheets.line(x, base, x + width, base, weight=0.8)


def ranking(sheets: Sheets, rows: Sequence[tuple[str, int]], unit: str) -> None:
    """Names with their counts as lying bars from zero, most first: in two columns, the second goes on where the first
    ends; in one where a name is too long for that."""
    names = Breaker(sheets.faces, Style.SANS, _SIZE)
    columns = 2 if len(rows) > _ONE_COLUMN and all(len(names.lines(name, _NARROW)) == 1 for name, _ in rows) else 1
    width = (sheets.width - 16 * (columns - 1)) / columns
    wide = max([sheets.faces.width(name, Style.SANS, _SIZE) for name, _ in rows] + [1.0])
    name_width = min(wide + 2, _NARROW if columns == 2 else 188.0)
    told = max([sheets.faces.width(f"{count}{unit}", Style.SANS, _SIZE) for _, count in rows] + [1.0])
    long = -(-len(rows) // columns)
    most = max([count for _, count in rows] + [1])
    sheets.y -= 2
    for line in range(long):
        held = [(place, rows[place]) for place in range(line, len(rows), long)]
        height = max([14.5, *(len(names.lines(name, name_width)) * 12 + 3 for _, (name, _) in held)])
        sheets.need(height * (min(2, long) if not line else 1))  # the first bar never stands alone at a page's foot
        middle = sheets.y - height / 2
        for place, (name, count) in held:
            x = sheets.x + place // long * (width + 16)
            _lying(sheets, names.lines(name, name_width), x, middle, name_width)
            length = count / most * (width - name_width - told - 10)
            sheets.box(x + name_width + 5, middle - 4.5, length, 9, fill=0.6, edge=0.4)
            sheets.text(x + name_width + 9 + length, middle - 3.2, f"{count}{unit}", Style.SANS, _SIZE)
        sheets.y -= height


def _lying(sheets: Sheets, lines: Sequence[str], x: float, middle: float, width: float) -> None:
    """The name of a lying bar, ending where the bar begins."""
    y = middle + len(lines) * 6 - 9.2
    for line in lines:
        sheets.text(x + width, y, line, Style.SANS, _SIZE, align=1)
        y -= 12
