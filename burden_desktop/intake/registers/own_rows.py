"""A register that the program wrote itself, read word for word: no 同上, no totals, nothing guessed."""

import re
from collections.abc import Sequence
from typing import Final

from ...domain.field import FieldType
from ...domain.kind import Kind
from ...domain.reading.own_register import is_own
from ...domain.reading.written import Value
from .sheet import Cell, Sheet

_GUARDED: Final = re.compile(r"'('*[=+\-@\t\r\n＝＋－＠])")  # an apostrophe that the export put before a formula


def own_kind(sheet: Sheet, kinds: Sequence[Kind]) -> Kind | None:
    """The kind whose export the sheet is, None when it is somebody else's."""
    first = [str(cell) for cell in sheet.rows[0]] if sheet.rows else []
    while first and not first[-1]:
        first.pop()
    return next((kind for kind in kinds if is_own(first, kind)), None)


def own_values(row: Sequence[Cell], kind: Kind, *, guarded: bool) -> dict[str, Value]:
    """The canonical fields of one row. `guarded`: the file is text, where apostrophes stand before formulas."""
    values: dict[str, Value] = {}
    for field, cell in zip(kind.fields, row[1:], strict=False):
        text = str(cell)
        if text == "":
            continue
        if field.type is FieldType.COUNT and isinstance(cell, float | int):
            values[field.name] = int(cell)
        else:
            values[field.name] = _GUARDED.sub(r"\1", text, count=1) if guarded and _GUARDED.match(text) else text
    return values
