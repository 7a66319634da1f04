"""Every table of a report as a workbook: one sheet a table, numbers as numbers, text as text."""

import io
import re
from collections.abc import Sequence
from typing import Final

import xlsxwriter

from .blocks import Grid

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST: Final = 31  # of a sheet's name, by Excel


def tables_book(tables: Sequence[Grid]) -> bytes:
    """A workbook of the tables, in their order; `—` and percentages stay as they are printed."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "bottom": 1})
    taken: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_name(table.title, taken))
        sheet.write_row(0, 0, [column.label for column in table.columns], bold)
        for row, cells in enumerate(table.rows, 1):
            for place, cell in enumerate(cells):
                if _NUMBER.fullmatch(cell):
                    sheet.write_number(row, place, float(cell))
                else:
                    sheet.write_string(row, place, cell)
        for place, column in enumerate(table.columns):
            widest = max([len(column.label), *(len(row[place]) for row in table.rows)])
            sheet.set_column(place, place, min(60, 2 * widest + 2))
        sheet.freeze_panes(1, 0)
    if not tables:
        book.add_worksheet()
    book.close()
    return stream.getvalue()


def _name(title: str, taken: set[str]) -> str:
    bare = _FORBIDDEN.sub("", title)[:_LONGEST] or "表"
    name, number = bare, 2
    while name in taken:
        name = f"{bare[: _LONGEST - 3]}{number}"
        number += 1
    taken.add(name)
    return name
