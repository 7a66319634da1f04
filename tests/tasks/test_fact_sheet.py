"""The reminder to one body speaks of that body alone, and to it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.months import NothingFound
from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.fact_sheet import FactSheet, bodies_of, fact_sheet_of

from ..records import POINT

MARCH, TODAY = Month(2026, 3), date(2026, 4, 2)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        yield made


def visit(ledger: Ledger, day: int, organ: str, title: str, **written: object) -> str:
    return enter.enter(ledger, "inspection", {"starts_on": f"2026-03-{day:02d}", "organ": organ, "title": title, **written}).number


def sheet(ledger: Ledger, organ: str) -> FactSheet:
    return fact_sheet_of(ledger, MARCH, organ, TODAY)


def facts(told: FactSheet, rule: str) -> list[str]:
    return [finding.fact for finding in told.findings if finding.rule == rule]


def test_visits_of_which_nobody_knows_are_counted_for_the_body_alone(ledger: Ledger) -> None:
    own = [visit(ledger, 3, "青禾县住建局", "燃气安全"), visit(ledger, 10, "青禾县住建局", "自建房")]
    for day in (17, 19, 24):
        visit(ledger, day, "青禾县水利局", f"第{day}项")
    told = sheet(ledger, "青禾县住建局")
    assert facts(told, "inspection-plan") == ["提示：你单位本月有2次迎检不清楚是否列入计划或备案，请你单位说明。"]
    assert [finding.records for finding in told.findings if finding.rule == "inspection-plan"] == [tuple(own)]
    assert {row[0] for row in told.records} == set(own)


def test_a_crowded_day_names_no_other_body_and_no_other_count(ledger: Ledger) -> None:
    visit(ledger, 3, "青禾县住建局", "燃气安全", plan_status="计划内")
    visit(ledger, 3, "青禾县水利局", "河道", plan_status="计划内")
    visit(ledger, 3, "青禾县民政局", "敬老院", plan_status="计划内")
    (fact,) = facts(sheet(ledger, "青禾县住建局"), "inspection-same-day")
    assert "你单位3月3日到访1次" in fact and "请核实能否错开" in fact
    assert "水利局" not in fact and "3次" not in fact


def test_a_body_whose_own_visits_crowd_is_told_its_own_number(ledger: Ledger) -> None:
    visit(ledger, 3, "青禾县住建局", "燃气安全", plan_status="计划内")
    visit(ledger, 3, "青禾县住建局", "自建房", plan_status="计划内")
    visit(ledger, 3, "青禾县民政局", "敬老院", plan_status="计划内")
    (fact,) = facts(sheet(ledger, "青禾县住建局"), "inspection-same-day")
    assert "3月3日同时有2次迎检" in fact and "民政局" not in fact and "建议" not in fact


def test_a_body_is_not_reminded_of_what_the_point_left_empty(ledger: Ledger) -> None:
    enter.enter(ledger, "plaque", {"title": "妇女之家", "organ": "青禾县妇联", "put_up_on": "2026-03-01"})
    assert "青禾县妇联" not in dict(bodies_of(ledger, MARCH))
    with pytest.raises(NothingFound):
        sheet(ledger, "青禾县妇联")
    enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县妇联", "title": "长文", "characters": 9000})
    assert dict(bodies_of(ledger, MARCH)) == {"青禾县妇联": 1}
    (fact,) = facts(sheet(ledger, "青禾县妇联"), "document-length")
    assert "未填" not in fact and "（按较宽的一种对照）" in fact and "请核实" in fact
