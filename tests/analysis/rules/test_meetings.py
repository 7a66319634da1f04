"""Rules on meetings: just inside, just outside, unknown, and the sentence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from burden_desktop.analysis.rules.meetings import topic_of, week_of_month
from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.record import Record

from ...records import meeting
from .months import PACK, evidence, found


def told(rule: str, *records: Record, **more: Any) -> list[Finding]:
    return list(found(rule, evidence(*records, **more)))


def test_the_second_comprehensive_meeting_of_the_year_is_pointed_out() -> None:
    first = meeting(1, nature="综合")
    assert told("meeting-comprehensive", first) == []
    assert told("meeting-comprehensive", first, meeting(2, nature="业务"), meeting(3), meeting(4, nature="综合", organ="青禾县水利局")) == []
    (finding,) = told("meeting-comprehensive", first, meeting(2, nature="综合"))
    assert finding.records == ("会2026-0002",)
    earlier = [Earlier("会2026-0900", date(2026, 1, 9), "青禾县民政局", "工作会")]
    (finding,) = told("meeting-comprehensive", first, comprehensive=earlier)
    assert "今年召开的第2次综合性会议" in finding.fact and finding.fact.startswith("提示")


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ({"duration_minutes": 240, "nature": "业务"}, None), ({"duration_minutes": 241, "nature": "业务"}, "quote"),
        ({"duration_minutes": 720, "nature": "分组讨论"}, None), ({"duration_minutes": 721, "nature": "分组讨论"}, "quote"),
        ({"duration_minutes": 241}, "remind"), ({"duration_minutes": 240}, None), ({}, None), ({"nature": "综合"}, None),
    ],
)
def test_length_of_a_meeting(written: dict[str, object], severity: str | None) -> None:
    findings = told("meeting-length", meeting(1, **written))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all(finding.fact.startswith("疑似会期超长") for finding in findings)


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("全市安全生产工作会议", "安全生产"), ("青禾县安全生产部署会", "安全生产"), ("安全生产视频会议", "安全生产"), ("全省春季农业生产工作推进会", "春季农业生产"),
    ],
)
def test_topic_of_a_title(title: str, topic: str) -> None:
    assert topic_of(title) == topic


def test_one_topic_from_two_levels_is_layered() -> None:
    city = replace(meeting(1, title="全市安全生产工作会议", organ="江源市应急管理局"), level=Level.CITY)
    county = replace(meeting(2, title="青禾县安全生产部署会"), level=Level.COUNTY)
    unknown = replace(county, level=None)
    other = replace(meeting(3, title="森林防火工作会议"), level=Level.COUNTY)
    assert told("meeting-layered", city, other) == [] == told("meeting-layered", city, unknown)
    (finding,) = told("meeting-layered", city, county, other)
    assert finding.records == ("会2026-0001", "会2026-0002")
    assert "“安全生产”本月由市级、县级先后开会2场次" in finding.fact


@pytest.mark.parametrize(
    ("called_by", "must_come", "finds"),
    [("分管", "主要", 1), ("一般", "主要", 1), ("一般", "分管", 1), ("主要", "主要", 0), ("分管", "分管", 0), (None, "主要", 0), ("分管", None, 0)],
)
def test_who_must_come_stands_above_who_called(called_by: str | None, must_come: str | None, finds: int) -> None:
    assert len(told("meeting-principal", meeting(1, convener_level=called_by, attendee_level=must_come))) == finds


def test_principal_says_who_called_and_who_must_come() -> None:
    (finding,) = told("meeting-principal", meeting(1, convener_level="分管", attendee_level="主要"))
    assert finding.fact == "提示：青禾县民政局《第1次会议》由分管负责同志召集，要求主要负责同志参会，建议核实。"


def test_local_presets_are_off_until_switched_on() -> None:
    local = [rule for rule in PACK.rules if rule.local]
    assert len(local) == 4
    assert not any(rule.on for rule in local)


@pytest.mark.parametrize(("rule", "limit"), [("local-jilin-length", 90), ("local-zhangjiajie-length", 120)])
def test_local_bounds_of_length(rule: str, limit: int) -> None:
    assert told(rule, meeting(1, duration_minutes=limit), meeting(2)) == []
    (finding,) = told(rule, meeting(1, duration_minutes=limit + 1))
    assert f"不超过{limit}分钟" in finding.fact


@pytest.mark.parametrize(
    ("rule", "held_on", "said"),
    [
        ("local-jilin-free-days", "2026-03-11", "星期三（无会日）"), ("local-jilin-free-days", "2026-03-12", ""),
        ("local-jilin-free-days", "2026-03-01", "当月第1周（无会周）"), ("local-jilin-free-days", "2026-03-02", ""),
        ("local-zhangjiajie-free-days", "2026-03-16", "星期一（无会日）"), ("local-zhangjiajie-free-days", "2026-03-03", "当月第2周（无会周）"),
        ("local-zhangjiajie-free-days", "2026-03-10", ""),
    ],
)
def test_local_days_without_meetings(rule: str, held_on: str, said: str) -> None:
    findings = told(rule, meeting(1, held_on=held_on))
    assert len(findings) == bool(said)
    assert all(said in finding.fact for finding in findings)


@pytest.mark.parametrize(("day", "week"), [(1, 1), (2, 2), (8, 2), (9, 3), (31, 6)])
def test_weeks_of_march_2026_begin_on_mondays(day: int, week: int) -> None:
    assert week_of_month(date(2026, 3, day)) == week
