"""The record tables at the end of the report: every field marked for the appendix, on pages turned wide.

Columns that nobody filled are left out and named, so that the others have room.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from ..domain.bodies.organ import LEVEL_LABELS
from ..domain.field import Field, FieldType
from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.record import Record
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .table import PAD, Column, Table
from .wording import record_heading

SIZE: Final = 7.5
_NOTE: Final = 7.5
_ROW_PAD: Final = 1.8
NUMBER_WIDTH: Final = 53.0
LEVEL_WIDTH: Final = 29.0
_WIDTHS: Final[Mapping[FieldType, float]] = {
    FieldType.DATE: 47,
    FieldType.TIME: 36,
    FieldType.COUNT: 31,
    FieldType.FLAGS: 60,
    FieldType.ORGAN: 106,
    FieldType.TEXT: 94,
    FieldType.LONG_TEXT: 120,
}
_LETTER: Final = SIZE + 0.3
_ROOM: Final = 110.0  # for heading, note, column headings and some rows


def record_table(sheets: Sheets, kind: Kind, records: Sequence[Record]) -> None:
    """A heading and the table of one kind, on wide pages; under the table before where there is room."""
    if sheets.wide and sheets.y - _ROOM > sheets.bottom:
        sheets.y -= 16
    else:
        sheets.new_page(wide=True)
    sheets.bookmark(f"附表 {kind.label}", 1)
    sheets.text(sheets.x, sheets.y - 14, record_heading(kind, len(records)), Style.BOLD, 12)
    sheets.y -= 20
    filled = [
        field for field in kind.appendix_fields
        if field.required or any(record.values[field.name] is not None for record in records)
    ]
    left_out = [field.label for field in kind.appendix_fields if field not in filled]
    if left_out:
        note = f"以下栏目全部未填，没有列出：{'、'.join(left_out)}。"
        for line in Breaker(sheets.faces, Style.SANS, _NOTE).lines(note, sheets.width):
            sheets.text(sheets.x, sheets.y - 7, line, Style.SANS, _NOTE)
            sheets.y -= 10.5
        sheets.y -= 2
    columns = _columns(filled, kind.titled_by, sheets.width)
    Table(sheets, columns, size=SIZE, pad=_ROW_PAD).draw(_row(filled, record) for record in records)


def _columns(fields: Sequence[Field], titled_by: str, total: float) -> list[Column]:
    widths = {field.name: _width(field) for field in fields if field.name != titled_by}
    title = total - sum(widths.values()) - NUMBER_WIDTH - LEVEL_WIDTH
    columns = [Column("编号", NUMBER_WIDTH)]
    for field in fields:
        align = 1 if field.type is FieldType.COUNT else 0
        columns.append(Column(field.label, widths.get(field.name, title), align))
    return [*columns, Column("层级", LEVEL_WIDTH)]


def _width(field: Field) -> float:
    if field.type is FieldType.CHOICE:
        longest = max(len(choice) for choice in field.choices)
        return min(max(longest, 3), 5) * _LETTER + 2 * PAD
    return _WIDTHS[field.type]


def _row(fields: Sequence[Field], record: Record) -> list[str]:
    number = f"{record.number}\n补登" if record.late else record.number
    cells = [
        _clock(record.values[field.name], record) if field.type is FieldType.TIME else _cell(record.values[field.name])
        for field in fields
    ]
    return [number, *cells, LEVEL_LABELS[record.level] if record.level else ""]


def _cell(value: object) -> str:
    """What a cell shows: nothing for an empty field, several lines as they are."""
    return "" if value is None else str(value)


def _clock(value: object, record: Record) -> str:
    """The time of day; the date before it only where it is not the record's own, its year likewise."""
    day, _, time = str(value or "").rpartition("T")
    own = str(record.values[kind_named(record.kind).dated_by])
    if not day or day == own:
        return time
    return f"{day[5:] if day[:4] == own[:4] else day}\n{time}"
