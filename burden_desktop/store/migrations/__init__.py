"""How a ledger's tables came to be, step by step. Append only: a step that has run somewhere is never edited.

A step is a module with the SQL written out literally, named `mNNN_what`; a new kind is one more step with its table,
its indexes and its search table. A drift test keeps these tables equal to the declared kinds.
"""

from types import ModuleType
from typing import Final

from sqlite_utils import Database, Migrations

from . import m001_ledger, m002_document, m003_meeting, m004_inspection, m005_beside

APPLICATION_ID: Final = 0x4A46544B  # "JFTK" (减负台账): in the file's header, it tells a ledger from any SQLite file

_STEPS: Final[tuple[ModuleType, ...]] = (
    m001_ledger,
    m002_document,
    m003_meeting,
    m004_inspection,
    m005_beside,
)

MIGRATIONS: Final = Migrations("burden_desktop")


def _name(step: ModuleType) -> str:
    return step.__name__.rpartition(".")[2]


def _register(step: ModuleType) -> None:
    @MIGRATIONS(name=_name(step))
    def run(database: Database) -> None:
        """Statement by statement: `executescript` would commit the step's own transaction."""
        for statement in step.SCRIPT.split(";\n"):
            if statement.strip():
                database.conn.execute(statement)


for _step in _STEPS:
    _register(_step)

STEPS: Final = frozenset(_name(step) for step in _STEPS)
