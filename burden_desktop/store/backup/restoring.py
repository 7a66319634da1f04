"""Restoring a backup in place of the present ledger: nothing is lost, and the chain says that it happened."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from ...domain.chain.chain_break import ChainBreak
from ...domain.errors.ledger import (
    BackupOfAnother,
    CannotRead,
    CannotWrite,
    DamagedLedger,
    NotABackup,
    NotALedger,
    OlderBackup,
)
from ...domain.errors.reading import MissingFile
from ...domain.kinds import kind_named
from ...domain.months.month import Month
from ...domain.texts import label
from ..book import Book, Clock, connect, named_errors
from ..chain.breaks import breaks, issued_revisions, signed_revisions, told
from ..chain.history import Event, History
from ..chain.purged_families import retell
from ..chain.purging import MARK, purge_events
from ..chain.strange import readable
from ..files.disk import copy_file, force_folder, put_in_place
from ..files.lock import LedgerLock
from ..files.places import backups_folder, journal_of, restoring_of
from ..files.reports import reports_of, sha256_of
from ..kinship import Touched
from ..opening import check_chain, check_header, check_integrity, has_tables, migrate, pending
from .copies import back_up
from .replaced import Replaced, ask, ask_damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...domain.chain.history import State

Revisions = dict[tuple[str, int], str]
"""(month, revision) → SHA-256 of the signed file."""


PURGED_SINCE = label("备份之后已彻底清除，恢复时沿用")


def restore_ledger(path: Path, backup: Path, *, clock: Clock, reason: str = "") -> Path | None:
    """Put `backup` in the place of the ledger at `path` → the safety copy of the present ledger, None without one.

    Record numbers given out since the backup are not given out again. Raises MissingFile, NotABackup, NewerLedger,
    DamagedLedger and BrokenChain for a backup that cannot serve, OlderBackup when signed months are not in it (the
    present ledger or the folder of signed files knows them) and no reason is given, LedgerInUse, CannotWrite.
    """
    refuse_stranger(backup)
    _make_folder(path.parent)
    lock = LedgerLock(path)
    part = restoring_of(path)
    try:
        present, signed, safety = _set_aside(path, clock)
        part.unlink(missing_ok=True)
        take_copy(backup, part, clock)
        _prepare(part, (path, backup), clock, present, signed, reason.strip())
        # A journal of the old file would be played back into the new one.
        journal_of(path).unlink(missing_ok=True)
        force_folder(path.parent)
        put_in_place(part, path)
    except OSError as trouble:
        raise CannotWrite(path=path, detail=trouble.strerror) from trouble
    finally:
        part.unlink(missing_ok=True)
        journal_of(part).unlink(missing_ok=True)
        lock.release()
    return safety


def _make_folder(folder: Path) -> None:
    """Of a ledger that is restored on a new computer."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=folder, detail=trouble.strerror) from trouble


def _set_aside(path: Path, clock: Clock) -> tuple[Replaced | None, Revisions, Path | None]:
    """What the present ledger says, what it knows to be signed, and its safety copy."""
    if not path.exists():
        return None, {}, None
    try:
        check_header(path)
        with named_errors(path), closing(connect(path)) as connection:
            book = Book(path, connection, clock)
            check_integrity(book)
            if not has_tables(book):
                raise NotALedger(path=path)
            present = ask(book)
            return present, issued_revisions(book, present.code), back_up(book, named="-before-restore")
    except (NotALedger, DamagedLedger, CannotRead):
        return _set_aside_damaged(path, clock)


def _set_aside_damaged(path: Path, clock: Clock) -> tuple[Replaced | None, Revisions, Path]:
    """Keep its bytes as they are, with the journal of a write that was cut short; then ask a copy of them."""
    folder = backups_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    safety = folder / f"{path.stem}-{clock():%Y%m%d-%H%M%S}-damaged.db"
    asked = restoring_of(path)
    copy_file(path, safety)
    copy_file(path, asked)
    if journal_of(path).exists():
        copy_file(journal_of(path), journal_of(safety))
        copy_file(journal_of(path), journal_of(asked))
    force_folder(folder)
    try:
        present, signed = ask_damaged(asked, clock)
    finally:
        journal_of(asked).unlink(missing_ok=True)
    return present, signed, safety


def refuse_stranger(backup: Path) -> None:
    """Raises MissingFile, NotABackup, CannotRead, and DamagedLedger for one that was not copied whole."""
    try:
        check_header(backup)
    except NotALedger as trouble:
        raise NotABackup(path=backup) from trouble
    except CannotRead as trouble:
        if isinstance(trouble.__cause__, FileNotFoundError):
            raise MissingFile(file=backup) from trouble
        raise


def take_copy(backup: Path, part: Path, clock: Clock) -> None:
    """The backup's content in `part`; the backup itself is only read."""
    refuse_stranger(backup)
    copy_file(backup, part)
    with named_errors(backup), closing(connect(part)) as connection:
        _check_backup(Book(backup, connection, clock))


@contextmanager
def read_backup(backup: Path, clock: Clock) -> Iterator[Book]:
    """A backup that could be restored, open for reading only. Raises as `take_copy`."""
    refuse_stranger(backup)
    reading = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    with named_errors(backup), closing(reading):
        book = Book(backup, reading, clock)
        _check_backup(book)
        yield book


def _check_backup(book: Book) -> None:
    check_integrity(book)
    pending(book)
    if not has_tables(book):
        raise NotABackup(path=book.path)
    check_chain(book)


def _prepare(
    part: Path, names: tuple[Path, Path], clock: Clock, present: Replaced | None, signed: Revisions, reason: str
) -> None:
    path, backup = names
    with named_errors(part), closing(connect(part)) as connection:
        book = Book(part, connection, clock)
        migrate(book)
        history = History(book)
        code = book.row("SELECT code FROM point")
        if not code:
            raise NotABackup(path=backup)
        if present and code[0] != present.code:
            raise BackupOfAnother(path=backup, code=code[0])
        lost = lost_months(book, path, code[0], signed)
        if lost and not reason:
            raise OlderBackup(month=Month.parse(max(month.month for month in lost)).label)
        before: State = {"seq": present.head[0], "head": present.head[1]} if present else None
        seq, head = history.head()
        after: dict[str, object] = {"seq": seq, "head": head, "reason": reason}
        if lost:
            after["lost"] = [told(month) for month in lost]
        if present:
            after["series"] = [list(series) for series in present.series]
        with book.writing():
            connection.executemany(
                "INSERT INTO number_series VALUES (?, ?, ?)"
                " ON CONFLICT (kind, year) DO UPDATE SET last = max(last, excluded.last)",
                present.series if present else (),
            )
            # What the page 今日 tells of it; one computer's own words, beside the entry that binds.
            reaches = book.row("SELECT at FROM history ORDER BY seq DESC LIMIT 1")
            told_here = f"{book.now()} {reaches[0] if reaches else book.now()}"
            connection.execute("INSERT OR REPLACE INTO setting VALUES ('backup.restored', ?)", (told_here,))
            history.append("restore", Event("ledger", "", before, after))
            without = tuple(history.lost_contents())
            lost_here = {(kind, number) for _, kind, number in without}
            for kind, number in sorted(lost_here & (present.retold if present else frozenset())):
                seqs = [seq for seq, *other in without if other == [kind, number]]
                retell(book, history, kind_named(kind), {number: seqs}, Touched())
            # Purged from the backup after it was made: its chain does not know yet.
            gone = present.purged if present else ()
            since = dict.fromkeys((kind, number) for kind, number, _ in gone if (kind, number) in lost_here)
            marks = {(kind, number): readable(said).get(MARK) for kind, number, said in gone}
            for event in purge_events(book, since, PURGED_SINCE, marks):
                history.append("purge", event)


def lost_months(book: Book, path: Path, code: str, signed: Revisions) -> tuple[ChainBreak, ...]:
    """What was signed for the ledger at `path` and does not stand in `book`, whoever remembers it."""
    kept = signed_revisions(book)
    known = {place: sha256 for place, sha256 in signed.items() if kept.get(place) != sha256}
    for report in reports_of(path, code):
        place = (str(report.month), report.revision)
        if place not in kept:
            known.setdefault(place, sha256_of(report.path))
    # A break that the backup itself knows of was told in a signed month, or will be told in the next.
    settled = {(lost.month, lost.revision) for lost in breaks(book)}
    return tuple(
        ChainBreak(seq=0, at="", reason="", month=month, revision=revision, sha256=sha256)
        for (month, revision), sha256 in sorted(known.items())
        if (month, revision) not in settled
    )
