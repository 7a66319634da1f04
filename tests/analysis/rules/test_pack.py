"""The pack is complete and readable, and the point's changes stay apart from it."""

import re
from dataclasses import replace

import pytest

from burden_desktop.analysis.alerts import Series
from burden_desktop.analysis.rules.evidence import Evidence
from burden_desktop.analysis.rules.judge import TESTS, findings_of
from burden_desktop.analysis.rules.pack import changed_pack, write_changes
from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.rules import Answer, Remark, Rule, RulePack
from burden_desktop.domain.months.summary import KindFigures

from ...records import paper
from .months import MARCH, PACK, evidence, found, only


def test_every_rule_has_its_test_and_every_test_its_rule() -> None:
    assert [rule.id for rule in PACK.rules] == sorted({rule.id for rule in PACK.rules}, key=list(TESTS).index)
    assert {rule.id for rule in PACK.rules} == set(TESTS)


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_rule_says_its_words_and_where_they_stand(rule: Rule) -> None:
    assert rule.title and rule.words.endswith("。") and rule.source and re.search(r"20\d\d|统计方法", rule.published)
    assert set(rule.labels) == set(rule.parameters)
    assert "违规" not in rule.words + rule.title


def test_changes_are_kept_apart_and_named() -> None:
    changed = RulePack(PACK.version, tuple(
        replace(rule, on=False) if rule.id == "document-growth"
        else replace(rule, parameters={**rule.parameters, "comprehensive": 4500}) if rule.id == "document-length" else rule
        for rule in PACK.rules
    ))
    kept = write_changes(PACK, changed)
    read = changed_pack(PACK, kept)
    assert read.changed == ("document-growth", "document-length")
    assert read.rules == changed.rules
    assert write_changes(PACK, PACK) == {} and changed_pack(PACK, {}) == PACK


def test_a_change_that_does_not_fit_the_pack_is_left_out() -> None:
    kept = {"document-length": {"parameters": {"comprehensive": "many", "unknown": 3}}, "gone": {"on": False}}
    assert changed_pack(PACK, kept) == PACK


def test_a_bound_that_was_moved_is_used() -> None:
    seen = evidence(paper(1, characters=4600, scope="综合"))
    assert found("document-length", seen) == ()
    assert len(found("document-length", seen, comprehensive=4500)) == 1


def test_a_rule_that_is_off_finds_nothing() -> None:
    seen = evidence(paper(1, characters=9000, scope="综合"))
    assert findings_of(seen, only("document-length", on=False)) == ()


def test_a_remark_comes_back_with_its_finding() -> None:
    seen = evidence(paper(1, characters=9000, scope="综合"))
    (finding,) = found("document-length", seen)
    remark = Remark(Answer.EXPLAINED, "附件较多", "2026-04-01T09:00:00+08:00")
    (again,) = findings_of(seen, only("document-length"), {finding.identity: remark})
    assert again.remark == remark
    assert (again.words, again.source) == (PACK.rules[1].words, PACK.rules[1].source)


@pytest.mark.parametrize(("year_to_date", "finds"), [(105, 0), (106, 1)])
def test_the_target_is_a_pace(year_to_date: int, finds: int) -> None:
    figures = {"document": KindFigures(40, 30, None, year_to_date, None, 40, 0)}
    findings = found("reduction-target", evidence(figures=figures, targets={"document": Target(600, 30, 2023)}))
    assert len(findings) == finds
    assert all("同期进度为105件" in finding.fact and finding.severity == "statistic" for finding in findings)


def test_no_base_no_target() -> None:
    figures = {"document": KindFigures(40, 30, None, 900, None, 40, 0)}
    assert found("reduction-target", evidence(figures=figures)) == ()
    assert found("reduction-target", evidence(figures=figures, targets={"document": Target(0, 30, 2023)})) == ()
    assert found("reduction-target", evidence(targets={"meeting": Target(10, 30, 2023)})) == ()


def test_unusual_counts_are_statistics_and_name_no_record() -> None:
    series = [Series("收文", "件", MARCH, [8, 9] * 6, 40), Series("参会", "场次", MARCH, [8, 9] * 6, 8)]
    (finding,) = found("unusual-count", evidence(series=series))
    assert (finding.severity, finding.records) == ("statistic", ())


def test_nothing_recorded_means_nothing_found() -> None:
    assert findings_of(evidence(), PACK) == ()


def test_records_with_only_their_mandatory_fields_are_accused_of_nothing() -> None:
    from ...records import meeting, visit

    bare_ones = [paper(1), meeting(1), visit(1)]
    findings = findings_of(evidence(*bare_ones), PACK)
    assert [(finding.rule, finding.severity) for finding in findings] == [("inspection-plan", "remind")]


def test_no_sentence_judges() -> None:
    from ...records import meeting, visit

    seen = evidence(
        paper(1, characters=9000, carrier="白头", asks="填表、报送贯彻情况", deadline="2026-03-06", addressee="各镇人民政府"),
        meeting(1, duration_minutes=900, convener_level="分管", attendee_level="主要"),
        visit(1, visit_type="考核", scoring="是", visitors=1, escorts=9, plan_status="计划外未备案", starts_on="2026-03-07"),
    )
    findings = findings_of(seen, PACK)
    assert len(findings) >= 10
    for finding in findings:
        assert ("疑似" in finding.fact or "提示" in finding.fact) and finding.fact.endswith("。")
        assert "违规" not in finding.fact


def test_a_remark_stays_with_a_family_that_takes_another_name() -> None:
    """A late receipt, a number found later or a join renames a family: what was said of it holds."""
    def repeated(*families: str, first: int = 1) -> Evidence:
        return evidence(*(replace(paper(id, title="同一件", doc_no=None), family=family) for id, family in enumerate(families, first)))

    remark = Remark(Answer.EXPLAINED, "各站所分别转来", "2026-04-01T09:00:00+08:00")
    for old, new in ((["同一件|某局|2026-03-02"] * 3, ["同一件|某局|2026-03-01"] * 4), (["同一件|某局|2026-03-02"] * 3, ["青民发〔2026〕3号"] * 3)):
        (said,) = found("document-repeated", repeated(*old, first=2))
        (now,) = findings_of(repeated(*new), only("document-repeated"), {said.identity: remark})
        assert now.remark == remark
    (other,) = findings_of(repeated(*["别的|某局|2026-03-02"] * 3, first=20), only("document-repeated"), {said.identity: remark})
    assert other.remark is None
