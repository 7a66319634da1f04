"""A register (spreadsheet, export or pasted table) → rows that can be recorded; nothing is stored here.

Rows that cannot be recorded as they stand go to the clerk with a reason; titles, groups, totals and blank rows
are passed over. Nothing is repaired by guessing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from ...domain.errors.reading import NoRegister
from ...domain.kind import Kind
from ...domain.kinds import KINDS
from ...domain.reading.draft import PassedRow, RegisterChoices, RegisterReading
from .repeat import repeats
from .sheet import Sheet, read_sheets, text_sheets
from .sheet_reader import SheetReader
from .side_by_side import parted

PASTED: Final = "粘贴的表格"


def read_register(
    path: Path, *, kind: Kind | None, today: date, choices: RegisterChoices | None = None
) -> RegisterReading:
    """Every table of the file. `kind` forces what its rows are; `today` gives the year where none is written.

    Raises UnreadableFile, FileTooLarge, and NoRegister when no sheet has headings.
    """
    return read_tables(path.name, read_sheets(path), kind=kind, today=today, choices=choices)


def read_tables(
    file: str, sheets: Sequence[Sheet], *, kind: Kind | None, today: date, choices: RegisterChoices | None = None
) -> RegisterReading:
    """The same for grids that are in memory already. Raises NoRegister."""
    chosen = choices or RegisterChoices()
    readers: list[SheetReader] = []
    ignored: list[PassedRow] = []
    for sheet in sheets:
        told = chosen.kinds.get(sheet.name)
        if sheet.hidden or told == "":
            reason = "hidden_sheet" if sheet.hidden else "left_out"
            ignored += [PassedRow(sheet.name, number, reason) for number in range(1, len(sheet.rows) + 1)]
            continue
        kinds = tuple(one for one in KINDS if one.name == told) or ((kind,) if kind else KINDS)
        for part in parted(sheet, kinds):
            reader = SheetReader(part, kinds, Path(file).stem, today, chosen)
            reader.read()
            if not reader.found and readers and (further := readers[-1].continued_on(part)):
                reader = further
            readers.append(reader)
    ignored += _passed(readers)
    mapping = _mapping(readers)
    if not mapping:
        raise NoRegister(file=file)
    rows = tuple(row for reader in readers for row in reader.rows)
    return RegisterReading(
        file,
        mapping,
        rows,
        tuple(row for reader in readers for row in reader.rejected),
        tuple(ignored),
        repeats(rows),
        tuple(cell for reader in readers for cell in reader.unread),
        {reader.sheet.name: reader.kind for reader in reversed(readers) if reader.found},
        {reader.sheet.name: reader.year for reader in reversed(readers) if reader.found},
        tuple(dict.fromkeys(place for reader in readers for place in reader.headings)),
    )


def _passed(readers: Sequence[SheetReader]) -> list[PassedRow]:
    """Rows that no table of their sheet took, each once."""
    taken = {(row.sheet, row.row) for reader in readers for row in reader.rows} | {(row.sheet, row.row) for reader in readers for row in reader.rejected}
    taken |= {place for reader in readers for place in reader.headings}
    passed: dict[tuple[str, int], PassedRow] = {}
    for reader in readers:
        for row in reader.ignored:
            place = (row.sheet, row.row)
            if place not in taken and (place not in passed or passed[place].reason == "empty"):
                passed[place] = row
    return list(passed.values())


def _mapping(readers: Sequence[SheetReader]) -> dict[str, dict[str, str | None]]:
    """Sheet → heading → field, over all tables of the sheet."""
    mapping: dict[str, dict[str, str | None]] = {}
    for reader in readers:
        if reader.found:
            mapping.setdefault(reader.sheet.name, {}).update({name: field for name, field in reader.mapping.items() if field or name not in mapping.get(reader.sheet.name, {})})
    return mapping


def read_pasted(text: str, *, today: date, choices: RegisterChoices | None = None) -> RegisterReading:
    """Cells copied from a spreadsheet or a web page's table. Raises NoRegister, UnreadableFile, TooManyRows."""
    return read_tables(PASTED, text_sheets(text, PASTED), kind=None, today=today, choices=choices)


def mended(
    reading: RegisterReading,
    row: PassedRow,
    cells: Sequence[tuple[str, str]],
    *,
    today: date,
    remembered: Mapping[str, Mapping[str, str | None]],
) -> RegisterReading:
    """`reading` with the rejected `row` read anew from (heading, words): among the rows if it can be, else rejected
    for its new reason. Its place in the register stays."""
    heads, words = tuple(name for name, _ in cells), tuple(text for _, text in cells)
    shown = reading.mapping.get(row.sheet, {})
    choices = RegisterChoices(
        kinds={row.sheet: row.kind},
        fields={row.sheet: {name: shown[name] for name in heads if name in shown}},
        year=reading.years.get(row.sheet),
        remembered=remembered,
    )
    read = read_tables(reading.file, [Sheet(row.sheet, (heads, words))], kind=None, today=today, choices=choices)
    rejected = list(reading.rejected)
    place = rejected.index(row)
    if not read.rows:
        again = read.rejected[0] if read.rejected else replace(row, cells=tuple(cells))
        rejected[place] = replace(again, row=row.row, cells=tuple(cells))
        return replace(reading, rejected=tuple(rejected))
    del rejected[place]
    rows = (*reading.rows, replace(read.rows[0], row=row.row))
    return replace(reading, rows=rows, rejected=tuple(rejected), duplicates=repeats(rows))
