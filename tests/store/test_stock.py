"""Plaques, groups and problems belong to no month: what stands on a month's last day is counted."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.errors.entry import InvalidRecord
from burden_desktop.domain.kinds import APP_GROUP, PLAQUE, PROBLEM
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.stock import Span
from burden_desktop.store import Ledger

FEBRUARY, MARCH, APRIL = Month(2026, 2), Month(2026, 3), Month(2026, 4)
SIGN = {"title": "便民服务站", "organ": "云川县民政局"}


def standing(ledger: Ledger, month: Month, kind: Any = PLAQUE) -> list[str]:
    return [record.number for record in ledger.records.in_month(kind, month)]


def test_plaque_stands_from_its_first_day_to_the_day_it_was_taken_down(ledger: Ledger) -> None:
    sign = ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "put_up_on": "2026-02-10", "taken_down_on": "2026-03-31"}))
    assert (sign.values["status"], sign.span) == ("已摘", Span("2026-02-10", "2026-03-31"))
    assert standing(ledger, Month(2026, 1)) == []
    assert standing(ledger, FEBRUARY) == [sign.number]
    assert standing(ledger, MARCH) == []


def test_plaque_without_a_day_stands_since_before_the_ledger_began(ledger: Ledger, clock: Any) -> None:
    sign = ledger.records.add(PLAQUE, PLAQUE.validate(SIGN))
    assert (standing(ledger, MARCH), standing(ledger, APRIL)) == ([sign.number], [sign.number])
    clock.advance(days=40)
    taken = ledger.records.change(PLAQUE, sign.id, {"status": "已摘"})
    assert (taken.number, taken.span) == ("牌2026-0001", Span("2025-01-01", "2026-05-12"))
    assert standing(ledger, APRIL) == [sign.number]
    assert standing(ledger, Month(2026, 5)) == []


def test_plaque_without_a_day_counts_in_no_month_that_was_signed_without_it(ledger: Ledger, seal: Any, clock: Any) -> None:
    seal(ledger, FEBRUARY)
    sign = ledger.records.add(PLAQUE, PLAQUE.validate(SIGN))
    assert (standing(ledger, FEBRUARY), standing(ledger, MARCH)) == ([], [sign.number])
    gone = ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "taken_down_on": "2026-03-31"}))
    assert gone.span == Span("2026-03-01", "2026-03-31")


def test_what_is_planned_or_recorded_as_over_never_stood(ledger: Ledger, clock: Any) -> None:
    ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "status": "已摘", "put_up_on": "2020-01-01"}))
    planned = ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "status": "拟挂"}))
    assert [ledger.records.count(PLAQUE, month) for month in (MARCH, APRIL)] == [0, 0]
    clock.advance(days=30)
    assert ledger.records.change(PLAQUE, planned.id, {"status": "在挂"}).span == Span("2026-05-02", None)


def test_problem_counts_until_it_is_put_right_and_again_when_it_comes_back(ledger: Ledger) -> None:
    found = {"fact": "要求每日报送图片", "category": "过度留痕", "found_on": "2026-02-03"}
    problem = ledger.records.add(PROBLEM, PROBLEM.validate(found))
    assert (problem.level, problem.number, standing(ledger, FEBRUARY, PROBLEM)) == (None, "问2026-0001", ["问2026-0001"])
    mended = ledger.records.change(PROBLEM, problem.id, {"status": "已整改", "revisited_on": "2026-03-20"})
    assert mended.span == Span("2026-02-03", "2026-03-20")
    assert standing(ledger, MARCH, PROBLEM) == []
    ledger.records.change(PROBLEM, problem.id, {"status": "反弹"})
    assert standing(ledger, APRIL, PROBLEM) == [problem.number]
    assert ledger.check().ok


def test_sealed_month_does_not_hold_back_what_belongs_to_no_month(ledger: Ledger, seal: Any) -> None:
    group = {"title": "安全生产工作群", "organ": "云川县应急管理局", "type": "群"}
    first = ledger.records.add(APP_GROUP, APP_GROUP.validate({**group, "created_on": "2026-03-01"}))
    seal(ledger, MARCH)
    second = ledger.records.add(APP_GROUP, APP_GROUP.validate({**group, "created_on": "2025-03-01"}))
    ledger.records.change(APP_GROUP, first.id, {"title": "安全生产群"})
    ledger.records.withdraw(APP_GROUP, second.id)
    ledger.trash.reinstate(APP_GROUP, second.id)
    ledger.undoing.undo()
    assert standing(ledger, APRIL, APP_GROUP) == [first.number]
    assert ledger.check().ok


def test_pages_of_things_without_a_date_of_their_own_follow_each_other(ledger: Ledger) -> None:
    from burden_desktop.store.records import place_after

    ledger.records.add_many(PLAQUE, [PLAQUE.validate({**SIGN, "title": f"第{place}块牌子"}) for place in range(7)])
    seen, after = [], None
    while page := ledger.records.page(PLAQUE, after=after, limit=3):
        seen += [record.id for record in page]
        after = place_after(PLAQUE, page[-1])
    assert seen == [7, 6, 5, 4, 3, 2, 1]


def test_ledger_does_not_reach_back_to_an_old_plaque(ledger: Ledger) -> None:
    ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "put_up_on": "1998-05-01"}))
    assert ledger.tallies.first_month() is None


@pytest.mark.parametrize(
    "written", [{"taken_down_on": "2026-03-01", "status": "在挂"}, {"put_up_on": "2026-03-02", "taken_down_on": "2026-03-01"}]
)
def test_contradicting_days_are_refused(written: dict[str, str]) -> None:
    with pytest.raises(InvalidRecord):
        PLAQUE.validate({**SIGN, **written})


@given(
    st.lists(st.tuples(st.sampled_from(["在挂", "已摘", "拟挂"]), st.integers(1, 40)), min_size=1, max_size=8),
    st.none() | st.integers(0, 400),
)
def test_span_never_ends_before_it_begins_and_stands_as_the_status_says(steps: Any, begun: int | None) -> None:
    assert PLAQUE.stock
    today, span = date(2026, 1, 1), None
    put_up = (date(2025, 1, 1) + timedelta(begun)).isoformat() if begun is not None else None
    for status, days in steps:
        today += timedelta(days)
        values = {"status": status, "put_up_on": put_up, "taken_down_on": None}
        span = PLAQUE.stock.span(values, today=today.isoformat(), open_since="2025-12-01", before=span)
        assert span.until is None or span.since <= span.until
        assert span.covers(today.isoformat()) == (status == "在挂" and span.since <= today.isoformat())
        assert status != "在挂" or span.until is None


def test_months_side_by_side_tell_what_stood_on_each_last_day_also_after_a_change(ledger: Ledger) -> None:
    sign = ledger.records.add(PLAQUE, PLAQUE.validate({**SIGN, "put_up_on": "2026-02-10"}))

    def standing_signs() -> list[int]:
        return [tallies[0].things for tallies in ledger.counts.by_month(PLAQUE, FEBRUARY, APRIL).values()]

    assert standing_signs() == [1, 1, 1]
    ledger.records.change(PLAQUE, sign.id, {"status": "已摘", "taken_down_on": "2026-03-31"})
    assert standing_signs() == [1, 0, 0]
    assert [ledger.counts.period(PLAQUE, month, month).things for month in (FEBRUARY, MARCH, APRIL)] == [1, 0, 0]
