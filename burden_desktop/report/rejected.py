"""Rows that an import could not take, as a workbook: mended there, they are imported like any register."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import xlsxwriter

from ..domain.reading.draft import PassedRow

_BEFORE: Final = ("原工作表", "原行号", "未导入的原因")


def rejected_xlsx(rows: Sequence[tuple[PassedRow, str]]) -> bytes:
    """One sheet for each table the rows stood in: where, why, then the cells under their own headings.

    Of a classified row only its place and the reason are written.
    """
    tables: dict[tuple[str, ...], list[tuple[PassedRow, str]]] = {}
    for row, reason in rows:
        tables.setdefault(tuple(name for name, _ in row.cells), []).append((row, reason))
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bottom": 1})
    for number, (names, found) in enumerate(tables.items(), start=1):
        sheet = book.add_worksheet(f"未导入{number}")
        for column, name in enumerate((*_BEFORE, *names)):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, 30 if column == len(_BEFORE) - 1 else 16)
        for place, (row, reason) in enumerate(found, start=1):
            for column, text in enumerate((row.sheet, str(row.row), reason, *(text for _, text in row.cells))):
                sheet.write_string(place, column, text)
        sheet.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()
