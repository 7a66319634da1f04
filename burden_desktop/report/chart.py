"""Charts that stay legible in black and white: bars from zero, every value written beside its bar."""

from collections.abc import Sequence
from typing import Final, Protocol

from .blocks import Panels
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .wording import NONE

_GREYS: Final = {2: (0.7, 0.2), 3: (1.0, 0.7, 0.2)}  # of the bars, from left to right; the last is the darkest
_HEIGHT: Final = 96.0
_SIZE: Final = 9.0
_IN_A_ROW: Final = 4
_WIDE_IN_A_ROW: Final = 2  # with more than three bars a panel


class Measure(Protocol):
    def width(self, text: str, style: Style, size: float) -> float: ...


class Surface(Protocol):
    """What a chart is drawn on: the pages of a report, or shapes for a screen."""

    x: float
    y: float

    @property
    def width(self) -> float: ...

    @property
    def faces(self) -> Measure: ...

    def need(self, height: float) -> None: ...

    def text(self, x: float, y: float, text: str, style: Style, size: float, *, align: float = 0) -> None: ...

    def line(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, grey: float = 0) -> None: ...

    def box(self, x: float, y: float, width: float, height: float, *, fill: float | None = None) -> None: ...


def panels(sheets: Surface, block: Panels) -> None:
    """One panel a kind, each with its own scale from zero: 收文 in hundreds would hide 迎检 in single figures. Several
    stand in a row, more in the next."""
    in_a_row = _IN_A_ROW if len(block.series) <= len(_GREYS[3]) else _WIDE_IN_A_ROW
    rows = -(-len(block.panels) // in_a_row)
    legend = len(block.series) in _GREYS
    sheets.y -= 8
    for row in range(rows):
        sheets.need(_HEIGHT + 38 + (18 if legend and not row else 0))
        if legend and not row:
            _legend(sheets, sheets.y - 6, block.series)
            sheets.y -= 18
        shown = block.panels[len(block.panels) * row // rows : len(block.panels) * (row + 1) // rows]
        _row(sheets, block.series, shown)


def _row(sheets: Surface, series: Sequence[str], shown: Sequence[tuple[str, Sequence[int | None]]]) -> None:
    base = sheets.y - 14 - _HEIGHT
    gap = 14.0
    width = (sheets.width - gap * (len(shown) - 1)) / len(shown)
    for place, (title, values) in enumerate(shown):
        x = sheets.x + place * (width + gap)
        _panel(sheets, x, base, width, series, values)
        sheets.text(x + width / 2, base - 26, title, Style.BOLD, _SIZE + 1, align=0.5)
    sheets.y = base - 38


def _legend(sheets: Surface, y: float, series: Sequence[str]) -> None:
    steps = [40 + sheets.faces.width(label, Style.SANS, _SIZE) for label in series]
    x = sheets.x + (sheets.width - sum(steps) + 19) / 2
    for label, grey, step in zip(series, _GREYS[len(series)], steps, strict=True):
        sheets.box(x, y - 1, 16, 8, fill=grey)
        sheets.text(x + 21, y, label, Style.SANS, _SIZE)
        x += step


def _panel(
    sheets: Surface, x: float, base: float, width: float, series: Sequence[str], values: Sequence[int | None]
) -> None:
    most = max([value for value in values if value is not None] + [1])
    slot = width / len(values)
    bar = slot * 0.62
    greys = _GREYS.get(len(values), (0.45,) * len(values))
    for place, (value, label, grey) in enumerate(zip(values, series, greys, strict=True)):
        left = x + place * slot + (slot - bar) / 2
        height = (value or 0) / most * (_HEIGHT - 14)
        if height:
            sheets.box(left, base, bar, height, fill=grey)
        told = NONE if value is None else str(value)
        sheets.text(left + bar / 2, base + height + 3, told, Style.SANS, _SIZE + 1, align=0.5)
        sheets.text(left + bar / 2, base - 11, label, Style.SANS, _SIZE - 2 if width < 110 else _SIZE - 1, align=0.5)
    sheets.line(x, base, x + width, base, weight=0.8)


def ranking(sheets: Sheets, rows: Sequence[tuple[str, int]], unit: str) -> None:
    """Names with their counts as lying bars, most first; the name may take two lines or more."""
    names = Breaker(sheets.faces, Style.SANS, 10)
    name_width = 188.0
    room = sheets.width - name_width - 62
    most = max([count for _, count in rows] + [1])
    for name, count in rows:
        lines = names.lines(name, name_width)
        height = max(16.0, len(lines) * 13 + 3)
        sheets.need(height)
        middle = sheets.y - height / 2
        y = middle + len(lines) * 6.5 - 10
        for line in lines:
            sheets.text(sheets.x, y, line, Style.SANS, 10)
            y -= 13
        length = count / most * room
        left = sheets.x + name_width + 6
        sheets.box(left, middle - 5, length, 10, fill=0.6)
        sheets.text(left + length + 5, middle - 3.6, f"{count}{unit}", Style.SANS, 10)
        sheets.y -= height
