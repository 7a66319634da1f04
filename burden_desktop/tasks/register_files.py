"""Registers as files: a kind's records out, an empty one for colleagues, the rows that an import could not take."""

from typing import Final

from ..domain.errors.files import UnknownFileType
from ..domain.kind import Kind
from ..domain.reading.draft import RegisterReading
from ..domain.reading.rejection import why_rejected
from ..domain.texts import Texts
from ..report.register import register_csv, register_xlsx
from ..report.register_template import template_xlsx
from ..report.rejected import rejected_xlsx
from ..store.ledger import Ledger
from .ledger_care import every_record

_WRITERS: Final = {".xlsx": register_xlsx, ".csv": register_csv}
REGISTERS: Final = tuple(_WRITERS)
WORKBOOK: Final = (".xlsx",)


def export_register(ledger: Ledger, kind: Kind, suffix: str) -> bytes:
    """All records of a kind as the file type that `suffix` says (.xlsx, .csv); `import` reads it back without loss.

    Raises UnknownFileType.
    """
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        raise UnknownFileType(suffix=suffix, known="、".join(_WRITERS))
    return writer(kind, tuple(every_record(ledger, kind, None)))


def empty_register(kind: Kind) -> bytes:
    """A workbook with the headings that `import` knows, for somebody to fill in."""
    return template_xlsx(kind)


def rejected_rows(reading: RegisterReading, t: Texts) -> bytes:
    """The rejected rows with their reasons, a sheet a table; mended there, they can be imported."""
    return rejected_xlsx([(row, t.of(why_rejected(row))) for row in reading.rejected])
