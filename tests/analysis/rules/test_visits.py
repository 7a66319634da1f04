"""Rules on visits: just inside, just outside, unknown, and the sentence."""

from datetime import date
from typing import Any

import pytest

from burden_desktop.analysis.rules.judge import findings_of
from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.months.rules import Answer, Remark
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.record import Record

from ...records import visit
from .months import evidence, found, only


def told(rule: str, *records: Record, **more: Any) -> list[Finding]:
    return list(found(rule, evidence(*records, **more)))


@pytest.mark.parametrize(
    ("state", "severity", "said"),
    [
        ("计划内", None, ""), ("计划外已备案", None, ""), ("计划外未备案", "quote", "疑似未列入计划"),
        ("不清楚", "remind", "提示：本月有1次迎检不清楚"), (None, "remind", "提示"),
    ],
)
def test_plan_quotes_what_is_known_and_only_reminds_of_the_rest(state: str | None, severity: str | None, said: str) -> None:
    findings = told("inspection-plan", visit(1, plan_status=state))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all(said in finding.fact for finding in findings)


def test_unknown_plans_are_told_together() -> None:
    (finding,) = told("inspection-plan", visit(1), visit(2))
    assert finding.records == ("检2026-0001", "检2026-0002")


def test_a_planned_matter_in_two_visits() -> None:
    one, two = visit(1, title="资金检查", plan_status="计划内"), visit(2, title="资金检查", plan_status="计划内", starts_on="2026-03-20")
    assert told("inspection-split", one, visit(3, title="资金检查")) == []
    (finding,) = told("inspection-split", one, two)
    assert "分2次进行" in finding.fact


@pytest.mark.parametrize(
    ("organ", "visit_type", "finds"),
    [
        ("青禾县民政局", "考核", 1), ("青禾县民政局", "检查", 0), ("青禾县人民政府", "考核", 0),
        ("青禾县民政局、青禾县财政局", "考核", 0), ("某单位", "考核", 0), ("青禾县民政局", None, 0),
    ],
)
def test_exam_by_one_department_alone(organ: str, visit_type: str | None, finds: int) -> None:
    findings = told("inspection-exam", visit(1, organ=organ, visit_type=visit_type))
    assert len(findings) == finds
    assert all("疑似部门单独考核" in finding.fact for finding in findings)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"scoring": "是"}, "打分或排名"), ({"scoring": "否"}, ""), ({"scoring": "不清楚"}, ""), ({"materials": "照片"}, "要求照片"),
        ({"materials": "汇报、台账"}, ""), ({}, ""),
    ],
)
def test_yardsticks(written: dict[str, object], said: str) -> None:
    findings = told("inspection-yardstick", visit(1, **written))
    assert len(findings) == bool(said)
    assert all(said in finding.fact and "疑似" in finding.fact for finding in findings)


def test_two_visits_on_one_day() -> None:
    assert told("inspection-same-day", visit(1), visit(2, starts_on="2026-03-06")) == []
    (finding,) = told("inspection-same-day", visit(1), visit(2))
    assert (finding.records, "3月5日同时有2次迎检" in finding.fact) == (("检2026-0001", "检2026-0002"), True)
    (finding,) = told("inspection-same-day", visit(1, ends_on="2026-03-06"), visit(2, starts_on="2026-03-06"))
    assert "3月6日" in finding.fact


def test_a_matter_three_times_in_sixty_days() -> None:
    def past(number: str, on: date) -> Earlier:
        return Earlier(number, on, "青禾县民政局", "资金检查")

    now = [visit(1, title="资金检查", starts_on="2026-03-30")]
    outside = {"inspection": [past("检2026-0800", date(2026, 1, 29)), past("检2026-0801", date(2026, 2, 3))]}
    assert told("inspection-frequent", *now, recent=outside) == []
    inside = {"inspection": [past("检2026-0800", date(2026, 1, 30)), past("检2026-0801", date(2026, 2, 3))]}
    (finding,) = told("inspection-frequent", *now, recent=inside)
    assert finding.records == ("检2026-0001",)
    assert "60日内已到访3次（此前：检2026-0800、检2026-0801）" in finding.fact


def test_three_days_in_a_row() -> None:
    days = [visit(day, starts_on=f"2026-03-{day:02}") for day in (3, 4, 6)]
    assert told("inspection-consecutive", *days) == []
    (finding,) = told("inspection-consecutive", *days, visit(5, starts_on="2026-03-05"))
    assert "3月3日至3月6日连续4天迎检" in finding.fact
    (finding,) = told("inspection-consecutive", visit(1, ends_on="2026-03-07"))
    assert "3月5日至3月7日连续3天" in finding.fact


@pytest.mark.parametrize(
    ("starts_on", "said"),
    [("2026-03-06", ""), ("2026-03-07", "休息日"), ("2026-02-14", ""), ("2026-02-17", "法定节假日")],
)
def test_rest_days_follow_the_official_calendar(starts_on: str, said: str) -> None:
    findings = told("inspection-rest-day", visit(1, starts_on=starts_on))
    assert len(findings) == bool(said)
    assert all(said in finding.fact for finding in findings)


@pytest.mark.parametrize(("visitors", "escorts", "finds"), [(3, 3, 0), (3, 4, 1), (None, 4, 0), (3, None, 0), (0, 1, 1)])
def test_escorts_outnumber_visitors(visitors: int | None, escorts: int | None, finds: int) -> None:
    findings = told("inspection-escorts", visit(1, visitors=visitors, escorts=escorts))
    assert len(findings) == finds
    assert all(finding.fact.startswith("提示") for finding in findings)


@pytest.mark.parametrize(
    ("visit_type", "written", "finds"),
    [
        ("调研", {"materials": "台账"}, 1), ("业务指导", {"scoring": "是"}, 1), ("调研", {"materials": "汇报"}, 0), ("调研", {}, 0),
        ("检查", {"materials": "台账"}, 0), ("调研", {"scoring": "不清楚"}, 0),
    ],
)
def test_a_survey_that_is_an_examination(visit_type: str, written: dict[str, object], finds: int) -> None:
    findings = told("inspection-disguised", visit(1, visit_type=visit_type, **written))
    assert len(findings) == finds
    assert all(f"疑似名为{visit_type}、实为考核" in finding.fact for finding in findings)


def test_a_remark_on_a_split_matter_stays_when_an_earlier_visit_turns_up() -> None:
    visits = [visit(id, title="资金检查", plan_status="计划内", starts_on=f"2026-03-{20 - id}") for id in (1, 2, 3)]
    (said,) = told("inspection-split", *visits[1::-1])
    remark = Remark(Answer.EXPLAINED, "分片进行", "2026-04-01T09:00:00+08:00")
    (now,) = findings_of(evidence(*visits[::-1]), only("inspection-split"), {said.identity: remark})
    assert now.remark == remark and now.records[0] == visits[2].number != said.records[0]
