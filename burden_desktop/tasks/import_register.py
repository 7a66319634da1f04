"""Bring an existing register in: read it, show what would happen, store all of it in one step."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ..domain.draft import PassedRow, RegisterReading
from ..domain.errors.entry import InvalidRecord
from ..domain.errors.family import BurdenError
from ..domain.kinds import KINDS, kind_named
from ..domain.record import Record
from ..domain.written import Value
from ..intake.register import read_register
from ..intake.rows import public_row
from ..store.ledger import Ledger


def preview(path: Path, kind_name: str | None, today: date) -> RegisterReading:
    """Read a register, store nothing. Raises UnreadableFile, NoRegister, UnknownKind."""
    return read_register(path, kind=kind_named(kind_name) if kind_name else None, today=today)


def store_rows(ledger: Ledger, reading: RegisterReading) -> tuple[tuple[Record, ...], RegisterReading]:
    """Store every row that can be recorded, all in one step → (records, the reading as it was stored).

    A row that lacks a mandatory field goes from the rows to the rejected ones, for the clerk to complete.
    Raises SealedMonth when a row belongs to a closed month; nothing is stored then.
    """
    by_kind: dict[str, list[dict[str, Value]]] = defaultdict(list)
    kept: dict[int, int] = {}
    rejected = list(reading.rejected)
    for index, row in enumerate(reading.rows):
        try:
            by_kind[row.kind].append(kind_named(row.kind).validate(row.values))
            kept[index] = len(kept)
        except InvalidRecord as refused:
            rejected.append(PassedRow(row.sheet, row.row, f"missing_{refused.problems[0].field}"))
    stored: list[Record] = []
    with ledger.one_step():
        for kind in KINDS:
            if by_kind[kind.name]:
                stored.extend(ledger.records.add_many(kind, by_kind[kind.name]))
    as_stored = replace(
        reading,
        rows=tuple(reading.rows[index] for index in kept),
        rejected=tuple(rejected),
        duplicates=tuple((kept[one], kept[two]) for one, two in reading.duplicates if one in kept and two in kept),
    )
    return tuple(stored), as_stored


def as_json(path: Path, reading: RegisterReading | None, error: BurdenError | None) -> dict[str, Any]:
    """The answer of the `import` command."""
    return {
        "file": path.name,
        "error": str(error) if error else None,
        "mapping": {sheet: dict(fields) for sheet, fields in reading.mapping.items()} if reading else {},
        "rows": [public_row(row) for row in reading.rows] if reading else [],
        "rejected_rows": [_passed(row) for row in reading.rejected] if reading else [],
        "ignored_rows": [_passed(row) for row in reading.ignored] if reading else [],
        "duplicates": [list(pair) for pair in reading.duplicates] if reading else [],
    }


def _passed(row: PassedRow) -> dict[str, Any]:
    return {"sheet": row.sheet, "row": row.row, "reason": row.reason}
