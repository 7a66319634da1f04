"""Blocks on pages: headings never stand alone at a page's foot, lines never begin with a closing mark."""

from collections.abc import Sequence
from typing import Final

from .banded_table import BandedTable
from .blocks import Banded, Bars, Block, Cell, Grid, Heading, Panels, Prose
from .chart import panels, panels_height, ranking
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .table import Column, Table

_BODY: Final = (12.0, 20.0)
_SMALL: Final = (10.0, 15.5)
_HEADINGS: Final = {1: (14.0, 29.0), 2: (11.5, 22.0)}
_KEPT: Final = 2  # of the last paragraphs, with what follows the blocks


def draw(sheets: Sheets, blocks: Sequence[Block], *, behind: float = 0) -> None:
    """Draw every block from the current height downwards. `behind` are points that follow: the last paragraphs stay
    with them."""
    last = [place for place in range(max(0, len(blocks) - _KEPT), len(blocks)) if isinstance(blocks[place], Prose)]
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            _heading(sheets, block, _room(sheets, blocks[place + 1 :]))
        elif isinstance(block, Prose):
            kept = sum(_height(sheets, blocks[at]) for at in last) + behind if last and place == last[0] and behind else 0.0
            _prose(sheets, block, _room(sheets, blocks[place + 1 :]) if block.bold else 0.0, kept)
        elif isinstance(block, Grid):
            sheets.y -= 3
            Table(sheets, _columns(sheets, block.columns), size=block.size, min_height=block.min_height).draw(block.rows)
            sheets.y -= 7
        elif isinstance(block, Banded):
            sheets.y -= 3
            BandedTable(sheets, _columns(sheets, block.columns), size=block.size).draw_bands(block.bands)
            sheets.y -= 7
        elif isinstance(block, Bars):
            ranking(sheets, block.rows, block.unit)
            sheets.y -= 5
        else:
            panels(sheets, block)


def _room(sheets: Sheets, following: Sequence[Block]) -> float:
    """What must follow a heading on its page."""
    if not following:
        return 0.0
    first = following[0]
    if isinstance(first, Heading):
        return _HEADINGS[first.level][1] + _room(sheets, following[1:])
    if isinstance(first, Prose):
        beside = first.small and len(following) > 1 and isinstance(following[1], (Grid, Banded))
        behind = _room(sheets, following[1:]) if beside else 0.0
        return behind + 2 * (_SMALL if first.small else _BODY)[1]
    if isinstance(first, Panels):
        return panels_height(first)
    return 90.0 if isinstance(first, Banded) else 58.0


def _heading(sheets: Sheets, heading: Heading, room: float) -> None:
    size, height = _HEADINGS[heading.level]
    told = Breaker(sheets.faces, Style.SERIF, size)
    beside = max(70, sheets.faces.width(heading.text, Style.BOLD, size) + 10)
    lines = told.lines(heading.beside, sheets.width - beside) if heading.beside else ()
    sheets.need(height + room + max(0, len(lines) - 1) * size * 1.4)
    if heading.level == 1:
        sheets.bookmark(heading.text)
    base = sheets.y - height + size * 0.6
    sheets.text(sheets.x, base, heading.text, Style.BOLD, size)
    for line in lines:
        sheets.text(sheets.x + beside, base, line, Style.SERIF, size)
        base -= size * 1.4
    sheets.y -= height + max(0, len(lines) - 1) * size * 1.4


def _lines(sheets: Sheets, prose: Prose) -> tuple[str, ...]:
    """Two characters of indent."""
    style = Style.BOLD if prose.bold else Style.SERIF
    return Breaker(sheets.faces, style, (_SMALL if prose.small else _BODY)[0]).lines("　　" + prose.text, sheets.width)


def _height(sheets: Sheets, prose: Block) -> float:
    return len(_lines(sheets, prose)) * (_SMALL if prose.small else _BODY)[1] if isinstance(prose, Prose) else 0.0


def _prose(sheets: Sheets, prose: Prose, room: float, kept: float = 0) -> None:
    """The first two lines stay together, a bold one with `room` for what follows, the last with all that is `kept`."""
    size, leading = _SMALL if prose.small else _BODY
    style = Style.BOLD if prose.bold else Style.SERIF
    lines = _lines(sheets, prose)
    whole = kept if kept <= sheets.page_height else 0.0
    sheets.need(max(leading * min(2, len(lines)) + room, whole))
    for line in lines:
        sheets.need(leading)
        sheets.text(sheets.x, sheets.y - leading + (leading - size) / 2 + size * 0.12, line, style, size)
        sheets.y -= leading


def _columns(sheets: Sheets, cells: Sequence[Cell]) -> list[Column]:
    shares = sum(column.share for column in cells)
    return [Column(column.label, sheets.width * column.share / shares, column.align) for column in cells]
