"""What rules look back on is what the ledger holds of before the month."""

from datetime import date

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer
from burden_desktop.store.ledger import Ledger

from ..conftest import StandingClock

MARCH = Month(2026, 3)


def add(ledger: Ledger, kind: str, **written: object) -> str:
    declared = kind_named(kind)
    return ledger.records.add(declared, declared.validate({"organ": "青禾县民政局", "title": "一件事", **written})).number


def test_recent_visits_end_where_the_month_begins(ledger: Ledger) -> None:
    for day in ("2025-12-30", "2026-01-31", "2026-02-28", "2026-03-01"):
        add(ledger, "inspection", starts_on=day)
    recent = ledger.lookback.recent(kind_named("inspection"), MARCH, 60)
    assert [str(past.on) for past in recent] == ["2025-12-31", "2026-01-31", "2026-02-28"][1:]
    assert recent[0].organ == "青禾县民政局"


def test_receipts_of_before_are_found_by_the_papers_of_the_month(ledger: Ledger) -> None:
    first = add(ledger, "document", received_on="2026-01-05", doc_no="青民发〔2026〕3号")
    add(ledger, "document", received_on="2026-01-06", doc_no="青民发〔2026〕4号")
    add(ledger, "document", received_on="2026-03-05", doc_no="青民发〔2026〕3号")
    found = ledger.lookback.receipts(kind_named("document"), MARCH)
    assert {family: [past.number for past in earlier] for family, earlier in found.items()} == {"青民发〔2026〕3号": [first]}


def test_comprehensive_meetings_of_the_year(ledger: Ledger) -> None:
    add(ledger, "meeting", held_on="2025-12-05", nature="综合")
    one = add(ledger, "meeting", held_on="2026-01-05", nature="综合")
    add(ledger, "meeting", held_on="2026-01-06", nature="业务")
    add(ledger, "meeting", held_on="2026-03-06", nature="综合")
    assert [past.number for past in ledger.lookback.comprehensive(kind_named("meeting"), MARCH)] == [one]


def test_papers_outside_the_reduction_are_counted(ledger: Ledger) -> None:
    add(ledger, "document", received_on="2026-01-05", counted="否")
    add(ledger, "document", received_on="2026-01-06")
    assert ledger.lookback.not_counted(kind_named("document"), MARCH.january, MARCH) == 1
    assert ledger.lookback.not_counted(kind_named("document"), MARCH, MARCH) == 0


def test_a_remark_stays_and_leaves_entries(ledger: Ledger) -> None:
    ledger.remarks.set("ab12", "document-length", Answer.WRONG, " 字数数错 ")
    ledger.remarks.set("ab12", "document-length", Answer.EXPLAINED, "附件另计")
    (remark,) = ledger.remarks.all().values()
    assert (remark.answer, remark.text) == (Answer.EXPLAINED, "附件另计")
    changes = ledger.history.of_record("ab12")
    assert [(change.entry.action, change.entry.kind) for change in changes] == [("remark", "finding")] * 2
    assert changes[1].before == {"answer": "wrong", "text": "字数数错"}
    assert ledger.check().ok


def test_planned_plaques_are_those_recorded_by_then_and_still_to_hang(ledger: Ledger, clock: StandingClock) -> None:
    clock.set(2026, 3, 10)
    one = add(ledger, "plaque", status="拟挂")
    add(ledger, "plaque", status="在挂")
    clock.set(2026, 4, 2)
    add(ledger, "plaque", status="拟挂")
    assert [record.number for record in ledger.lookback.planned(kind_named("plaque"), MARCH)] == [one]
    assert ledger.lookback.planned(kind_named("plaque"), Month(2026, 2)) == ()


def test_a_day_holds_the_records_of_its_date(ledger: Ledger) -> None:
    one, two = (add(ledger, "document", received_on="2026-03-05", doc_no=f"青民发〔2026〕{number}号") for number in (1, 2))
    add(ledger, "document", received_on="2026-03-06")
    assert ledger.load.of_day(kind_named("document"), date(2026, 3, 5)) == (one, two)
    assert ledger.load.of_year(kind_named("document"), 2026)[date(2026, 3, 5)] == 2
    assert ledger.load.of_day(kind_named("meeting"), date(2026, 3, 5)) == ()
