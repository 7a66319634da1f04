"""Walks one sheet from heading to heading and keeps what its rows say."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ...domain.kind import Kind
from ...domain.reading.draft import WHOLE, PassedRow, RegisterChoices, RegisterRow, UnreadCell
from ...domain.reading.own_register import NUMBER_HEADING
from ...domain.reading.secrecy import secrecy_mark
from .heading import Decisions, Heading, find_heading, heading_at
from .heading_map import bare
from .own_rows import own_kind, own_values
from .row import RowReader, RowRejected
from .row_fate import why_passed, written_cells
from .sheet import Cell, Sheet
from .short_float import settle
from .told_date import Told, told_by
from .value import DITTO, is_empty, stretch_of, words_of

_NEARLY_ALL: Final = 0.8  # of the rows of a sheet without headings must fit those of the sheet before
_MONTH_NAMES: Final = ("月份", "月")
_TAKEN_CHARACTERS: Final = 200  # of a rejected row's cell


class SheetReader:
    """`rows`, `rejected`, `ignored`, `unread` and the sheet's `mapping` after `read()`."""

    def __init__(self, sheet: Sheet, kinds: Sequence[Kind], file: str, today: date, choices: RegisterChoices) -> None:
        self.sheet, self.kinds, self.file, self.today, self.choices = sheet, kinds, file, today, choices
        self.mapping: dict[str, str | None] = {}
        self.rows: list[RegisterRow] = []
        self.rejected: list[PassedRow] = []
        self.ignored: list[PassedRow] = []
        self.unread: list[UnreadCell] = []
        self.headings: list[tuple[str, int]] = []
        self.kind = ""
        self.year: int | None = None
        self.found = False
        self._last: Heading | None = None
        self._before: tuple[str, ...] = ()
        self._above: dict[int, Cell] = {}
        self._filled = _merged_down(sheet)
        self._decided: Decisions = _decided(sheet.name, kinds, choices)

    def read(self) -> None:
        own = own_kind(self.sheet, self.kinds)
        if own:
            self._own(own)
            return
        start = 0
        while start < len(self.sheet.rows):
            heading = find_heading(self.sheet, start, self.kinds, f"{self.sheet.name} {self.file}", self._decided)
            above = range(start, heading.first if heading else len(self.sheet.rows))
            for row in above:
                self._pass(row, "title_row" if heading else "no_table")
            if not heading:
                return
            before = " ".join(words_of(cell) for row in above for cell in self.sheet.rows[row] if not is_empty(cell))
            self.found = True
            self._last, self._before = heading, (before, self.sheet.name)
            self.headings += [(self.sheet.name, row + 1) for row in range(heading.first, heading.last + 1)]
            self.kind = self.kind or heading.kind.name
            for column, name in heading.names.items():
                self.mapping[name] = heading.fields.get(column) or self.mapping.get(name)
            start = self._body(heading, self._told(heading, before))

    def continued_on(self, sheet: Sheet) -> "SheetReader | None":
        """The rows of a sheet without headings, read under this one's last heading; None unless nearly all of them fit it."""
        if self._last is None or sheet.name == self.sheet.name:
            return None
        further = SheetReader(sheet, self.kinds, self.file, self.today, self.choices)
        heading = replace(self._last, first=-1, last=-1)
        further.found, further.kind = True, heading.kind.name
        further.mapping = {name: heading.fields.get(column) for column, name in heading.names.items()}
        further._last = heading
        further._body(heading, further._told(heading, " ".join(map(str, self._before))))
        return further if further.rows and len(further.rows) >= _NEARLY_ALL * (len(further.rows) + len(further.rejected)) else None

    def _own(self, kind: Kind) -> None:
        self.found, self.kind = True, kind.name
        self.mapping = {NUMBER_HEADING: None, **{field.label: field.name for field in kind.fields}}
        self.headings = [(self.sheet.name, 1)]
        for index, row in enumerate(self.sheet.rows[1:], start=1):
            if not any(str(cell) for cell in row):
                self._pass(index, "empty")
            elif any(isinstance(cell, str) and "密" in cell and secrecy_mark(cell) for cell in row):
                self.rejected.append(PassedRow(self.sheet.name, index + 1, "classified", (), kind.name))
            else:
                values = own_values(row, kind, guarded=self.sheet.name == WHOLE)
                self.rows.append(RegisterRow(self.sheet.name, index + 1, kind.name, values))

    def _told(self, heading: Heading, before: str) -> Told:
        column = next((column for column, name in heading.fields.items() if name == heading.kind.dated_by), None)
        cells = [row[column] for row in self.sheet.rows[heading.last + 1 :] if column is not None and column < len(row)]
        told = told_by((before, self.sheet.name, self.file), cells, self.today)
        if self.choices.year:
            told = Told(self.choices.year, told.month)
        self.year = self.year or told.year
        return told

    def _body(self, heading: Heading, told: Told) -> int:
        """Read rows under `heading`; returns where the next table begins."""
        reader = RowReader(heading, told, self.today)
        self._above = {}
        settled = self._settled(heading, told)
        names = {bare(name) for name in heading.names.values()}
        for index in range(heading.last + 1, len(self.sheet.rows)):
            written = {bare(cell) for cell in self.sheet.rows[index] if isinstance(cell, str) and not is_empty(cell)}
            if len(written & names) >= min(3, len(names)):
                self._pass(index, "repeated_heading")
                continue
            if len(written) >= 3 and self._another_heading(index):
                return index
            if index > heading.last + 1 and self._lower_half(index, heading):
                self._pass(index, "repeated_heading")
                continue
            self._row(index, heading, reader, settled)
        return len(self.sheet.rows)

    def _lower_half(self, index: int, heading: Heading) -> bool:
        """The second row of a repeated two-row heading."""
        if heading.first == heading.last or not self.ignored or self.ignored[-1] != PassedRow(self.sheet.name, index, "repeated_heading"):
            return False
        lower = {bare(cell) for cell in self.sheet.rows[heading.last] if not is_empty(cell)}
        return {bare(cell) for cell in self.sheet.rows[index] if not is_empty(cell)} <= lower

    def _another_heading(self, index: int) -> bool:
        cells = [bare(cell) for cell in self.sheet.rows[index] if not is_empty(cell)]
        if any(len(cell) > 12 or re.search(r"\d", cell) for cell in cells):
            return False
        found = heading_at(self.sheet, index, self.kinds, "", self._decided)
        return found is not None and len(set(found.fields.values())) >= 3

    def _settled(self, heading: Heading, told: Told) -> dict[tuple[int, int], str]:
        """(row, column) → what 3.1 means, where the column's order decides it."""
        settled: dict[tuple[int, int], str] = {}
        for column, name in heading.fields.items():
            if name not in (heading.kind.dated_by, "starts_at"):
                continue
            first = heading.last + 1
            cells = [row[column] if column < len(row) else "" for row in self.sheet.rows[first:]]
            if not any(isinstance(cell, float) and not cell.is_integer() and cell < 13 for cell in cells):
                continue
            found = [None if is_empty(cell) else stretch_of(cell, told, self.today) for cell in cells]
            days = [(int(one.day[5:7]), int(one.day[8:10])) if one else None for one in found]
            settled |= {(first + index, column): words for index, words in settle(cells, days).items()}
        return settled

    def _row(self, index: int, heading: Heading, reader: RowReader, settled: Mapping[tuple[int, int], str]) -> None:
        plain = written_cells(self.sheet.rows[index])
        reason = why_passed(plain, heading)
        if reason:
            self._pass(index, reason)
            return
        cells = self._completed(index, plain, heading)
        self._above = cells
        cells = {column: settled.get((index, column), cell) for column, cell in cells.items()}
        try:
            read = reader.read(cells, _month_beside(cells, heading))
        except RowRejected as refused:
            kept = () if refused.reason == "classified" else _as_written(cells, heading)
            self.rejected.append(PassedRow(self.sheet.name, index + 1, refused.reason, kept, heading.kind.name, refused.words[:_TAKEN_CHARACTERS]))
            return
        self.rows.append(RegisterRow(self.sheet.name, index + 1, heading.kind.name, read.values))
        self.unread += [UnreadCell(self.sheet.name, index + 1, name, text) for name, text in read.unread.items()]
        nameless = (words_of(cell) for column, cell in plain.items() if column not in heading.names)
        self.unread += [UnreadCell(self.sheet.name, index + 1, "", text[:_TAKEN_CHARACTERS]) for text in nameless]

    def _completed(self, index: int, plain: dict[int, Cell], heading: Heading) -> dict[int, Cell]:
        """The row's cells with merged cells filled down, 同上 repeated, and year and month carried on."""
        cells = dict(plain)
        for column, name in heading.names.items():
            if column not in cells and (index, column) in self._filled:
                cells[column] = self._filled[index, column]
            if column in cells and isinstance(cells[column], str) and _is_ditto(words_of(cells[column])):
                if column in self._above:
                    cells[column] = self._above[column]
                else:
                    del cells[column]
            carried = heading.columns.parts.get(column) in ("year", "month") and heading.fields[column] != "doc_no"
            if (carried or bare(name) in _MONTH_NAMES) and column not in cells and column in self._above:
                cells[column] = self._above[column]
        return cells

    def _pass(self, index: int, reason: str) -> None:
        blank = all(is_empty(cell) for cell in self.sheet.rows[index])
        self.ignored.append(PassedRow(self.sheet.name, index + 1, "empty" if blank else reason))


def _is_ditto(words: str) -> bool:
    return words in DITTO or unicodedata.normalize("NFKC", words) in DITTO


def _decided(sheet: str, kinds: Sequence[Kind], choices: RegisterChoices) -> Decisions:
    own = {bare(name): field for name, field in choices.fields.get(sheet, {}).items()}
    return {kind.name: {**choices.remembered.get(kind.name, {}), **own} for kind in kinds}


def _month_beside(cells: Mapping[int, Cell], heading: Heading) -> int | None:
    """The month that a column 月份, which is no part of the day, tells for the row."""
    for column, name in heading.names.items():
        if bare(name) in _MONTH_NAMES and column not in heading.fields and column in cells:
            found = re.fullmatch(r"(?:20\d\d年)?(1[0-2]|0?[1-9])月?份?", unicodedata.normalize("NFKC", words_of(cells[column])))
            return int(found[1]) if found else None
    return None


def _as_written(cells: Mapping[int, Cell], heading: Heading) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, words_of(cells[column])[:_TAKEN_CHARACTERS] if column in cells else "")
        for column, name in heading.names.items()
    )


def _merged_down(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """(row, column) → value of the merged cell that covers it from above."""
    filled: dict[tuple[int, int], Cell] = {}
    for (top, left), (bottom, right) in sheet.spans:
        if top < len(sheet.rows) and left < len(sheet.rows[top]) and left == right:
            filled |= {(row, left): sheet.rows[top][left] for row in range(top + 1, min(bottom, len(sheet.rows) - 1) + 1)}
    return filled
