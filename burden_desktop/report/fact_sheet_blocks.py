"""提醒事实单 as blocks: drafted for the commission, which issues the letter. To whom; facts; the rule's words; by when."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ..domain.months.month import Month
from ..domain.months.summary import Finding
from ..domain.point import Point
from .blocks import Block, Cell, Grid, Heading, Prose
from .finding_blocks import remark_told

TITLE = "提醒事实单"


def fact_sheet_blocks(
    point: Point, month: Month, organ: str, findings: Sequence[Finding], records: Sequence[tuple[str, str, str]], due: date
) -> tuple[Block, ...]:
    """`findings` are those that name records of `organ`; `records` = (number, date, title) of those records."""
    return tuple(_blocks(point, month, organ, findings, records, due))


def _blocks(
    point: Point, month: Month, organ: str, findings: Sequence[Finding], records: Sequence[tuple[str, str, str]], due: date
) -> Iterator[Block]:
    yield Prose(f"致：{organ}", bold=True)
    yield Prose(
        f"{month.label}基层减负监测中，{point.name}登记的下列情况涉及你单位，共{len(findings)}条。以下为事实和有关规定，"
        "均为疑似或提示，不是认定；请核实。"
    )
    yield Heading("一、事实和有关规定")
    for place, (_, grouped) in enumerate(groupby(findings, key=lambda finding: finding.rule), 1):
        found = list(grouped)
        yield Prose(f"{place}. {found[0].title}", bold=True)
        mark = ("：“", "”") if found[0].exact else ("，要点：", "")
        yield Prose(f"有关规定：{found[0].source}{mark[0]}{found[0].words}{mark[1]}")
        for number, finding in enumerate(found, 1):
            yield Prose(f"（{number}）{finding.fact}（记录：{'、'.join(finding.records)}）{_remark(finding)}")
    yield Heading("二、所涉记录")
    yield Grid("所涉记录", (Cell("编号", 70), Cell("日期", 60), Cell("标题或事项", 300)), tuple(records), size=9, min_height=16)
    yield Heading("三、建议")
    yield Prose(
        f"请你单位对上述情况逐条核实，属实的予以改进，并于{due.year}年{due.month}月{due.day}日前将核实和改进情况反馈"
        f"{point.commission or '纪检监察机关'}。"
    )
    yield Prose(f"本单由{point.name}起草，供{point.commission or '纪检监察机关'}审核；是否发出、如何发出由其决定。", small=True)


def _remark(finding: Finding) -> str:
    told = remark_told(finding)
    return f"　监测点意见：{told}" if told else ""
