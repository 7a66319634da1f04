"""What is due: found by its deadline, gone once it is dealt with or withdrawn, and read through an index."""

from datetime import date

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.agenda import Due
from burden_desktop.store import Ledger

DOCUMENT, FIRST, LAST = kind_named("document"), date(2026, 4, 1), date(2026, 4, 16)


def _add(ledger: Ledger, title: str, **more: str) -> int:
    written = {"received_on": "2026-03-20", "organ": "青禾县民政局", "title": title, **more}
    return ledger.records.add(DOCUMENT, DOCUMENT.validate(written)).id


def test_due_are_the_open_records_of_the_period_the_most_pressing_first(ledger: Ledger) -> None:
    _add(ledger, "月底报送", deadline="2026-04-30")
    _add(ledger, "下周报送", deadline="2026-04-09")
    _add(ledger, "今天报送", deadline="2026-04-02")
    _add(ledger, "没有时限")
    _add(ledger, "已经办结", deadline="2026-04-03", handling="已报送")
    ledger.records.withdraw(DOCUMENT, _add(ledger, "登记错了", deadline="2026-04-04"))
    due = ledger.deadlines.between(DOCUMENT, FIRST, LAST, 10)
    assert due[0] == Due("document", "收2026-0003", "今天报送", "青禾县民政局", date(2026, 4, 2))
    assert [thing.title for thing in due] == ["今天报送", "下周报送"]
    assert len(ledger.deadlines.between(DOCUMENT, FIRST, LAST, 1)) == 1


def test_kinds_without_a_deadline_are_never_due(ledger: Ledger) -> None:
    assert ledger.deadlines.between(kind_named("inspection"), FIRST, LAST, 10) == ()


def test_due_records_are_found_through_their_index(ledger: Ledger) -> None:
    plan = ledger._book.rows(
        "EXPLAIN QUERY PLAN SELECT 1 FROM document r WHERE r.deadline IS NOT NULL AND r.withdrawn_at IS NULL"
        " AND r.deadline BETWEEN '2026-04-01' AND '2026-04-16~'"
    )
    assert "document_by_deadline" in plan[0][3]
