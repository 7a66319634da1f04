"""The open SQLite file: one connection, one clock, one transaction at a time, errors told in our own words.

Every write goes through `Book.writing`: what it begins is kept whole or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ..domain.errors.ledger import CannotWrite, DamagedLedger, LedgerInUse, OnlyLooked, ReadOnlyLedger
from ..domain.texts import say

if TYPE_CHECKING:
    from pathlib import Path

    from .chain.found_breaks import Noted

Clock = Callable[[], datetime]
"""Gives the present time with its offset."""

_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_HELD: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_IN_THE_WAY: Final = (
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
)
_PRIMARY_CODE: Final = 0xFF  # extended result codes carry the primary one in their lowest byte


_DOCTORED: Final = (
    *(sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID),
    *(sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER),
)
"""The program gives numbers and rows that are free, and has no trigger that refuses: the ledger is not as it left it."""


@contextmanager
def named_errors(path: Path, connection: sqlite3.Connection | None = None) -> Iterator[None]:
    """Turn what SQLite says about the file or the disk into LedgerInUse, DamagedLedger or CannotWrite; with `connection`,
    also what a ledger makes it say whose tables were dropped or altered, or that got triggers of somebody else.

    Anything else, a wrong statement for one, is the program's fault and stays as it is.
    """
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        code = getattr(trouble, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code in _DAMAGED:
            raise DamagedLedger(path=path, detail=trouble) from trouble
        if code in _HELD:
            raise LedgerInUse(path=path) from trouble
        if code in _IN_THE_WAY:
            raise CannotWrite(path=path, detail=trouble) from trouble
        if getattr(trouble, "sqlite_errorcode", 0) in _DOCTORED:
            raise DamagedLedger(path=path, detail=say("内容自相矛盾：{trouble}", trouble=str(trouble))) from trouble
        if connection is not None and (altered := _altered(connection)):
            raise DamagedLedger(path=path, detail=say("表或列不是原样：{names}（{trouble}）", names=altered, trouble=str(trouble))) from trouble
        raise


def _altered(connection: sqlite3.Connection) -> str:
    """What of the tables is not as the steps made it, the first few; empty where they are, or cannot be asked."""
    from .chain.schema_checks import named_differences  # only where a statement failed

    try:
        return named_differences(connection)
    except sqlite3.DatabaseError:
        return ""


def connect(path: Path) -> sqlite3.Connection:
    """A connection set the one way a ledger is written: rollback journal, every commit on the disk, alone.

    Transactions are begun by hand. The connection may be lent to a job's thread, one thread at a time.
    SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log with two connections; hence the rollback journal.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=0
    )
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -65536")
    except BaseException:
        connection.close()
        raise
    return connection


class Book:
    """What the ledger's parts share.

    `bars` holds the entry at which the chain broke, where that could not be noted: then nothing may be written any more.
    `noted` are breaks of the chain that were noted, told or not. `reads` says that it is looked at in memory: nothing that
    is written would be kept, so nothing may be.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Clock, *, reads: bool = False) -> None:
        self.path, self.connection, self.clock, self.reads = path, connection, clock, reads
        self.bars: list[int] = []
        self.noted: list[Noted] = []

    def now(self) -> str:
        """The present as ISO text with offset, to the second."""
        return self.clock().isoformat(timespec="seconds")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with named_errors(self.path, self.connection), closing(self.connection.execute(sql, values)) as cursor:
            return cursor.fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row or None."""
        with named_errors(self.path, self.connection), closing(self.connection.execute(sql, values)) as cursor:
            first: tuple[Any, ...] | None = cursor.fetchone()
            return first

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: kept whole when the block ends, undone when anything is raised. Inside another such
        block it is part of that one.

        Raises CannotWrite when the disk or the folder refuses, ReadOnlyLedger where the chain is broken.
        """
        if self.reads:
            raise OnlyLooked(path=self.path)
        if self.bars:
            raise ReadOnlyLedger(seq=self.bars[0])
        if self.connection.in_transaction:
            yield self.connection
            return
        with named_errors(self.path, self.connection):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself: then there is nothing left to undo.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
