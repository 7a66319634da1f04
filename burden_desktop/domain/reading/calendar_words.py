"""Numbers, days and hours in the words of an office, shared by whoever reads them: 十二, 下午两点半, 2月30日 is no day."""

import re
from datetime import date
from typing import Final

from ..pattern import pattern

NUMERALS: Final = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0, "O": 0, "o": 0, "两": 2, "Ｏ": 0}
QUARTERS: Final = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}
AFTER_NOON: Final = ("下午", "晚上", "晚", "傍晚")

_SPOKEN: Final = pattern(r"[一二三四五六七八九十两零〇]{1,3}(?=[点时分])")
_HALVES: Final = "上午|下午|中午|晚上|早上|凌晨|傍晚|晚|早"
_CLOCK: Final = pattern(rf"({_HALVES})?(\d{{1,2}})(?:[:时点])(?:(\d{{1,2}})分?|(半|一刻|三刻|整))?")
_SHORT: Final = pattern(r"(\d{1,2}?)(?::?(\d{2}))?([ap])m?", re.ASCII)
_DIGITS: Final = pattern(r"(\d{1,2})(\d{2})", re.ASCII)
_HOUR: Final = pattern(r"\d{1,2}", re.ASCII)
_WORKING_HOURS: Final = range(7, 24)  # a bare 2 may be night or afternoon: not guessed


def number(words: str) -> int:
    """十二 → 12, 两 → 2, 3 → 3."""
    if words.isdigit():
        return int(words)
    tens, ten, units = words.rpartition("十")
    if ten:
        return (number(tens) if tens else 1) * 10 + (number(units) if units else 0)
    return int("".join(str(NUMERALS.get(word, word)) for word in words))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none; years 1990 to 2100."""
    if not 1990 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock(half: str | None, hour: int, minute: int) -> str | None:
    """下午2:30 → 14:30. None when there is no such hour."""
    if half in AFTER_NOON and hour < 12:
        hour += 12
    if half == "中午" and hour < 3:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def clock_of(line: str) -> str | None:
    """`14:30`, `1430`, `230p`, `9am`, `下午2:30`, `下午两点半`, `9时` → HH:MM; None for anything else.

    晚上12点 may mean the end of this day or its beginning: not guessed.
    """
    text = line.replace(" ", "").lower()
    short = _SHORT.fullmatch(text)
    if short:
        hour, minute = int(short[1]), int(short[2] or 0)
        if not 1 <= hour <= 12:
            return None
        return clock(None, hour % 12 + (12 if short[3] == "p" else 0), minute)
    digits = _DIGITS.fullmatch(text)
    if digits:
        return clock(None, int(digits[1]), int(digits[2]))
    if _HOUR.fullmatch(text):
        return clock(None, int(text), 0) if int(text) in _WORKING_HOURS else None
    found = _CLOCK.fullmatch(_SPOKEN.sub(lambda spoken: str(number(spoken[0])), text))
    if not found or (found[1] in ("晚", "晚上", "凌晨") and int(found[2]) == 12):
        return None
    return clock(found[1], int(found[2]), QUARTERS.get(found[4] or "", int(found[3] or 0)))
