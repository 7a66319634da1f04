"""A line typed in the order of a register → a draft: `3.5 县农业农村局 关于…的通知 云农发〔2026〕3号`.

Only what stands apart by blanks is taken; a text with a sentence in it is a notice and none of our business.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Final

from ...domain.bodies.organ import guess_level
from ...domain.reading.calendar_words import clock_of
from ...domain.reading.draft import NoticeReading
from ...domain.reading.typed import day_of
from ...domain.reading.written import clean_line
from .deadline import labelled_deadline
from .doc_number import number_at_start
from .kind import kind_of
from .row import without_due

MOST: Final = 300  # characters
_SENTENCE: Final = re.compile(r"[。；！？;!?]|：.{12,}")
_BODY: Final = re.compile(
    r".{1,28}(?:局|办|办公室|委|委员会|政府|中心|部|院|会|厅|组|站|所|司|公司|街道|镇|乡|党委|政协|人大|学校|大队|支队|联社|集团)(?:、.{2,28})*"
)
_TITLE: Final = re.compile(
    r"关于.+|.+(?:通知|通报|意见|决定|公告|通告|报告|请示|批复|函|纪要|方案|办法|要点|细则|会|会议|培训|培训班|检查|督查|考核|调研|验收)(?:[（(].{1,12}[)）])?"
    r"|(?:检查|督查|督导|调研|考核|评估|验收|巡查|抽查|暗访)[\u4e00-\u9fff]{2,30}"
)


def read_short_line(text: str, today: date) -> tuple[NoticeReading, date] | None:
    """What the line says and the day it names (today where none), None when it is no such line.

    It must hold a title and at least one of day, body and number besides.
    """
    line = clean_line(text)
    if "\n" in text.strip() or len(line) > MOST or _SENTENCE.search(line):
        return None
    line, due = without_due(line)
    parts = line.split(" ")
    day, parts = _take_day(parts, today)
    clock, parts = _take_clock(parts)
    number, parts = _take_number(parts)
    body, parts = _take_body(parts)
    title = "".join(parts) if all(not part.isascii() for part in parts) else " ".join(parts)
    if not _TITLE.fullmatch(title) or not (day or number or body):
        return None
    on = day or today
    kind = kind_of(title, "")
    level = guess_level(body.split("、")[0]) if body else None
    event = on.isoformat() + (f"T{clock}" if clock else "")
    reading = NoticeReading(
        kind=kind,
        title=title,
        doc_no=number,
        organ=body,
        level=level.value if level else None,
        deadline=labelled_deadline(due, on) if due else None,
        starts_at=event if kind in ("meeting", "inspection") else None,
        uncertain=tuple(name for name, missing in (("organ", not body), ("starts_at", not day)) if missing),
    )
    return reading, on


def _take_day(parts: Sequence[str], today: date) -> tuple[date | None, list[str]]:
    """The day stands first or last; a bare figure only first."""
    for place in (0, -1):
        day = day_of(parts[place], today) if len(parts) > 1 else None
        if day and not (place and parts[place].isdigit()):
            return day, [part for n, part in enumerate(parts) if n != place % len(parts)]
    return None, list(parts)


def _take_clock(parts: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first hour that stands alone (a bare figure is none)."""
    for place, part in enumerate(parts):
        clock = None if part.isdigit() else clock_of(unicodedata.normalize("NFKC", part))
        if clock and len(parts) > 1:
            return clock, [other for n, other in enumerate(parts) if n != place]
    return None, list(parts)


def _take_number(parts: Sequence[str]) -> tuple[str | None, list[str]]:
    for place, part in enumerate(parts):
        found = number_at_start(part)
        if found and not found[1]:
            return found[0], [other for n, other in enumerate(parts) if n != place]
    return None, list(parts)


def _take_body(parts: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first part that is named like a body, before the title."""
    for place, part in enumerate(parts[:-1]):
        if _BODY.fullmatch(part) and not part.startswith("关于"):
            return part, [other for n, other in enumerate(parts) if n != place]
    return None, list(parts)
