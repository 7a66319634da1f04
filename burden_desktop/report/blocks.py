"""What a report consists of, whatever it is written to: pages, a Word file, sheets of a workbook.

Plain values: a report is a tuple of blocks in reading order, made from figures, drawn elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """一、 (level 1) or （一） (level 2). `beside` follows a heading of level 2 on its line."""

    text: str
    level: int = 1
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. `key` names a text that people may edit; `small` is the size of notes and findings."""

    text: str
    key: str = ""
    small: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of a grid: heading, share of the width, 0 left, 0.5 centred, 1 right."""

    label: str
    share: float
    align: float = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `title` names it where it stands alone (a sheet of a workbook)."""

    title: str
    columns: tuple[Cell, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = 9
    min_height: float = 15.5


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under a line of their own: its `name`, a `note` under the name, and the `rest` that is only summed up."""

    name: str
    note: str
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Banded:
    """A table in bands; `by` says what the bands are where it is written as a plain table."""

    title: str
    by: str
    columns: tuple[Cell, ...]
    bands: tuple[Band, ...]
    size: float = 8


@dataclass(frozen=True, slots=True)
class Bars:
    """Names with their counts, most first, as lying bars from zero."""

    title: str
    rows: tuple[tuple[str, int], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Panels:
    """Small charts side by side, one a kind, each with its own scale from zero: `series` names the bars from left to
    right; `panels` hold a title and one value (None: not known) per bar."""

    title: str
    series: tuple[str, ...]
    panels: tuple[tuple[str, tuple[int | None, ...]], ...]


Block = Heading | Prose | Grid | Banded | Bars | Panels


def numbered(texts: Iterable[str]) -> Iterator[Prose]:
    """Notes, each with its number."""
    for place, text in enumerate(texts, 1):
        yield Prose(f"{place}. {text}", small=True)


def as_grid(block: Banded | Bars | Panels) -> Grid:
    """The same figures as a plain table: for screen readers, for Word, for a workbook."""
    if isinstance(block, Banded):
        return Grid(block.title, (Cell(block.by, 1), *block.columns), tuple(_rows_of(block)))
    if isinstance(block, Bars):
        return Grid(
            block.title,
            (Cell("名称", 4), Cell(f"数量（{block.unit}）", 1, 1)),
            tuple((name, str(count)) for name, count in block.rows),
        )
    return Grid(
        block.title,
        (Cell("类别", 2), *(Cell(label, 1, 1) for label in block.series)),
        tuple((title, *("—" if value is None else str(value) for value in values)) for title, values in block.panels),
    )


def _rows_of(block: Banded) -> Iterator[tuple[str, ...]]:
    for band in block.bands:
        yield from ((band.name, *row) for row in band.rows)
        if band.rest:
            yield (band.name, band.rest, *("" for _ in block.columns[1:]))


def words_of(block: Block) -> Iterator[str]:
    """Every text that the block shows."""
    if isinstance(block, Heading):
        yield block.text
        yield block.beside
    elif isinstance(block, Prose):
        yield block.text
    else:
        if isinstance(block, Banded):
            yield from (band.note for band in block.bands)
        grid = block if isinstance(block, Grid) else as_grid(block)
        yield from (column.label for column in grid.columns)
        yield from (cell for row in grid.rows for cell in row)


def tables_in(blocks: Sequence[Block]) -> tuple[Grid, ...]:
    """Every table of the report, charts as tables among them."""
    return tuple(
        block if isinstance(block, Grid) else as_grid(block) for block in blocks if isinstance(block, (Grid, Banded, Bars, Panels))
    )
