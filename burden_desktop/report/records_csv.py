"""The month's records as a table for spreadsheets; no cell can act as a formula there."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from ..domain.kinds import KINDS, kind_named
from ..domain.payload import appendix_row
from ..domain.record import Record

_BOM: Final = "\ufeff"
_ACTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BEFORE: Final = ("number", "kind", "late", "level", "family")


def records_csv(records: Sequence[Record]) -> bytes:
    """UTF-8 with byte order mark, CRLF, one row a record; columns are the fields of all kinds that are shown.

    A text that a spreadsheet would take for a formula gets an apostrophe before it. Source: OWASP, CSV Injection.
    """
    fields = dict.fromkeys(field.name for kind in KINDS for field in kind.appendix_fields)
    columns = (*_BEFORE, *fields)
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(columns)
    for record in records:
        row = appendix_row(kind_named(record.kind), record)
        row["late"] = "true" if record.late else "false"
        writer.writerow([_cell(row.get(column)) for column in columns])
    return (_BOM + written.getvalue()).encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    told = str(value)
    return "'" + told if isinstance(value, str) and told.lstrip(" \u3000").startswith(_ACTS) else told
