"""What is examined before a ledger may be used, in this order: header, integrity, schema, chain."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from ..domain.chain.history import is_excused
from ..domain.errors.damage import EmptyLedger, HalfCopied, ZeroedLedger
from ..domain.errors.ledger import BrokenChain, CannotRead, DamagedLedger, NewerLedger, NotALedger
from ..domain.texts import say
from ..regular import open_regular
from .chain.history import History
from .damage.raw_pages import told_length
from .migrations import APPLICATION_ID, SET_NAME, STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .book import Book

_TOLD: Final = "m070_told"
"""The step since which the point, its settings and every body are told in the chain."""
_KEYED: Final = "m071_kinship"
"""The step since which records bear the keys of families."""
_TIME: Final = "m080_time"
"""The step since which the time spent on the ledger is."""
_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_APPLICATION_ID: Final = slice(68, 72)  # https://www.sqlite.org/fileformat2.html, section 1.3


def check_header(path: Path) -> None:
    """Raise NotALedger unless the file says that it is one. Only before SQLite has opened it."""
    try:
        with open_regular(path) as file:
            header = file.read(_HEADER_BYTES)
        length = path.stat().st_size
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble
    if not header:
        raise EmptyLedger(path=path)
    if not any(header):
        raise ZeroedLedger(path=path)
    if not header.startswith(_MAGIC) or int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise NotALedger(path=path)
    expected = told_length(header)
    # A write that was cut short leaves a journal, and with it the right to be shorter than the header says.
    if expected is not None and length < expected and not has_journal(path):
        raise HalfCopied(path=path, detail=f"{length} < {expected}", length=length, expected=expected)


def has_journal(path: Path) -> bool:
    """Whether a write was cut short, or somebody left the journal of another ledger here."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def integrity(connection: sqlite3.Connection, *, full: bool) -> str:
    """"ok" or the first fault. The quick way reads every page and row, the full way compares indexes too."""
    try:
        with closing(connection.execute("PRAGMA integrity_check(1)" if full else "PRAGMA quick_check(1)")) as cursor:
            return str(cursor.fetchone()[0])
    except sqlite3.DatabaseError as trouble:
        return str(trouble)


def check_integrity(book: Book) -> None:
    """Raise DamagedLedger when pages or rows cannot be read as they should."""
    found = integrity(book.connection, full=False)
    if found != "ok":
        raise DamagedLedger(path=book.path, detail=found)


def check_tables(book: Book) -> None:
    """Raise DamagedLedger where a table or column is gone that the program reads and writes."""
    from .chain.schema_checks import named_differences  # behind the first rows

    if missing := named_differences(book.connection, breaking=True):
        raise DamagedLedger(path=book.path, detail=say("表或列不全：{names}", names=missing))


def pending(book: Book) -> bool:
    """Whether steps are still to be run. Raises NewerLedger when the ledger knows steps that we do not."""
    applied = _applied(book)
    if applied - set(STEPS):
        raise NewerLedger(path=book.path)
    return applied != set(STEPS)


def has_tables(book: Book) -> bool:
    """False only for a file whose making was cut short before its first step."""
    return book.row("SELECT 1 FROM sqlite_schema WHERE name = 'history'") is not None


def migrate(book: Book) -> None:
    """Run the pending steps, each in a transaction of its own. Raises DamagedLedger where one cannot be run, or references then dangle.

    What no entry tells is entered together with the step that binds it, never at a later opening: so no power cut leaves
    a ledger half upgraded, and nobody has his own values entered by taking the entries away."""
    from .migrations.running import run_pending  # its library is heavy, and most starts have no step to run

    connection = book.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    along = {_TOLD: lambda: _enter_as_found(book), _KEYED: lambda: _begin_kinship(book), _TIME: lambda: _enter_times(book)}
    try:
        if not _list_anew(book):
            run_pending(connection, along)
    except sqlite3.OperationalError as trouble:
        if trouble.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # a full disk or a lock has its own name
            raise
        # The list of steps is short of one that has run, or a table is not what the steps before left.
        raise DamagedLedger(path=book.path, detail=say("升级记录与表不符：{detail}", detail=str(trouble))) from trouble
    # Contents whose entries somebody deleted are a break of the chain, and told as that.
    if any(table != "history_content" for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall()):
        raise DamagedLedger(path=book.path, detail=say("记录之间的引用不完整"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA foreign_keys = ON")


def _list_anew(book: Book) -> bool:
    """Where the tables are as all steps leave them, a step that is not listed has run with what goes along with it, in one
    transaction: list it again. Whether that was so."""
    from .chain.schema_checks import schema_differences

    missing = [name for name in STEPS if name not in _applied(book)]
    if not missing:
        return True
    if missing == [_TIME]:  # changes no table, so tables tell nothing of it; run again it enters only what nothing tells
        return False
    if len(missing) == len(STEPS) or schema_differences(book.connection):
        return False
    with book.writing() as connection:
        sql = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)"
        connection.executemany(sql, [(SET_NAME, name, book.now()) for name in missing])
    return True


def _enter_as_found(book: Book) -> None:
    from .chain.as_found import enter_as_found  # once in the life of an old ledger

    enter_as_found(book)


def _begin_kinship(book: Book) -> None:
    from .kin_keys import fill_keys  # once in the life of an old ledger
    from .old_joins import take_joins

    fill_keys(book.connection)
    take_joins(book)


def _enter_times(book: Book) -> None:
    from .chain.as_found import enter_times  # once in the life of an old ledger

    enter_times(book)


def _applied(book: Book) -> frozenset[str]:
    if book.row("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'") is None:
        return frozenset()
    return frozenset(row[0] for row in book.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET_NAME,)))


def chain_break(book: Book, history: History, excused: Sequence[tuple[int, int]] | None = None) -> int | None:
    """Where the chain breaks: inside itself, or at a head that was signed and is no longer in it. Breaks that were
    noted, and look as they did then, are excused; `excused=()` excuses none."""
    if excused is None:
        from .chain.found_breaks import excuses, noted_breaks  # the chain is looked at behind the first rows

        excused = excuses(book, noted_breaks(book))
    inside = history.first_break(excused)
    lost = [seq for seq in _lost_heads(book) if not is_excused(seq, seq, excused)]
    return min(lost if inside is None else [inside, *lost], default=None)


def _lost_heads(book: Book) -> list[int]:
    rows = book.rows(
        "SELECT chain_seq FROM month_revision LEFT JOIN history ON seq = chain_seq"
        " WHERE chain_seq > 0 AND (hash IS NULL OR hash <> chain_head)"
    )
    return [int(row[0]) for row in rows]


def doubtful_since(book: Book, first_bad: int) -> int:
    """From which entry on nothing is sure. A chain that was rebuilt follows, and only what was signed tells: then all
    behind the last signed head that still stands is in doubt."""
    if first_bad not in _lost_heads(book):
        return first_bad
    row = book.rows(
        "SELECT coalesce(max(chain_seq), 0) FROM month_revision JOIN history ON seq = chain_seq"
        " WHERE hash = chain_head AND chain_seq < ?",
        (first_bad,),
    )[0]
    return min(first_bad, int(row[0]) + 1)


def check_chain(book: Book) -> None:
    """Raise BrokenChain when entries were altered, dropped or put in outside the program, and nobody noted it yet."""
    found = chain_break(book, History(book))
    if found is not None:
        raise BrokenChain(seq=found)
