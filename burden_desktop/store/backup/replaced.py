"""What a ledger about to be replaced still says of itself, and of what was signed: as much as can be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors.family import BurdenError
from ..book import Book, Clock, connect, named_errors
from ..chain.breaks import issued_revisions
from ..chain.history import History

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Replaced:
    """`head` is that of its chain, `series` how far its record numbers got, `purged` the (kind, number, what the purge told) of records whose
    content was deleted, from its backups too, `retold` those of which something was told anew for that."""

    code: str
    head: tuple[int, str]
    series: tuple[tuple[str, str, int], ...]
    purged: tuple[tuple[str, str, str], ...] = ()
    retold: frozenset[tuple[str, str]] = frozenset()


def ask(book: Book) -> Replaced:
    """Raises sqlite3.DatabaseError or BurdenError where the ledger is too damaged to answer."""
    code = book.row("SELECT code FROM point")
    return Replaced(
        code=code[0] if code else "",
        head=History(book).head(),
        series=tuple((row[0], row[1], row[2]) for row in book.rows("SELECT kind, year, last FROM number_series")),
        purged=tuple(
            (row[0], row[1], row[2] or "{}")
            for row in book.rows(
                "SELECT kind, number, after FROM history LEFT JOIN history_content USING (seq) WHERE action = 'purge' ORDER BY seq"
            )
        ),
        retold=History(book).retold(),
    )


def ask_damaged(path: Path, clock: Clock) -> tuple[Replaced | None, dict[tuple[str, int], str]]:
    """What a damaged copy at `path` still tells, and what it says was signed; the copy may be changed by asking."""
    try:
        with named_errors(path), closing(connect(path)) as connection:
            book = Book(path, connection, clock)
            present = ask(book)
            return present, issued_revisions(book, present.code)
    except (sqlite3.DatabaseError, BurdenError, ValueError, TypeError):
        # Whatever the damage makes of the answer, it is no answer.
        return None, {}
