"""Rules on forms, certificates, plaques, groups and apps."""

from datetime import date
from typing import Any

import pytest

from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.record import Record

from .months import PACK, bare, evidence, form, found


def told(rule: str, *records: Record, **more: Any) -> list[Finding]:
    return list(found(rule, evidence(*records, **more)))


def test_five_forms_of_one_body_in_thirty_days() -> None:
    four = [form(id, received_on=f"2026-03-{id:02}") for id in (1, 2, 3, 4)]
    assert told("form-frequent", *four, form(5, organ="青禾县水利局")) == []
    (finding,) = told("form-frequent", *four, form(5, received_on="2026-03-30"))
    assert "30日内要求填报5张表（3月1日至3月30日）" in finding.fact
    assert told("form-frequent", *four, form(5, received_on="2026-03-31")) == []


def test_forms_of_the_days_before_count_but_are_not_named() -> None:
    before = {"report_request": [Earlier(f"表2026-09{day}", date(2026, 2, day), "青禾县民政局", "表") for day in (20, 21, 22, 23)]}
    (finding,) = told("form-frequent", form(1, received_on="2026-03-05"), recent=before)
    assert finding.records == ("report_request-1",)
    assert told("form-frequent", recent=before) == []


@pytest.mark.parametrize(
    ("title", "finds"), [("无犯罪记录证明", 1), ("张三亲属关系证明", 1), ("居住证明", 0), ("村集体资产证明", 0), ("健在证明", 1)]
)
def test_certificates_on_the_list_of_twenty(title: str, finds: int) -> None:
    findings = told("certificate-listed", bare("certificate", 1, title=title, requested_on="2026-03-05"))
    assert len(findings) == finds
    assert all(finding.severity == "quote" and "疑似不应由村（社区）出具" in finding.fact for finding in findings)


def test_the_list_has_twenty_entries() -> None:
    rule = PACK.rule("certificate-listed")
    assert rule and isinstance(rule.parameters["listed"], tuple) and len(set(rule.parameters["listed"])) == 20


@pytest.mark.parametrize(
    ("status", "basis", "said"),
    [
        ("在挂", "青办发〔2024〕3号", ""), ("在挂", "无", "登记为没有依据"), ("拟挂", "无", "登记为没有依据"), ("已摘", "无", ""),
        ("在挂", None, "没有填写挂牌依据"), ("已摘", None, ""), (None, None, ""),
    ],
)
def test_plaques_without_a_basis(status: str | None, basis: str | None, said: str) -> None:
    findings = told("plaque-basis", bare("plaque", 1, status=status, basis=basis))
    assert len(findings) == bool(said)
    assert all(said in finding.fact and finding.fact.startswith("提示") for finding in findings)


@pytest.mark.parametrize(
    ("status", "asked", "said"),
    [("在用", "打卡", "有打卡"), ("在用", "是", "有打卡、积分或排名"), ("在用", "否", ""), ("在用", "不清楚", ""), ("在用", None, ""), ("停用", "打卡", "")],
)
def test_check_ins_of_groups_and_apps(status: str, asked: str | None, said: str) -> None:
    findings = told("app-check-in", bare("app_group", 1, status=status, check_in=asked, type="群"))
    assert len(findings) == bool(said)
    assert all(said in finding.fact and "疑似" in finding.fact for finding in findings)


def test_more_than_one_app_of_one_body() -> None:
    one = bare("app_group", 1, type="APP", status="在用")
    others = (bare("app_group", 2, type="群", status="在用"), bare("app_group", 3, type="APP", status="停用"),
              bare("app_group", 4, type="APP", status="在用", organ="青禾县水利局"), bare("app_group", 5, status="在用"))
    assert told("app-several", one, *others) == []
    (finding,) = told("app-several", one, bare("app_group", 6, type="小程序", status="在用"), *others)
    assert "青禾县民政局有2个政务应用在用（第1项、第6项）" in finding.fact


@pytest.mark.parametrize(("basis", "said"), [("青办发〔2024〕3号", ""), ("无", "登记为没有依据"), (None, "没有填写依据")])
def test_a_plaque_that_is_to_hang_is_seen_before_it_hangs(basis: str | None, said: str) -> None:
    findings = told("plaque-basis", planned=[bare("plaque", 1, status="拟挂", basis=basis)])
    assert len(findings) == bool(said)
    assert all(said in finding.fact and "编号plaque-1" in finding.fact and not finding.records for finding in findings)
    assert found("plaque-basis", evidence(planned=[bare("plaque", 1, status="拟挂", basis="无")]), states=("在挂",)) == ()
