"""The head of the monthly report: title, issue number, revision, point and month."""

from datetime import datetime
from typing import Final

from ..domain.handed_in.payload import Issue
from ..domain.months.summary import MonthSummary
from .faces import Style
from .lines import Breaker
from .sheet import Sheets

TITLE: Final = "基层减负监测月报"


def heading(sheets: Sheets, summary: MonthSummary, issue: Issue, made_at: datetime, *, draft: bool) -> None:
    """Title, point, month, issue number, revision."""
    month = summary.month
    sheets.bookmark(f"{TITLE}（{month.label}）")
    middle = (sheets.x + sheets.right) / 2
    sheets.text(middle, sheets.y - 20, TITLE, Style.BOLD, 20, align=0.5)
    revision = f"（第{issue.revision}版，更正）" if issue.revision > 1 else ""
    number = f"{month.year}年第{month.number}期{revision}" + ("　草稿" if draft else "")
    sheets.text(middle, sheets.y - 40, number, Style.SERIF, 12, align=0.5)
    sheets.y -= 52
    point = Breaker(sheets.faces, Style.SERIF, 11).lines(f"{summary.point.name}（{summary.point.code}）", sheets.width - 96)
    sheets.text(sheets.right, sheets.y - 12, month.label, Style.SERIF, 11, align=1)
    for line in point:
        sheets.text(sheets.x, sheets.y - 12, line, Style.SERIF, 11)
        sheets.y -= 16
    sheets.line(sheets.x, sheets.y - 3, sheets.right, sheets.y - 3, weight=1.2)
    sheets.y -= 8
