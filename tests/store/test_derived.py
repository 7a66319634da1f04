"""What is kept only to be quick is recounted by the check, named where it differs, and made anew without harm."""

from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")
MARCH = Month(2026, 3)


@pytest.fixture
def counted(ledger: Ledger, document: Callable[..., dict[str, Any]]) -> Ledger:
    """Three papers, one withdrawn, counted by month and by period."""
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in (1, 2, 3)])
    ledger.records.withdraw(DOCUMENT, 3)
    ledger.counts.by_month(DOCUMENT, MARCH, MARCH)
    ledger.counts.period(DOCUMENT, MARCH.january, MARCH)
    return ledger


def test_what_was_counted_and_indexed_does_not_differ(counted: Ledger) -> None:
    assert counted.derived.differing() == ()
    counted.derived.make_anew()
    assert counted.derived.differing() == () and counted.check().ok
    assert counted.counts.by_month(DOCUMENT, MARCH, MARCH)[MARCH][0].things == 2


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        ("UPDATE month_count SET things = 7 WHERE organ_id = 0", "month_count document 2026-03"),
        ("DELETE FROM month_count WHERE organ_id > 0", "month_count document 2026-03"),
        ("UPDATE period_count SET receipts = 7", "period_count document 2026-01 2026-03"),
        ("INSERT INTO document_search (document_search) VALUES ('delete-all')", "document_search"),
        ("INSERT INTO document_search (rowid, grams) VALUES (9, '多出来的')", "document_search"),
        ("UPDATE spelling SET letters = 'xyzw' WHERE record_id = 1", "document_search"),
    ],
)
def test_what_differs_is_named_and_made_anew(counted: Ledger, outside: Callable[..., None], clock: Any, edit: str, name: str) -> None:
    counted.close()
    outside(edit)
    with Ledger.open(counted.path, clock=clock) as opened:
        assert opened.check().ok, "no record and no entry is touched"
        assert opened.derived.differing() == (name,)
        before = opened.history.head()
        opened.derived.make_anew()
        assert opened.derived.differing() == () and opened.history.head() == before
        assert opened.records.count(DOCUMENT, text="第1号") == 1 and opened.records.count(DOCUMENT, text="第3号") == 0
