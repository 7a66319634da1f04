"""What clerks write in the cells of a register → canonical values: 2026.3.5, 3月5日—6日, 下午3点, 1.5h, 〃."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from ...domain.field import Field
from ...domain.reading.calendar_words import number, real_day
from ...domain.reading.written import Unreadable, read_count
from ...domain.texts import say
from ..notices.spoken_date import hours, in_digits, moments
from .sheet import Cell
from .short_float import doubtful
from .told_date import Told

DITTO: Final = frozenset({"同上", "〃", "″", '"', "”", "“", "''", "々", "同左上", "同前", "〞", "\"\"", "``", "‖", "′′", "同", "上同", "如上", "同日"})
EMPTY: Final = frozenset({"", "-", "—", "——", "--", "/", "／", "\\", "\xa0"})
_EXCEL_EPOCH: Final = date(1899, 12, 30)
_STEP = r"\s*(?:[-—–~～至到、,，和及]+)\s*"
# 1 year, 2 short year with 3 its own separator repeated, 4 month, 5 day
_SHORT_DAY = re.compile(r"(?:((?:19|20)\d\d)[./\-年]|([12]\d)(?=([./\-])\d{1,2}\3\d|年)[./\-年])?(\d{1,2})[./\-月](\d{1,2})[日号]?")
_STRETCH = re.compile(
    rf"((?:(?:(?:19|20)\d\d|\d\d)[./\-年])?\d{{1,2}}[./\-月]\d{{1,2}}[日号]?){_STEP}((?:20\d\d[./\-年])?(?:\d{{1,2}}[./\-月])?\d{{1,2}}[日号]?)(?!\d|\s*[:点时])"
)
_FRACTIONS: Final = {"半": 0.5, "两": 2, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_REMEMBERED: Final = 1 << 14  # cells of a few thousand rows: each is looked at several times
_UNSEEN: Final = re.compile(r"[\u200b\ufeff\x00-\x08]")
_BREAKS: Final = re.compile(r"(?<=[^\x00-\xff])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^\x00-\xff])")
_BLANKS: Final = re.compile(r"\s+")
_FEWEST_MINUTES: Final = 10  # a smaller number without any unit may as well be hours
_HALF_DAY: Final = 240  # minutes, as the rules count a 会期半天
_FLAG_WORDS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "channel": (
        ("机要交换", "机要"), ("邮件", "邮件|邮箱|mail"), ("工作群", "群|微信|钉钉|粤政易|浙政钉|QQ"), ("电话", "电话"), ("多渠道", "多"), ("一表通", "一表通"), ("群", "群|微信|钉钉|粤政易|浙政钉|QQ"),
        ("电子公文", "电子|OA|oa|公文系统|公文平台|网|系统|平台"), ("纸质", "纸"), ("其他", "其他|其它"),
    ),
    "visit_type": (
        ("督查", "督查|督导|督察"), ("考核", "考核|考评"), ("评估验收", "评估|验收|复核"), ("业务指导", "指导"), ("调研", "调研|走访|调查"),
        ("检查", "检查|抽查|巡查|核查|暗访|检"),
    ),
    "format": (("视频", "视频|线上|电视|网络|远程|腾讯|直播|^[是√✓]$"), ("电话", "电话"), ("现场", "现场|线下|实地|集中|当面")),
    "carrier": (("白头", "白头"), ("便函便笺", "便函|便笺"), ("红头", "红头")),
    "urgency": (("特提", "特提"), ("特急", "特急"), ("加急", "加急|紧急|急件"), ("平急", "平急"), ("平件", "平件|普通|一般|常规")),
    "plan_status": (("计划外未备案", "未备案"), ("计划外已备案", "计划外.*备案|已备案"), ("计划内", "计划内|^是$"), ("不清楚", "不清楚|不详")),
    "status": (
        ("拟挂", "拟挂|待挂|未挂"), ("已摘", "摘|拆|清理|撤"), ("在挂", "挂|保留"),
        ("停用", "停|解散|注销|下线|退出|关闭|清理|整合"), ("在用", "在用|使用|正常|启用|保留"),
        ("反弹", "反弹|回潮"), ("整改中", "整改中|正在|推进|未完成|未整改|未到位|长期坚持"),
        ("已整改", "已整改|完成|到位|销号|办结"), ("待核实", "核实|未核"),
    ),
    "type": (("小程序", "小程序"), ("公众号", "公众号|订阅号|服务号"), ("APP", "(?i)app|应用|软件|平台|系统"), ("群", "群")),
    "source": (
        ("巡视", "巡视|巡察"), ("审计", "审计"), ("察访", "察访|暗访|明察|走访"), ("群众", "群众|信访|举报|来信|来访|热线"),
        ("监测", "监测|自查"), ("上级", "上级|督查|督导|检查|省|市|县|纪委"),
    ),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day or days as written, with the clocks beside them; all but `day` may be None."""

    day: str
    clock: str | None = None
    end_day: str | None = None
    end_clock: str | None = None


def words_of(cell: Cell) -> str:
    """A cell's text on one line: line breaks inside Chinese words close up, whole floats lose their .0."""
    if isinstance(cell, str):
        return _one_line(cell)
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


@lru_cache(maxsize=_REMEMBERED)
def _one_line(text: str) -> str:
    text = _UNSEEN.sub("", text).replace("\u3000", " ").strip()
    if "\n" in text or "\r" in text:
        text = _BREAKS.sub("", text)
    return _BLANKS.sub(" ", text)


def is_empty(cell: Cell) -> bool:
    return isinstance(cell, str) and _one_line(cell) in EMPTY


def stretch_of(cell: Cell, told: Told, reference: date) -> Stretch | None:
    """The day or days that a cell names, None when there is no such day. `told` completes 3月5日 and 5日."""
    if isinstance(cell, datetime):
        return Stretch(cell.date().isoformat(), f"{cell:%H:%M}" if cell.time() != time() else None) if _likely(cell) else None
    if isinstance(cell, date):
        return Stretch(cell.isoformat()) if _likely(cell) else None
    if isinstance(cell, time | timedelta | bool):
        return None
    if isinstance(cell, float) and not cell.is_integer() and cell < 1_000:
        return None if doubtful(cell) else _short(f"{cell:g}", told)
    text = in_digits(unicodedata.normalize("NFKC", words_of(cell)).replace("元月", "1月").replace("正月", "")).strip(" ;.。")
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return _serial(float(text))
    packed = _packed(text, told)
    if packed:
        return packed
    text = _spaced(re.sub(r"^(20\d\d)\s*[。、 ]\s*(\d{1,2})\s*[。、 ]\s*(\d{1,2})(?!\d)", r"\1-\2-\3", text))
    days = None if _SHORT_DAY.fullmatch(text.split(" ")[0]) else _STRETCH.match(text)
    if days:
        first = _short(days[1], told)
        last = _last(days[2], first.day) if first else None
        return Stretch(first.day, _clock_in(text[days.end() :]), last) if first and last else None
    alone = re.match(r"(?:(?:19|20)?\d\d[./\-年]\s*)?\d{1,2}\s*[./\-月]\s*\d{1,2}\s*[日号]?(?![\d./\-]*\d|[A-Za-z]+[日号])", text)
    if alone:
        return _with_hours(_short(re.sub(r"\s", "", alone[0]), told), text[alone.end() :])
    if told.month and re.match(r"\d{1,2}(?:[日号]|$)", text):
        return _day_only(text, told)
    if re.search(r"\d月|\d{4}年", text) and not re.search(r"\d+月\d+", text):
        return None
    found = next(moments(text, reference), None) if re.match(r"20\d\d", text) else None
    return Stretch(found.day.isoformat(), found.clock) if found else None


def _likely(day: date) -> bool:
    return 1990 <= day.year <= 2100


def _serial(days: float) -> Stretch | None:
    """A spreadsheet's day count (45,000 = 2023-03-15), with its hour where it has one."""
    moment = datetime.combine(_EXCEL_EPOCH, time()) + timedelta(minutes=round(days * 1440))
    if not 2000 <= moment.year <= 2050:
        return None
    return Stretch(moment.date().isoformat(), None if days.is_integer() else f"{moment:%H:%M}")


def _packed(text: str, told: Told) -> Stretch | None:
    """0305 in the year that the sheet tells, 260305 where its first two figures are that year or one beside it."""
    found = re.fullmatch(r"(\d\d)?(0[1-9]|1[0-2])([0-3]\d)", text)
    year = told.year_of(int(found[2])) if found else None
    if not found or not year or (found[1] and abs(2000 + int(found[1]) - year) > 1):
        return None
    day = real_day(2000 + int(found[1]) if found[1] else year, int(found[2]), int(found[3]))
    return Stretch(day.isoformat()) if day else None


def _spaced(text: str) -> str:
    """20260305, 202603051430 and 2026-03-05T09:00 with their parts set apart; weekdays left out."""
    run = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?|(\s.*)?)", text)
    if run:
        text = f"{run[1]}-{run[2]}-{run[3]}" + (f" {run[4]}:{run[5]}" if run[4] else run[6] or "")
    text = re.sub(r"(\d)T(\d)", r"\1 \2", text)
    return re.sub(r"\s*\((?:星期|周)[一二三四五六日天]\)|\s*(?:星期|周)[一二三四五六日天]", "", text)


def _with_hours(first: Stretch | None, rest: str) -> Stretch | None:
    if not first:
        return None
    found = next(hours(rest), None)
    if not found or re.fullmatch(r"\s*00?:00(?::00)?(?:\.0+)?", rest):  # an export's empty hour
        return first
    return Stretch(first.day, found.clock, None, found.end_clock)


def _day_only(text: str, told: Told) -> Stretch | None:
    """5日, 8-9日, or a bare 5 in a column of days, in the month that the sheet tells."""
    found = re.fullmatch(rf"(\d{{1,2}})(?:[日号]?{_STEP}(\d{{1,2}}))?[日号]?(.*)", text)
    if not found or not told.month or (not re.search(r"[日号]", text) and found[3].strip()):
        return None
    year = told.year_of(told.month)
    first, last = (real_day(year, told.month, int(part)) if part and year else None for part in (found[1], found[2]))
    if not first or (found[2] and not last):
        return None
    return _with_hours(Stretch(first.isoformat(), None, last.isoformat() if last else None), "" if last else found[3])


def _short(text: str, told: Told) -> Stretch | None:
    found = _SHORT_DAY.fullmatch(text)
    if not found:
        return None
    month, day = int(found[4]), int(found[5])
    named = int(found[1]) if found[1] else 2000 + int(found[2]) if found[2] else told.year_of(month)
    real = real_day(named, month, day) if named else None
    return Stretch(real.isoformat()) if real else None


def _last(text: str, first: str) -> str | None:
    begins = date.fromisoformat(first)
    only = re.fullmatch(r"(\d{1,2})[日号]?", text)
    if only:
        day = real_day(begins.year, begins.month, int(only[1]))
    else:
        found = _SHORT_DAY.fullmatch(text)
        day = real_day(int(found[1]) if found[1] else begins.year, int(found[4]), int(found[5])) if found else None
        if day and found and not found[1] and day < begins and begins.month >= 11 and day.month <= 2:
            day = real_day(begins.year + 1, day.month, day.day)
    return day.isoformat() if day else None


def _clock_in(text: str) -> str | None:
    found = next(hours(text), None)
    return found.clock if found else None


def clocks_of(cell: Cell) -> tuple[str | None, str | None]:
    """(start, end) of a cell of clock times; (None, None) when it names no hour. Raises Unreadable for 25:70."""
    if isinstance(cell, datetime | time):
        return f"{cell:%H:%M}", None
    if isinstance(cell, float) and 0 < cell < 1:
        minutes = round(cell * 1440)
        return f"{minutes // 60:02d}:{minutes % 60:02d}", None
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}", None
    text = in_digits(unicodedata.normalize("NFKC", words_of(cell)))
    found = next(hours(text), None)
    if found:
        return found.clock, found.end_clock
    if re.search(r"\d+\s*[:点时]", text):
        raise Unreadable(say("“{text}”不是时间。请写成 14:30 的样子。", text=text))
    return None, None


def minutes_of(cell: Cell, heading: str) -> int | None:
    """A length in minutes from 2小时, 1小时30分, 90分钟, 1.5h, 半天, 1天, or a bare number in the heading's unit."""
    if isinstance(cell, timedelta):
        return round(cell.total_seconds() / 60)
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    text = re.sub(r"[约大概左右共计\s]|会期", "", unicodedata.normalize("NFKC", words_of(cell))).lower()
    text = re.sub(r"^(?:一?整|全)(?=[天日])", "一", re.sub(r"^(?:一个)?[上下]午(?:半天)?$", "半天", text))
    text = re.sub(r"[一二三四五六七八九十]{2,3}(?=分)|[一二三四五六七八九十](?=个?小时|分)", lambda m: str(number(m[0])), text)
    text = re.sub(r"^([\d一两二三四五六七])天半$", lambda m: f"{number(m[1]) + 0.5}天", text)
    text = re.sub(r"([\d一两二三四五])个半(小时|h|钟头|天)", lambda m: f"{number(m[1]) + 0.5}{m[2]}", text).replace("小时半", "小时30分")
    for word, worth in _FRACTIONS.items():
        text = re.sub(rf"{word}(?=个?半?(?:小时|天|日|个小时))", f"{worth:g}", text)
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        if re.search(r"小时|\(h\)|时\)", heading.lower()):
            return round(float(text) * 60)
        named = re.search(r"分钟|\(分|min", heading.lower())
        return round(float(text)) if named or float(text) >= _FEWEST_MINUTES else None
    clocked = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if clocked:
        return int(clocked[1]) * 60 + int(clocked[2])
    found = re.fullmatch(r"(?:(\d+(?:\.\d+)?)个?[天日])?(?:(\d+(?:\.\d+)?)(?:个?小时|个?钟头?|h(?:ours?|rs?)?|时))?(?:(\d+(?:\.\d+)?)(?:分钟?|m(?:in(?:utes?|s)?)?|'))?", text)
    if not found or not any(found.groups()):
        return None
    day, hour, minute = (float(part) if part else 0.0 for part in found.groups())
    return round(day * _HALF_DAY * 2 + hour * 60 + minute)


def count_of(cell: Cell, field: Field) -> int | None:
    """The whole number of 3, 3.0, 5人, 2份, 约10页, 两人, 甲、乙等5人; None when it is not one number."""
    text = unicodedata.normalize("NFKC", words_of(cell)).replace("两", "二")
    text = re.sub(r"^[一二三四五六七八九十]{1,3}(?=[份页人名张次个位块项]|$)", lambda m: str(number(m[0])), text)
    found = re.fullmatch(r"[^\d]{0,2}(\d+)(?:\.0+)?\s*[份页人名张次个位块项件]?(?:次)?(?:\([^\d]*\))?", text) or re.fullmatch(r".*等\s*(\d+)\s*[人名位](?:同志)?", text)
    try:
        return read_count(found[1], field) if found else None
    except Unreadable:
        return None


def choice_of(cell: Cell, field: Field) -> str | None:
    """The choice that a cell means, by its own word or a word in it; None when none fits."""
    text = words_of(cell)
    if text in field.choices:
        return text
    for choice, words in _FLAG_WORDS.get(field.name, ()):
        if choice in field.choices and re.search(words, text):
            return choice
    yes_no = {"有": "是", "√": "是", "需要": "是", "无": "否", "×": "否", "不需要": "否"}.get(text)
    return yes_no if yes_no in field.choices else None


def flags_of(cell: Cell, field: Field) -> str | None:
    ticked = [choice for choice in field.choices if choice in words_of(cell)]
    return "、".join(ticked) or None
