"""Backups: a checked copy of the whole ledger in the folder `backups` beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from ..domain.errors import BurdenError, CannotWrite, DamagedLedger
from .book import Book, connect, named_errors
from .history import History
from .opening import check_chain, check_header, check_integrity

FOLDER = "backups"


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the ledger behind `connection` into the new file `target`, page by page in one read. Raises CannotWrite."""
    with named_errors(target):
        target.touch(exist_ok=False)
        with closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)


def back_up(book: Book, folder: Path | None = None, *, named: str = "") -> Path:
    """A backup named after the moment, opened again and checked; no half file stays behind.

    Raises CannotWrite, DamagedLedger when the copy does not hold what the ledger holds.
    """
    folder = folder or book.path.parent / FOLDER
    part = folder / f".{book.path.stem}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy_to(book.connection, part)
        _compare(book, part)
        target = _free_name(folder, f"{book.path.stem}-{book.clock():%Y%m%d-%H%M%S}{named}")
        part.replace(target)
    except OSError as trouble:
        raise CannotWrite(path=folder, detail=trouble.strerror) from trouble
    except BurdenError:
        part.unlink(missing_ok=True)
        raise
    return target


def _free_name(folder: Path, stem: str) -> Path:
    target, turn = folder / f"{stem}.db", 1
    while target.exists():
        turn += 1
        target = folder / f"{stem}-{turn}.db"
    return target


def _compare(book: Book, copy: Path) -> None:
    check_header(copy)
    with closing(connect(copy)) as connection:
        copied = Book(copy, connection, book.clock)
        check_integrity(copied)
        if _has_chain(book):
            check_chain(copied)
            if History(copied).head() != History(book).head():
                raise DamagedLedger(path=copy, detail="head")


def _has_chain(book: Book) -> bool:
    return book.row("SELECT 1 FROM sqlite_schema WHERE name = 'history'") is not None
