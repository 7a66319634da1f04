"""A register (spreadsheet, export or pasted table) → rows that can be recorded; nothing is stored here.

Rows that cannot be recorded as they stand go to the clerk with a reason; titles, groups, totals and blank rows
are passed over. Nothing is repaired by guessing.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..domain.draft import PassedRow, RegisterChoices, RegisterReading
from ..domain.errors.reading import NoRegister
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from .repeat import repeats
from .sheet import Sheet, read_sheets
from .sheet_reader import SheetReader


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
    readers = []
    ignored: list[PassedRow] = []
    for sheet in sheets:
        told = chosen.kinds.get(sheet.name)
        if sheet.hidden or told == "":
            reason = "hidden_sheet" if sheet.hidden else "left_out"
            ignored += [PassedRow(sheet.name, number, reason) for number in range(1, len(sheet.rows) + 1)]
            continue
        kinds = tuple(one for one in KINDS if one.name == told) or ((kind,) if kind else KINDS)
        reader = SheetReader(sheet, kinds, Path(file).stem, today, chosen)
        reader.read()
        readers.append(reader)
        ignored += reader.ignored
    mapping = {reader.sheet.name: reader.mapping for reader in readers if reader.found}
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
        {reader.sheet.name: reader.kind for reader in readers if reader.found},
        {reader.sheet.name: reader.year for reader in readers if reader.found},
    )
