"""Findings of a real ledger: gathered, tested, remarked on, signed into the month."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.calendar import UnreadableCalendar
from burden_desktop.domain.handed_in.payload import compose
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.calendar_day import CalendarDay
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer, RulePack
from burden_desktop.domain.months.summary import Finding
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter
from burden_desktop.tasks.calendar_days import add_calendar, days_of, incomplete_of, remove_days
from burden_desktop.tasks.rules import pack_of, set_pack, shipped_pack
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT

MARCH = Month(2026, 3)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        yield made


def add(ledger: Ledger, kind: str, **written: object) -> str:
    return enter.enter(ledger, kind, {"organ": "青禾县民政局", "title": "一件事", **written}).number


def of(ledger: Ledger, rule: str, month: Month = MARCH) -> list[Finding]:
    return [finding for finding in sum_up(gather(ledger, month)).findings if finding.rule == rule]


def test_growth_compares_only_months_that_both_years_know(ledger: Ledger) -> None:
    with ledger.one_step():
        for place in range(2):
            add(ledger, "document", received_on="2025-02-05", title=f"旧{place}")
        add(ledger, "document", received_on="2026-01-05", title="一月")
        for place in range(3):
            add(ledger, "document", received_on="2026-03-05", title=f"新{place}")
    (finding,) = of(ledger, "document-growth")
    assert "今年2—3月来文3件，上年同期2件" in finding.fact
    assert len(finding.records) == 3


def test_an_alias_counts_with_its_body(ledger: Ledger) -> None:
    for day, organ, title in (("2025-01-05", "青禾县民政局", "甲"), ("2026-03-05", "县民政局", "乙"), ("2026-03-06", "县民政局", "丙")):
        add(ledger, "document", received_on=day, organ=organ, title=title)
    assert of(ledger, "document-growth") == []
    ids = {organ.name: organ.id for organ in ledger.organs.all()}
    ledger.organs.merge(ids["县民政局"], into=ids["青禾县民政局"])
    (finding,) = of(ledger, "document-growth")
    assert "县民政局今年1—3月来文2件，上年同期1件" in finding.fact


def test_a_quiet_year_and_a_loud_month_raise_an_alert(ledger: Ledger) -> None:
    with ledger.one_step():
        for step in range(12):
            for place in range(2):
                add(ledger, "document", received_on=f"{Month(2025, 3).plus(step)}-05", title=f"{step}·{place}")
        for place in range(12):
            add(ledger, "document", received_on="2026-03-05", title=f"多{place}")
    said = {finding.fact.partition("：")[0] for finding in of(ledger, "unusual-count")}
    assert said == {"收文", "县级收文", "青禾县民政局收文"}
    (whole, *_) = of(ledger, "unusual-count")
    assert whole.fact == "收文：过去12个月平均每月2.0件，本月12件，超出常见范围上限6件，提示关注。"


def test_switches_and_bounds_are_kept_with_the_ledger(ledger: Ledger) -> None:
    from dataclasses import replace

    add(ledger, "document", received_on="2026-03-05", characters=4600, scope="综合")
    assert of(ledger, "document-length") == []
    stricter = tuple(
        replace(rule, parameters={**rule.parameters, "comprehensive": 4500}) if rule.id == "document-length" else rule
        for rule in pack_of(ledger).rules
    )
    set_pack(ledger, RulePack(shipped_pack().version, stricter))
    assert len(of(ledger, "document-length")) == 1
    assert sum_up(gather(ledger, MARCH)).rules.changed == ("document-length",)


def test_a_remark_and_the_pack_stand_in_the_payload(ledger: Ledger, clock: Any) -> None:
    add(ledger, "document", received_on="2026-03-05", characters=9000, scope="综合")
    (finding,) = of(ledger, "document-length")
    ledger.remarks.set(finding.identity, finding.rule, Answer.ACCEPTED, "已向来文单位反映")
    closing = close_month.draft_material(ledger, MARCH, now=clock())
    body = compose(sum_up(closing.material), closing.material.all_records, closing.chain, closing.issue)
    told = next(entry for entry in body["findings"] if entry["rule"] == "document-length")
    assert told["remark"]["text"] == "已向来文单位反映"
    assert told["words"].startswith("除部署综合性工作外") and "若干规定" in told["source"]
    assert body["rules"] == {"version": shipped_pack().version, "changed": ()}


def test_a_year_added_from_a_file_is_used(ledger: Ledger) -> None:
    add(ledger, "inspection", starts_on="2027-10-01")
    october = Month(2027, 10)
    assert of(ledger, "inspection-rest-day", october) == []
    add_calendar(ledger, "2027-10-01 休")
    assert len(of(ledger, "inspection-rest-day", october)) == 1
    assert incomplete_of(ledger, days_of(ledger)).keys() == {2027}, "one day is no arrangement of a year"
    assert days_of(ledger) == (CalendarDay(date(2027, 10, 1), works=False),)
    remove_days(ledger, [date(2027, 10, 1)])
    assert of(ledger, "inspection-rest-day", october) == [] and days_of(ledger) == () and ledger.check().ok
    with pytest.raises(UnreadableCalendar):
        add_calendar(ledger, "十月一日")


def test_a_kind_that_nobody_kept_before_has_no_quiet_months(ledger: Ledger) -> None:
    """An older register of papers brought in says nothing of meetings: their first month is no rise over zeros."""
    with ledger.one_step():
        for number in range(5, 13):
            add(ledger, "document", received_on=f"2025-{number:02d}-05", title=f"旧{number}")
        for place in range(5):
            add(ledger, "meeting", held_on=f"2026-03-0{place + 1}", title=f"会{place}")
    assert of(ledger, "unusual-count") == []


def test_closed_months_without_any_are_quiet_months(ledger: Ledger) -> None:
    with ledger.one_step():
        for number in range(1, 11):
            add(ledger, "document", received_on=f"2025-{number:02d}-05", title=f"旧{number}")
        for place in range(6):
            add(ledger, "meeting", held_on=f"2026-03-0{place + 1}", title=f"会{place}")
    ledger.months.seal(Month(2025, 3), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=ledger.history.head())
    assert any("参会" in finding.fact for finding in of(ledger, "unusual-count"))


def test_a_remark_stays_where_a_join_or_a_late_receipt_renames_the_family(ledger: Ledger) -> None:
    numbers = [add(ledger, "document", received_on=f"2026-03-0{day}", title="关于防汛的通知") for day in (4, 5, 6)]
    (said,) = of(ledger, "document-repeated")
    ledger.remarks.set(said.identity, said.rule, Answer.EXPLAINED, "各站所分别转来")
    first = ledger.records.by_number(numbers[0])
    add(ledger, "document", received_on="2026-03-02", title="关于防汛的通知")
    other = add(ledger, "document", received_on="2026-03-01", title="转来的通知", doc_no="青应急〔2026〕4号")
    for join in (False, True):
        if join:
            ledger.joining.join(ledger.records.by_number(other), ledger.records.by_number(numbers[0]))
        (now,) = of(ledger, "document-repeated")
        assert ledger.records.get(kind_named("document"), first.id).family != first.family
        assert (now.remark is not None and now.remark.text) == "各站所分别转来", join


def test_of_remarks_under_several_names_the_last_holds(ledger: Ledger, clock: Any) -> None:
    numbers = [add(ledger, "document", received_on=f"2026-03-0{day}", title="关于防汛的通知") for day in (4, 5, 6, 2)]
    kind = kind_named("document")
    last = ledger.records.by_number(numbers[3])
    ledger.records.change(kind, last.id, {"received_on": "2026-03-07"})
    for day, text in (("2026-03-07", "各站所分别转来"), ("2026-03-02", "已请发文单位归并")):
        ledger.records.change(kind, last.id, {"received_on": day})
        (said,) = of(ledger, "document-repeated")
        ledger.remarks.set(said.identity, said.rule, Answer.EXPLAINED, text)
        clock.advance(minutes=5)
    ledger.records.change(kind, last.id, {"received_on": "2026-03-07"})
    (now,) = of(ledger, "document-repeated")
    assert now.remark is not None and now.remark.text == "已请发文单位归并"
