"""Rescue: what a damaged ledger still says goes into a new one, on top of the last good backup where there is one.

The damaged file is only read. Where its whole chain can be read, that goes on. Else the new chain begins with the
backup's, tells that it is a rescue, and enters each thing that was read; closed months stay closed, and those of which
the new chain does not hold the seal are told as breaks.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...domain.chain.history import GENESIS
from ...domain.errors.damage import NothingToRescue, PointUnread
from ...domain.errors.family import BurdenError
from ...domain.errors.ledger import CannotRead, CannotWrite, LedgerExists
from ...domain.kinds import KINDS
from ...domain.point import Point
from ...domain.role import COMMISSION, POINT
from ...regular import read_regular
from ..backup.restoring import lost_months, take_copy
from ..book import Book, Clock, connect, named_errors
from ..chain.breaks import told
from ..chain.history import Event, History
from ..chain.undoing import RESCUED
from ..files.disk import put_in_place
from ..files.lock import LedgerLock
from ..files.places import making_of
from ..making import make_ledger
from ..opening import migrate
from ..role import KEY as ROLE
from .raw_pages import rows_of
from .rescue_lost import Lost, lost_of
from .rescue_records import RecordWriter
from .rescue_rest import RestWriter, files_of
from .rescue_whole import is_whole, lay_whole
from .salvage import Salvage, salvage
from .salvage_rest import Rest, salvage_rest

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of a rescue: `records` read, of which the chain proves `proved`; `added` and `changed` are those that
    the base lacked or knew otherwise; `lost` is what could not be read, by table; `base` the backup underneath; `closed`
    the months that stay closed, `broken` those of them whose seal the new chain does not hold (断链)."""

    base: Path | None
    records: int
    proved: int
    added: int
    changed: int
    lost: tuple[Lost, ...]
    closed: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(slots=True)
class _Work:
    """One rescue under way."""

    damaged: Path
    part: Path
    clock: Clock
    base: Path | None
    reason: str
    named: Point | None = None
    found: Salvage = field(default_factory=Salvage)
    rest: Rest = field(default_factory=Rest)


def rescue_ledger(
    damaged: Path, target: Path, *, clock: Clock, base: Path | None, reason: str, named: Point | None = None
) -> Rescued:
    """Make a ledger at `target` of what `damaged` still says; `named` is whose it is, where that cannot be read.

    Raises LedgerExists, CannotRead, CannotWrite, LedgerInUse, NothingToRescue, PointUnread.
    """
    if target.exists():
        raise LedgerExists(path=target)
    work = _Work(damaged, making_of(target).with_suffix(".rescuing"), clock, base, reason, named)
    lock = LedgerLock(damaged)
    try:
        content = _content(damaged)
        target.parent.mkdir(parents=True, exist_ok=True)
        work.part.unlink(missing_ok=True)
        try:
            rescued = _make(work, content)
            put_in_place(work.part, target)
        finally:
            work.part.unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=target, detail=trouble.strerror) from trouble
    finally:
        lock.release()
    return rescued


def _content(damaged: Path) -> bytes:
    try:
        return read_regular(damaged)
    except OSError as trouble:
        raise CannotRead(path=damaged, detail=trouble.strerror) from trouble


def _make(work: _Work, content: bytes) -> Rescued:
    work.found = salvage(rows_of(content), _columns(work))
    work.rest = salvage_rest(content, work.found)
    point = _point(work)
    if point is not None and is_whole(work.found) and not _is_ahead(work):
        _make_empty(work, point)
        with named_errors(work.part), closing(connect(work.part)) as connection:
            if lay_whole(Book(work.part, connection, work.clock), work.found, work.rest, _told_always(work)):
                return _told(work, Book(work.part, connection, work.clock), whole=True)
        work.part.unlink()
    if work.base is not None:
        take_copy(work.base, work.part, work.clock)
        with named_errors(work.part), closing(connect(work.part)) as connection:
            migrate(Book(work.part, connection, work.clock))
    elif point is not None:
        _make_empty(work, point)
    elif work.found.records:
        raise PointUnread(path=work.damaged, count=len(work.found.records))
    else:
        raise NothingToRescue(path=work.damaged)
    with named_errors(work.part), closing(connect(work.part)) as connection:
        return _fill(Book(work.part, connection, work.clock), work)


def _columns(work: _Work) -> dict[str, list[str]]:
    """A kind's columns as they stand in its table: in the order of the steps that made it."""
    try:
        make_ledger(work.part, Point("甲", "A"), work.clock)
        with named_errors(work.part), closing(connect(work.part)) as connection:
            book = Book(work.part, connection, work.clock)
            return {kind.name: [row[1] for row in book.rows(f"PRAGMA table_info({kind.name})")] for kind in KINDS}
    finally:
        work.part.unlink(missing_ok=True)


def _point(work: _Work) -> Point | None:
    """As its row says, or the chain, or whoever asked for the rescue."""
    rows = [tuple(told.values()) for told in work.rest.points] + [columns[1:] for columns in work.found.points]
    try:
        return Point(*rows[-1]) if rows else work.named
    except (BurdenError, TypeError, ValueError):
        return work.named


def _is_ahead(work: _Work) -> bool:
    """Whether the backup knows entries of which the damaged file says nothing."""
    if work.base is None:
        return False
    take_copy(work.base, work.part, work.clock)
    try:
        with named_errors(work.part), closing(connect(work.part)) as connection:
            return History(Book(work.part, connection, work.clock)).head()[0] > work.found.entries
    finally:
        work.part.unlink(missing_ok=True)


def _make_empty(work: _Work, point: Point) -> None:
    make_ledger(work.part, point, work.clock, COMMISSION if work.rest.settings.get(ROLE) == COMMISSION else POINT)


def _told_always(work: _Work) -> dict[str, object]:
    return {"reason": work.reason, "unread": list(work.found.lost), "series": [list(series) for series in _series(work)]}


def _fill(book: Book, work: _Work) -> Rescued:
    history, found, rest = History(book), work.found, work.rest
    records, others = RecordWriter(book, history), RestWriter(book, history, rest)
    with book.writing() as connection, history.as_one_step(**{RESCUED: True}):
        code = book.rows("SELECT code FROM point")[0][0]
        files = files_of(rest, work.damaged, code)
        seq, head = history.head()
        lost = lost_months(book, work.damaged, code, {(file.month, file.revision): file.sha256 for file in files if file.sha256})
        after: dict[str, object] = {"seq": seq, "head": head, **_told_always(work)}
        if lost:
            after["lost"] = [told(month) for month in lost]
        history.append("restore", Event("ledger", "", {"seq": found.entries}, after))
        # Without a base the chain begins with this ledger: the next signed month tells all of it.
        others.months(files, (seq, head) if work.base is not None else (0, GENESIS))
        others.point(found.points[-1][1:] if found.points else None)
        others.bodies()
        added, changed = records.write(found)
        records.purge(found)
        others.others()
        connection.executemany(
            "INSERT INTO number_series VALUES (?, ?, ?) ON CONFLICT (kind, year) DO UPDATE SET last = max(last, excluded.last)",
            _series(work),
        )
    broken = tuple(sorted({month.month for month in lost}))
    return _told(work, book, whole=False, changes=(added, changed), broken=broken, refused=tuple(others.refused_names))


def _told(
    work: _Work, book: Book, *, whole: bool, changes: tuple[int, int] | None = None, broken: tuple[str, ...] = (), refused: tuple[str, ...] = ()
) -> Rescued:
    known = frozenset(row[0] for kind in KINDS for row in book.rows(f"SELECT number FROM {kind.name}"))  # noqa: S608 - declared names
    read = [record for record in work.found.records.values() if not record.withdrawn]
    added, changed = changes or (len(read), 0)
    return Rescued(
        base=None if whole else work.base,
        records=len(read),
        proved=sum(record.proved for record in read),
        added=added,
        changed=changed,
        lost=lost_of(work.found, work.rest, known, whole=whole, refused=refused),
        closed=tuple(row[0] for row in book.rows("SELECT month FROM month WHERE open_for_correction = 0 ORDER BY month")),
        broken=broken,
    )


def _series(work: _Work) -> list[tuple[str, str, int]]:
    """(kind, year, last) of every series of which a number was read or is known to be lost."""
    marks = {kind.mark: kind.name for kind in KINDS}
    last: dict[tuple[str, str], int] = dict(work.rest.series)
    for number in (*work.found.records, *work.found.lost, *work.found.purged):
        series, _, serial = number.partition("-")
        place = (marks[series[:-4]], series[-4:])
        last[place] = max(last.get(place, 0), int(serial))
    return [(kind, year, serial) for (kind, year), serial in last.items()]
