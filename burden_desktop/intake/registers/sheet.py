"""A register file as grids of cells, whatever it is inside: a workbook, delimited text or a web page's table."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from ...domain.errors.reading import TooManyRows, UnreadableFile
from ...domain.reading.draft import WHOLE
from ...domain.texts import say
from ..files.bounded_file import read_bounded
from ..files.encoding import decode
from ..files.sandbox import boxed
from .plain_book import is_plain

Cell = str | int | float | bool | date | datetime | time | timedelta
MAX_BYTES: Final = 50 * 1024 * 1024
MAX_TEXT_ROWS: Final = 60_000
_PLAIN_TEXT: Final = 300_000  # characters read in the program's own process; a longer text gets one of its own
_MOST_PLACES: Final = 1_000_000  # cells of a web page's table, those that a span covers included
_WORKBOOK_STARTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HEAD: Final = 40_000  # characters in which the separator is looked for
_LONGEST_HEADING: Final = 16
_QUOTED: Final = re.compile(r'(?:(?<=[\t,;|，\n])|^)"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0]` is physical row 1. `spans` are merged cells as ((row, column), (row, column)), from 0, inclusive."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    spans: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The file's grids. Told by its content, not its extension. Raises UnreadableFile, FileTooLarge."""
    content = read_bounded(path, MAX_BYTES)
    if not content.strip():
        raise UnreadableFile(file=path.name, detail=say("文件是空的"))
    if content.startswith(_WORKBOOK_STARTS):
        from .workbook import workbook_sheets  # a heavy reader, only where a workbook is read

        if is_plain(content, path.name):
            return workbook_sheets(content, path.name)
        return boxed(workbook_sheets, content, path.name, file=path.name)
    if content.startswith(b"%PDF") or path.suffix.lower() in (".doc", ".docx", ".pdf", ".ofd", ".zip", ".rar"):
        raise UnreadableFile(file=path.name, detail=say("不是表格文件"))
    try:
        text = decode(content)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=path.name, detail=say("文字编码无法识别")) from error
    if "\x00" in text:
        raise UnreadableFile(file=path.name, detail=say("不是表格文件"))
    return text_sheets(text, path.name) if len(text) <= _PLAIN_TEXT else boxed(text_sheets, text, path.name, file=path.name)


def text_sheets(text: str, name: str) -> tuple[Sheet, ...]:
    """The grid of a text called `name`. Raises UnreadableFile and TooManyRows."""
    try:
        page = re.search(r"<(?:table|html)\b", text[:4_000], re.IGNORECASE)
        sheets = html_sheets(text) if page else (Sheet(WHOLE, delimited_rows(text)),)
    except (csv.Error, OverflowError) as error:
        raise UnreadableFile(file=name, detail=say("有一格内容过长")) from error
    if len(sheets[0].rows) > MAX_TEXT_ROWS:
        raise TooManyRows(file=name, rows=len(sheets[0].rows), limit=MAX_TEXT_ROWS)
    return sheets


def delimited_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Records of comma-, tab- or semicolon-separated text; the separator that fits most lines, or its headings. What stands inside quotes separates
    nothing: a note with tabs in it stays one cell."""
    head = _QUOTED.sub('""', text.lstrip("\ufeff")[:_HEAD]).splitlines()[:30]
    separator = max("\t,;|，", key=lambda mark: (sum(line.count(mark) > 0 for line in head), sum(line.count(mark) for line in head)))
    wide = next((line for line in head if max(line.count("\t"), line.count(",")) >= 2), "")
    headed = "\t" not in wide and all(len(name) < _LONGEST_HEADING for name in wide.split(","))  # 收文日期,来文单位,标题
    if not headed and any(line.count("\t") >= 2 for line in head):
        separator = "\t"
    text = text.lstrip("\ufeff")
    if separator == "\t" and not any(line.count('"') >= 2 for line in head):
        return tuple(tuple(line.split("\t")) for line in text.splitlines())
    return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator))


class _Tables(HTMLParser):
    """Rows of every table; a cell that spans rows or columns leaves its other places empty and is kept as a span."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[dict[int, str]] = []
        self.spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._taken: set[tuple[int, int]] = set()
        self._cell: list[str] | None = None
        self._at = (0, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self.rows.append({})
        elif tag in ("td", "th"):
            self._close()
            if not self.rows:
                self.rows.append({})
            self._open({name: value or "" for name, value in attrs})
        elif tag in ("br", "p") and self._cell:
            self._cell.append("\n")

    def _open(self, attributes: dict[str, str]) -> None:
        row, column = len(self.rows) - 1, 0
        while (row, column) in self._taken:
            column += 1
        tall, wide = (min(int(attributes.get(key) or 1), 500) if (attributes.get(key) or "1").isdigit() else 1 for key in ("rowspan", "colspan"))
        if len(self._taken) + tall * wide > _MOST_PLACES:
            raise OverflowError
        self._taken |= {(row + y, column + x) for y in range(tall) for x in range(wide)}
        if tall > 1 or wide > 1:
            self.spans.append(((row, column), (row + tall - 1, column + wide - 1)))
        self._cell, self._at = [], (row, column)

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()

    def _close(self) -> None:
        if self._cell is not None:
            self.rows[self._at[0]][self._at[1]] = "".join(self._cell).strip()
            self._cell = None


def html_sheets(text: str) -> tuple[Sheet, ...]:
    """All tables of a page as one grid; rows are counted by <tr>."""
    tables = _Tables()
    tables.feed(text)
    tables.close()
    wide = max((max(row, default=-1) + 1 for row in tables.rows), default=0)
    rows = tuple(tuple(row.get(column, "") for column in range(wide)) for row in tables.rows)
    return (Sheet(WHOLE, rows, spans=tuple(tables.spans)),)
