"""Care of a ledger: open it, back it up, restore it, list it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..domain.errors.ledger import CannotWrite, LedgerInUse
from ..domain.role import POINT
from ..store.files.lock import account
from ..store.files.surroundings import warning_of
from ..store.ledger import Ledger
from .way_out import way_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from ..domain.errors.ledger import DamagedLedger
    from ..domain.kind import Kind
    from ..domain.months.month import Month
    from ..domain.point import Point
    from ..domain.record import Record
    from ..domain.texts import Sentence

__all__ = ["Ledger", "back_up", "broken_json", "every_record", "new_ledger", "open_ledger", "read_ledger", "restore"]

_PAGE = 1_000


def _initials(text: str) -> str:
    from ..intake.pinyin import initials  # a start spells nothing

    return initials(text)


def open_ledger(path: Path, clock: Callable[[], datetime], *, examined: bool = True) -> Ledger:
    """Open with all checks, or leave the long ones to `Ledger.examine`. Raises LedgerMissing, LedgerInUse, NotALedger, NewerLedger, DamagedLedger."""
    with way_out(path):
        return _signed_by_account(Ledger.open(path, clock=clock, examined=examined, spell=_initials))


def read_ledger(path: Path, clock: Callable[[], datetime]) -> Ledger:
    """As `open_ledger`, for whoever only reads: where another window has the ledger open, or nothing can be written
    there, it is looked at as it is now. Raises as `open_ledger`."""
    try:
        return open_ledger(path, clock)
    except (LedgerInUse, CannotWrite):
        with way_out(path):
            return Ledger.look(path, clock=clock, spell=_initials)


def new_ledger(path: Path, point: Point, clock: Callable[[], datetime], role: str = POINT) -> Ledger:
    """An empty ledger, searched by pinyin too; `role` says whose work it serves. Raises LedgerExists, LedgerInUse,
    CannotWrite."""
    return _signed_by_account(Ledger.create(path, point, clock=clock, spell=_initials, role=role))


def _signed_by_account(ledger: Ledger) -> Ledger:
    """Where the point names no reporter, a change is told as made by whoever is logged in at this computer."""
    ledger.history.account = account()
    return ledger


def place_warning(path: Path) -> Sentence | None:
    """What the clerk should know of the place of a ledger: a network drive, a stick."""
    return warning_of(path)


def back_up(ledger: Ledger) -> Path:
    """A checked copy in `backups/` beside the ledger, and at the second place; its path."""
    return ledger.backups.make()


def restore(path: Path, backup: Path, clock: Callable[[], datetime], reason: str) -> Path | None:
    """Put a backup in the ledger's place → the safety copy of the present ledger, which undoes it by a restore.

    Raises MissingFile, NotABackup, OlderBackup.
    """
    from ..store.backup.restoring import restore_ledger  # rarely needed, and a start is short

    return restore_ledger(path, backup, clock=clock, reason=reason)


def every_record(ledger: Ledger, kind: Kind, month: Month | None) -> Iterator[Record]:
    """All records of a kind (of a month), oldest first."""
    if month is not None:
        yield from ledger.records.in_month(kind, month)
        return
    from ..store.records import place_after  # a start lists no records

    after = None
    while page := ledger.records.page(kind, after=after, limit=_PAGE, newest_first=False):
        yield from page
        after = place_after(kind, page[-1])


def broken_json(found: DamagedLedger) -> dict[str, Any]:
    """The `check` command's answer for a ledger that could not even be opened."""
    return {
        "ok": False,
        "integrity": str(found.sentence.values.get("detail") or found.sentence),
        "chain": {"ok": False, "entries": None, "head": None, "first_bad": None},
        "counts": {},
        "strange": [],
        "derived": [],
        "files": {"missing": [], "altered": []},
    }
