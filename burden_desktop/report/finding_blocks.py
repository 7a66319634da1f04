"""三、需要关注的情况: rule by rule, its words and source once, then every fact with its records and the point's remark."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from ..domain.months.rules import ANSWER_LABELS, SEVERITY_LABELS, Severity
from ..domain.months.summary import Finding
from .blocks import Band, Banded, Block, Cell

MOST_NUMBERS: Final = 8
MOST_OTHERS: Final = 60
MOST_RULES: Final = 3
SHOWN: Final = 10
"""Facts of one rule that are written out; of the others, the record numbers stand in one paragraph."""


def finding_blocks(findings: Sequence[Finding]) -> Iterator[Block]:
    """One table, a band a rule. Findings stand in the order of their rules. Where the point has said nothing to any, its
    column is left out and the facts have the room."""
    remarked = any(finding.remark for finding in findings)
    columns = (Cell("事实", 318), Cell("记录编号", 124), *((Cell("监测点意见", 100),) if remarked else ()))
    bands = tuple(
        _band(place, list(grouped), remarked)
        for place, (_, grouped) in enumerate(groupby(findings, key=lambda finding: finding.rule), 1)
    )
    yield Banded("需要关注的情况", "规则", columns, bands)


def _band(place: int, found: Sequence[Finding], remarked: bool) -> Band:
    first = found[0]
    kinds = "、".join(dict.fromkeys(SEVERITY_LABELS[Severity(finding.severity)] for finding in found))
    note = f"依据：{first.source}：“{first.words}”" if first.exact else f"依据：{first.source}。要点：{first.words}"
    return Band(
        f"{place}. {first.title or first.rule}（{kinds}，{len(found)}条）",
        note if first.words else "",
        tuple(
            (finding.fact, _records(finding), *((remark_told(finding),) if remarked else ())) for finding in found[:SHOWN]
        ),
        _others(found[SHOWN:]) if len(found) > SHOWN else "",
    )


def _others(found: Sequence[Finding]) -> str:
    """Findings beyond those written out, by record number; the attached data hold every one of them."""
    rest = sorted(dict.fromkeys(number for finding in found for number in finding.records))
    if len(rest) <= MOST_OTHERS:
        return f"另有{len(found)}条，涉及记录：{'、'.join(rest)}。" if rest else f"另有{len(found)}条，见所附数据。"
    return f"另有{len(found)}条，涉及{len(rest)}条记录：{'、'.join(rest[:MOST_OTHERS])}等，逐条见所附数据。"


def _records(finding: Finding) -> str:
    shown = "、".join(finding.records[:MOST_NUMBERS])
    return f"{shown}等{len(finding.records)}条" if len(finding.records) > MOST_NUMBERS else shown


def remark_told(finding: Finding) -> str:
    """What the point says to it; empty where it said nothing."""
    if finding.remark is None:
        return ""
    return ANSWER_LABELS[finding.remark.answer] + (f"：{finding.remark.text}" if finding.remark.text else "")


def advice(findings: Sequence[Finding]) -> str:
    """What 四、典型问题和建议 says until somebody writes it: the rules touched most, and to look into them."""
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.severity != Severity.STATISTIC:
            counts[finding.title or finding.rule] = counts.get(finding.title or finding.rule, 0) + 1
    if not counts:
        return "本月无。"
    return (
        f"除数量统计外，本月共提示{sum(counts.values())}条，{_most(counts)}。建议由纪检监察机关会同有关单位对上述情况逐条核实；"
        "经核实确属加重基层负担的，督促有关单位整改，并在下期反馈结果。"
    )


def _most(counts: Mapping[str, int]) -> str:
    """The rules touched most; of those that were touched equally often all or none."""
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])
    if len(ordered) == 1:
        return f"均为{ordered[0][0]}"
    if len(set(counts.values())) == 1:
        return f"{'、'.join(title for title, _ in ordered)}各{ordered[0][1]}条"
    third = ordered[min(len(ordered), MOST_RULES) - 1][1]
    shown = [pair for pair in ordered if pair[1] >= third]
    if len(shown) > 2 * MOST_RULES and ordered[0][1] > third:
        shown = [pair for pair in ordered if pair[1] > third]
    return f"较多的是：{'、'.join(f'{title}{count}条' for title, count in shown)}"
