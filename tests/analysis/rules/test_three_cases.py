"""Every rule has its three cases: just inside its bound nothing, just outside a sentence in the report, unknown no accusation.

The modules beside this one try each rule further; here none may be forgotten.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pytest

from burden_desktop.analysis.alerts import Series
from burden_desktop.analysis.rules.evidence import Evidence
from burden_desktop.analysis.rules.judge import TESTS
from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.months.rules import Severity
from burden_desktop.domain.months.summary import KindFigures
from burden_desktop.report.blocks import words_of
from burden_desktop.report.finding_blocks import finding_blocks

from ...records import meeting, paper, visit
from .months import MARCH, bare, evidence, form, found


class Cases(NamedTuple):
    """`inside` and `unknown` say nothing; of `unknown` a reminder that something is not known may be said."""

    inside: Evidence
    outside: Evidence
    unknown: Evidence
    reminds: str = ""


def again(id: int, **written: object) -> Any:
    return paper(id, title="同一件", doc_no="青民发〔2026〕3号", **written)


def app(id: int, **written: object) -> Any:
    return bare("app_group", id, **{"type": "APP", "status": "在用", **written})


def levelled(id: int, title: str, level: Level | None) -> Any:
    return replace(meeting(id, title=title), level=level)


def figures(year_to_date: int) -> dict[str, KindFigures]:
    return {"document": KindFigures(40, 30, None, year_to_date, None, 40, 0)}


BEFORE = {"inspection": [Earlier("检2026-0800", date(2026, 2, 1), "青禾县民政局", "资金检查"), Earlier("检2026-0801", date(2026, 2, 3), "青禾县民政局", "资金检查")]}
OLD = {"inspection": [Earlier("检2026-0800", date(2026, 1, 1), "青禾县民政局", "资金检查"), Earlier("检2026-0801", date(2026, 2, 3), "青禾县民政局", "资金检查")]}
HISTORY = [8, 9] * 6
NOW = visit(1, title="资金检查", starts_on="2026-03-10")
COMMAND = {"organ": "青禾县民政局", "addressee": "各镇党委", "asks": "填表"}

CASES: dict[str, Callable[[], Cases]] = {
    "document-growth": lambda: Cases(
        evidence(paper(1), growth={"青禾县民政局": (10, 10)}), evidence(paper(1), growth={"青禾县民政局": (11, 10)}), evidence(paper(1))),
    "document-length": lambda: Cases(
        evidence(paper(1, characters=5000, scope="综合")), evidence(paper(1, characters=5001, scope="综合")), evidence(paper(1, scope="综合"))),
    "document-disguise": lambda: Cases(
        evidence(paper(1, carrier="白头")), evidence(paper(1, carrier="白头", deadline="2026-03-20")), evidence(paper(1, deadline="2026-03-20"))),
    "document-command": lambda: Cases(
        evidence(paper(1, **{**COMMAND, "addressee": "各镇民政办"})), evidence(paper(1, **COMMAND)), evidence(paper(1, **{**COMMAND, "organ": "某单位"}))),
    "document-report-back": lambda: Cases(evidence(paper(1, asks="填表")), evidence(paper(1, asks="报送贯彻情况")), evidence(paper(1))),
    "hurried-request": lambda: Cases(
        evidence(paper(1, deadline="2026-03-10")), evidence(paper(1, deadline="2026-03-09")), evidence(paper(1), form(2))),
    "document-repeated": lambda: Cases(
        evidence(again(1), again(2)), evidence(again(1), again(2), again(3)), evidence(*map(paper, range(1, 4)))),
    "duplicate-share": lambda: Cases(
        evidence(*map(again, range(90, 93)), *map(paper, range(1, 8))), evidence(*map(again, range(90, 94)), *map(paper, range(1, 7))), evidence(*map(paper, range(1, 11)))),
    "meeting-comprehensive": lambda: Cases(
        evidence(meeting(1, nature="综合")), evidence(meeting(1, nature="综合"), meeting(2, nature="综合")), evidence(meeting(1), meeting(2))),
    "meeting-length": lambda: Cases(
        evidence(meeting(1, duration_minutes=240, nature="业务")), evidence(meeting(1, duration_minutes=241, nature="业务")), evidence(meeting(1, nature="业务"))),
    "meeting-layered": lambda: Cases(
        evidence(levelled(1, "全市安全生产工作会议", Level.CITY), levelled(2, "全市安全生产部署会", Level.CITY)),
        evidence(levelled(1, "全市安全生产工作会议", Level.CITY), levelled(2, "青禾县安全生产部署会", Level.COUNTY)),
        evidence(levelled(1, "全市安全生产工作会议", Level.CITY), levelled(2, "青禾县安全生产部署会", None))),
    "meeting-principal": lambda: Cases(
        evidence(meeting(1, convener_level="分管", attendee_level="分管")), evidence(meeting(1, convener_level="分管", attendee_level="主要")),
        evidence(meeting(1, attendee_level="主要"))),
    "inspection-plan": lambda: Cases(
        evidence(visit(1, plan_status="计划外已备案")), evidence(visit(1, plan_status="计划外未备案")), evidence(visit(1)), reminds="不清楚是否列入计划或备案"),
    "inspection-split": lambda: Cases(
        evidence(visit(1, title="资金检查", plan_status="计划内")),
        evidence(*(visit(id, title="资金检查", plan_status="计划内", starts_on=f"2026-03-{id:02}") for id in (3, 20))),
        evidence(*(visit(id, title="资金检查", starts_on=f"2026-03-{id:02}") for id in (3, 20)))),
    "inspection-exam": lambda: Cases(
        evidence(visit(1, organ="青禾县民政局、青禾县财政局", visit_type="考核")), evidence(visit(1, visit_type="考核")), evidence(visit(1, organ="某单位", visit_type="考核"))),
    "inspection-yardstick": lambda: Cases(evidence(visit(1, materials="台账")), evidence(visit(1, materials="照片")), evidence(visit(1))),
    "inspection-same-day": lambda: Cases(
        evidence(visit(1), visit(2, starts_on="2026-03-06")), evidence(visit(1), visit(2)), evidence(visit(1))),
    "inspection-frequent": lambda: Cases(evidence(NOW, recent=OLD), evidence(NOW, recent=BEFORE), evidence(NOW)),
    "inspection-consecutive": lambda: Cases(
        evidence(visit(1), visit(2, starts_on="2026-03-06")), evidence(visit(1, ends_on="2026-03-07")), evidence(visit(1))),
    "inspection-rest-day": lambda: Cases(evidence(visit(1)), evidence(visit(1, starts_on="2026-03-07")), evidence(visit(1, starts_on="2026-02-14"))),
    "inspection-escorts": lambda: Cases(
        evidence(visit(1, visitors=3, escorts=3)), evidence(visit(1, visitors=3, escorts=4)), evidence(visit(1, escorts=4), visit(2, visitors=3, starts_on="2026-03-12"))),
    "inspection-disguised": lambda: Cases(
        evidence(visit(1, visit_type="调研", materials="汇报")), evidence(visit(1, visit_type="调研", materials="台账")), evidence(visit(1, visit_type="调研"))),
    "form-frequent": lambda: Cases(
        evidence(*map(form, range(1, 5))), evidence(*map(form, range(1, 6))), evidence(*(form(id, received_on=None) for id in range(1, 6)))),
    "certificate-listed": lambda: Cases(
        evidence(bare("certificate", 1, title="居住证明")), evidence(bare("certificate", 1, title="无犯罪记录证明")), evidence(bare("certificate", 1, title="证明"))),
    "plaque-basis": lambda: Cases(
        evidence(bare("plaque", 1, status="在挂", basis="青办发〔2024〕3号")), evidence(bare("plaque", 1, status="在挂", basis="无")),
        evidence(bare("plaque", 1, status="在挂", basis=None)), reminds="没有填写挂牌依据"),
    "app-check-in": lambda: Cases(evidence(app(1, check_in="否")), evidence(app(1, check_in="打卡")), evidence(app(1, check_in=None), app(2, check_in="不清楚"))),
    "app-several": lambda: Cases(evidence(app(1)), evidence(app(1), app(2)), evidence(app(1), app(2, type=None))),
    "reduction-target": lambda: Cases(
        evidence(figures=figures(105), targets={"document": Target(600, 30, 2023)}), evidence(figures=figures(106), targets={"document": Target(600, 30, 2023)}),
        evidence(figures=figures(900), targets={"document": Target(0, 30, 2023)})),
    "unusual-count": lambda: Cases(
        evidence(series=[Series("收文", "件", MARCH, HISTORY, 16)]), evidence(series=[Series("收文", "件", MARCH, HISTORY, 18)]),
        evidence(series=[Series("收文", "件", MARCH, [8] * 6, 99)])),
    "local-jilin-length": lambda: Cases(evidence(meeting(1, duration_minutes=90)), evidence(meeting(1, duration_minutes=91)), evidence(meeting(1))),
    "local-zhangjiajie-length": lambda: Cases(evidence(meeting(1, duration_minutes=120)), evidence(meeting(1, duration_minutes=121)), evidence(meeting(1))),
    "local-jilin-free-days": lambda: Cases(
        evidence(meeting(1, held_on="2026-03-12")), evidence(meeting(1, held_on="2026-03-11")), evidence(bare("meeting", 1, held_on=None))),
    "local-zhangjiajie-free-days": lambda: Cases(
        evidence(meeting(1, held_on="2026-03-10")), evidence(meeting(1, held_on="2026-03-16")), evidence(bare("meeting", 1, held_on=None))),
}


def test_no_rule_is_without_its_cases() -> None:
    assert set(CASES) == set(TESTS)


@pytest.mark.parametrize("rule", CASES)
def test_inside_nothing_outside_a_sentence_unknown_no_accusation(rule: str) -> None:
    cases = CASES[rule]()
    assert list(found(rule, cases.inside)) == []
    findings = found(rule, cases.outside)
    assert len(findings) == 1 and findings[0].fact.endswith("。")
    assert "疑似" in findings[0].fact or "提示" in findings[0].fact
    printed = "\n".join(word for block in finding_blocks(findings) for word in words_of(block))
    assert findings[0].fact in printed and findings[0].title in printed and findings[0].words in printed
    for finding in found(rule, cases.unknown):
        assert cases.reminds and cases.reminds in finding.fact and finding.severity == Severity.REMIND
