"""A register out of the ledger as .xlsx: the headings are those that `import` knows, so it comes back without loss."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from ..domain.field import FieldType
from ..domain.kind import Kind
from ..domain.record import Record


def register_xlsx(kind: Kind, records: Sequence[Record]) -> bytes:
    """One sheet: record number, then every field of the kind. Text stays text, also where it begins with `=`."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(kind.label)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.write_row(0, 0, ["编号", *(field.label for field in kind.fields)], bold)
    for row, record in enumerate(records, start=1):
        sheet.write_string(row, 0, record.number)
        for column, field in enumerate(kind.fields, start=1):
            value = record.values[field.name]
            if field.type is FieldType.COUNT and value is not None:
                sheet.write_number(row, column, int(value))
            elif value is not None:
                sheet.write_string(row, column, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(records), 1), len(kind.fields))
    book.close()
    return stream.getvalue()
