"""Rules on papers: just inside, just outside, unknown, and the sentence."""

from typing import Any

import pytest

from burden_desktop.domain.months.earlier import Earlier
from burden_desktop.domain.record import Record

from ...records import paper
from .months import evidence, form, found


def told(rule: str, *records: Record, **more: Any) -> list[tuple[tuple[str, ...], str, str]]:
    return [(finding.records, finding.severity, finding.fact) for finding in found(rule, evidence(*records, **more))]


@pytest.mark.parametrize(("now", "before", "finds"), [(10, 10, 0), (11, 10, 1), (9, 10, 0), (11, 0, 0)])
def test_growth_needs_more_than_last_year_and_a_base(now: int, before: int, finds: int) -> None:
    assert len(told("document-growth", paper(1), growth={"青禾县民政局": (now, before)})) == finds


def test_growth_is_silent_without_last_year_and_tells_both_counts() -> None:
    assert told("document-growth", paper(1)) == []
    ((numbers, severity, fact),) = told("document-growth", paper(1), paper(2), growth={"青禾县民政局": (12, 10)})
    assert (numbers, severity) == (("收2026-0001", "收2026-0002"), "remind")
    assert fact.startswith("提示：青禾县民政局今年1—3月来文12件，上年同期10件，增长20.0%。")


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ({"characters": 5000, "scope": "综合"}, None), ({"characters": 5001, "scope": "综合"}, "quote"),
        ({"characters": 4000, "scope": "专项"}, None), ({"characters": 4001, "scope": "专项"}, "quote"),
        ({"characters": 4500}, None), ({"characters": 5001}, "remind"),
        ({"pages": 9, "scope": "综合"}, None), ({"pages": 10, "scope": "综合"}, "remind"),
        ({"pages": 7, "scope": "专项"}, None), ({"pages": 8, "scope": "专项"}, "remind"),
        ({"pages": 30, "characters": 900}, None), ({}, None), ({"scope": "专项"}, None),
    ],
)
def test_length_by_characters_quotes_and_by_pages_reminds(written: dict[str, object], severity: str | None) -> None:
    assert [finding[1] for finding in told("document-length", paper(1, **written))] == ([severity] if severity else [])


def test_length_says_both_numbers() -> None:
    ((_, _, fact),) = told("document-length", paper(1, characters=4001, scope="专项", title="关于防汛的通知"))
    assert fact == "疑似篇幅超长：青禾县民政局《关于防汛的通知》正文4001字，超过专项文件一般4000字的篇幅，建议核实。"


@pytest.mark.parametrize(
    ("written", "finds"),
    [
        ({"carrier": "红头", "asks": "填表"}, 0), ({"carrier": "白头"}, 0), ({"carrier": "白头", "asks": "填表"}, 1),
        ({"carrier": "便函便笺", "deadline": "2026-03-20"}, 1), ({"channel": "工作群", "asks": "填表"}, 1),
        ({"channel": "工作群"}, 0), ({"channel": "邮件", "asks": "填表"}, 0),
    ],
)
def test_a_task_without_a_red_head_is_pointed_out(written: dict[str, object], finds: int) -> None:
    findings = told("document-disguise", paper(1, **written))
    assert len(findings) == finds
    assert all("疑似" in fact for _, _, fact in findings)


@pytest.mark.parametrize(
    ("organ", "addressee", "asks", "finds"),
    [
        ("青禾县民政局", "各镇党委、人民政府", "填表", 1), ("青禾县防汛抗旱指挥部", "各乡镇人民政府，各街道办事处", "填表", 1),
        ("青禾县民政局", "各镇民政办", "填表", 0), ("青禾县民政局", "各镇党委", None, 0), ("青禾县人民政府办公室", "各镇人民政府", "填表", 0),
        ("某单位", "各镇党委", "填表", 0), ("青禾县民政局", None, "填表", 0),
    ],
)
def test_command_needs_a_department_an_addressee_and_a_task(organ: str, addressee: str | None, asks: str | None, finds: int) -> None:
    assert len(told("document-command", paper(1, organ=organ, addressee=addressee, asks=asks))) == finds


def test_the_directory_knows_better_than_the_name() -> None:
    written = {"organ": "某单位", "addressee": "各镇党委", "asks": "填表"}
    assert len(told("document-command", paper(1, **written), natures={"某单位": "议事协调机构"})) == 1
    assert told("document-command", paper(1, **{**written, "organ": "青禾县民政局"}), natures={"青禾县民政局": "政府"}) == []


@pytest.mark.parametrize(("asks", "finds"), [("填表", 0), (None, 0), ("报送贯彻情况", 1), ("制定配套、填表", 1)])
def test_reports_and_rules_asked_for_are_reminded_of(asks: str | None, finds: int) -> None:
    assert len(told("document-report-back", paper(1, asks=asks))) == finds


@pytest.mark.parametrize(
    ("came", "due", "said"),
    [
        ("2026-03-05", "2026-03-10", None), ("2026-03-05", "2026-03-09", "2个工作日"), ("2026-03-05", "2026-03-05", "当天"),
        ("2026-03-06", "2026-03-09", "（周五）收到，要求3月9日（周一）"), ("2026-03-06", "2026-03-08", "（周日）"),
        ("2026-03-05", None, None), ("2026-03-05", "2026-03-04", None),
        ("2026-02-14", "2026-02-25", "2个工作日"), ("2026-02-14", "2026-02-26", None),  # the festival lies between
    ],
)
def test_haste_is_counted_in_working_days(came: str, due: str | None, said: str | None) -> None:
    for record in (paper(1, received_on=came, deadline=due), form(1, received_on=came, deadline=due)):
        facts = [fact for _, _, fact in told("hurried-request", record)]
        assert len(facts) == (said is not None)
        assert all(said in fact and fact.startswith("提示") for fact in facts if said)


def test_three_receipts_of_one_paper_are_pointed_out_with_the_earlier_ones() -> None:
    two = [paper(id, title="同一件", doc_no="青民发〔2026〕3号") for id in (1, 2)]
    assert told("document-repeated", *two) == []
    earlier = {"青民发〔2026〕3号": [Earlier("收2026-0900", two[0].month.first_day, "青禾县民政局", "同一件")]}
    ((numbers, _, fact),) = told("document-repeated", *two, receipts=earlier)
    assert numbers == ("收2026-0001", "收2026-0002")
    assert "累计收到3次（此前1次：收2026-0900）" in fact and "疑似重复发文" in fact


def test_the_matter_keeps_its_identity_next_month() -> None:
    three = [paper(id, title="同一件", doc_no="青民发〔2026〕3号") for id in (1, 2, 3)]
    later = [paper(id, title="同一件", doc_no="青民发〔2026〕3号") for id in (8, 9, 10)]
    (now,), (then,) = (found("document-repeated", evidence(*records)) for records in (three, later))
    assert now.identity == then.identity != ""
    assert now.records != then.records


@pytest.mark.parametrize(("again", "finds"), [(2, 0), (3, 1)])
def test_the_share_of_repeats_needs_more_than_a_fifth(again: int, finds: int) -> None:
    copies = [paper(90 + place, title="同一件", doc_no="青民发〔2026〕3号") for place in range(again + 1)]
    rest = [paper(place) for place in range(1, 11 - len(copies))]
    findings = told("duplicate-share", *copies, *rest)
    assert len(findings) == finds
    for numbers, severity, fact in findings:
        assert (len(numbers), severity) == (again, "statistic")
        assert "收文10件次，其中重复收到3件次，占30.0%" in fact


def test_few_receipts_have_no_share() -> None:
    assert told("duplicate-share", *[paper(id, title="同一件", doc_no="青民发〔2026〕3号") for id in range(1, 10)]) == []


def test_haste_of_a_paper_that_came_again_is_told_once() -> None:
    twice = [paper(id, title="同一件", doc_no="青民发〔2026〕3号", deadline="2026-03-05") for id in (1, 2)]
    assert [numbers for numbers, _, _ in told("hurried-request", *twice)] == [("收2026-0001",)]
    sooner = paper(3, title="同一件", doc_no="青民发〔2026〕3号", deadline="2026-03-06")
    assert len(told("hurried-request", *twice, sooner)) == 2
