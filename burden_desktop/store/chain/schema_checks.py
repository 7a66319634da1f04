"""The tables, indexes, triggers and views of a ledger against those that the literal steps make: what somebody added,
dropped or altered outside the program is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from ...domain.chain.history import canonical
from ...domain.digest import sha256_hex
from .. import migrations
from ..migrations import STEPS
from .strange import Strange, strange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHADOWS: Final = ("_data", "_idx", "_docsize", "_config")  # of a search table: how they are written is SQLite's own
_MOST_NAMED: Final = 5
_SCHEMA: Final = (
    "SELECT name, type, sql FROM main.sqlite_schema"
    " WHERE name NOT GLOB 'sqlite_*' AND tbl_name NOT IN ('_sqlite_migrations', 'sqlite_stat1') ORDER BY name"
)
USUAL: Final = "b6f985e7a7cc791cf512519f1e8dac19cca675f9a22ceb4a02aaa09352cdd91e"
"""The digest of the schema that the steps make: a ledger that bears it needs no second look, and no start runs the steps
to know. A test says the new one when there is a new step."""


class Difference(NamedTuple):
    """`what` is "table remark" or the like; `sql` how it is written in the ledger, None where it is missing. `breaking`:
    the program cannot go on, since something that it reads or writes is not there."""

    what: str
    sql: str | None
    breaking: bool


def schema_differences(connection: sqlite3.Connection) -> tuple[Difference, ...]:
    """In a ledger on which every step has run. Raises sqlite3.DatabaseError where not even the schema can be read."""
    return tuple(_differences(connection))


def named_differences(connection: sqlite3.Connection, *, breaking: bool = False) -> str:
    """The first few in one line, only `breaking` ones if so asked; empty where there are none."""
    found = [one.what for one in schema_differences(connection) if one.breaking or not breaking]
    return ", ".join(found[:_MOST_NAMED])


def strange_schema(connection: sqlite3.Connection, behind: int) -> Iterator[Strange]:
    """As a check names it: behind everything that entries tell."""
    return (strange(behind, one.what, one.sql) for one in schema_differences(connection))


def digest_of(schema: Mapping[str, tuple[str, str]]) -> str:
    """64 hex digits."""
    return sha256_hex(canonical(schema))


def _differences(connection: sqlite3.Connection) -> Iterator[Difference]:
    present = _schema(connection)
    if digest_of(present) == USUAL:
        return
    expected = made_by_steps()
    for name, (sort, sql, columns) in expected.items():
        found = present.get(name)
        if found is None:
            yield Difference(f"{sort} {name}", None, breaking=sort == "table")
        elif found[:2] != (sort, sql):
            lacks = sort == "table" and not columns <= _columns(connection, name)
            yield Difference(f"{sort} {name}", found[1], breaking=lacks)
    for name, (sort, sql) in present.items():
        if name not in expected:
            yield Difference(f"{sort} {name}", sql, breaking=False)


@cache
def made_by_steps() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Name → sort, how it is written, columns."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in STEPS:
            connection.executescript(import_module(f"{migrations.__name__}.{step}").SCRIPT)
        found = _schema(connection)
        return {name: (sort, sql, _columns(connection, name)) for name, (sort, sql) in found.items()}


def _schema(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    with closing(connection.execute(_SCHEMA)) as rows:
        return {name: (sort, "" if name.endswith(_SHADOWS) else sql or "") for name, sort, sql in rows}


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    with closing(connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))) as rows:
        return frozenset(row[0] for row in rows)
