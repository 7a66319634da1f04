"""One row of a register → the canonical fields of its kind, or the reason why the clerk must look at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..domain.field import Field, FieldType
from ..domain.secrecy import is_open_level, secrecy_mark
from ..domain.written import Unreadable, Value, clean_line, clean_lines
from .doc_number import normalise
from .heading import Heading
from .register_value import (
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
from .sheet import Cell


class RowRejected(Exception):
    """bad_date, missing_title, end_before_start or classified."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows under one heading; `year` completes days without one (None: the row's day must have it)."""

    heading: Heading
    year: int | None
    today: date

    def read(self, cells: Mapping[int, Cell]) -> dict[str, Value]:
        """Raises RowRejected."""
        self._refuse_secret(cells)
        written = {field: cells[column] for column, field in self.heading.fields.items() if not is_empty(cells.get(column, ""))}
        kind = self.heading.kind
        values: dict[str, Value] = {}
        for column, name in self.heading.fields.items():
            field = kind.field(name)
            if name in written and field.type not in (FieldType.DATE, FieldType.TIME):
                values[name] = self._value(written[name], field, self.heading.names.get(column, ""))
        days = {"meeting": self._meeting, "inspection": self._inspection}.get(kind.name, self._plain)
        title = str(values.get("title") or "").strip()
        dated = written.get(kind.dated_by) or (written.get("starts_at") if kind.name == "meeting" else None)
        if not title and dated is None:
            raise RowRejected("missing_title")
        values |= days(written)
        if not title:
            raise RowRejected("missing_title")
        return {name: value for name, value in values.items() if value is not None}

    def _refuse_secret(self, cells: Mapping[int, Cell]) -> None:
        for column in self.heading.secrecy:
            if not is_open_level(words_of(cells.get(column, ""))):
                raise RowRejected("classified")
        if any(isinstance(cell, str) and secrecy_mark(cell) for cell in cells.values()):
            raise RowRejected("classified")

    def _value(self, cell: Cell, field: Field, heading: str) -> Value:
        if field.name == "doc_no":
            words = words_of(cell)
            return None if words in ("无", "无文号", "无号") else normalise(words)
        if field.name in ("duration_minutes", "minutes", "travel_minutes"):
            return minutes_of(cell, heading)
        if field.type is FieldType.COUNT:
            return count_of(cell, field)
        if field.type is FieldType.CHOICE:
            return choice_of(cell, field)
        if field.type is FieldType.FLAGS:
            return flags_of(cell, field)
        if field.type is FieldType.LONG_TEXT:
            return clean_lines(words_of(cell)) or None
        return clean_line(words_of(cell)) or None

    def _day(self, cell: Cell | None) -> Stretch:
        found = None if cell is None else stretch_of(cell, self.year, self.today)
        if not found:
            raise RowRejected("bad_date")
        return found

    def _plain(self, written: Mapping[str, Cell]) -> dict[str, Value]:
        kind = self.heading.kind
        values: dict[str, Value] = {kind.dated_by: self._day(written.get(kind.dated_by)).day}
        for field in kind.fields:
            if field.type is FieldType.DATE and field.name in written and field.name not in values:
                found = stretch_of(written[field.name], self.year, self.today)
                values[field.name] = found.day if found else None
        return values

    def _inspection(self, written: Mapping[str, Cell]) -> dict[str, Value]:
        begins = self._day(written.get("starts_on"))
        values = self._plain(written)
        last = values.get("ends_on") or begins.end_day
        if "ends_on" in written and values.get("ends_on") is None:
            raise RowRejected("bad_date")
        if last and str(last) < begins.day:
            raise RowRejected("end_before_start")
        return values | {"ends_on": last}

    def _meeting(self, written: Mapping[str, Cell]) -> dict[str, Value]:
        start_cell, end_cell = written.get("starts_at"), written.get("ends_at")
        start_day = stretch_of(start_cell, self.year, self.today) if start_cell is not None else None
        day = self._day(written["held_on"]) if "held_on" in written else self._day(start_cell)
        end_day = stretch_of(end_cell, self.year, self.today) if end_cell is not None else None
        try:
            own, own_end = clocks_of(start_cell) if start_cell is not None and not start_day else (None, None)
            last, _ = clocks_of(end_cell) if end_cell is not None and not end_day else (None, None)
        except Unreadable:
            raise RowRejected("bad_date") from None
        start = own or (start_day.clock if start_day else None) or day.clock
        end = last or (end_day.clock if end_day else None) or own_end or (start_day.end_clock if start_day else None) or day.end_clock
        last_day = (end_day.day if end_day else None) or day.end_day or day.day
        if last_day < day.day or (start and end and (last_day, end) <= (day.day, start)):
            raise RowRejected("end_before_start")
        if end and last_day != day.day:
            end = f"{last_day}T{end}"
        return {"held_on": day.day, "starts_at": start, "ends_at": end}
