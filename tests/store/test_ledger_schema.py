"""Tables are what the kinds declare; steps run once, in order, after a backup; a newer ledger is left alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from burden_desktop.domain.errors.ledger import DamagedLedger, NewerLedger
from burden_desktop.domain.field import FieldType
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger, migrations, opening
from burden_desktop.store.book import Book
from burden_desktop.store.chain.breaks import breaks
from burden_desktop.store.chain.found_breaks import noted_breaks
from burden_desktop.store.migrations import STEPS
from burden_desktop.store.migrations.running import MIGRATIONS
from burden_desktop.store.statements import Statements


def _memory() -> Database:
    return Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)


@pytest.fixture
def database() -> Any:
    database = _memory()
    MIGRATIONS.apply(database)
    yield database
    database.conn.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_table_has_the_declared_fields_and_no_other(kind: Kind, database: Database) -> None:
    columns = {row[1]: (row[2], bool(row[3])) for row in database.execute(f"PRAGMA table_info({kind.name})")}
    declared = {
        field.name: ("INTEGER" if field.type is FieldType.COUNT else "TEXT", field.required) for field in kind.fields
    }
    common = Statements(kind).common
    assert columns.keys() >= set(common)
    assert {name: told for name, told in columns.items() if name not in common} == declared


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_field_takes_the_name_of_a_common_column(kind: Kind) -> None:
    assert not set(Statements(kind).common) & {field.name for field in kind.fields}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_month_sums_are_read_from_the_index_alone(kind: Kind, database: Database) -> None:
    plan = " ".join(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {Statements(kind).tally}", ["a", "b"]))
    index = f"{kind.name}_by_span" if kind.stock else f"{kind.name}_by_month"
    assert f"USING COVERING INDEX {index}" in plan


@pytest.mark.parametrize("find", [lambda book: breaks(book), lambda book: noted_breaks(book)], ids=["restores", "breaks"])
def test_rare_entries_are_found_without_reading_the_history(find: Callable[[Any], object], database: Database) -> None:
    """Every draft asks for them, and a ledger may have hundreds of thousands of entries."""

    class Explained:
        def rows(self, sql: str, places: tuple[object, ...]) -> list[Any]:
            plan = " ".join(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", places))
            assert "SEARCH history USING INDEX history_" in plan and "SCAN" not in plan, plan
            return []

        def row(self, sql: str, places: tuple[object, ...]) -> tuple[int]:
            self.rows(sql, places)
            return (1,)

    find(Explained())


def test_every_table_of_ours_is_strict(database: Database) -> None:
    loose = [
        row[0]
        for row in database.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0")
        if not row[0].startswith(("sqlite_", "_sqlite_"))
    ]
    assert loose == []


def test_running_the_steps_twice_changes_nothing(database: Database) -> None:
    before = database.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    MIGRATIONS.apply(database)
    assert database.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall() == before
    assert tuple(step.name for step in MIGRATIONS.applied(database)) == STEPS


def test_kind_without_minutes_adds_up_to_none() -> None:
    kind = Kind(name="plaque", label="挂牌", mark="牌", unit="块", receipt_unit="块", dated_by="day", fields=())
    assert Statements(kind).minutes is None


def test_ledger_of_a_newer_program_is_refused_and_left_as_it_is(
    path: Path, ledger: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    ledger.close()
    outside("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('burden_desktop', 'm999', 'x')")
    content = path.read_bytes()
    with pytest.raises(NewerLedger):
        Ledger.open(path, clock=clock)
    assert path.read_bytes() == content


def _older(path: Path) -> None:
    """A ledger from the day before first letters were kept."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE spelling")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm050_spelling'")
        connection.commit()


def test_older_ledger_is_backed_up_before_its_tables_change(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    _older(path)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().ok and opened._book.rows("SELECT * FROM spelling") == []
    (kept,) = (path.parent / "backups").iterdir()
    with closing(sqlite3.connect(kept)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'spelling'").fetchall()
    with Ledger.open(path, clock=clock):
        assert len(list((path.parent / "backups").iterdir())) == 1


def test_reference_left_dangling_by_a_step_is_found(
    path: Path, ledger: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    ledger.close()
    _older(path)
    outside("INSERT INTO organ_alias VALUES ('某局', 77)")
    with pytest.raises(DamagedLedger):
        Ledger.open(path, clock=clock)


def test_pragmas_are_the_safe_ones(ledger: Ledger) -> None:
    told = {
        name: ledger._book.row(f"PRAGMA {name}")
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys")
    }
    assert told == {"journal_mode": ("delete",), "synchronous": (3,), "locking_mode": ("exclusive",), "foreign_keys": (1,)}


def test_file_whose_making_was_cut_short_has_no_tables(tmp_path: Path, point: Point, clock: Any) -> None:
    book = Book(tmp_path, sqlite3.connect(":memory:"), clock)
    assert not opening.has_tables(book)
    book.connection.close()


def test_every_step_on_the_disk_is_named() -> None:
    assert tuple(sorted(path.stem for path in Path(migrations.__file__).parent.glob("m[0-9]*.py"))) == STEPS
