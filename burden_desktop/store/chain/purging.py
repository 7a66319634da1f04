"""Purging: what should never have been entered goes for good, from the ledger and every backup; the chain keeps its digest.

The entries stay, with their digests; their content and salt go, so that nothing can be guessed from them. A slow hash
of its words stays with the purge, so that the register that it came from does not bring it back. What was handed in on paper or as a signed file is out of reach, and told.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ...domain.errors.entry import UnknownRecord
from ...domain.errors.months import ReasonMissing
from ...domain.kinds import KINDS, kind_named
from ...domain.purge_mark import SALT_BYTES, mark_of
from ...domain.setting_keys import KIND as SETTING
from ...domain.texts import label
from ..book import Book, connect, named_errors
from ..derived import has_letters, index_anew
from ..files.disk import copy_file, hidden, put_in_place
from ..files.places import backups_folder, journal_of
from .history import Event, History
from .organ_checks import BODIES, kept_bodies, told_bodies
from .purged_families import Forgotten, around, forget_names, settle_without
from .purged_words import forget_words, others_with, states_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ...domain.kind import Kind

_SCRUB: Final = ("PRAGMA secure_delete = ON", "PRAGMA journal_mode = TRUNCATE")
"""An open ledger's journal keeps the pages of the last change, and only a truncated one forgets them."""
MARK: Final = "mark"
_PURGE: Final = label("清除")


@dataclass(frozen=True, slots=True)
class Purged:
    """`backups` is how many were cleaned; `left` are files that could not be, for somebody to destroy. `words` are texts
    of the record, `others` what else of the ledger holds one of them: other records, to be purged if need be."""

    number: str
    backups: int
    left: tuple[Path, ...]
    words: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()


def purge(book: Book, history: History, number: str, *, reason: str, second_place: Path | None) -> Purged:
    """Delete what is kept of a record, withdrawn or not, and enter that it was done.

    Raises ReasonMissing, UnknownRecord, CannotWrite, ReadOnlyLedger. Backups are cleaned one by one: what fails is named in `left`.
    """
    if not reason.strip():
        raise ReasonMissing(action=_PURGE)
    kind = _kind_of(book, number)
    connection = book.connection
    with named_errors(book.path):
        _scrub(connection)
    digests = [row[0] for row in book.rows("SELECT digest FROM history WHERE number = ? AND kind = ?", (number, kind.name))]
    words, _ = words_of(connection, kind, number)
    states = [state for change in history.of_record(number) for state in (change.before, change.after) if state]
    mark = mark_of(kind, states, os.urandom(SALT_BYTES))
    with book.writing():
        members = around(book, history, kind, number)
        touched, forgotten = _delete(connection, kind, number, digests)
        settle_without(book, history, kind, number, members, forgotten)
        for event in purge_events(book, ((kind.name, number), *touched), reason.strip(), {(kind.name, number): mark}):
            history.append("purge", event)
    with named_errors(book.path):
        _wipe(connection, kind)
    cleaned = _purge_backups(book, kind, number, digests, second_place)
    return replace(cleaned, words=words, others=others_with(connection, words, number))


def purge_events(
    book: Book, purged: Iterable[tuple[str, str]], reason: str, marks: Mapping[tuple[str, str], object] | None = None
) -> Iterator[Event]:
    """Entries for what was deleted of each (kind, number), telling what stays though its entries are gone: the present
    words of a setting, and bodies that nothing else tells of. Whoever purged from those too is told without them.
    `marks` by (kind, number) keep a register from bringing a record back."""
    stays: list[list[object]] | None = None
    for kind, number in purged:
        after: dict[str, object] = {"reason": reason}
        if marks and (mark := marks.get((kind, number))):
            after[MARK] = mark
        if kind == SETTING:
            row = book.row("SELECT value FROM setting WHERE key = ?", (number,))
            after["value"] = row[0] if row else ""
        elif stays is None:
            told = told_bodies(book)
            stays = [[name, body.level] for name, body in sorted(kept_bodies(book).items()) if name not in told]
            after |= {BODIES: stays} if stays else {}
        yield Event(kind, number, None, after)


def _kind_of(book: Book, number: str) -> Kind:
    for kind in KINDS:
        if book.row(f"SELECT 1 FROM {kind.name} WHERE number = ?", (number,)):  # noqa: S608 - declared names
            return kind
    raise UnknownRecord(number=number)


def delete_record(book: Book, kind_name: str, number: str) -> tuple[tuple[str, str], ...]:
    """Only inside `Book.writing`: what a base still holds of a record that was purged since. Gives what is to be told anew."""
    digests = [row[0] for row in book.rows("SELECT digest FROM history WHERE number = ? AND kind = ?", (number, kind_name))]
    kind, history = kind_named(kind_name), History(book)
    members = around(book, history, kind, number)
    touched, forgotten = _delete(book.connection, kind, number, digests)
    settle_without(book, history, kind, number, members, forgotten)
    return touched


def _delete(
    connection: sqlite3.Connection, kind: Kind, number: str, digests: Sequence[str]
) -> tuple[tuple[tuple[str, str], ...], Forgotten]:
    """Row, letters, content, its words elsewhere and families named by them; the search table is made anew without it.
    Gives what `forget_words` and `forget_names` give."""
    words, bodies = words_of(connection, kind, number)
    states = states_of(connection, kind, number)
    if has_letters(connection):
        connection.execute(
            f"DELETE FROM spelling WHERE kind = ? AND record_id IN (SELECT id FROM {kind.name} WHERE number = ?)",  # noqa: S608 - declared names
            (kind.name, number),
        )
    connection.execute(f"DELETE FROM {kind.name} WHERE number = ?", (number,))  # noqa: S608 - declared names
    places = ", ".join("?" * len(digests))
    connection.execute(
        f"DELETE FROM history_content WHERE seq IN (SELECT seq FROM history WHERE digest IN ({places}))",  # noqa: S608
        tuple(digests),
    )
    touched = forget_words(connection, words, bodies)
    forgotten = forget_names(connection, kind, states)
    index_anew(connection, kind)
    return touched, forgotten


def _scrub(connection: sqlite3.Connection) -> None:
    for statement in _SCRUB:
        connection.execute(statement)


def _wipe(connection: sqlite3.Connection, kind: Kind) -> None:
    """Freed pages and dead parts of pages still hold the words: write the file anew."""
    connection.execute(f"INSERT INTO {kind.name}_search ({kind.name}_search) VALUES ('optimize')")  # noqa: S608
    connection.execute("VACUUM")
    connection.execute("PRAGMA journal_mode = DELETE")


def _purge_backups(
    book: Book, kind: Kind, number: str, digests: Sequence[str], second_place: Path | None
) -> Purged:
    cleaned, left = 0, []
    for folder in (backups_folder(book.path), *([second_place] if second_place and second_place.is_dir() else [])):
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            if file.suffix == ".db" and "-damaged" not in file.stem:
                try:
                    cleaned += _purge_file(file, kind, number, digests)
                    continue
                except (sqlite3.DatabaseError, OSError):
                    pass  # what cannot be cleaned is named
            if file.is_file() and not file.name.startswith(".") and file.suffix != ".lock":
                left.append(file)
    return Purged(number, cleaned, tuple(left))


def _purge_file(file: Path, kind: Kind, number: str, digests: Sequence[str]) -> bool:
    """A backup without the record, in the place of the one with it; whether there was anything to clean."""
    part = hidden(file)
    try:
        copy_file(file, part)
        with closing(connect(part)) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            if kind.name not in tables or not _holds(connection, kind, number, digests):
                return False
            _scrub(connection)
            connection.execute("BEGIN IMMEDIATE")
            _delete(connection, kind, number, digests)
            connection.execute("COMMIT")
            _wipe(connection, kind)
        put_in_place(part, file)
    finally:
        part.unlink(missing_ok=True)
        journal_of(part).unlink(missing_ok=True)
    return True


def _holds(connection: sqlite3.Connection, kind: Kind, number: str, digests: Sequence[str]) -> bool:
    places = ", ".join("?" * len(digests))
    found = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM {kind.name} WHERE number = ?) OR EXISTS"  # noqa: S608 - declared names
        f" (SELECT 1 FROM history JOIN history_content USING (seq) WHERE digest IN ({places}))",
        (number, *digests),
    ).fetchone()
    return bool(found[0])

