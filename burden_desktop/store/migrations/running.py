"""The steps in the hands of sqlite-utils, which remembers in the ledger which of them have run."""

import sqlite3
from importlib import import_module
from typing import Final

from sqlite_utils import Database, Migrations

from . import SET_NAME, STEPS

MIGRATIONS: Final = Migrations(SET_NAME)


def _register(name: str) -> None:
    step = import_module(f".{name}", __package__)

    @MIGRATIONS(name=name)
    def run(database: Database) -> None:
        """Statement by statement: `executescript` would commit the step's own transaction."""
        for statement in step.SCRIPT.split(";\n"):
            if statement.strip():
                database.conn.execute(statement)


for _name in STEPS:
    _register(_name)


def run_pending(connection: sqlite3.Connection) -> None:
    """Run what has not run yet, each step in a transaction of its own."""
    MIGRATIONS.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
