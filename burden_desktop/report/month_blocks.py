"""The monthly report as blocks, 一 to 六, made from figures and records alone (DOMAIN, section 7)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from ..domain.bodies.organ import Level
from ..domain.handed_in.payload import Issue
from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.months.detail import MATTER_LABELS, MatterKind
from ..domain.months.report_text import foreign_numbers
from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from .account_notes import account_notes
from .blocks import Bars, Block, Cell, Grid, Heading, Panels, Prose, numbered
from .finding_blocks import advice, finding_blocks
from .kind_prose import kind_text
from .wording import UNKNOWN, level_label, level_row, notes, opening, summary_row
from .work_blocks import hours_blocks, problem_blocks, target_blocks

TOP: Final = 10
_NAMED: Final = 6
OPENING, ADVICE = "opening", "advice"
_NUMERALS: Final = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
SERIES: Final = ("上年同月", "上月", "本月")
_SUMMARY: Final = (
    ("类别", 86, 0.0), ("本月", 32, 1.0), ("本月次数", 44, 1.0), ("上月", 32, 1.0), ("环比", 48, 1.0),
    ("上年同月", 41, 1.0), ("同比", 48, 1.0), ("本年累计", 41, 1.0), ("上年同期", 41, 1.0), ("累计同比", 48, 1.0),
)  # wide enough at 8 points for 工作群·应用（个） and +2200.0%


def month_blocks(
    summary: MonthSummary, records: Sequence[Record], issue: Issue, missing: Sequence[str] = ()
) -> tuple[Block, ...]:
    """Every part before the record tables, in order. A nil month says what there is to say, and no more."""
    parts = [_overview(summary, issue)]
    names = ["总体情况"]
    if not summary.is_nil:
        parts.append(_breakdown(summary, records))
        names.append("分项情况")
    if summary.findings or not summary.is_nil:
        parts.append(_findings(summary))
        names.append("需要关注的情况")
    if not summary.is_nil:
        parts.append(iter((_text(summary, ADVICE, advice(summary.findings)),)))
        parts.append(problem_blocks(summary, [record for record in records if record.kind == "problem"]))
        names += ["典型问题和建议", "上期问题整改跟踪"]
    parts.append(numbered((*notes(summary, issue, missing), *account_notes(summary), *edited_notes(summary, records))))
    names.append("口径说明")
    return tuple(
        block
        for place, (name, part) in enumerate(zip(names, parts, strict=True))
        for block in (Heading(f"{'一二三四五六'[place]}、{name}"), *part)
    )


def generated_texts(summary: MonthSummary, records: Sequence[Record]) -> dict[str, tuple[str, str]]:
    """Every text that people may edit: key → (what part it is, the text made from the figures)."""
    texts = {OPENING: ("总体情况", opening(summary))}
    if not summary.is_nil:
        for name in summary.kinds:
            if summary.kinds[name].month:
                texts[name] = (kind_named(name).label, kind_text(summary, name, _in_time(records, name)))
        texts[ADVICE] = ("典型问题和建议", advice(summary.findings))
    return texts


def _text(summary: MonthSummary, key: str, made: str) -> Prose:
    """The edited text where there is one, else the one made from the figures."""
    edited = summary.texts.get(key)
    return Prose(edited.text if edited else made, key=key)


def edited_notes(summary: MonthSummary, records: Sequence[Record]) -> Iterator[str]:
    """Which texts people edited, and which of them before the figures changed. The figures stay the program's."""
    if not summary.texts:
        return
    made = generated_texts(summary, records)
    edited = [part for key, (part, _) in made.items() if key in summary.texts]
    if edited:
        yield f"下列部分的文字经人工修改，表格和图中的数字仍由程序统计：{'、'.join(edited)}。"
    own = [f"{part}（{'、'.join(numbers)}）" for key, (part, text) in made.items() if key in summary.texts
           and (numbers := foreign_numbers(text, summary.texts[key].text))]  # fmt: skip
    if own:
        yield f"人工修改的文字中有程序没有统计出的数字：{'；'.join(own)}。"
    older = [part for key, (part, text) in made.items() if key in summary.texts and summary.texts[key].made != text]
    if older:
        yield f"{'、'.join(older)}的文字修改以后，台账数字又有变动，以表格和图中的数字为准。"


def _in_time(records: Sequence[Record], name: str) -> list[Record]:
    return [record for record in records if record.kind == name and not record.late]


def _overview(summary: MonthSummary, issue: Issue) -> Iterator[Block]:
    made_on = date.fromisoformat(issue.closed_at[:10])
    if made_on <= summary.month.last_day:
        told = f"本月尚未结束，以下为截至{made_on.month}月{made_on.day}日的数字，不与完整的月份比较增减。"
        yield Prose(told, small=True)
    yield _text(summary, OPENING, opening(summary))
    yield Grid(
        "总体情况",
        tuple(Cell(*column) for column in _SUMMARY),
        tuple(
            summary_row(name, figures, whole=summary.year_is_whole(name), over=summary.is_over) for name, figures in summary.kinds.items()
        ),
        size=8,
        min_height=14.5,
    )
    yield from target_blocks(summary)
    shown = [
        (_with_unit(kind_named(name)), (figures.same_month_last_year, figures.previous, figures.month))
        for name, figures in summary.kinds.items()
        if figures.month or figures.previous or figures.same_month_last_year
    ]
    if shown and not summary.is_nil:
        yield Panels("各类数量比较", SERIES, tuple(shown))


def _with_unit(kind: Kind) -> str:
    return f"{kind.label}（{kind.unit}）"


def _breakdown(summary: MonthSummary, records: Sequence[Record]) -> Iterator[Block]:
    levels = [*(level.value for level in Level), UNKNOWN]
    yield Grid(
        "按层级",
        (Cell("类别", 96), *(Cell(level_label(level), 43, 1) for level in levels)),
        tuple(level_row(name, summary.by_level[name]) for name, figures in summary.kinds.items() if figures.month),
        size=8,
        min_height=14.5,
    )
    by_kind: Mapping[str, Sequence[Record]] = {name: _in_time(records, name) for name in summary.kinds}
    place = 0
    none = []
    for name, figures in summary.kinds.items():
        kind = kind_named(name)
        if not figures.month:
            none.append(kind.label)
            continue
        yield Heading(f"（{_NUMERALS[place]}）{kind.label}", level=2)
        place += 1
        yield _text(summary, name, kind_text(summary, name, by_kind[name]))
        bodies = summary.bodies(name)
        if len(bodies) > 1:
            more = len(bodies) - TOP
            yield Bars(f"{kind.label}单位排序", bodies[:TOP], kind.unit)
            if more > 0:
                yield Prose(f"以上列数量最多的{TOP}个单位，另有{more}个单位见附表。", small=True)
    if none:
        yield Prose(f"本月无{'、'.join(none)}。")
    if summary.detail.matters:
        yield Heading(f"（{_NUMERALS[place]}）反复出现的事项", level=2)
        place += 1
        yield _matters(summary)
    if summary.detail.hours:
        yield Heading(f"（{_NUMERALS[place]}）投入工时", level=2)
        yield from hours_blocks(summary)


def _matters(summary: MonthSummary) -> Grid:
    """Papers sent again, layered meetings, visits on one matter, forms asked after one's own paper."""
    return Grid(
        "反复出现的事项",
        (Cell("情形", 64), Cell("事由", 152), Cell("单位（层级）", 92), Cell("次数", 28, 1), Cell("记录编号", 126)),
        tuple(
            (
                MATTER_LABELS[MatterKind(matter.kind)], matter.title, matter.organ, str(matter.times),
                _numbers(matter.numbers) + (f"（此前{_numbers(matter.earlier)}）" if matter.earlier else ""),
            )
            for matter in summary.detail.matters
        ),
        size=8,
        min_height=14.5,
    )


def _numbers(numbers: Sequence[str]) -> str:
    return "、".join(numbers[:_NAMED]) + (f"等{len(numbers)}条" if len(numbers) > _NAMED else "")


def _findings(summary: MonthSummary) -> Iterator[Block]:
    if not summary.findings:
        yield Prose("对照规则未发现需要提示的情况。本月无。")
        return
    yield Prose(
        f"以下由程序对照公开规定和本监测点以往数量提示，共{len(summary.findings)}条，均为疑似或提示，是否属实、是否加重负担由纪检监察机关核实认定。{'' if any(found.remark for found in summary.findings) else '监测点没有填写意见。'}",
        small=True,
    )
    yield from finding_blocks(summary.findings)
