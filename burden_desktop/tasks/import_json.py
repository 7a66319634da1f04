"""The answer of the `import` command, as the contract has it, with what became known since beside it."""

from pathlib import Path
from typing import Any

from ..domain.errors.family import BurdenError
from ..domain.reading.draft import PassedRow, RegisterReading
from ..domain.reading.import_outcome import ImportOutcome, Standing
from ..domain.texts import Texts
from ..intake.registers.rows import public_row


def as_json(
    path: Path, reading: RegisterReading | None, error: BurdenError | None, t: Texts,
    outcome: ImportOutcome | None = None, standing: Standing | None = None,
) -> dict[str, Any]:  # fmt: skip
    """`added` are [index, number] of rows stored now, `already_there` those that the ledger held before: told by a dry run too,
    where there is a ledger."""
    answer: dict[str, Any] = {
        "file": path.name,
        "error": t.of(error.sentence) if error else None,
        "mapping": {sheet: dict(fields) for sheet, fields in reading.mapping.items()} if reading else {},
        "rows": [public_row(row) for row in reading.rows] if reading else [],
        "rejected_rows": [_passed(row) for row in reading.rejected] if reading else [],
        "ignored_rows": [_passed(row) for row in reading.ignored] if reading else [],
        "duplicates": [list(pair) for pair in reading.duplicates] if reading else [],
        "unread_cells": [
            {"sheet": cell.sheet, "row": cell.row, "field": cell.field, "text": cell.text} for cell in reading.unread
        ]
        if reading
        else [],
    }
    if outcome is not None:
        answer["added"] = [
            [index, record.number] for index, record in zip(outcome.standing.new, outcome.records, strict=True)
        ]
    if standing is not None:
        answer["already_there"] = [
            {"index": index, "number": row.number, "changed": list(row.changed)} for index, row in standing.known.items()
        ]
    return answer


def _passed(row: PassedRow) -> dict[str, Any]:
    return {"sheet": row.sheet, "row": row.row, "reason": row.reason}
