"""Rows of the ledger as records, and a record's state as history keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..domain.bodies.organ import Level
from ..domain.reading.written import Value
from ..domain.record import Record
from .door import fields_check, level_at
from .placing import Place, place_in
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind

Values = Mapping[str, Value]
_FIRST = 6  # columns of `Statements.read` before the place
_LEVELS: Final[Mapping[str | None, Level | None]] = {None: None, "": None, **{level.value: level for level in Level}}


def records_of(kind: Kind, rows: Iterable[Sequence[Any]]) -> tuple[Record, ...]:
    """Rows of `Statements.read` as records. Raises WrongValue."""
    return tuple(_read(kind, rows))


def record_of(kind: Kind, row: Sequence[Any]) -> Record:
    """One row of `Statements.read` as a record. Raises WrongValue."""
    return next(_read(kind, (row,)))


def _read(kind: Kind, rows: Iterable[Sequence[Any]]) -> Iterator[Record]:
    sql, name = Statements(kind), kind.name
    names, fields, check = sql.names, _FIRST + len(sql.place), fields_check(kind)
    for row in rows:
        number, level = row[1], row[3]
        place = place_in(kind, number, tuple(row[_FIRST:fields]))
        check(number, row[fields:])
        yield Record(
            row[0],
            name,
            number,
            place.month,
            place.late,
            place.family,
            _LEVELS[level] if level in _LEVELS else level_at(f"organ {row[2]} level", level),
            dict(zip(names, row[fields:], strict=True)),
            row[4],
            row[5],
            place.span,
            place.said,
        )


def told(values: Values, place: Place) -> dict[str, object]:
    """A record's state as history keeps it: what is empty is left out."""
    state: dict[str, object] = {name: value for name, value in values.items() if value is not None}
    return state | place.told
