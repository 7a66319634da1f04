"""When a notice's meeting or visit is, and by when its reader must act. A wrong day costs more than none."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ..domain.calendar_words import number
from .notice_clause import for_others, sentences
from .spoken_date import Moment, hours, in_digits, moments

_BEFOREHAND: Final = re.compile(r"签到|报到|入场|到会|调试|点名|候会|入座|返程|离会|乘车|集合|测试|到场|进场|出发|就餐")
_TIME_LABEL: Final = re.compile(r"(?:会议|培训|活动|召开|开会|检查|督查|考核|调研|指导|评估|验收|核查|实地)?(?:时间|日期)(?:安排|及地点|、地点|和地点)?\s*[:：。]?\s*")
_MOVED: Final = re.compile(r"(?:调整|变更|改期|改|延期|推迟|延迟|提前|顺延)(?:为|至|到|在|于)")
_PLANNED: Final = re.compile(r"原(?:定|计划|拟|通知)")
_PAST_TALK: Final = re.compile(r"印发|发文|下发|通过|以来|截至|发布|施行|实施|数据|统计(?:时期|期)|来文|会议精神|文件")
_SELF: Final = re.compile(r"自查|自评|自检|整改|总结|准备|动员|部署阶段|反馈|汇总|报送|公示|通报|前将|之?前(?:$|[报将完])")
_BEFORE = r"\s*(?:下班|放学|中午|上班)?\s*(?:之前|以前|前|止|截止)"
_MONTHLY: Final = re.compile(r"每月\s*(\d{1,2})\s*[日号]?\s*(?:之前|以前|前)")
_WEEKLY: Final = re.compile(r"每周([一二三四五六日天])\s*(?:下班)?(?:之前|以前|前)")
_FROM_MONTH: Final = re.compile(r"(?:从|自)\s*(\d{1,2})月(?:份)?\s*(?:起|开始)")
_WITHIN: Final = re.compile(r"(收到|接到|接通知|接文|印发|发文|下发)?[^。，,；]{0,14}?(?:之日)?起?\s*([\d一二两三四五六七八九十]{1,3})\s*(个工作日|日|天)(?:之?内|以内)")
_MONTH_END: Final = re.compile(r"(?:(\d{1,2})|(本|这个|下个?))月(?:份)?底(?:之?前)")
_ACTION: Final = re.compile(r"报|送|发|填|交|完成|反馈|回复|提交|上传|上报|回执|名单|接龙|制定|整改|拆除|签|办理|落实|清理|录入|登记|缴|组织|开展|对接|告知|申领|更新|核实|到位|整治|排查|自查|搞完|做完|给我|给镇|张贴|领取|审核|出具|参加|推荐|征集|准备|安装|备案|公示")
_NOT_DUE: Final = re.compile(r"截至|数据(?:截止|时期)|统计(?:数据)?(?:截止|时点)|签到|入场|到会|到达|报到|就[座坐]|提前|出生|取得|参保|建成|出台|基本覆盖|聘用|入职")


def begin_and_end(body: str, reference: date, kind: str) -> Moment | None:
    """The meeting or visit itself: not sign-in, self-check, rectification or the time it was first planned for."""
    text = in_digits(body)
    moved = _MOVED.search(text) if kind == "meeting" else None
    if moved:
        text = text[moved.end() :]
    for sentence in _told(text, kind):
        found = _event(sentence, reference, kind)
        if found:
            return found
    return None


def _told(text: str, kind: str) -> Iterable[str]:
    """Sentences in the order in which they are likely to say when: a label first, then a verb with a day."""
    parts = [part for part in re.split(r"[。；;\n]", text) if part.strip()]
    visit = re.compile(r"实地|现场|检查组|督查组|考核组|工作组|进驻|来|到.{0,12}(?:检查|督查|调研|核查|考核)|开展|分组")
    labelled: list[str] = []
    for index, part in enumerate(parts):
        label = _TIME_LABEL.search(part)
        if label and label.start() < 14:
            rest = part[label.end() :]
            labelled.append(rest if re.search(r"\d", rest) else " ".join(parts[index + 1 : index + 2]))
    if kind == "inspection":
        phases = [part for part in parts if re.search(r"实地|现场|进驻|上门|入户", part) and not re.search(r"自查|自评", part)]
        return [*phases, *labelled, *(part for part in parts if visit.search(part))]
    verbs = [part for part in parts if re.search(r"召开|举行|举办|开会|开始|集中|收看|收听|参加|参会|会议|培训", part)]
    return [*labelled, *verbs]


def _event(sentence: str, reference: date, kind: str) -> Moment | None:
    day: Moment | None = None
    for found in moments(sentence, reference):
        around = _clause_around(sentence, found)
        after = sentence[found.stop : found.stop + 4]
        if _PLANNED.search(around) or re.match(_BEFORE, after) or (_PAST_TALK.search(around) and kind == "inspection"):
            continue
        if kind == "inspection" and _SELF.search(around):
            continue
        if found.day < reference - timedelta(days=10):
            continue
        early = bool(_BEFOREHAND.search(around)) and kind == "meeting" and not re.search(r"召开|举行|开始|正式", around)
        if early and found.clock:
            day = day or Moment(found.day, None, None, None, found.start, found.stop)
            continue
        if early:
            continue
        if found.clock is None and kind == "meeting":
            clock = _later_clock(sentence, found)
            return clock or found
        return found
    if day:
        return _later_clock(sentence, day) or None
    return None


def _later_clock(sentence: str, day: Moment) -> Moment | None:
    """The hour that stands in a clause behind its day: 7月2日，上午9:00正式开始."""
    for found in hours(sentence[day.stop : day.stop + 40]):
        around = _clause_around(sentence, Moment(day.day, None, None, None, day.stop + found.start, day.stop + found.stop))
        if not _BEFOREHAND.search(around) or re.search(r"召开|举行|开始|正式", around):
            return Moment(day.day, found.clock, day.end_day, found.end_clock, day.start, day.stop)
    return None


def _clause_around(sentence: str, moment: Moment) -> str:
    left = max((sentence.rfind(mark, 0, moment.start) for mark in "，,；;。\n"), default=-1)
    rights = [at for at in (sentence.find(mark, moment.stop) for mark in "，,；;。\n") if at >= 0]
    return sentence[left + 1 : min(rights, default=len(sentence))]


def duration_minutes(body: str) -> int | None:
    """The stated length of a meeting: 会期半天, 约90分钟, 时长2小时."""
    text = re.sub(r"\s", "", in_digits(body))
    found = re.search(
        r"(?:会期|会议时长|会议预计|时长|历时|会议(?:时间)?约|培训(?:时间|期)?(?:为|约)?|预计|会议控制在|控制在|会议)(?:时间)?[:：为约共预计]{0,4}"
        r"(半|[\d.]+|[一二两三四五])个?(半)?(天|日|小时|钟头|分钟)(半)?", text)
    if not found:
        return None
    amount = 0.5 if found[1] == "半" else float(found[1]) if found[1][0].isdigit() else float(number(found[1]))
    amount += 0.5 if found[2] or found[4] else 0
    unit = {"天": 480, "日": 480, "小时": 60, "钟头": 60, "分钟": 1}[found[3]]
    return round(amount * unit)


def deadline(body: str, *, received_on: date, issued_on: date | None) -> str | None:
    """The first day on or after receipt by which the reader must do or send something, with its hour if given."""
    due: list[str] = []
    text = in_digits(body)
    for sentence in sentences(text):
        due += _due_in(sentence, received_on, issued_on or received_on)
    ahead = [day for day in due if day[:10] >= received_on.isoformat()]
    return min(ahead, default=None)


def _due_in(sentence: str, received_on: date, issued_on: date) -> list[str]:
    due: list[str] = []
    monthly, weekly = _MONTHLY.search(sentence), _WEEKLY.search(sentence)
    if monthly:
        due.append(_first_monthly(int(monthly[1]), _FROM_MONTH.search(sentence), received_on))
    if weekly:
        ahead = ("一二三四五六日".index(weekly[1].replace("天", "日")) - received_on.weekday()) % 7
        due.append((received_on + timedelta(days=ahead)).isoformat())
    within = _WITHIN.search(sentence)
    if within and _ACTION.search(sentence) and not for_others(sentence) and not re.search(r"会议结束|检查结束|整改通知|公示|每", sentence[: within.end()]):
        due.append(_within(within, received_on, issued_on))
    month_end = _MONTH_END.search(sentence)
    if month_end and not for_others(sentence) and _ACTION.search(sentence) and "每" not in sentence[: month_end.start()]:
        due.append(_last_of_month(month_end, received_on))
    for found in moments(sentence, received_on):
        behind = re.match(r"[（(]?[^，,。；]{0,3}?" + _BEFORE, sentence[found.stop : found.stop + 12])
        stated = re.search(r"(?:截止|最迟|截至|不晚于|不迟于|截止(?:时间|日期))(?:时间|日期)?[为是:：于]?\s*(?:请于)?$", sentence[max(0, found.start - 10) : found.start])
        if not (behind or stated) or (behind and re.match(r"[^，,。；]{0,3}?\s*前来", sentence[found.stop :])):
            continue
        around = _clause_around(sentence, found)
        begins = re.split(r"[，,]", sentence[: found.start])[-1] + "于"
        if for_others(sentence) or for_others(begins) or (re.search(r"要求各|要求我", sentence[: found.start]) and "请" not in sentence[: found.start]):
            continue
        if _NOT_DUE.search(around) or not _ACTION.search(sentence[found.stop :] + around):
            continue
        last, clock = (found.end_day or found.day), found.end_clock or found.clock
        due.append(last.isoformat() + (f"T{clock}" if clock else ""))
    return due


def _first_monthly(day: int, starts: "re.Match[str] | None", received_on: date) -> str:
    first = received_on.replace(day=1)
    if starts:
        month = int(starts[1])
        first = date(received_on.year + (1 if month < received_on.month - 6 else 0), month, 1) if 1 <= month <= 12 else first
        first = max(first, received_on.replace(day=1))
    for _ in range(3):
        last = ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).day
        due = first.replace(day=min(day, last))
        if due >= received_on:
            return due.isoformat()
        first = (first + timedelta(days=32)).replace(day=1)
    return received_on.isoformat()


def _within(found: "re.Match[str]", received_on: date, issued_on: date) -> str:
    start = issued_on if found[1] in ("印发", "发文", "下发") else received_on
    left = number(found[2])
    if found[3] != "个工作日":
        return (start + timedelta(days=left)).isoformat()
    day = start
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day.isoformat()


def _last_of_month(found: "re.Match[str]", received_on: date) -> str:
    first = received_on.replace(day=1)
    if found[1]:
        month = int(found[1])
        first = date(received_on.year + (1 if month < received_on.month - 4 else 0), max(1, min(12, month)), 1)
    elif found[2].startswith("下"):
        first = (first + timedelta(days=32)).replace(day=1)
    return ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()
