"""A register (spreadsheet, export or pasted table) → rows that can be recorded; nothing is stored here.

Rows that cannot be recorded as they stand go to the clerk with a reason; titles, groups, totals and blank rows
are passed over. Nothing is repaired by guessing.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from ..domain.draft import PassedRow, RegisterReading, RegisterRow
from ..domain.errors.reading import NoRegister
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from .heading import Heading, bare, find_heading, heading_at
from .register_row import RowReader, RowRejected
from .register_value import DITTO, is_empty, words_of
from .repeat import repeats
from .sheet import Cell, Sheet, read_sheets

_TOTAL: Final = re.compile(
    r"(?:[一二三四1234]?(?:本|全|上半|下半|第?[一二三四]季)?(?:[年月页周]|季度)?度?(?:份)?|\d{1,2}月份?|[\u4e00-\u9fff]{0,4})(?:合计|小计|总计|共计|累计|合共|汇总)(?![\u4e00-\u9fff]{4,})"
)
_FOOTER: Final = re.compile(r"(?:审核|制表|填表|登记人|填报|注[::]|说明[::]|备注[::]|第?\d+页|共\d+[页条]|打印|经办人|负责人|联系人|单位[((]?盖章|以下空白|以下无)")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TITLE_LIKE: Final = re.compile(r"关于|通知|函$|通报|意见|会议?$|检查|督查|方案")


def read_register(path: Path, *, kind: Kind | None, today: date) -> RegisterReading:
    """Every table of the file. `kind` forces what its rows are; `today` gives the year where none is written.

    Raises UnreadableFile, FileTooLarge, and NoRegister when no sheet has headings.
    """
    kinds = (kind,) if kind else KINDS
    mapping: dict[str, dict[str, str | None]] = {}
    rows: list[RegisterRow] = []
    rejected: list[PassedRow] = []
    ignored: list[PassedRow] = []
    for sheet in read_sheets(path):
        if sheet.hidden:
            ignored += [PassedRow(sheet.name, number, "hidden_sheet") for number in range(1, len(sheet.rows) + 1)]
            continue
        reader = _SheetReader(sheet, kinds, path.stem, today, mapping)
        reader.read()
        rows += reader.rows
        rejected += reader.rejected
        ignored += reader.ignored
    if not mapping:
        raise NoRegister(file=path.name)
    return RegisterReading(path.name, mapping, tuple(rows), tuple(rejected), tuple(ignored), repeats(rows))


def year_told(*texts: str) -> int | None:
    """The first year that a title, sheet name or file name tells, the nearest to the rows first."""
    for text in texts:
        found = _YEAR.search(re.sub(r"[〔\[（(]20\d\d[〕\]）)]\s*\d", "", text))
        if found:
            return int(found[1])
    return None


class _SheetReader:
    """Walks one sheet from heading to heading and keeps what its rows say."""

    def __init__(self, sheet: Sheet, kinds: Sequence[Kind], file: str, today: date, mapping: dict[str, dict[str, str | None]]) -> None:
        self.sheet, self.kinds, self.file, self.today, self.mapping = sheet, kinds, file, today, mapping
        self.rows: list[RegisterRow] = []
        self.rejected: list[PassedRow] = []
        self.ignored: list[PassedRow] = []
        self._above: dict[int, Cell] = {}
        self._filled = _merged_down(sheet)

    def read(self) -> None:
        start = 0
        while start < len(self.sheet.rows):
            heading = find_heading(self.sheet, start, self.kinds, f"{self.sheet.name} {self.file}")
            above = range(start, heading.first if heading else len(self.sheet.rows))
            for row in above:
                self._pass(row, "title_row" if heading else "no_table")
            if not heading:
                return
            before = " ".join(words_of(cell) for row in above for cell in self.sheet.rows[row] if not is_empty(cell))
            headed = self.mapping.setdefault(self.sheet.name, {})
            headed.update({name: heading.fields.get(column) for column, name in heading.names.items()})
            year = year_told(before, self.sheet.name, self.file) or self.today.year
            start = self._body(heading, year)

    def _body(self, heading: Heading, year: int) -> int:
        """Read rows under `heading`; returns where the next table begins."""
        reader = RowReader(heading, year, self.today)
        self._above = {}
        for index in range(heading.last + 1, len(self.sheet.rows)):
            written = {bare(cell) for cell in self.sheet.rows[index] if not is_empty(cell)}
            if len(written & {bare(name) for name in heading.names.values()}) >= 3:
                self._pass(index, "repeated_heading")
                continue
            if len(written) >= 3 and self._another_heading(index):
                return index
            self._row(index, heading, reader)
        return len(self.sheet.rows)

    def _another_heading(self, index: int) -> bool:
        cells = [bare(cell) for cell in self.sheet.rows[index] if not is_empty(cell)]
        if any(len(cell) > 12 or re.search(r"\d", cell) for cell in cells):
            return False
        found = heading_at(self.sheet, index, self.kinds, "")
        return found is not None and len(found.fields) >= 3

    def _row(self, index: int, heading: Heading, reader: RowReader) -> None:
        plain = {column: cell for column, cell in enumerate(self.sheet.rows[index]) if not is_empty(cell)}
        reason = _why_passed(plain, heading)
        if reason:
            self._pass(index, reason)
            return
        cells = dict(plain)
        for column in heading.names:
            if column not in cells and (index, column) in self._filled:
                cells[column] = self._filled[index, column]
            if column in cells and words_of(cells[column]) in DITTO and column in self._above:
                cells[column] = self._above[column]
        self._above = cells
        try:
            values = reader.read(cells)
        except RowRejected as refused:
            self.rejected.append(PassedRow(self.sheet.name, index + 1, refused.reason))
            return
        self.rows.append(RegisterRow(self.sheet.name, index + 1, heading.kind.name, values))

    def _pass(self, index: int, reason: str) -> None:
        blank = all(is_empty(cell) for cell in self.sheet.rows[index])
        self.ignored.append(PassedRow(self.sheet.name, index + 1, "empty" if blank else reason))


def _why_passed(cells: dict[int, Cell], heading: Heading) -> str | None:
    """Why a row is no record: empty, total, footer, group heading; None when it is one."""
    if not cells:
        return "empty"
    known = {name: cells[column] for column, name in heading.fields.items() if column in cells}
    words = [bare(cell) for cell in list(cells.values())[:2]]
    date_cell = bare(known.get(heading.kind.dated_by, ""))
    dated = bool(date_cell) and not _TOTAL.match(date_cell)
    if not dated and any(_TOTAL.match(word) and len(word) <= 20 for word in words):
        return "total"
    if len(known) <= 2 and _FOOTER.match(words[0]) and not dated:
        return "footer"
    if len(cells) == 1:
        column, cell = next(iter(cells.items()))
        if heading.fields.get(column) == "title" and _TITLE_LIKE.search(words_of(cell)) and not re.match(r"[一二三四五六七八九十]+[、.]|[（(][一二三四]", words_of(cell)):
            return None
        return "empty" if re.fullmatch(r"[\d.]+", words[0]) else "group_heading"
    telling = {"title", "organ", "doc_no", heading.kind.dated_by, "starts_at"}
    if not telling & set(known):
        return "empty"
    return None


def _merged_down(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """(row, column) → value of the merged cell that covers it from above."""
    filled: dict[tuple[int, int], Cell] = {}
    for (top, left), (bottom, right) in sheet.spans:
        if top < len(sheet.rows) and left < len(sheet.rows[top]) and left == right:
            filled |= {(row, left): sheet.rows[top][left] for row in range(top + 1, min(bottom, len(sheet.rows) - 1) + 1)}
    return filled
