"""The backups beside a ledger: when each was made, what it holds, and the last that is whole. Only reads."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ...domain.backup import Backup
from ...domain.errors.family import BurdenError
from ...domain.kinds import KINDS
from ..book import Book
from ..chain.history import History
from ..files.places import backups_folder
from ..opening import check_chain, check_header, check_integrity

if TYPE_CHECKING:
    from pathlib import Path

_THEN = datetime(1970, 1, 1, tzinfo=UTC)


def look_at(path: Path) -> Backup | None:
    """What a backup says of itself, None when it does not answer."""
    try:
        check_header(path)
        with closing(_reading(path)) as connection:
            return _described(path, connection)
    except (BurdenError, sqlite3.DatabaseError, OSError):
        return None


def backups_of(ledger: Path) -> tuple[Backup, ...]:
    """Those that answer, the newest first."""
    folder = backups_folder(ledger)
    files = folder.glob("*.db") if folder.is_dir() else ()
    found = (look_at(file) for file in files)
    return tuple(sorted((backup for backup in found if backup), key=lambda one: (one.made_at, one.path), reverse=True))


def last_good(ledger: Path) -> Backup | None:
    """The newest backup that passes every check of an opening."""
    return next((backup for backup in backups_of(ledger) if is_whole(backup.path)), None)


def is_whole(path: Path) -> bool:
    """Whether file and chain of a backup hold."""
    try:
        check_header(path)
        with closing(_reading(path)) as connection:
            book = Book(path, connection, lambda: _THEN)
            check_integrity(book)
            check_chain(book)
    except (BurdenError, sqlite3.DatabaseError):
        return False
    return True


def _reading(path: Path) -> sqlite3.Connection:
    """Nothing is written, not even a journal played back: a backup that has one is not whole."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _made_at(path: Path) -> str:
    """As the program named it; the file's own time for a file that somebody renamed."""
    named = re.search(r"-(\d{8}-\d{6})", path.stem)
    try:
        moment = datetime.strptime(named[1], "%Y%m%d-%H%M%S") if named else None  # noqa: DTZ007 - the name has no offset
    except ValueError:
        moment = None
    return (moment or datetime.fromtimestamp(path.stat().st_mtime).astimezone().replace(tzinfo=None)).isoformat(timespec="seconds")


def _described(path: Path, connection: sqlite3.Connection) -> Backup:
    book = Book(path, connection, lambda: _THEN)
    entries, head = History(book).head()
    tables = {row[0] for row in book.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    month = book.row("SELECT max(month) FROM month_revision")
    return Backup(
        path=path,
        made_at=_made_at(path),
        records=sum(
            book.rows(f"SELECT count(*) FROM {kind.name} WHERE withdrawn_at IS NULL")[0][0]  # noqa: S608 - declared names
            for kind in KINDS
            if kind.name in tables
        ),
        entries=entries,
        head=head,
        last_month=(month[0] if month else None) or "",
    )
