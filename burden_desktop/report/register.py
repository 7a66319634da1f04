"""A register out of the ledger as .xlsx or .csv: its first heading tells `import` that it is our own, word for word."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from ..domain.field import FieldType
from ..domain.kind import Kind
from ..domain.reading.own_register import NUMBER_HEADING
from ..domain.reading.written import Value
from ..domain.record import Record

_BOM: Final = "\ufeff"
_ACTS: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # what a spreadsheet takes for a formula (OWASP, CSV Injection)
_WIDEST: Final = 40
_NEVER_ACTS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def register_xlsx(kind: Kind, records: Sequence[Record]) -> bytes:
    """One sheet: record number, then every field of the kind. Text stays text, also where it begins with `=`."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **_NEVER_ACTS})
    sheet = book.add_worksheet(kind.label)
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, name in enumerate(_headings(kind)):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, min(_WIDEST, max(10, 2 * len(name) + 2)))
    for row, record in enumerate(records, start=1):
        for column, value in enumerate(_cells(kind, record)):
            _write(sheet, row, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(records), 1), len(kind.fields))
    book.close()
    return stream.getvalue()


def register_csv(kind: Kind, records: Sequence[Record]) -> bytes:
    """The same as UTF-8 with byte order mark; an apostrophe stands before what would act as a formula."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(_headings(kind))
    for record in records:
        table.writerow(_harmless(value) for value in _cells(kind, record))
    return (_BOM + written.getvalue()).encode()


def _headings(kind: Kind) -> tuple[str, ...]:
    return (NUMBER_HEADING, *(field.label for field in kind.fields))


def _cells(kind: Kind, record: Record) -> Iterator[Value]:
    yield record.number
    for field in kind.fields:
        value = record.values[field.name]
        yield int(value) if field.type is FieldType.COUNT and value is not None else value


def _harmless(value: Value) -> str:
    told = "" if value is None else str(value)
    return f"'{told}" if _ACTS.match(told) else told


def _write(sheet: Any, row: int, column: int, value: Value) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, str(value))
