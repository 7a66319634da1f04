"""Charts that stay legible in black and white: bars from zero, every value written beside its bar."""

from collections.abc import Mapping, Sequence
from typing import Final

from ..domain.kinds import kind_named
from ..domain.summary import KindFigures
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .wording import NONE

_SERIES: Final = (("上年同月", 1.0), ("上月", 0.7), ("本月", 0.2))  # label, grey of the bar
_HEIGHT: Final = 96.0
_SIZE: Final = 9.0
_IN_A_ROW: Final = 4


def month_chart(sheets: Sheets, kinds: Mapping[str, KindFigures]) -> None:
    """One panel a kind, each with its own scale from zero: 收文 in hundreds would hide 迎检 in single figures. Kinds
    without any figure have no panel; more than four stand in two rows."""
    shown = [
        (name, figures) for name, figures in kinds.items()
        if figures.month or figures.previous or figures.same_month_last_year
    ]
    rows = -(-len(shown) // _IN_A_ROW)
    sheets.need((_HEIGHT + 38) * rows + 28)
    sheets.y -= 8
    _legend(sheets, sheets.y - 6)
    sheets.y -= 18
    for row in range(rows):
        _row(sheets, shown[len(shown) * row // rows : len(shown) * (row + 1) // rows])


def _row(sheets: Sheets, shown: Sequence[tuple[str, KindFigures]]) -> None:
    base = sheets.y - 14 - _HEIGHT
    gap = 14.0
    width = (sheets.width - gap * (len(shown) - 1)) / len(shown)
    for place, (name, figures) in enumerate(shown):
        kind = kind_named(name)
        x = sheets.x + place * (width + gap)
        values = (figures.same_month_last_year, figures.previous, figures.month)
        _panel(sheets, x, base, width, values)
        sheets.text(x + width / 2, base - 26, f"{kind.label}（{kind.unit}）", Style.BOLD, _SIZE + 1, align=0.5)
    sheets.y = base - 38


def _legend(sheets: Sheets, y: float) -> None:
    steps = [40 + sheets.faces.width(label, Style.SANS, _SIZE) for label, _ in _SERIES]
    x = sheets.x + (sheets.width - sum(steps) + 19) / 2
    for (label, grey), step in zip(_SERIES, steps, strict=True):
        sheets.box(x, y - 1, 16, 8, fill=grey)
        sheets.text(x + 21, y, label, Style.SANS, _SIZE)
        x += step


def _panel(sheets: Sheets, x: float, base: float, width: float, values: Sequence[int | None]) -> None:
    most = max([value for value in values if value is not None] + [1])
    slot = width / len(values)
    bar = slot * 0.62
    for place, (value, (label, grey)) in enumerate(zip(values, _SERIES, strict=True)):
        left = x + place * slot + (slot - bar) / 2
        height = (value or 0) / most * (_HEIGHT - 14)
        if height:
            sheets.box(left, base, bar, height, fill=grey)
        told = NONE if value is None else str(value)
        sheets.text(left + bar / 2, base + height + 3, told, Style.SANS, _SIZE + 1, align=0.5)
        sheets.text(left + bar / 2, base - 11, label, Style.SANS, _SIZE - 1, align=0.5)
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
