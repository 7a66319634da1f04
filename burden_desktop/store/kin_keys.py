"""The keys under which receipts of one thing are found: numbers made of a paper's own number, and of its title and body.

Derived data: what a record says decides; a check compares, and all of them can be made anew without an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.digest import sha256_hex
from ..domain.kinds import KINDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from ..domain.kind import Kind
    from ..domain.reading.written import Value

_BITS = 64


def key_of(text: str) -> int:
    """As SQLite keeps a whole number."""
    key = int(sha256_hex(text.encode())[: _BITS // 4], 16)
    return key - (1 << _BITS) if key >> (_BITS - 1) else key


def keys_of(kind: Kind, values: Mapping[str, Value]) -> tuple[int | None, ...]:
    """In the order of `Statements.keys`; nothing for a kind whose records are each a thing of their own."""
    if not kind.has_families:
        return ()
    return tuple(None if text is None else key_of(text) for text in (kind.same_as(values), kind.alike(values)))


def fill_keys(connection: sqlite3.Connection) -> None:
    """Make all keys anew that are not as they must be. Only inside a transaction."""
    for kind in KINDS:
        if kind.has_families:
            wrong = list(_wrong_keys(connection, kind))
            connection.executemany(f"UPDATE {kind.name} SET same_key = ?, alike_key = ? WHERE id = ?", wrong)  # noqa: S608 - declared names


def keys_differ(connection: sqlite3.Connection, kind: Kind) -> bool:
    return kind.has_families and next(_wrong_keys(connection, kind), None) is not None


def _wrong_keys(connection: sqlite3.Connection, kind: Kind) -> Iterator[tuple[int | None, int | None, int]]:
    """(number's key, title's key, id) as they must be, of records that bear others."""
    doc_no = "doc_no" if any(field.name == "doc_no" for field in kind.fields) else "NULL"
    rows = connection.execute(f"SELECT id, same_key, alike_key, title, organ, {doc_no} FROM {kind.name}").fetchall()  # noqa: S608
    for id, *kept, title, organ, number in rows:
        same, alike = keys_of(kind, {"title": title, "organ": organ, "doc_no": number})
        if [same, alike] != kept:
            yield same, alike, id
