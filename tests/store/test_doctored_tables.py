"""Tables, triggers and views that somebody added, dropped or altered are named; a ledger that lacks one is damaged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import DamagedLedger
from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger
from burden_desktop.store.chain.schema_checks import USUAL, digest_of, made_by_steps

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]
Outside = Callable[..., None]
TABLES = sorted(
    name
    for name, (sort, sql, _) in made_by_steps().items()
    if sort == "table" and not sql.startswith("CREATE VIRTUAL") and not name.endswith(("_data", "_idx", "_docsize", "_config"))
)


def test_the_usual_schema_is_that_of_the_steps() -> None:
    made = {name: (sort, sql) for name, (sort, sql, _) in made_by_steps().items()}
    assert digest_of(made) == USUAL, f"a new step: write USUAL = {digest_of(made)!r} in store/chain/schema_checks.py"


def test_a_sound_ledger_is_as_the_steps_made_it(ledger: Ledger) -> None:
    assert ledger.check().ok


@pytest.mark.parametrize("table", TABLES)
def test_a_ledger_without_one_of_its_tables_is_damaged_and_the_table_named(
    path: Path, ledger: Ledger, document: Written, clock: Any, outside: Outside, table: str
) -> None:
    ledger.records.add(DOCUMENT, document())
    ledger.close()
    outside("PRAGMA foreign_keys = OFF", f"DROP TABLE {table}")
    with pytest.raises(DamagedLedger) as refused:
        Ledger.open(path, clock=clock)
    assert table in str(refused.value) and "请不要继续录入" in str(refused.value)
    assert not (path.parent / "ledger.db-journal").exists()


def test_a_column_that_is_gone_is_named(path: Path, ledger: Ledger, clock: Any, outside: Outside) -> None:
    ledger.close()
    outside("ALTER TABLE remark DROP COLUMN text")
    with pytest.raises(DamagedLedger, match="table remark"):
        Ledger.open(path, clock=clock)


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        ("CREATE TRIGGER zz AFTER INSERT ON document BEGIN UPDATE document SET copies = 9 WHERE id = NEW.id; END", "trigger zz"),
        ("CREATE VIEW mine AS SELECT * FROM document", "view mine"),
        ("CREATE TABLE mine (a)", "table mine"),
        ("CREATE INDEX mine ON document (title)", "index mine"),
        ("ALTER TABLE document ADD COLUMN mine TEXT", "table document"),
        ("DROP TRIGGER document_count_changed", "trigger document_count_changed"),
        ("DROP INDEX document_by_month", "index document_by_month"),
    ],
)
def test_what_was_added_or_dropped_is_named_and_told(
    path: Path, ledger: Ledger, document: Written, clock: Any, outside: Outside, edit: str, named: str
) -> None:
    ledger.records.add(DOCUMENT, document())
    ledger.close()
    outside(edit)
    with Ledger.open(path, clock=clock) as opened:
        found = opened.check()
        assert named in [one.what for one in found.strange] and not found.ok and found.integrity == "ok"
        assert len(opened.found_breaks()) == 1 and found.unnoted is None
        opened.records.page(DOCUMENT)


@pytest.mark.parametrize(
    "body", ["SELECT RAISE(ABORT, 'no')", "INSERT INTO nowhere VALUES (1)", "INSERT INTO document (id) VALUES (1)", "SELECT no_such(1)"]
)
def test_a_trigger_that_is_in_the_way_is_named(
    path: Path, ledger: Ledger, document: Written, clock: Any, outside: Outside, body: str
) -> None:
    ledger.close()
    outside(f"CREATE TRIGGER zz AFTER INSERT ON document BEGIN {body}; END")
    with Ledger.open(path, clock=clock) as opened:
        with pytest.raises(DamagedLedger):
            opened.records.add(DOCUMENT, document())
        assert opened.records.count(DOCUMENT) == 0 and opened.history.entries()[-1].action == "break"


def test_numbers_given_out_twice_are_named_as_damage(path: Path, ledger: Ledger, document: Written, clock: Any, outside: Outside) -> None:
    ledger.records.add(DOCUMENT, document())
    ledger.close()
    outside("UPDATE number_series SET year = 'x'")
    with Ledger.open(path, clock=clock) as opened:
        with pytest.raises(DamagedLedger, match=r"document\.number"):
            opened.records.add(DOCUMENT, document())
        assert not opened.check().ok
