"""A ledger looked at while another window has it open, or where nothing can be written: its content of one moment, in memory.

The file is read twice and must be the same both times, with no write under way: whatever is written in between shows in
the second reading. Only reads; another process's locks are not touched, and nothing is left on a disk.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from ..domain.errors.ledger import CannotRead, LedgerInUse
from ..regular import open_regular, read_regular
from .book import Book, Clock, connect, named_errors
from .files.disk import copy_file
from .files.places import journal_of
from .migrations import APPLICATION_ID
from .opening import check_header, migrate, pending

_PATIENCE: Final = 10.0  # seconds: an import of 20,000 rows is written in less
_PAUSE: Final = 0.05
_HOT: Final = bytes.fromhex("d9d505f920a163d7")  # https://www.sqlite.org/fileformat2.html, section 3: a journal to be played back


def open_to_look(path: Path, clock: Clock) -> Book:
    """The ledger at `path` as it is now, examined by nobody yet; its tables are those of this version, in memory alone.

    Raises CannotRead, LedgerInUse where it is written without a pause, and what a damaged file raises.
    """
    check_header(path)
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with named_errors(path):
            connection.deserialize(_content(path))
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            book = Book(path, connection, clock, reads=True)
            if pending(book):
                migrate(Book(path, connection, clock))  # in memory alone
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        connection.close()
        raise
    return book


def _content(path: Path) -> bytes:
    until = time.monotonic() + _PATIENCE
    try:
        while True:
            if not _is_hot(path):
                content = read_regular(path)
                if read_regular(path) == content and not _is_hot(path):
                    return content
            if time.monotonic() > until:
                break
            time.sleep(_PAUSE)
        return _played_back(path)
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble


def _is_hot(path: Path) -> bool:
    """Whether a write is under way, or was cut short."""
    try:
        with open_regular(journal_of(path)) as journal:
            return journal.read(len(_HOT)) == _HOT
    except FileNotFoundError:
        return False


def _played_back(path: Path) -> bytes:
    """A write that was cut short where nobody can mend it: taken back in a copy. Raises LedgerInUse where somebody writes."""
    before = journal_of(path).stat()
    with tempfile.TemporaryDirectory(prefix="burden-") as folder:
        copy = Path(folder) / "ledger.db"
        copy_file(path, copy)
        copy_file(journal_of(path), journal_of(copy))
        after = journal_of(path).stat()
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise LedgerInUse(path=path)
        with named_errors(path), closing(connect(copy)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return read_regular(copy)
