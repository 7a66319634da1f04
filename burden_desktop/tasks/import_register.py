"""Bring an existing register in: read it, show what would happen, store what is new of it in one step."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ..domain.draft import PassedRow, RegisterChoices, RegisterReading
from ..domain.errors.entry import Classified, InvalidRecord
from ..domain.import_outcome import ImportOutcome, Standing
from ..domain.kinds import KINDS, kind_named
from ..domain.month import Month
from ..domain.record import Record
from ..domain.written import Value
from ..intake.register import read_register
from ..store.imported import IMPORTED
from ..store.ledger import Ledger
from .known_rows import known_rows


def preview(path: Path, kind_name: str | None, today: date, choices: RegisterChoices | None = None) -> RegisterReading:
    """Read a register, store nothing. Raises UnreadableFile, NoRegister, UnknownKind."""
    return read_register(path, kind=kind_named(kind_name) if kind_name else None, today=today, choices=choices)


def standing(ledger: Ledger, reading: RegisterReading, *, late: bool = False) -> Standing:
    """How the rows stand to the ledger; those that cannot be stored as they are go to the rejected ones. Writes nothing."""
    return _storable(ledger, reading, late=late)[0]


def store_rows(ledger: Ledger, reading: RegisterReading, *, late: bool = False) -> ImportOutcome:
    """Store every row that is new and can be recorded, all in one step, taken back by one undo.

    A row that lacks a mandatory field, or belongs to a closed month, goes from the rows to the rejected ones, for the
    clerk to complete; with `late` the latter are entered late (补登).
    """
    found, values = _storable(ledger, reading, late=late)
    if found.new:
        ledger.backups.if_changed(named="-before-import")
    stored: dict[int, Record] = {}
    with ledger.one_step(**{IMPORTED: reading.file}):
        for kind in KINDS:
            indices = [index for index in found.new if found.reading.rows[index].kind == kind.name]
            added = ledger.records.add_many(kind, [values[index] for index in indices], late=late)
            stored.update(zip(indices, added, strict=True))
    return ImportOutcome(found, tuple(stored[index] for index in found.new))


def _storable(ledger: Ledger, reading: RegisterReading, *, late: bool) -> tuple[Standing, list[dict[str, Value]]]:
    reading = replace(reading, rows=tuple(replace(row, values=kind_named(row.kind).masked(row.values)) for row in reading.rows))
    values: list[dict[str, Value]] = []
    kept: dict[int, int] = {}
    rejected = list(reading.rejected)
    closed: dict[str, bool] = {}
    frozen = ledger.frozen
    known = known_rows(ledger, reading).known
    for index, row in enumerate(reading.rows):
        kind = kind_named(row.kind)
        try:
            checked = kind.validate(row.values)
        except InvalidRecord as refused:
            problem = refused.problems[0].field
            reason = f"{'wrong' if row.values.get(problem) else 'missing'}_{problem}"
            rejected.append(PassedRow(row.sheet, row.row, reason, _cells(reading, index), row.kind))
            continue
        except Classified:
            rejected.append(PassedRow(row.sheet, row.row, "classified", (), row.kind))
            continue
        month = "" if kind.stock else str(checked[kind.dated_by])[:7]
        if index not in known and month in frozen:
            rejected.append(PassedRow(row.sheet, row.row, "frozen_month", _cells(reading, index), row.kind))
            continue
        if index not in known and not late and _is_closed(ledger, month, closed):
            rejected.append(PassedRow(row.sheet, row.row, "sealed_month", _cells(reading, index), row.kind))
            continue
        kept[index] = len(kept)
        values.append(checked)
    as_stored = replace(
        reading,
        rows=tuple(reading.rows[index] for index in kept),
        rejected=tuple(rejected),
        duplicates=tuple((kept[one], kept[two]) for one, two in reading.duplicates if one in kept and two in kept),
    )
    return Standing(as_stored, {kept[index]: row for index, row in known.items() if index in kept}), values


def _is_closed(ledger: Ledger, month: str, seen: dict[str, bool]) -> bool:
    if not month:
        return False
    if month not in seen:
        seen[month] = ledger.months.is_closed(Month.parse(month))
    return seen[month]


def _cells(reading: RegisterReading, index: int) -> tuple[tuple[str, str], ...]:
    """What the row says under the headings of its sheet; what stands under none of them, and what is asked for
    without having one, comes behind under its label."""
    row = reading.rows[index]
    headed = reading.mapping.get(row.sheet, {})
    told = {heading: str(row.values.get(field) or "") if field else "" for heading, field in headed.items()}
    for field in kind_named(row.kind).fields:
        if field.name not in headed.values() and (field.required or row.values.get(field.name)):
            told.setdefault(field.label, str(row.values.get(field.name) or ""))
    return tuple(told.items())
