"""The parts of the monthly report before the record tables, each drawn from the current height downwards."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from ..domain.kind import Kind
from ..domain.kinds import kind_named
from ..domain.organ import Level
from ..domain.payload import Issue
from ..domain.summary import MonthSummary
from .chart import month_chart, ranking
from .faces import Style
from .lines import Breaker
from .sheet import Sheets
from .table import Column, Table
from .wording import UNKNOWN, hours, level_label, level_row, notes, opening, summary_row

TITLE: Final = "基层减负监测月报"
TOP: Final = 10  # bodies listed per kind
_BODY: Final = 14.0
_LEADING: Final = 24.0
_SUMMARY_COLUMNS: Final = (
    ("类别", 84, 0.0), ("本月", 28, 1.0), ("本月次数", 46, 1.0), ("上月", 28, 1.0), ("环比", 46, 1.0),
    ("上年同月", 41, 1.0), ("同比", 46, 1.0), ("本年累计", 41, 1.0), ("上年同期", 41, 1.0), ("累计同比", 46, 1.0),
)


def heading(sheets: Sheets, summary: MonthSummary, issue: Issue, made_at: datetime, *, draft: bool) -> None:
    """Title, point, month, issue number, revision."""
    month = summary.month
    sheets.bookmark(f"{TITLE}（{month.label}）")
    middle = (sheets.x + sheets.right) / 2
    sheets.text(middle, sheets.y - 22, TITLE, Style.BOLD, 22, align=0.5)
    revision = f"（第{issue.revision}版，更正）" if issue.revision > 1 else ""
    number = f"{month.year}年第{month.number}期{revision}" + ("　草稿" if draft else "")
    sheets.text(middle, sheets.y - 46, number, Style.SERIF, 14, align=0.5)
    sheets.y -= 64
    point = Breaker(sheets.faces, Style.SERIF, 12).lines(f"{summary.point.name}（{summary.point.code}）", sheets.width - 96)
    sheets.text(sheets.right, sheets.y - 12, month.label, Style.SERIF, 12, align=1)
    for line in point:
        sheets.text(sheets.x, sheets.y - 12, line, Style.SERIF, 12)
        sheets.y -= 17
    sheets.line(sheets.x, sheets.y - 3, sheets.right, sheets.y - 3, weight=1.2)
    sheets.y -= 12


def overview(sheets: Sheets, summary: MonthSummary) -> None:
    """一、总体情况."""
    _section(sheets, "一、总体情况")
    _paragraph(sheets, opening(summary))
    sheets.y -= 4
    shares = sum(share for _, share, _ in _SUMMARY_COLUMNS)
    columns = [Column(label, sheets.width * share / shares, align) for label, share, align in _SUMMARY_COLUMNS]
    Table(sheets, columns, size=8.5, min_height=17).draw(
        summary_row(name, figures) for name, figures in summary.kinds.items()
    )
    sheets.y -= 8
    if not summary.is_nil:
        month_chart(sheets, summary.kinds)


def breakdown(sheets: Sheets, summary: MonthSummary) -> None:
    """二、分项情况: by level, and the bodies that sent most; a nil month has said all above."""
    if summary.is_nil:
        return
    _section(sheets, "二、分项情况")
    _paragraph(sheets, hours(summary.kinds))
    levels = [*(level.value for level in Level), UNKNOWN]
    width = (sheets.width - 96) / len(levels)
    columns = [Column("类别", 96), *(Column(level_label(level), width, 1) for level in levels)]
    sheets.y -= 2
    Table(sheets, columns, size=9, min_height=22).draw(
        level_row(name, summary.by_level[name]) for name, figures in summary.kinds.items() if figures.month
    )
    sheets.y -= 6
    for place, (name, figures) in enumerate(summary.kinds.items()):
        kind = kind_named(name)
        rows = summary.by_organ[name][:TOP]
        told = _bodies(kind, figures.month, len(summary.by_organ[name]))
        _subsection(sheets, f"（{_number(place)}）{kind.label}", told, room=50 if rows else 0)
        ranking(sheets, rows, kind.unit)
        sheets.y -= 6


def _bodies(kind: Kind, things: int, bodies: int) -> str:
    """How many stand there at the month's end, and from how many bodies."""
    if not things:
        return f"本月无{kind.label}。"
    parts = [f"月末{kind.stock.word}{things}{kind.unit}"] if kind.stock else []
    parts.append(f"共涉及{bodies}个单位" if bodies else "没有登记涉及单位")
    return "，".join([*parts, f"列前{TOP}个"] if bodies > TOP else parts)


def findings(sheets: Sheets, summary: MonthSummary) -> None:
    """三、需要关注的情况: rules that seem touched, where there are any."""
    if not summary.findings:
        return
    _section(sheets, f"{_number(1 + (not summary.is_nil))}、需要关注的情况")
    for number, finding in enumerate(summary.findings, 1):
        told = "、".join(finding.records[:20]) + (f"等{len(finding.records)}条" if len(finding.records) > 20 else "")
        _paragraph(sheets, f"{number}. {finding.fact}" + (f"（记录：{told}）" if told else ""))


def explanations(sheets: Sheets, summary: MonthSummary, issue: Issue, missing: tuple[str, ...]) -> None:
    """口径说明: how it was counted and what is not known."""
    _section(sheets, f"{_number(1 + (not summary.is_nil) + bool(summary.findings))}、口径说明")
    _numbered(sheets, notes(summary, issue, missing))


def _number(before: int) -> str:
    """The number of a section behind `before` others."""
    return "一二三四五六七八九"[before]


def _numbered(sheets: Sheets, paragraphs: Iterable[str]) -> None:
    for number, paragraph in enumerate(paragraphs, 1):
        _paragraph(sheets, f"{number}. {paragraph}", size=12, leading=20)


def _section(sheets: Sheets, title: str) -> None:
    sheets.need(80)
    sheets.bookmark(title)
    sheets.text(sheets.x, sheets.y - 22, title, Style.BOLD, 15)
    sheets.y -= 32


def _subsection(sheets: Sheets, title: str, told: str, *, room: float) -> None:
    sheets.need(24 + room)
    sheets.text(sheets.x, sheets.y - 16, title, Style.BOLD, 12)
    beside = max(70, sheets.faces.width(title, Style.BOLD, 12) + 10)
    sheets.text(sheets.x + beside, sheets.y - 16, told, Style.SERIF, 12)
    sheets.y -= 24


def _paragraph(sheets: Sheets, text: str, *, size: float = _BODY, leading: float = _LEADING) -> None:
    """Two characters of indent, then lines as wide as the type area."""
    for line in Breaker(sheets.faces, Style.SERIF, size).lines("　　" + text, sheets.width):
        sheets.need(leading)
        sheets.text(sheets.x, sheets.y - leading + (leading - size) / 2 + size * 0.12, line, Style.SERIF, size)
        sheets.y -= leading


