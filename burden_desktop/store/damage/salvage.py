"""What a damaged ledger still says, put together from its rows: records, whose they were, and what is missing.

A record is proved by an entry of the chain whose content gives its digest; else its table's own row is taken as it
stands, if it is a possible record. What was there and is nowhere readable is named by its number.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import lead_organ
from ...domain.errors.entry import InvalidRecord
from ...domain.kinds import KINDS
from ..chain.history import digest_of_kept
from ..statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...domain.kind import Kind
    from .raw_pages import Row, Value

_HEX: Final = re.compile(r"[0-9a-f]{64}")
_AT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_NUMBER: Final = re.compile(r"(.{1,2}?)(\d{4})-(\d{4,})")
_SALT: Final = 16


@dataclass(frozen=True, slots=True)
class Found:
    """A record that can be read: `state` as history keeps it; `proved` by the chain; `seq` of its last entry or 0;
    `times` when it was entered, last changed and withdrawn, empty where nothing tells."""

    kind: Kind
    number: str
    state: dict[str, Any]
    proved: bool
    seq: int
    withdrawn: bool = False
    times: tuple[str, str, str] = ("", "", "")


@dataclass(slots=True)
class Salvage:
    """`records` by number, withdrawn ones too; `lost` are numbers that were given out and stand nowhere, `purged` those
    that were deleted for good, with the entry that says so; `entries` is the longest sequence number seen. `history` and `contents` are the chain's rows by sequence number, `bodies` the names by which
    records know the rows of the directory."""

    points: list[tuple[Value, ...]] = field(default_factory=list)
    records: dict[str, Found] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    purged: dict[str, int] = field(default_factory=dict)
    entries: int = 0
    history: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    contents: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)

    def told(self, seq: int) -> tuple[dict[str, Any] | None, dict[str, Any] | None] | None:
        """What entry `seq` says was before and is after; None where its content cannot be read or is not proved by it."""
        content = self.contents.get(seq)
        if content is None or seq not in self.history:
            return None
        _, salt, before, after, *beside = content
        try:
            digest = digest_of_kept(salt, before, after, beside[0] if beside else None)  # type: ignore[arg-type]
            return (_state(before), _state(after)) if digest == self.history[seq][5] else None
        except (ValueError, TypeError, AttributeError):
            return None


def salvage(rows: Iterable[Row], columns_of: Mapping[str, Sequence[str]]) -> Salvage:
    """Put together what `rows` of a damaged ledger tell. `columns_of` a kind's table, as they stand in a row."""
    sorted_rows = _Sorted(columns_of)
    for rowid, columns in rows:
        sorted_rows.take(rowid, columns)
    return sorted_rows.put_together()


class _Sorted:
    """Rows by what they must be: their shape tells, whatever tree they hung in."""

    def __init__(self, columns_of: Mapping[str, Sequence[str]]) -> None:
        self._columns_of = columns_of
        self._marks = {kind.mark: kind for kind in KINDS}
        self._history: dict[int, tuple[Value, ...]] = {}
        self._contents: dict[int, tuple[Value, ...]] = {}
        self._rows: dict[str, tuple[Kind, dict[str, Value]]] = {}
        self._points: list[tuple[Value, ...]] = []

    def take(self, rowid: int, columns: tuple[Value, ...]) -> None:
        texts = [value if isinstance(value, str) else "" for value in columns]
        if len(columns) == 7 and _HEX.fullmatch(texts[5]) and _HEX.fullmatch(texts[6]) and _AT.match(texts[1]):
            self._history[rowid] = columns
        elif len(columns) >= 4 and isinstance(columns[1], bytes) and len(columns[1]) == _SALT:
            self._contents[rowid] = columns
        elif len(columns) == 8 and rowid == 1 and texts[1] and re.fullmatch(r"[A-Za-z0-9-]{1,40}", texts[2]):
            self._points.append(columns)
        elif len(columns) > 1 and (kind := self._kind_of(texts[1])) and len(columns) > len(Statements(kind).common):
            row = dict(zip(self._columns_of[kind.name], columns, strict=False))
            # A page that was left behind may hold an older state.
            standing = self._rows.get(texts[1])
            if standing is None or str(row["changed_at"]) >= str(standing[1]["changed_at"]):
                self._rows[texts[1]] = (kind, row)

    def _kind_of(self, number: str) -> Kind | None:
        written = _NUMBER.fullmatch(number)
        return self._marks.get(written[1]) if written else None

    def put_together(self) -> Salvage:
        made = Salvage(
            points=self._points, entries=max([0, *self._history, *self._contents]), history=self._history, contents=self._contents
        )
        last: dict[str, tuple[int, str]] = {}
        times: dict[str, tuple[str, str, str]] = {}
        for seq, (_, at, action, _, number, _, _) in sorted(self._history.items()):
            if isinstance(number, str) and self._kind_of(number):
                last[number] = (seq, str(action))
                times[number] = (times.get(number, (str(at),))[0], str(at), str(at))
        for number, (_, row) in self._rows.items():  # closer to the moment than an entry, and of later changes too
            gone_at = str(row["withdrawn_at"] or times.get(number, ("", "", ""))[2])
            times[number] = (str(row["created_at"]), str(row["changed_at"]), gone_at)
        made.purged = {number: seq for number, (seq, action) in last.items() if action == "purge"}
        for number, (seq, action) in last.items():
            found = None if action == "purge" else self._proved(made, number, seq, withdrawn=action == "withdraw")
            if found:
                made.records[number] = replace(found, times=times[number])
        for number, (kind, row) in self._rows.items():
            if number not in made.records and number not in made.purged:
                state = _possible(kind, row)
                seq, action = last.get(number, (0, ""))
                gone = action == "withdraw" or row["withdrawn_at"] is not None
                if state:
                    made.records[number] = Found(kind, number, state, proved=False, seq=seq, withdrawn=gone, times=times[number])
            if isinstance(row["organ_id"], int) and isinstance(row["organ"], str):
                made.bodies[row["organ_id"]] = lead_organ(row["organ"])
        withdrawn = {number for number, (_, action) in last.items() if action in ("withdraw", "purge")}
        withdrawn |= {number for number, (_, row) in self._rows.items() if row["withdrawn_at"] is not None}
        made.lost = self._lost(made.records.keys() | withdrawn, last.keys() | self._rows.keys())
        return made

    def _proved(self, made: Salvage, number: str, seq: int, *, withdrawn: bool) -> Found | None:
        kind, told = self._kind_of(number), made.told(seq)
        state = told[0 if withdrawn else 1] if told else None
        return Found(kind, number, state, proved=True, seq=seq, withdrawn=withdrawn) if kind and state else None

    def _lost(self, known: set[str], told: set[str]) -> tuple[str, ...]:
        """Numbers that an entry or a gap in a series tells of, and no page."""
        highest: dict[tuple[str, str], int] = {}
        for number in told | known:
            if written := _NUMBER.fullmatch(number):
                series = (written[1], written[2])
                highest[series] = max(highest.get(series, 0), int(written[3]))
        every = {f"{mark}{year}-{n:04d}" for (mark, year), last in highest.items() for n in range(1, last + 1)}
        return tuple(sorted(every - known))


def _state(text: Value) -> dict[str, Any] | None:
    """Raises ValueError, TypeError for what is no state."""
    told = json.loads(text) if text is not None else None  # type: ignore[arg-type]
    if told is not None and not isinstance(told, dict):
        raise ValueError(text)
    return told


def _possible(kind: Kind, row: dict[str, Value]) -> dict[str, Any] | None:
    """The state that a table's row tells, None when it is no possible record of the kind."""
    sql = Statements(kind)
    state: dict[str, Any] = {name: value for name, value in row.items() if name not in sql.common and value is not None}
    try:
        kind.validate(state)
    except (InvalidRecord, ValueError, TypeError, AttributeError):
        return None
    return state | {name: row[name] for name in sql.place if row.get(name)}
