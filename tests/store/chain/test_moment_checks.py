"""The moments that form and search show of a record are those of its entries."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")


@pytest.fixture
def moved(ledger: Ledger, document: Callable[..., dict[str, Any]], clock: Any) -> Ledger:
    """One record entered, changed an hour later, withdrawn and brought back; another one."""
    first, _ = ledger.records.add_many(DOCUMENT, [document(), document(title="另一件")])
    clock.now += timedelta(hours=1)
    ledger.records.change(DOCUMENT, first.id, {"title": "改过的一件"})
    clock.now += timedelta(hours=1)
    ledger.records.withdraw(DOCUMENT, first.id)
    ledger.undoing.undo()
    assert ledger.check().ok, [one.what for one in ledger.check().strange]
    return ledger


@pytest.mark.parametrize("moment", ["2026-01-01T08:00:00+08:00", "x", "2026-05-03T09:00:00"])
@pytest.mark.parametrize("column", ["created_at", "changed_at"])
def test_a_moment_at_which_nothing_was_entered_is_named(
    path: Path, moved: Ledger, clock: Any, outside: Callable[..., None], column: str, moment: str
) -> None:
    moved.close()
    outside(f"UPDATE document SET {column} = '{moment}' WHERE id = 2")  # noqa: S608 - values of ours
    with Ledger.open(path, clock=clock) as opened:
        assert [one.what for one in opened.check().strange] == ["moments 收2026-0002"]


def test_a_search_passes_over_what_was_made_withdrawn_outside(
    path: Path, moved: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    moved.close()
    outside("UPDATE document SET withdrawn_at = 'x' WHERE id = 2")
    with Ledger.open(path, clock=clock) as opened:
        assert [hit.record.id for hit in opened.searching.find([DOCUMENT], "件")] == [1]
