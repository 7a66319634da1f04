"""One row of a register → the canonical fields of its kind, or the reason why the clerk must look at it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ...domain.field import Field, FieldType
from ...domain.reading.secrecy import is_open_level, secrecy_mark
from ...domain.reading.written import Unreadable, Value, clean_line, clean_lines, closed_up
from ..notices.doc_number import normalise
from .heading import Heading
from .sheet import Cell
from .told_date import Told
from .value import (
    Stretch,
    choice_of,
    clocks_of,
    count_of,
    flags_of,
    is_empty,
    minutes_of,
    stretch_of,
    words_of,
)


class RowRejected(Exception):
    """bad_date, missing_title, end_before_start or classified, with the words at fault."""

    def __init__(self, reason: str, words: str = "") -> None:
        self.reason, self.words = reason, words
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class RowValues:
    """What a row says, and the fields whose words could not be read (field → words)."""

    values: dict[str, Value]
    unread: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows under one heading; `told` completes days written without year or month."""

    heading: Heading
    told: Told
    today: date

    def read(self, cells: Mapping[int, Cell], month: int | None = None) -> RowValues:
        """`month` is the row's own, where a column beside the day tells it. Raises RowRejected."""
        self._refuse_secret(cells)
        told = replace(self.told, month=month) if month else self.told
        return _Row(self.heading, told, self.today, self._written(cells), cells).read()

    def _refuse_secret(self, cells: Mapping[int, Cell]) -> None:
        for column in self.heading.secrecy:
            if not is_open_level(words_of(cells.get(column, ""))):
                raise RowRejected("classified")
        if any(isinstance(cell, str) and "密" in cell and secrecy_mark(cell) for cell in cells.values()):
            raise RowRejected("classified")

    def _written(self, cells: Mapping[int, Cell]) -> dict[str, Cell]:
        """Field → its cell; a value that stands in several columns is put together."""
        written: dict[str, Cell] = {}
        parts: dict[str, dict[str, str]] = {}
        for column, name in self.heading.fields.items():
            cell = cells.get(column, "")
            if is_empty(cell):
                continue
            part = self.heading.columns.parts.get(column)
            if part:
                parts.setdefault(name, {})[part] = unicodedata.normalize("NFKC", words_of(cell))
            else:
                written[name] = cell
        for name, found in parts.items():
            whole = _number_of(found) if name == "doc_no" else _day_of(found)
            if whole:
                written[name] = whole
        return written


def _number_of(parts: Mapping[str, str]) -> str:
    code, year, serial = (parts.get(name, "") for name in ("code", "year", "serial"))
    if not (code and year and serial):
        return code if re.search(r"\d", code) else ""
    return f"{code}〔{re.sub(r'[^0-9]', '', year)}〕{re.sub(r'^第|号$', '', serial)}号"


def _day_of(parts: Mapping[str, str]) -> str:
    if "day" not in parts:
        return ""
    year, month, day = (re.sub(r"[年月日号]$", "", parts.get(name, "")) for name in ("year", "month", "day"))
    return (f"{year}年" if year else "") + f"{month}月{day}日" if month else f"{day}日"


@dataclass(frozen=True, slots=True)
class _Row:
    """One row while it is read."""

    heading: Heading
    told: Told
    today: date
    written: Mapping[str, Cell]
    cells: Mapping[int, Cell]
    unread: dict[str, str] = field(default_factory=dict)

    def read(self) -> RowValues:
        kind = self.heading.kind
        main = kind.titled_by
        values: dict[str, Value] = {}
        for column, name in self.heading.fields.items():
            one = kind.field(name)
            if name in self.written and name not in values and one.type not in (FieldType.DATE, FieldType.TIME):
                values[name] = self._value(self.written[name], one, self.heading.names.get(column, ""))
                if values[name] is None and name != "doc_no":
                    self.unread[name] = words_of(self.written[name])
        days = {"meeting": self._meeting, "inspection": self._inspection}.get(kind.name, self._plain)
        title = str(values.get(main) or "").strip()
        dated = self.written.get(kind.dated_by) or (self.written.get("starts_at") if kind.name == "meeting" else None)
        if not title and dated is None:
            raise RowRejected("missing_title")
        values |= days()
        if not title:
            raise RowRejected("missing_title")
        return RowValues({name: value for name, value in values.items() if value is not None}, self.unread)

    def _value(self, cell: Cell, one: Field, heading: str) -> Value:
        if one.name == "doc_no":
            words = words_of(cell)
            return None if words in ("无", "无文号", "无号", "无字号", "空") else normalise(words)
        if one.name in ("duration_minutes", "minutes", "travel_minutes"):
            return minutes_of(cell, heading)
        if one.type is FieldType.COUNT:
            return count_of(cell, one)
        if one.type is FieldType.CHOICE:
            return choice_of(cell, one)
        if one.type is FieldType.FLAGS:
            return flags_of(cell, one)
        if one.type is FieldType.LONG_TEXT:
            return clean_lines(words_of(cell)) or None
        return closed_up(clean_line(words_of(cell))) or None

    def _day(self, cell: Cell | None) -> Stretch:
        found = None if cell is None else stretch_of(cell, self.told, self.today)
        if not found:
            raise RowRejected("bad_date", "" if cell is None else words_of(cell))
        return found

    def _plain(self) -> dict[str, Value]:
        kind = self.heading.kind
        values: dict[str, Value] = {}
        if kind.dated_by in self.written or kind.field(kind.dated_by).required:
            values[kind.dated_by] = self._day(self.written.get(kind.dated_by)).day
        for one in kind.fields:
            if one.type is FieldType.DATE and one.name in self.written and one.name not in values:
                found = stretch_of(self.written[one.name], self.told, self.today)
                values[one.name] = found.day if found else None
                if not found:
                    self.unread[one.name] = words_of(self.written[one.name])
        return values

    def _inspection(self) -> dict[str, Value]:
        begins = self._day(self.written.get("starts_on"))
        values = self._plain()
        last = values.get("ends_on") or begins.end_day
        if "ends_on" in self.written and values.get("ends_on") is None:
            raise RowRejected("bad_date", words_of(self.written["ends_on"]))
        if last and str(last) < begins.day:
            raise RowRejected("end_before_start", _both(begins.day, str(last)))
        return values | {"ends_on": last}

    def _meeting(self) -> dict[str, Value]:
        start_cell, end_cell = self.written.get("starts_at"), self.written.get("ends_at")
        start_day = stretch_of(start_cell, self.told, self.today) if start_cell is not None else None
        day = self._day(self.written["held_on"]) if "held_on" in self.written else self._day(start_cell)
        end_day = stretch_of(end_cell, self.told, self.today) if end_cell is not None else None
        try:
            own, own_end = clocks_of(start_cell) if start_cell is not None and not start_day else (None, None)
            last, _ = clocks_of(end_cell) if end_cell is not None and not end_day else (None, None)
        except Unreadable:
            raise RowRejected("bad_date", " ".join(words_of(cell) for cell in (start_cell, end_cell) if cell is not None)) from None
        start = own or (start_day.clock if start_day else None) or day.clock
        end = last or (end_day.clock if end_day else None) or own_end or (start_day.end_clock if start_day else None) or day.end_clock
        last_day = (end_day.day if end_day else None) or day.end_day or day.day
        if start and end and last_day == day.day and end <= start and _spoken_afternoon(start_cell, end_cell):
            end = f"{int(end[:2]) + 12:02d}{end[2:]}"
        if last_day < day.day or (start and end and (last_day, end) <= (day.day, start)):
            raise RowRejected("end_before_start", _both(start or day.day, end or last_day))
        if end and last_day != day.day:
            end = f"{last_day}T{end}"
        return {"held_on": day.day, "starts_at": start, "ends_at": end}


def _both(begins: str, ends: str) -> str:
    return f"{begins} – {ends}"


def _spoken_afternoon(start: Cell | None, end: Cell | None) -> bool:
    """下午4点半 … 5点半: the half of the day is said once and meant for both."""
    begins, ends = (words_of(cell) if isinstance(cell, str) else "" for cell in (start, end))
    return bool(re.search(r"下午|晚上", begins)) and bool(re.match(r"\s*(?:1[01]|\d)(?!\d)", ends))
