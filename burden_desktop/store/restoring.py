"""Restoring a backup in place of the present ledger: nothing is lost, and the chain says that it happened."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..domain.errors.ledger import CannotRead, CannotWrite, DamagedLedger, NotABackup, NotALedger, OlderBackup
from ..domain.history import State
from ..domain.month import Month
from .backups import FOLDER, back_up
from .book import Book, Clock, connect, named_errors
from .history import Event, History
from .lock import LedgerLock
from .months import last_sealed
from .opening import check_chain, check_header, check_integrity, has_tables, migrate, pending


@dataclass(frozen=True, slots=True)
class _Present:
    """What the present ledger still says of itself."""

    code: str
    head: tuple[int, str]
    signed: tuple[int, str] | None  # the entry of the last seal
    last_sealed: Month | None
    series: tuple[tuple[str, str, int], ...]


def restore_ledger(path: Path, backup: Path, *, clock: Clock, reason: str = "") -> Path | None:
    """Put `backup` in the place of the ledger at `path` → the safety copy of the present ledger, None without one.

    Record numbers given out since the backup are not given out again. Raises NotABackup, NewerLedger,
    DamagedLedger and BrokenChain for a backup that cannot serve, OlderBackup when it ends before the last seal
    and no reason is given, LedgerInUse, CannotWrite.
    """
    lock = LedgerLock(path)
    part = path.with_name(f".{path.name}.restoring")
    try:
        present, safety = _set_aside(path, clock)
        part.unlink(missing_ok=True)
        _take_copy(backup, part, clock)
        _prepare(part, backup, clock, present, reason.strip())
        # A journal of the old file would be played back into the new one.
        _journal(path).unlink(missing_ok=True)
        part.replace(path)
    except OSError as trouble:
        raise CannotWrite(path=path, detail=trouble.strerror) from trouble
    finally:
        part.unlink(missing_ok=True)
        lock.release()
    return safety


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _set_aside(path: Path, clock: Clock) -> tuple[_Present | None, Path | None]:
    if not path.exists():
        return None, None
    try:
        check_header(path)
        with named_errors(path), closing(connect(path)) as connection:
            book = Book(path, connection, clock)
            check_integrity(book)
            if not has_tables(book):
                raise NotALedger(path=path)
            present = _present(book)
            return present, back_up(book, named="-before-restore")
    except (NotALedger, DamagedLedger, CannotRead):
        # Too damaged to be asked: keep its bytes as they are, with the journal of a write that was cut short.
        folder = path.parent / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        safety = folder / f"{path.stem}-{clock():%Y%m%d-%H%M%S}-damaged.db"
        shutil.copyfile(path, safety)
        if _journal(path).exists():
            shutil.copyfile(_journal(path), _journal(safety))
        return None, safety


def _present(book: Book) -> _Present:
    code = book.row("SELECT code FROM point")
    signed = book.row("SELECT seq, hash FROM history WHERE action = 'seal' ORDER BY seq DESC")
    return _Present(
        code=code[0] if code else "",
        head=History(book).head(),
        signed=(signed[0], signed[1]) if signed else None,
        last_sealed=last_sealed(book),
        series=tuple((row[0], row[1], row[2]) for row in book.rows("SELECT kind, year, last FROM number_series")),
    )


def _take_copy(backup: Path, part: Path, clock: Clock) -> None:
    """The backup's content in `part`; the backup itself is only read."""
    try:
        check_header(backup)
    except (NotALedger, CannotRead) as trouble:
        raise NotABackup(path=backup) from trouble
    shutil.copyfile(backup, part)
    with named_errors(backup), closing(connect(part)) as connection:
        book = Book(backup, connection, clock)
        check_integrity(book)
        pending(book)
        if not has_tables(book):
            raise NotABackup(path=backup)
        check_chain(book)


def _prepare(part: Path, backup: Path, clock: Clock, present: _Present | None, reason: str) -> None:
    with closing(connect(part)) as connection:
        book = Book(part, connection, clock)
        migrate(book)
        history = History(book)
        code = book.row("SELECT code FROM point")
        if present and (not code or code[0] != present.code):
            raise NotABackup(path=backup)
        if present and present.last_sealed and not _holds(book, present.signed) and not reason:
            raise OlderBackup(month=present.last_sealed.label)
        before: State = {"seq": present.head[0], "head": present.head[1]} if present else None
        seq, head = history.head()
        with book.writing():
            connection.executemany(
                "INSERT INTO number_series VALUES (?, ?, ?)"
                " ON CONFLICT (kind, year) DO UPDATE SET last = max(last, excluded.last)",
                present.series if present else (),
            )
            history.append("restore", Event("ledger", "", before, {"seq": seq, "head": head, "reason": reason}))


def _holds(book: Book, signed: tuple[int, str] | None) -> bool:
    """Whether the entry of the last seal stands in this chain."""
    return signed is None or book.row("SELECT 1 FROM history WHERE seq = ? AND hash = ?", signed) is not None
