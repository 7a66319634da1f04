"""Rescue: what a damaged ledger still says goes into a new one, on top of the last good backup where there is one.

The damaged file is only read. The new chain begins with the backup's, tells that it is a rescue, and enters each
record that was read; signed months that it does not hold are told as breaks.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..domain.errors.damage import NothingToRescue
from ..domain.errors.family import BurdenError
from ..domain.errors.ledger import CannotRead, CannotWrite, LedgerExists
from ..domain.kinds import KINDS
from ..domain.organ import lead_organ
from ..domain.point import Point
from .book import Book, Clock, connect, named_errors
from .breaks import told
from .disk import put_in_place
from .grams import grams_of
from .history import Event, History
from .lock import LedgerLock
from .making import make_ledger
from .opening import migrate
from .organs import NEW_BODY, Organs, brings
from .places import making_of
from .raw_pages import rows_of
from .restoring import lost_months, take_copy
from .salvage import Found, Salvage, salvage
from .spelling import Spelling, unspelled
from .statements import Statements

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.kind import Kind


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of a rescue: `records` read, of which the chain proves `proved`; `added` and `changed` are those that
    the base lacked or knew otherwise; `lost` the numbers that could not be read; `base` the backup underneath."""

    base: Path | None
    records: int
    proved: int
    added: int
    changed: int
    lost: tuple[str, ...]


def rescue_ledger(damaged: Path, target: Path, *, clock: Clock, base: Path | None, reason: str) -> Rescued:
    """Make a ledger at `target` of what `damaged` still says.

    Raises LedgerExists, CannotRead, CannotWrite, LedgerInUse, NothingToRescue where not even the point is known.
    """
    if target.exists():
        raise LedgerExists(path=target)
    part = making_of(target).with_suffix(".rescuing")
    lock = LedgerLock(damaged)
    try:
        content = _content(damaged)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _lay_base(part, damaged, content, clock, base)
            with named_errors(part), closing(connect(part)) as connection:
                rescued = _fill(Book(part, connection, clock), damaged, content, base, reason)
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=target, detail=trouble.strerror) from trouble
    finally:
        lock.release()
    return rescued


def _content(damaged: Path) -> bytes:
    try:
        return damaged.read_bytes()
    except OSError as trouble:
        raise CannotRead(path=damaged, detail=trouble.strerror) from trouble


def _lay_base(part: Path, damaged: Path, content: bytes, clock: Clock, base: Path | None) -> None:
    """The backup's copy, or an empty ledger of the point that a page of the damaged file tells of."""
    if base is not None:
        take_copy(base, part, clock)
        with named_errors(part), closing(connect(part)) as connection:
            migrate(Book(part, connection, clock))
        return
    points = salvage(rows_of(content), {kind.name: Statements(kind).common for kind in KINDS}).points
    if not points:
        raise NothingToRescue(path=damaged)
    try:
        point = Point(*points[-1][1:])  # type: ignore[arg-type]
    except (BurdenError, TypeError, ValueError) as trouble:
        raise NothingToRescue(path=damaged) from trouble
    make_ledger(part, point, clock)


def _fill(book: Book, damaged: Path, content: bytes, base: Path | None, reason: str) -> Rescued:
    columns = {kind.name: [row[1] for row in book.rows(f"PRAGMA table_info({kind.name})")] for kind in KINDS}
    found = salvage(rows_of(content), columns)
    history = History(book)
    writer = _Writer(book, history)
    with book.writing() as connection:
        lost = lost_months(book, damaged, book.rows("SELECT code FROM point")[0][0], {})
        seq, head = history.head()
        after: dict[str, object] = {"seq": seq, "head": head, "reason": reason, "unread": list(found.lost)}
        if lost:
            after["lost"] = [told(month) for month in lost]
        after["series"] = [list(series) for series in _series(found)]
        history.append("restore", Event("ledger", "", {"seq": found.entries}, after))
        added, changed = writer.write(found)
        connection.executemany(
            "INSERT INTO number_series VALUES (?, ?, ?) ON CONFLICT (kind, year) DO UPDATE SET last = max(last, excluded.last)",
            _series(found),
        )
    known = {row[0] for kind in KINDS for row in book.rows(f"SELECT number FROM {kind.name}")}  # noqa: S608 - declared names
    return Rescued(
        base=base,
        records=len(found.records),
        proved=sum(record.proved for record in found.records.values()),
        added=added,
        changed=changed,
        lost=tuple(number for number in found.lost if number not in known),
    )


def _series(found: Salvage) -> list[tuple[str, str, int]]:
    """(kind, year, last) of every series of which a number was read or is known to be lost."""
    marks = {kind.mark: kind.name for kind in KINDS}
    last: dict[tuple[str, str], int] = {}
    for number in (*found.records, *found.lost):
        series, _, serial = number.partition("-")
        place = (marks[series[:-4]], series[-4:])
        last[place] = max(last.get(place, 0), int(serial))
    return [(kind, year, serial) for (kind, year), serial in last.items()]


class _Writer:
    """Writes what was found over what the base holds, where it is later."""

    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history
        self._organs = Organs(book, history)

    def write(self, found: Salvage) -> tuple[int, int]:
        """(records added, records changed)"""
        added = changed = 0
        for record in sorted(found.records.values(), key=lambda record: (record.seq, record.number)):
            standing = self._standing(record)
            if standing is None:
                self._put(record, None, None)
                added += 1
            elif _own(standing[1]) != _own(record.state) and record.seq > standing[2]:
                self._put(record, standing[0], standing[1])
                changed += 1
        return added, changed

    def _standing(self, record: Found) -> tuple[int, dict[str, Any] | None, int] | None:
        """(id, state, sequence number of the last entry) in the base."""
        row = self._book.row(f"SELECT id FROM {record.kind.name} WHERE number = ?", (record.number,))  # noqa: S608
        if row is None:
            return None
        steps = self._history.of_record(record.number)
        state = steps[-1].after if steps else None
        return row[0], dict(state) if state is not None else None, steps[-1].entry.seq if steps else 0

    def _put(self, record: Found, id: int | None, before: dict[str, Any] | None) -> None:
        kind, state = record.kind, record.state
        spelling = Spelling(self._book, unspelled)
        connection, sql = self._book.connection, Statements(kind)
        values = {field.name: state.get(field.name) for field in kind.fields}
        lead = lead_organ(str(values["organ"] or ""))
        body = self._organs.point_at((lead,))[lead] if lead else None
        now = self._book.now()
        if id is not None:
            # The same number is written anew: simpler to prove than a change of every column.
            if before is not None:
                connection.execute(sql.unindex, (id, grams_of(kind, record.number, _filled(kind, before), spelling.kept(kind, id))))
            connection.execute(f"DELETE FROM {kind.name} WHERE id = ?", (id,))  # noqa: S608 - declared names
        else:
            id = connection.execute(sql.last_id).fetchone()[0] + 1
        place = (state.get(name, 0 if name == "late" else None) for name in sql.place)
        common = (id, record.number, *place, body and body.id, now, now, None)
        connection.execute(sql.insert, (*common, *values.values()))
        connection.execute(sql.index, (id, grams_of(kind, record.number, values, spelling.of(kind, values))))
        spelling.keep(kind, [(id, spelling.of(kind, values))])
        self._history.append("rescue", Event(kind.name, record.number, before, {**_own(state), **brings(lead, body)}))


def _own(state: dict[str, Any] | None) -> dict[str, Any]:
    """A record's own fields: which body it brought is told anew."""
    return {name: value for name, value in (state or {}).items() if name != NEW_BODY}


def _filled(kind: Kind, state: dict[str, Any]) -> dict[str, Any]:
    return {field.name: state.get(field.name) for field in kind.fields}
