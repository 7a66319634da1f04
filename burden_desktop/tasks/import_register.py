"""Bring an existing register in: read it, show what would happen, store what is new of it in one step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..domain.errors.entry import Classified, InvalidRecord
from ..domain.kinds import KINDS, kind_named
from ..domain.months.month import Month
from ..domain.purge_mark import Likeness
from ..domain.reading.draft import PassedRow, RegisterChoices, RegisterReading
from ..domain.reading.import_outcome import ImportOutcome, Standing
from ..domain.reading.written import Value
from ..domain.record import Record
from ..intake.registers.register import read_register
from ..store.imported import IMPORTED
from ..store.ledger import Ledger
from .known_rows import known_rows, purged_rows


def preview(path: Path, kind_name: str | None, today: date, choices: RegisterChoices | None = None) -> RegisterReading:
    """Read a register, store nothing; rows that no ledger could take are among the rejected ones, as at the import itself.

    Raises MissingFile, UnreadableFile, NoRegister, UnknownKind.
    """
    reading = read_register(path, kind=kind_named(kind_name) if kind_name else None, today=today, choices=choices)
    checked = {index: _checked(reading, index) for index in range(len(reading.rows))}
    return _without(reading, {index: row for index, row in checked.items() if isinstance(row, PassedRow)})


def standing(ledger: Ledger, reading: RegisterReading, *, late: bool = False, again: bool = False) -> Standing:
    """How the rows stand to the ledger; those that cannot be stored as they are go to the rejected ones. Writes nothing."""
    return _storable(ledger, reading, late=late, again=again)[0]


def store_rows(ledger: Ledger, reading: RegisterReading, *, late: bool = False, again: bool = False) -> ImportOutcome:
    """Store every row that is new and can be recorded, all in one step, taken back by one undo.

    A row that lacks a mandatory field, or belongs to a closed month, goes from the rows to the rejected ones, for the
    clerk to complete; with `late` the latter are entered late (补登). A row that was purged goes there too, and one
    that possibly was, unless it is to be entered `again`.
    """
    found, values = _storable(ledger, reading, late=late, again=again)
    if found.new:
        ledger.backups.if_changed(named="-before-import")
    stored: dict[int, Record] = {}
    with ledger.one_step(**{IMPORTED: reading.file}):
        for kind in KINDS:
            indices = [index for index in found.new if found.reading.rows[index].kind == kind.name]
            added = ledger.records.add_many(kind, [values[index] for index in indices], late=late)
            stored.update(zip(indices, added, strict=True))
    return ImportOutcome(found, tuple(stored[index] for index in found.new))


def _storable(ledger: Ledger, reading: RegisterReading, *, late: bool, again: bool) -> tuple[Standing, list[dict[str, Value]]]:
    reading = replace(reading, rows=tuple(replace(row, values=kind_named(row.kind).masked(row.values)) for row in reading.rows))
    values: list[dict[str, Value]] = []
    rejected: dict[int, PassedRow] = {}
    closed: dict[str, bool] = {}
    frozen = ledger.frozen
    known = known_rows(ledger, reading).known
    purged = purged_rows(ledger, reading, known)
    for index, row in enumerate(reading.rows):
        checked = _checked(reading, index)
        if isinstance(checked, PassedRow):
            rejected[index] = checked
            continue
        kind = kind_named(row.kind)
        month = "" if kind.stock else str(checked[kind.dated_by])[:7]
        like, number = purged.get(index, (Likeness.ANOTHER, ""))
        if like is Likeness.SAME:
            rejected[index] = PassedRow(row.sheet, row.row, "purged", (), row.kind, number)
            continue
        if like is Likeness.POSSIBLE and not again:
            rejected[index] = PassedRow(row.sheet, row.row, "possibly_purged", _cells(reading, index), row.kind, number)
            continue
        if index not in known and month in frozen:
            rejected[index] = PassedRow(row.sheet, row.row, "frozen_month", _cells(reading, index), row.kind)
            continue
        if index not in known and not late and _is_closed(ledger, month, closed):
            rejected[index] = PassedRow(row.sheet, row.row, "sealed_month", _cells(reading, index), row.kind)
            continue
        values.append(checked)
    kept = (index for index in range(len(reading.rows)) if index not in rejected)
    place = {index: place for place, index in enumerate(kept)}
    return Standing(_without(reading, rejected), {place[index]: row for index, row in known.items() if index in place}), values


def _checked(reading: RegisterReading, index: int) -> dict[str, Value] | PassedRow:
    """The row's values as they would be stored, or why its kind does not take them."""
    row = reading.rows[index]
    try:
        return kind_named(row.kind).validate(row.values)
    except InvalidRecord as refused:
        problem = refused.problems[0].field
        words = str(row.values.get(problem) or "")
        return PassedRow(row.sheet, row.row, f"{'wrong' if words else 'missing'}_{problem}", _cells(reading, index), row.kind, words)
    except Classified:
        return PassedRow(row.sheet, row.row, "classified", (), row.kind)


def _without(reading: RegisterReading, rejected: Mapping[int, PassedRow]) -> RegisterReading:
    """The reading with those rows among the rejected ones, which stand in the order of the register."""
    if not rejected:
        return reading
    place = {index: place for place, index in enumerate(index for index in range(len(reading.rows)) if index not in rejected)}
    sheets = {name: order for order, name in enumerate(reading.mapping)}
    return replace(
        reading,
        rows=tuple(reading.rows[index] for index in place),
        rejected=tuple(sorted((*reading.rejected, *rejected.values()), key=lambda row: (sheets.get(row.sheet, 0), row.row))),
        duplicates=tuple((place[one], place[two]) for one, two in reading.duplicates if one in place and two in place),
    )


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
