"""Days and hours as offices write them, found in running text: 3月19日（星期四）下午2:30, 本周五, 9:00—11:30.

A day without a year takes the year nearest to the reference day. What cannot be a date is not found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ...domain.reading.calendar_words import NUMERALS, clock, number, real_day

_CN = "一二三四五六七八九十"
_YEAR_WORDS = re.compile(r"[二一][〇○零OoＯ0-9一二三四五六七八九]{3}(?=年)")
_SMALL = re.compile(
    rf"(?<![{_CN}第])[{_CN}]{{1,3}}(?=月(?:份|底|[{_CN}\d上中下]))|(?<=月)[{_CN}]{{1,3}}(?=[日号])|(?<=[日号][至到—－~～-])[{_CN}]{{1,3}}(?=[日号])"
    rf"|(?<=[午上晚早晨日于至到—])[{_CN}两]{{1,3}}(?=[点时](?![间候期段限候机]))|(?<=[点时])[{_CN}]{{1,3}}(?=分)"
)
# 今日（9月3日）: the full day is meant, the near one is its echo.
_NEAR_AND_FULL = re.compile(r"(?:[今明后]天|[今明]日|[本这下]?(?:周|星期|礼拜)[一二三四五六日天])\s*[（(]\s*((?:20\d\d年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号])\s*[)）]")
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９：．", "0123456789:.")

_WEEKDAY = r"(?:\s*[（(]\s*(?:(?:本|下|这)?(?:星期|周|礼拜)[一二三四五六日天]|今天|明天|后天|今日|明日|今晚|明晚)\s*[)）]|[,，]?\s*(?:本|下|这)?(?:星期|周|礼拜)[一二三四五六日天])?"
_HALF = r"(?P<half{n}>上午|下午|中午|晚上|早上|凌晨|傍晚|[晚早])?"
_CLOCK = r"(?P<hour{n}>\d{{1,2}})\s*(?::\s*(?P<minute{n}>\d{{2}})|[点时](?!间|候|期|段|限|许)(?:(?P<spoken{n}>\d{{1,2}})分?|(?P<part{n}>半|一刻|整))?)"
_DAY = (
    r"(?:(?P<year{n}>20\d\d)\s*(?:年\s*(?P<ym{n}>\d{{1,2}})\s*月\s*(?P<yd{n}>\d{{1,2}})\s*[日号]?|[.\-/](?P<zm{n}>\d{{1,2}})[.\-/](?P<zd{n}>\d{{1,2}})(?!\d))"
    r"|(?<![\d.A-Za-z])(?P<dm{n}>1?\d)\.(?P<dd{n}>[123]?\d)(?=\s*(?:(?:上午|下午|中午|晚上|早上)\s*\d{{1,2}}\s*[:点时]|(?:下班)?(?:之前|以前|前(?![述文后款])))|[（(](?:星期|周)[一二三四五六日])"
    r"|(?P<thismonth{n}>本月|下月|次月|当月)(?P<td{n}>\d{{1,2}})[日号]|(?<!\d)(?P<month{n}>\d{{1,2}})\s*月\s*(?P<day{n}>\d{{1,2}})(?:\s*[日号]|(?!\d))"
    r"|(?<![\d第每月])(?P<only{n}>\d{{1,2}})(?:日(?![内常前]内)|号(?=\s*(?:上午|下午|中午|晚上|早上|晚|[（(]|之?前|以前|下班前|\d{{1,2}}[点时:：])))"
    r"|(?P<near{n}>今天|今日|今(?=晚)|明天|明日|明(?=[晚早])|后天|大后天)"
    r"|(?P<week{n}>本周|这周|下周|下星期|本星期|(?<![每一上双])周|(?<!每)星期)(?P<weekday{n}>[一二三四五六日天])(?![至到期年]))"
)
_JOIN = r"\s*起?[—\-–－~～至到]+\s*"


def _part(n: int) -> str:
    return (_DAY + _WEEKDAY).format(n=n)


def _hours(n: int) -> str:
    return (_HALF + r"\s*" + _CLOCK).format(n=n)


_MOMENT = re.compile(
    rf"(?:{_part(1)})[,，]?\s*(?:{_hours(1)}|(?P<loose>上午|下午|晚上|全天))?(?:{_JOIN}(?:(?:{_part(2)})\s*(?:{_hours(2)})?|{_hours(3)}))?"
)
_HOURS_ONLY = re.compile(rf"{_hours(1)}(?:{_JOIN}{_hours(2)})?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a stretch, with the place `start:stop` where it stands in the text. Clocks are `HH:MM`."""

    day: date
    clock: str | None
    end_day: date | None
    end_clock: str | None
    start: int
    stop: int

    @property
    def begins(self) -> str:
        return self.day.isoformat() + (f"T{self.clock}" if self.clock else "")

    @property
    def ends(self) -> str | None:
        if self.end_clock:
            return f"{(self.end_day or self.day).isoformat()}T{self.end_clock}"
        return self.end_day.isoformat() if self.end_day else None


def in_digits(text: str) -> str:
    """The same text with days, years and hours in half-width digits: 二○二三年十一月六日 → 2023年11月6日."""
    text = text.translate(_FULL_WIDTH)
    text = _YEAR_WORDS.sub(lambda m: "".join(c if c.isdigit() and c.isascii() else str(NUMERALS[c]) for c in m[0]), text)
    return _SMALL.sub(lambda m: str(number(m[0])), _NEAR_AND_FULL.sub(r"\1", text))


def nearest_year(month: int, day: int, reference: date) -> date | None:
    """The day in the year in which an office means it: at most a quarter back, else to come."""
    same = real_day(reference.year, month, day)
    if same and (reference - same).days > 120:
        return real_day(reference.year + 1, month, day)
    if same and (same - reference).days > 260:
        return real_day(reference.year - 1, month, day)
    return same


def moments(text: str, reference: date) -> Iterator[Moment]:
    """Every day named in `text` (already `in_digits`), in order, with its hours and its end."""
    context = reference
    for found in _MOMENT.finditer(text):
        named = found.groupdict()
        day = _day(named, 1, reference, context)
        if not day:
            continue
        evening = "晚" if (named["near1"] or "") in ("今", "明") and found[0][1:2] == "晚" else None
        first = _clock(named, 1, evening)
        end_day = _day(named, 2, day, day)
        last = _clock(named, 2, None) or _clock(named, 3, named["half1"] or evening)
        context = end_day or day
        yield Moment(day, first, end_day, last, found.start(), found.end())


def hours(text: str) -> Iterator[Moment]:
    """Every clock time or stretch of hours without a day; `day` is date.min."""
    for found in _HOURS_ONLY.finditer(text):
        named = found.groupdict()
        first = _clock(named, 1, None)
        if first:
            yield Moment(date.min, first, None, _clock(named, 2, named["half1"]), found.start(), found.end())


def _clock(named: dict[str, str | None], n: int, half: str | None) -> str | None:
    hour = named.get(f"hour{n}")
    if hour is None:
        return None
    minute = named[f"minute{n}"] or named[f"spoken{n}"] or {"半": "30", "一刻": "15"}.get(named[f"part{n}"] or "", "0")
    own = named[f"half{n}"]
    # 下午2:00-4:00 carries its half over; 上午9:00-2:00 cannot.
    return clock(own or (half if half in ("下午", "晚上", "晚", "早") else None), int(hour), int(minute))


def _day(named: dict[str, str | None], n: int, reference: date, context: date) -> date | None:
    def figure(name: str) -> int:
        return int(named[f"{name}{n}"] or 0)

    if named[f"year{n}"]:
        return real_day(figure("year"), figure("ym") or figure("zm"), figure("yd") or figure("zd"))
    if named[f"month{n}"]:
        return nearest_year(figure("month"), figure("day"), reference)
    if named[f"dm{n}"]:
        return nearest_year(figure("dm"), figure("dd"), reference) if 1 <= figure("dm") <= 12 else None
    if named[f"thismonth{n}"]:
        first = reference.replace(day=1)
        first = (first + timedelta(days=32)).replace(day=1) if named[f"thismonth{n}"] in ("下月", "次月") else first
        return real_day(first.year, first.month, figure("td"))
    if named[f"only{n}"]:
        return real_day(context.year, context.month, figure("only"))
    if named[f"near{n}"]:
        ahead = {"明天": 1, "明日": 1, "明": 1, "后天": 2, "大后天": 3}.get(named[f"near{n}"] or "", 0)
        return reference + timedelta(days=ahead)
    if named[f"week{n}"]:
        weekday = "一二三四五六日".index((named[f"weekday{n}"] or "").replace("天", "日"))
        monday = reference - timedelta(days=reference.weekday())
        day = monday + timedelta(days=weekday + (7 if (named[f"week{n}"] or "").startswith("下") else 0))
        return day if day >= reference or (len(named[f"week{n}"] or "") > 1 and not (named[f"week{n}"] or "").startswith("星")) else day + timedelta(days=7)
    return None
