"""The month's records as a table for spreadsheets; no cell can act as a formula there."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..domain.handed_in.payload import appendix_row
from ..domain.kinds import KINDS, kind_named
from ..domain.record import Record

_BOM: Final = "\ufeff"
_ACTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BEFORE: Final = ("number", "kind", "late", "level", "family")


def records_csv(records: Sequence[Record]) -> bytes:
    """UTF-8 with byte order mark, CRLF, one row a record; columns are the fields of all kinds that are shown.

    A text that a spreadsheet would take for a formula gets an apostrophe before it. Source: OWASP, CSV Injection.
    """
    written = io.StringIO(newline="")
    csv.writer(written).writerows(table_of(appendix_row(kind_named(record.kind), record) for record in records))
    return (_BOM + written.getvalue()).encode()


def table_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """The table's lines, heading first, from rows as the payload holds them."""
    fields = dict.fromkeys(field.name for kind in KINDS for field in kind.appendix_fields)
    columns = (*_BEFORE, *fields)
    yield columns
    place = {column: number for number, column in enumerate(columns)}
    for row in rows:
        cells = [""] * len(columns)
        for column, value in row.items():
            if value is not None and column in place:
                cells[place[column]] = _cell(value)
        cells[place["late"]] = "true" if row["late"] else "false"
        yield tuple(cells)


def _cell(value: object) -> str:
    told = str(value)
    return "'" + told if isinstance(value, str) and told.lstrip(" \u3000").startswith(_ACTS) else told
