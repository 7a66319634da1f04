"""A closed month keeps the figures that were signed; a base that covers a part of its period is none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.report.account_notes import account_notes
from burden_desktop.store import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.rules import pack_of, set_pack
from burden_desktop.tasks.signed_figures import figures_told, kept_with_seal
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT

MARCH, APRIL = Month(2026, 3), Month(2026, 4)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        yield made


def summary(ledger: Ledger, month: Month = MARCH) -> MonthSummary:
    return sum_up(gather(ledger, month))


def seal(ledger: Ledger, month: Month, revision: int = 1) -> None:
    ledger.months.seal(
        month, revision=revision, file_name=f"{month}-{revision}.pdf", sha256="0" * 64,
        expected_head=ledger.history.head(), figures=figures_told(summary(ledger, month)),
    )  # fmt: skip


def paper(ledger: Ledger, day: str = "2026-03-05", **written: object) -> Any:
    return enter.enter(ledger, "document", {"received_on": day, "organ": "某办", "title": f"{day}的通知", **written})


def test_later_minutes_and_levels_leave_a_closed_month_alone(ledger: Ledger) -> None:
    record = paper(ledger)
    seal(ledger, MARCH)
    signed = summary(ledger)
    organ = ledger.organs.named("某办")
    assert organ and signed.by_level["document"] == {"unknown": 1}
    enter.change(ledger, "document", record.id, {"minutes": "90"})
    ledger.organs.describe(organ.id, level=Level.COUNTY)
    now = summary(ledger)
    assert (now.kinds, now.by_level, now.by_organ) == (signed.kinds, signed.by_level, signed.by_organ)
    assert ledger.check().ok
    ledger.months.reopen(MARCH, "补用时")
    reopened = summary(ledger)
    assert reopened.kinds["document"].minutes == 90 and reopened.by_level["document"] == {"county": 1}
    seal(ledger, MARCH, revision=2)
    assert summary(ledger).kinds["document"].minutes == 90


def test_plaque_told_later_does_not_move_the_stock_that_was_signed(ledger: Ledger) -> None:
    paper(ledger)
    sign = {"title": "议事厅", "organ": "青禾县民政局"}
    enter.enter(ledger, "plaque", {**sign, "put_up_on": "2026-01-05"})
    seal(ledger, MARCH)
    enter.enter(ledger, "plaque", {**sign, "put_up_on": "2020-01-05"})
    april = summary(ledger, APRIL).kinds["plaque"]
    assert (summary(ledger).kinds["plaque"].month, april.previous, april.month) == (1, 1, 2)


def test_base_that_covers_a_part_of_its_period_is_counted_and_said(ledger: Ledger) -> None:
    paper(ledger, "2025-02-05")
    paper(ledger)
    told = summary(ledger)
    figures = told.kinds["document"]
    assert (figures.previous, figures.same_month_last_year, figures.last_year_to_date) == (0, 0, 1)
    assert "台账自2025年2月起才有记录" in "".join(account_notes(told))
    paper(ledger, "2025-01-05")
    told = summary(ledger)
    assert told.kinds["document"].last_year_to_date == 2
    assert "才有记录" not in "".join(account_notes(told))


def seal_whole(ledger: Ledger, month: Month = MARCH, revision: int = 1) -> None:
    """As a closing does: with the rules and what they found."""
    material = gather(ledger, month)
    kept = kept_with_seal(sum_up(material), material.pack, material.all_records)
    ledger.months.seal(
        month, revision=revision, file_name=f"{month}-{revision}.pdf", sha256="0" * 64, expected_head=ledger.history.head(), figures=kept
    )


def set_rule(ledger: Ledger, id: str, **change: Any) -> None:
    pack = pack_of(ledger)
    set_pack(ledger, replace(pack, rules=tuple(replace(rule, **change) if rule.id == id else rule for rule in pack.rules)))


def test_rules_set_otherwise_later_leave_the_findings_that_were_signed(ledger: Ledger) -> None:
    paper(ledger, title="甲文件的通知", characters=9000)
    enter.enter(ledger, "inspection", {"starts_on": "2026-03-10", "organ": "某局", "title": "安全生产"})
    seal_whole(ledger)
    signed = summary(ledger)
    assert {finding.rule for finding in signed.findings} >= {"document-length", "inspection-plan"} and not signed.rules_moved
    set_rule(ledger, "inspection-plan", on=False)
    length = pack_of(ledger).rule("document-length")
    assert length is not None
    set_rule(ledger, "document-length", parameters={**length.parameters, "comprehensive": 99_999, "special": 99_999})
    now = summary(ledger)
    assert (now.findings, now.rules) == (signed.findings, signed.rules)
    assert len(now.rules_moved) == 2
    ledger.months.reopen(MARCH, "按新的界限")
    opened = summary(ledger)
    assert not {finding.rule for finding in opened.findings} & {"document-length", "inspection-plan"} and opened.rules_moved == ()


def test_what_is_said_to_a_finding_later_does_not_stand_in_the_month_that_was_signed(ledger: Ledger) -> None:
    paper(ledger, title="甲文件的通知", characters=9000)
    (finding,) = [one for one in summary(ledger).findings if one.rule == "document-length"]
    ledger.remarks.set(finding.identity, finding.rule, Answer.EXPLAINED, "已向来文单位反映")
    seal_whole(ledger)
    ledger.remarks.set(finding.identity, finding.rule, Answer.WRONG, "后来另说")
    (signed,) = [one for one in summary(ledger).findings if one.rule == "document-length"]
    assert signed.remark and (signed.remark.answer, signed.remark.text) == (Answer.EXPLAINED, "已向来文单位反映")


def test_a_seal_keeps_no_title_that_a_purge_would_not_find(ledger: Ledger) -> None:
    paper(ledger, title="甲文件的通知", characters=9000)
    for level in ("青禾县", "青禾市"):
        enter.enter(ledger, "meeting", {"held_on": "2026-03-09", "organ": f"{level}应急管理局", "title": f"全{level[-1]}隐蔽工程整改工作会议"})
    material = gather(ledger, MARCH)
    assert any("隐蔽工程整改" in one.fact for one in sum_up(material).findings)
    kept = kept_with_seal(sum_up(material), material.pack, material.all_records)
    assert [one["fact"] for one in kept["findings"] if one["rule"] == "document-length"] == [""]
    assert "甲文件的通知" not in str(kept) and "隐蔽工程" not in str(kept)


def test_a_finding_whose_record_was_purged_still_stands_by_its_rule(ledger: Ledger) -> None:
    record = paper(ledger, title="甲文件的通知", characters=9000)
    seal_whole(ledger)
    ledger.purge(record.number, "误录")
    (signed,) = [one for one in summary(ledger).findings if one.rule == "document-length"]
    assert signed.records == (record.number,) and "原文见已签署的月报" in signed.fact
