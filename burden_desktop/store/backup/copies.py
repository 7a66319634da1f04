"""Backups: a checked copy of the whole ledger in the folder `backups` beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ...domain.errors.ledger import CannotWrite, DamagedLedger
from ...domain.texts import say
from ..book import Book, connect, named_errors
from ..chain.history import History
from ..files.places import backups_folder
from ..opening import chain_break, check_header, check_integrity, has_tables

if TYPE_CHECKING:
    from pathlib import Path


def back_up(book: Book, folder: Path | None = None, *, named: str = "") -> Path:
    """A backup named after the moment, opened again and checked; no half file stays behind.

    Raises CannotWrite, DamagedLedger when the copy does not hold what the ledger holds.
    """
    folder = folder or backups_folder(book.path)
    part = folder / f".{book.path.stem}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _copy(book, part)
            _compare(book, part)
            target = _free_name(folder, f"{book.path.stem}-{book.clock():%Y%m%d-%H%M%S}{named}")
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=folder, detail=trouble.strerror) from trouble
    return target


def _free_name(folder: Path, stem: str) -> Path:
    target, turn = folder / f"{stem}.db", 1
    while target.exists():
        turn += 1
        target = folder / f"{stem}-{turn}.db"
    return target


def _copy(book: Book, target: Path) -> None:
    """Page by page in one read, so that the copy is the ledger of one moment."""
    with named_errors(target), closing(sqlite3.connect(target)) as copy:
        book.connection.backup(copy)


def _compare(book: Book, copy: Path) -> None:
    check_header(copy)
    with closing(connect(copy)) as connection:
        copied = Book(copy, connection, book.clock)
        check_integrity(copied)
        if has_tables(book):
            broken = chain_break(copied, History(copied))
            # The copy of a broken ledger is as broken as that, and no more.
            if broken is not None and broken != chain_break(book, History(book)):
                raise DamagedLedger(path=copy, detail=say("历史链与原件不符"))
            if History(copied).head() != History(book).head():
                raise DamagedLedger(path=copy, detail=say("历史链的末尾与原件不符"))
            if _counts(copied) != _counts(book):
                raise DamagedLedger(path=copy, detail=say("记录条数与原件不符"))


def _counts(book: Book) -> list[tuple[str, int]]:
    names = [row[0] for row in book.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
    return [(name, book.rows(f"SELECT count(*) FROM \"{name}\"")[0][0]) for name in sorted(names)]  # noqa: S608 - the ledger's own tables
