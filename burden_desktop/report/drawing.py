"""Blocks on pages: headings never stand alone at a page's foot, lines never begin with a closing mark."""

from collections.abc import Sequence
from typing import Final

from .blocks import Bars, Block, Grid, Heading, Panels, Prose
from .chart import panels, ranking
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .table import Column, Table

_BODY: Final = (14.0, 24.0)
_SMALL: Final = (12.0, 20.0)
_HEADINGS: Final = {1: (15.0, 32.0), 2: (12.0, 24.0)}


def draw(sheets: Sheets, blocks: Sequence[Block]) -> None:
    """Draw every block from the current height downwards."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            _heading(sheets, block, _room(blocks[place + 1 :]))
        elif isinstance(block, Prose):
            _prose(sheets, block, _room(blocks[place + 1 :]) if block.bold else 0.0)
        elif isinstance(block, Grid):
            _grid(sheets, block)
        elif isinstance(block, Bars):
            ranking(sheets, block.rows, block.unit)
            sheets.y -= 6
        else:
            panels(sheets, block)


def _room(following: Sequence[Block]) -> float:
    """What must follow a heading on its page."""
    if not following:
        return 0.0
    first = following[0]
    if isinstance(first, Heading):
        return _HEADINGS[first.level][1] + _room(following[1:])
    if isinstance(first, Prose):
        behind = _room(following[1:]) if first.small and len(following) > 1 and isinstance(following[1], Grid) else 0.0
        return behind + 2 * (_SMALL if first.small else _BODY)[1]
    return 150.0 if isinstance(first, Panels) else 64.0


def _heading(sheets: Sheets, heading: Heading, room: float) -> None:
    size, height = _HEADINGS[heading.level]
    told = Breaker(sheets.faces, Style.SERIF, size)
    beside = max(70, sheets.faces.width(heading.text, Style.BOLD, size) + 10)
    lines = told.lines(heading.beside, sheets.width - beside) if heading.beside else ()
    sheets.need(height + room + max(0, len(lines) - 1) * size * 1.4)
    if heading.level == 1:
        sheets.bookmark(heading.text)
    base = sheets.y - height + size * 0.65
    sheets.text(sheets.x, base, heading.text, Style.BOLD, size)
    for line in lines:
        sheets.text(sheets.x + beside, base, line, Style.SERIF, size)
        base -= size * 1.4
    sheets.y -= height + max(0, len(lines) - 1) * size * 1.4


def _prose(sheets: Sheets, prose: Prose, room: float) -> None:
    """Two characters of indent; the first two lines stay together, a bold one with `room` for what follows."""
    size, leading = _SMALL if prose.small else _BODY
    style = Style.BOLD if prose.bold else Style.SERIF
    lines = Breaker(sheets.faces, style, size).lines("　　" + prose.text, sheets.width)
    sheets.need(leading * min(2, len(lines)) + room)
    for line in lines:
        sheets.need(leading)
        sheets.text(sheets.x, sheets.y - leading + (leading - size) / 2 + size * 0.12, line, style, size)
        sheets.y -= leading


def _grid(sheets: Sheets, grid: Grid) -> None:
    shares = sum(column.share for column in grid.columns)
    columns = [Column(column.label, sheets.width * column.share / shares, column.align) for column in grid.columns]
    sheets.y -= 3
    Table(sheets, columns, size=grid.size, min_height=grid.min_height).draw(grid.rows)
    sheets.y -= 8
