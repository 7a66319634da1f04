"""A register drawn row by row with its truth: each line says what its cells are and what must become of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value that the office program had stored with it (None: none stored)."""

    text: str
    cached: float | str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One physical row: ``fate`` is a dict of values, a reason to reject, or None for a row that is no record."""

    cells: tuple[object, ...]
    fate: dict[str, object] | str | None
    kind: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; ``merged`` are (first row, first column, last row, last column), counted from 1."""

    lines: tuple[Line, ...]
    mapping: dict[str, str | None]
    name: str = "*"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """A file and its truth; ``twice`` are pairs of (sheet, row) that are one paper, ``how`` tells the writer."""

    file: str
    tables: tuple[Table, ...]
    twice: tuple[tuple[tuple[str, int], tuple[str, int]], ...] = ()
    how: dict[str, object] = field(default_factory=dict)

    def rows(self) -> dict[tuple[str, int], dict[str, object]]:
        """What must be delivered, by sheet and physical row."""
        return {
            (table.name, number): {"kind": line.kind, **line.fate}
            for table in self.tables
            for number, line in enumerate(table.lines, start=1)
            if isinstance(line.fate, dict)
        }

    def rejected(self) -> dict[tuple[str, int], str]:
        """What must be handed back, with the reason."""
        return {
            (table.name, number): line.fate
            for table in self.tables
            for number, line in enumerate(table.lines, start=1)
            if isinstance(line.fate, str)
        }


def at(moment: str) -> datetime:
    """A cell of day and time, which an office program keeps without a zone."""
    return datetime.fromisoformat(moment)


def plain(*cells: object) -> Line:
    """A row that is no record: title, heading, total, blank."""
    return Line(cells, None)


def wrong(reason: str, *cells: object) -> Line:
    """A row that must go back to the clerk."""
    return Line(cells, reason)


def paper(cells: Sequence[object], hidden: bool = False, **values: object) -> Line:
    """A row of a register of documents."""
    return Line(tuple(cells), values, "document", hidden)


def meeting(cells: Sequence[object], hidden: bool = False, **values: object) -> Line:
    """A row of a register of meetings."""
    return Line(tuple(cells), values, "meeting", hidden)


def visit(cells: Sequence[object], hidden: bool = False, **values: object) -> Line:
    """A row of a register of inspections."""
    return Line(tuple(cells), values, "inspection", hidden)


def other(kind: str, cells: Sequence[object], **values: object) -> Line:
    """A row of a register of another kind."""
    return Line(tuple(cells), values, kind)
