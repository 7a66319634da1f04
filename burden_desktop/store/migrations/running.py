"""The steps in the hands of sqlite-utils, which remembers in the ledger which of them have run."""

import sqlite3
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from sqlite_utils import Database, Migrations

from . import SET_NAME, STEPS

Along = Mapping[str, Callable[[], None]]
"""What is done along with a step and in its transaction, by the step's name."""


def migrations(along: Along) -> Migrations:
    """All steps, those named in `along` with what goes along with them."""
    made = Migrations(SET_NAME)
    for name in STEPS:
        _register(made, name, along.get(name))
    return made


def _register(into: Migrations, name: str, along: Callable[[], None] | None) -> None:
    step = import_module(f".{name}", __package__)

    @into(name=name)
    def run(database: Database) -> None:
        """Statement by statement: `executescript` would commit the step's own transaction."""
        for statement in step.SCRIPT.split(";\n"):
            if statement.strip():
                database.conn.execute(statement)
        if along:
            along()


MIGRATIONS: Final = migrations({})


def run_pending(connection: sqlite3.Connection, along: Along) -> None:
    """Run what has not run yet, each step in a transaction of its own."""
    migrations(along).apply(Database(connection, recursive_triggers=False, execute_plugins=False))
