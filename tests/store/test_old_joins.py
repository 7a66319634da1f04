"""What a person said of families before records kept his words is read out of the chain when the ledger is upgraded."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger
from burden_desktop.store.chain.history import Event
from burden_desktop.store.migrations import SET_NAME
from burden_desktop.store.migrations.m071_kinship import SCRIPT
from burden_desktop.store.placing import place_of
from burden_desktop.store.rows import told

Written = Callable[..., dict[str, Any]]
Outside = Callable[..., None]
OTHER, THIRD = "转发抗旱通知", "春耕会商纪要"


def put(ledger: Ledger, number: str, family: str, **beside: object) -> None:
    """Into a family, as it was done when nothing but the family told of it."""
    record = ledger.records.by_number(number)
    place = place_of(record)
    with ledger._book.writing() as connection, ledger.history.as_one_step(**beside):
        connection.execute("UPDATE document SET family = ? WHERE id = ?", (family, record.id))
        event = Event("document", number, told(record.values, place), told(record.values, replace(place, family=family)))
        ledger.history._beside = dict(beside)
        ledger.history.append("change", event)


def upgraded(ledger: Ledger, path: Path, clock: Any, outside: Outside) -> Ledger:
    """Without step 071, and opened again."""
    ledger.close()
    back = [f"DROP INDEX {name}" for name in re.findall(r"CREATE INDEX (\w+)", SCRIPT)]
    back += [f"ALTER TABLE {table} DROP COLUMN {column}" for table, column in re.findall(r"ALTER TABLE (\w+) ADD COLUMN (\w+)", SCRIPT)]
    outside(*back, f"DELETE FROM _sqlite_migrations WHERE migration_set = '{SET_NAME}' AND name = 'm071_kinship'")  # noqa: S608 - names of ours
    return Ledger.open(path, clock=clock)


def standing(ledger: Ledger) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for record in ledger.records.page(DOCUMENT, limit=50):
        found.setdefault(record.family or record.number, set()).add(record.number[-1])
    return sorted(found.values(), key=min)


def test_what_was_joined_stays_together_whatever_is_entered(
    ledger: Ledger, document: Written, path: Path, clock: Any, outside: Outside
) -> None:
    first = ledger.records.add(DOCUMENT, document())
    ledger.records.add(DOCUMENT, document(title=OTHER))
    ledger.records.add(DOCUMENT, document(received_on="2026-03-06"))
    put(ledger, "收2026-0002", str(first.family))
    put(ledger, "收2026-0003", "own|收2026-0003")
    with upgraded(ledger, path, clock, outside) as opened:
        assert opened.check().ok and standing(opened) == [{"1", "2"}, {"3"}]
        opened.records.add(DOCUMENT, document(received_on="2026-03-07"))
        assert standing(opened) == [{"1", "2", "4"}, {"3"}]
        opened.records.add(DOCUMENT, document(title=THIRD))
        opened.joining.join(opened.records.by_number("收2026-0005"), opened.records.by_number("收2026-0003"))
        opened.records.add(DOCUMENT, document(title=THIRD))
        assert standing(opened) == [{"1", "2", "4"}, {"3", "5", "6"}], "what was parted stays parted under any name"
        assert opened.check().ok and "change" not in opened.acts.since(opened.history.head()[0] - 1)


def test_a_join_that_left_others_of_its_title_behind_leaves_them_still(
    ledger: Ledger, document: Written, path: Path, clock: Any, outside: Outside
) -> None:
    first = ledger.records.add(DOCUMENT, document())
    ledger.records.add_many(DOCUMENT, [document(title=OTHER), document(title=OTHER)])
    put(ledger, "收2026-0002", str(first.family))
    with upgraded(ledger, path, clock, outside) as opened:
        opened.records.add_many(DOCUMENT, [document(), document(title=OTHER)])
        assert standing(opened) == [{"1", "2", "4"}, {"3", "5"}] and opened.check().ok


def test_a_join_of_that_time_can_be_taken_back_and_outlives_other_steps(
    ledger: Ledger, document: Written, path: Path, clock: Any, outside: Outside
) -> None:
    first = ledger.records.add(DOCUMENT, document())
    other = ledger.records.add(DOCUMENT, document(title=OTHER))
    put(ledger, other.number, str(first.family))
    record = ledger.records.get(DOCUMENT, other.id)
    with ledger._book.writing() as connection:
        was = told(record.values, place_of(record))
        connection.execute("UPDATE document SET pages = 3 WHERE id = ?", (other.id,))
        ledger.history.append("change", Event("document", other.number, was, {**was, "pages": 3}))
    with upgraded(ledger, path, clock, outside) as opened:
        opened.undoing.undo()
        assert opened.records.get(DOCUMENT, other.id).values["pages"] is None and standing(opened) == [{"1", "2"}]
        opened.undoing.undo()
        assert standing(opened) == [{"1"}, {"2"}]
        opened.undoing.redo()
        assert standing(opened) == [{"1", "2"}] and opened.check().ok


@pytest.mark.parametrize("beside", [{"step": 2}, {}])
def test_what_the_program_itself_put_together_is_nobodys_word(
    ledger: Ledger, document: Written, path: Path, clock: Any, outside: Outside, beside: dict[str, object]
) -> None:
    """Neither when its entry says so, nor when it follows anyhow."""
    first = ledger.records.add(DOCUMENT, document(received_on="2026-03-09"))
    earlier = ledger.records.add(DOCUMENT, document())
    put(ledger, first.number, str(ledger.records.get(DOCUMENT, earlier.id).family) + "|x", **beside)
    put(ledger, first.number, str(ledger.records.get(DOCUMENT, earlier.id).family), **beside)
    with upgraded(ledger, path, clock, outside) as opened:
        assert opened.records.get(DOCUMENT, first.id).said is None
        opened.records.change(DOCUMENT, first.id, {"title": OTHER})
        assert opened.tallies.of(DOCUMENT, Month(2026, 3), Month(2026, 3)).things == 2 and opened.check().ok
