"""What is kept only to be quick: counts, the search index and the keys of families. Nothing is lost with it; a check names what differs from the
records, and all of it can be made anew without an entry."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ..domain.errors.damage import WrongValue
from ..domain.kinds import KINDS
from .counts import Counts
from .grams import grams_of
from .kin_keys import fill_keys, keys_differ
from .kinship import Touched
from .rows import record_of
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..domain.kind import Kind
    from .book import Book
    from .kinship import Kinship
    from .spelling import Spelling


class Derived:
    def __init__(self, book: Book, spelling: Spelling, kinship: Kinship) -> None:
        self._book, self._spelling, self._kinship = book, spelling, kinship

    def differing(self) -> tuple[str, ...]:
        """Names of what differs, such as `month_count document 2026-03` or `document_search`. Changes nothing in the
        ledger; takes seconds for a hundred thousand records."""
        counts = Counts(self._book)
        return (
            *(name for kind in KINDS if not kind.stock for name in counts.differing(kind)),
            *(f"{kind.name}_search" for kind in KINDS if self._is_doubtful(kind)),
            *(f"{kind.name} same_key alike_key" for kind in KINDS if keys_differ(self._book.connection, kind)),
        )

    def make_anew(self) -> None:
        """Forget the counts, which are counted when asked for, and index every record again. Where keys of families were
        wrong, families drawn from them are put right, with an entry each. Raises CannotWrite."""
        with self._book.writing() as connection:
            connection.execute("DELETE FROM month_count")
            connection.execute("DELETE FROM period_count")
            connection.execute("DELETE FROM spelling")
            wrong = [kind for kind in KINDS if keys_differ(connection, kind)]
            fill_keys(connection)
            with self._kinship.at_end():
                for kind in wrong:
                    ids = {id for (id,) in self._book.rows(f"SELECT id FROM {kind.name}")}  # noqa: S608 - declared names
                    self._kinship.settle(kind, Touched(ids))
            for kind in KINDS:
                rows = connection.execute(f"{Statements(kind).read} UNION ALL {Statements(kind).read_withdrawn}").fetchall()
                records = [record_of(kind, row) for row in rows]
                self._spelling.keep(kind, [(one.id, self._spelling.of(kind, one.values)) for one in records])
                index_anew(connection, kind)

    def _is_doubtful(self, kind: Kind) -> bool:
        """Whether the index differs from the records, or these cannot be read to know."""
        try:
            return self._index_differs(kind)
        except WrongValue:
            return True

    def _index_differs(self, kind: Kind) -> bool:
        """Whether the terms of the index, and in how many records and how often each stands, are those of the records."""
        connection = self._book.connection
        connection.execute("CREATE VIRTUAL TABLE temp.again USING fts5 (grams, content='', tokenize='trigram')")
        connection.execute("CREATE VIRTUAL TABLE temp.again_terms USING fts5vocab ('temp', 'again', 'row')")
        connection.execute(f"CREATE VIRTUAL TABLE temp.kept_terms USING fts5vocab ('main', '{kind.name}_search', 'row')")
        try:
            connection.executemany("INSERT INTO temp.again (rowid, grams) VALUES (?, ?)", indexed(connection, kind))
            terms = "SELECT term, doc, cnt FROM temp.{}"
            kept, again = terms.format("kept_terms"), terms.format("again_terms")
            with closing(connection.execute(f"SELECT EXISTS ({kept} EXCEPT {again}) OR EXISTS ({again} EXCEPT {kept})")) as found:
                return bool(found.fetchone()[0])
        finally:
            for table in ("kept_terms", "again_terms", "again"):
                connection.execute(f"DROP TABLE temp.{table}")


def indexed(connection: sqlite3.Connection, kind: Kind) -> Iterator[tuple[int, str]]:
    """(id, search text) of every record that is found, with the letters that are kept of it."""
    letters: Mapping[int, str] = {}
    if has_letters(connection):
        letters = dict(connection.execute("SELECT record_id, letters FROM spelling WHERE kind = ?", (kind.name,)).fetchall())
    for row in connection.execute(Statements(kind).read).fetchall():
        one = record_of(kind, row)
        yield one.id, grams_of(kind, one.number, one.values, letters.get(one.id, ""))


def index_anew(connection: sqlite3.Connection, kind: Kind) -> None:
    """A search table forgets nothing for sure but by beginning again."""
    connection.execute(f"INSERT INTO {kind.name}_search ({kind.name}_search) VALUES ('delete-all')")  # noqa: S608 - declared names
    names = {row[1] for row in connection.execute(f"PRAGMA table_info({kind.name})")}
    if not names.issuperset((*Statements(kind).place, *Statements(kind).names)):
        return  # a backup of an earlier version: its search table stays empty until a restore indexes it
    connection.executemany(Statements(kind).index, indexed(connection, kind))


def has_letters(connection: sqlite3.Connection) -> bool:
    """Whether the file keeps first letters: a backup of an earlier version does not."""
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'spelling'").fetchone() is not None
