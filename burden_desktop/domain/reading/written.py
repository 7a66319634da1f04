"""What a hand wrote in a field, made into the one form in which it is stored.

Values are text or whole numbers; an empty field is None. Every reader here returns the canonical value or
raises `Unreadable` with a sentence for the field. Nothing is repaired by guessing.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from ..field import MAX_COUNT, MAX_LONG_TEXT, MAX_TEXT, Field, FieldType
from ..pattern import pattern
from ..texts import Sentence, say
from .calendar_words import clock_of

Value = str | int | None

_INVISIBLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACES = pattern(r"[ \t\r\n\u3000\u00a0]+")
_DATE = pattern(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_CLOCK = pattern(r"(上午|下午|中午|晚上|晚)?(\d{1,2})(?:[:时点])(?:(\d{1,2})分?)?")
_DAY_TIME = pattern(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?")
_COUNT = pattern(r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?", re.ASCII)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_BETWEEN_FLAGS = pattern(r"[、，,；;/|\s]+")
_BETWEEN_ORGANS = pattern(r"\s*[、；;]\s*")
_EARLIEST: Final = date(1990, 1, 1)
_LATEST: Final = date(2100, 12, 31)


class Unreadable(Exception):
    """The text cannot stand in this field; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def clean_line(text: str) -> str:
    """One line: invisible, control and direction characters dropped, blanks folded, composed (NFC)."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def closed_up(line: str) -> str:
    """Letter-spaced Chinese (县 卫 健 局, 关 于 暂 停) without its blanks: every piece is one character. Other blanks stay."""
    pieces = line.split(" ")
    spaced = len(pieces) > 2 and all(len(piece) == 1 and "\u4e00" <= piece <= "\u9fff" for piece in pieces)
    return "".join(pieces) if spaced else line


def clean_lines(text: str) -> str:
    """Several lines, each kept as it is but for invisible characters."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_INVISIBLE.sub("", line).rstrip() for line in lines).strip("\n")


def half_width(text: str) -> str:
    """Full-width digits and colons as typed by an input method → half-width."""
    return unicodedata.normalize("NFKC", text)


def read_text(text: str, field: Field) -> str:
    line = clean_line(text)
    if len(line) > MAX_TEXT:
        raise Unreadable(say("最多{limit}字，现有{length}字。", limit=MAX_TEXT, length=len(line)))
    return line


def read_long_text(text: str, field: Field) -> str:
    lines = clean_lines(text)
    if len(lines) > MAX_LONG_TEXT:
        raise Unreadable(say("最多{limit}字，现有{length}字。", limit=MAX_LONG_TEXT, length=len(lines)))
    return lines


_NO_SUCH_DAY: Final = pattern(r"(\d{1,2})[.月/-](\d{1,2})日?")  # a short day that exists was completed before
_MONTHS: Final = 12


def read_date(text: str, field: Field | None = None) -> str:
    """ISO date from `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日` or `20260305`; years 1990-2100."""
    line = half_width(clean_line(text))
    found = _DATE.fullmatch(line)
    if not found and (short := _NO_SUCH_DAY.fullmatch(line)) and 1 <= int(short[1]) <= _MONTHS:
        raise Unreadable(say("{month}月没有{day}日。", month=int(short[1]), day=int(short[2])))
    if not found:
        raise Unreadable(say("“{text}”不是日期。请写成 2026-03-05 的样子，或 3.5、5、昨天。", text=line))
    year, number, day = (int(part) for part in found.groups() if part is not None)
    try:
        read = date(year, number, day)
    except ValueError:
        raise Unreadable(say("“{text}”不是有效日期，日历上没有这一天。", text=line)) from None
    if not _EARLIEST <= read <= _LATEST:
        raise Unreadable(say("“{text}”的年份不在1990至2100年之间。", text=line))
    return read.isoformat()


def read_time(text: str, field: Field | None = None) -> str:
    """`14:30`, `1430`, `230p`, `下午2点半`, or a date with a time (ISO) for an end on another day."""
    line = half_width(clean_line(text))
    with_day = _DAY_TIME.fullmatch(line)
    if with_day:
        return f"{read_date(with_day[1])}T{read_time(with_day[2])}"
    clock = clock_of(line)
    if clock:
        return clock
    raise Unreadable(say("“{text}”不是时间。请写成 14:30 的样子。", text=line))


def read_count(text: str, field: Field) -> int:
    # Not NFKC here: it would read 10² as 102.
    line = clean_line(text).translate(_FULL_WIDTH)
    found = _COUNT.fullmatch(line)
    if not found:
        raise Unreadable(say("“{text}”不是数。请填写0或正整数。", text=line))
    digits = found[1].replace(",", "").lstrip("0")
    count = int(digits or 0) if len(digits) <= len(str(MAX_COUNT)) else MAX_COUNT + 1
    if count > MAX_COUNT:
        raise Unreadable(say("{text}过大，最多{limit}。", text=_shortened(line), limit=MAX_COUNT))
    return count


def _shortened(line: str, limit: int = 40) -> str:
    return line if len(line) <= limit else f"{line[:limit]}……"


def read_choice(text: str, field: Field) -> str:
    line = clean_line(text)
    if line not in field.choices:
        known = "、".join(field.choices)
        raise Unreadable(say("“{text}”不在可选项中。可选：{known}。", text=line, known=known))
    return line


def read_flags(text: str, field: Field) -> str:
    ticked = {read_choice(part, field) for part in _BETWEEN_FLAGS.split(clean_line(text)) if part}
    return "、".join(choice for choice in field.choices if choice in ticked)


def read_organ(text: str, field: Field) -> str:
    names = [closed_up(name) for name in _BETWEEN_ORGANS.split(read_text(text, field)) if name]
    return "、".join(dict.fromkeys(names))


READERS: Final[Mapping[FieldType, Callable[[str, Field], str | int]]] = {
    FieldType.TEXT: read_text,
    FieldType.LONG_TEXT: read_long_text,
    FieldType.DATE: read_date,
    FieldType.TIME: read_time,
    FieldType.COUNT: read_count,
    FieldType.CHOICE: read_choice,
    FieldType.FLAGS: read_flags,
    FieldType.ORGAN: read_organ,
}


def read_value(written: object, field: Field) -> Value:
    """The canonical value of what was written, or None when nothing was. Raises Unreadable."""
    if written is None:
        return None
    if isinstance(written, datetime | date):
        written = written.isoformat()
    text = str(written)
    value = READERS[field.type](text, field) if clean_line(text) else None
    return None if value == "" else value  # separators alone say nothing
