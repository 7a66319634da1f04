"""When a notice's meeting or visit is, and how long it takes. A wrong day costs more than none."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ...domain.reading.calendar_words import number
from .organ import ORGAN_END
from .spoken_date import Moment, hours, in_digits, moments

_BEFOREHAND: Final = re.compile(r"签到|报到|入场|到会|调试|点名|候会|入座|返程|离会|乘车|集合|测试|到场|进场|出发|就餐")
_TIME_LABEL: Final = re.compile(r"(?:会议|培训|活动|召开|开会|检查|督查|考核|调研|指导|评估|验收|核查|实地)?(?:时间|日期)(?:安排|及地点|、地点|和地点)?\s*[:：。]?\s*")
_MOVED: Final = re.compile(r"(?:调整|变更|改期|改|延期|推迟|延迟|提前|顺延)(?:为|至|到(?![位岗场达会])|在|于)|有误[，,]?\s*应为[“\"]?|更正为[“\"]?|新(?:的)?时间(?:为|是|[:：])?")
_LENGTH: Final = re.compile(
    r"(?:会期|会议时长|会议预计|时长|历时|用时|为期|会议(?:时间)?约|培训(?:时间|期)?(?:为|约)?|预计|会议控制在|控制在|不超过|会议|(?<!发言)(?<!汇报)(?<!交流)(?<!路程)(?<!提前)时间约?(?=(?:[\d一二两三四五半]|十)[\d一二两三四五半.个]*(?:小时|钟头|分钟))|全程|开|共计?(?=[\d一二两三四五半]+天))(?:时间)?[:：为约共计预大概]{0,4}"
    r"(?P<n>半|\d{1,3}(?:\.\d)?|[一二两三四五])个?(?P<half>半)?(?P<unit>天|日|小时|钟头|分钟)(?P<more>半(?!天|场))?(?:零?(?P<minutes>\d{1,2})分钟?)?"
)
_ABOUT: Final = re.compile(r"(?:大概|大约|约)(?P<n>半|\d{1,3}(?:\.\d)?|[一二两三四五])个?(?P<half>半)?(?P<unit>小时|钟头|分钟)(?P<more>半)?(?P<minutes>(?!))?")
_LOOK: Final = "检查|督查|督导|督察|视察|考核|调研|评估|验收|核查|核验|复核|暗访|抽查|巡查|巡察|审计|评审|考察|走访|踏勘|测评|评价|互查|复查"
_ON_SITE: Final = re.compile(r"实地|现场|进驻|上门|入户|(?:抽查|督查|检查|考核|复查|督导|验收|评估|巡查|互查)(?:阶段|[（(:：]?\s*\d{1,2}月)")
_OPENS: Final = re.compile(r"(?<=[。；;，,\n])(?:会议|培训|活动)?(?:于|时间)?(?:上午|下午|晚上|早上|当[日天](?:上午|下午)?)?\d{1,2}(?::\d\d|[点时](?:半|\d{1,2}分?)?)(?:准时|正式)?(?:开始|召开|开会)")
_PLANNED: Final = re.compile(r"原(?:定|计划|拟|通知)|原(?=\d{1,2}月)")
_CALL: Final = re.compile(r"\s*(?:来电|来函|来文|电话通知|电告|\d{1,2}[:：]\d\d来电)")  # when it was told, not when it is
_PAST_TALK: Final = re.compile(r"印发|发文|下发|通过|以来|截至|发布|施行|(?<!贯彻)实施(?!情况)|数据|统计(?:时期|期)|来文|会议精神|文件")
_SELF: Final = re.compile(r"自查|自评|自检|整改|总结|准备|动员|部署阶段|反馈|汇总|报送|公示|通报|前将|之?前(?:$|[报将完])")
# 对…整改情况进行现场督查: what is looked at, not what the reader does
_LOOKED_AT: Final = re.compile(rf"(?:对|赴|到)[^，。；]{{2,40}}(?:进行|开展)[^，。；]{{0,8}}(?:{_LOOK})")
_OTHER_TIME: Final = re.compile(r"(?:整改|自查|自评|公示|报名|报送|填报|上报|征集|反馈|统计|施工|缴费|办理|申报)$")  # 整改时间: not the visit's
_THEMSELVES: Final = re.compile(r"\s*(?:起|开始)?[，,]?\s*(?:请|由)?各(?:社区|村|乡镇|镇|街道|校|学校|单位|部门|责任|班)(?![^，。；]{0,20}(?:进行|开展)[^，。；]{0,6}(?:检查|督查|考核|评估))")
_VISIT_SAID: Final = re.compile(rf"前往|莅临|时间[为是]|实地|现场|检查组|督查组|考核组|工作组|进驻|来|开展|分组|[验收评估调研指导察查]组|(?:{_LOOK})我[县镇乡村区院校街]|到.{{0,12}}(?:{_LOOK})|进行.{{0,16}}(?:{_LOOK})|[拟定将]于.{{0,40}}(?:{_LOOK})|(?:{_LOOK}).{{0,4}}[拟定将]于|(?:赴|到|对).{{0,30}}(?:{_LOOK})|开始|起")
_HELD_SAID: Final = re.compile(r"召开|举行|举办|开会|开始|集中|收看|收听|参加|参会|会议|培训|开[\u4e00-\u9fff“”]{1,10}会")
_SIGNED: Final = re.compile(rf"(?:^|[\s，。])[\u4e00-\u9fff]{{2,16}}(?:{ORGAN_END})\s*$")  # a body and a day that end a message
_DAY_ROW: Final = re.compile(r"\s*\d{1,2}月\d{1,2}日\s*(?:[（(].{1,5}[)）])?\s*(?:上午|下午|全天|[:：])")  # a row of a timetable
_UNMOVED: Final = re.compile(r"(?:时间|日期)(?:、?地点)?(?:均|都|保持)?不变")
_BEFORE = r"\s*(?:下班|放学|中午|上班)?\s*(?:之前|以前|前(?!往)|止|截止)"


def begin_and_end(body: str, reference: date, kind: str) -> Moment | None:
    """The meeting or visit itself: not sign-in, self-check, rectification or the time it was first planned for."""
    text = in_digits(body)
    moved = _MOVED.search(text) if kind == "meeting" else None
    if moved and not _told_before(text, moved, reference) and next(moments(text[moved.end() :], reference), None):
        text = text[moved.end() :]
        new = next(moments(text[:40], reference), None)
        if new and new.start < 4:
            text = "召开" + text
    if kind == "meeting" and _UNMOVED.search(text):  # only how or with whom has changed
        text = _PLANNED.sub("", text)
    for sentence in _told(text, kind):
        found = _event(sentence, reference, kind)
        if found:
            return _by_day(_completed(found, sentence, text, reference), sentence) if kind == "meeting" else _through(_joined(found, sentence, reference), sentence, text, reference)
    return None


def _told_before(text: str, moved: "re.Match[str]", reference: date) -> bool:
    """Whether the move only explains in brackets the day and hour that stand before them: 周三8点开例会（例会改到周三）."""
    clause = re.split(r"[。；;\n]", text[: moved.start()])[-1]
    inside = max(clause.rfind("（"), clause.rfind("(")) > max(clause.rfind("）"), clause.rfind(")"))
    return inside and any(found.clock and not _PLANNED.search(clause_around(clause, found)) for found in moments(clause, reference))


def _by_day(found: Moment, sentence: str) -> Moment:
    """3:00 without 上午 or 凌晨 is three in the afternoon: nobody meets at night unless it is said."""
    if not found.clock or found.clock >= "06:00" or re.search(r"凌晨|早上|上午|清晨", sentence[found.start : found.stop + 12]):
        return found
    later = f"{int(found.clock[:2]) + 12}{found.clock[2:]}"
    end = found.end_clock if not found.end_clock or found.end_day or found.end_clock >= "07:00" else f"{int(found.end_clock[:2]) + 12}{found.end_clock[2:]}"
    return Moment(found.day, later, found.end_day, end, found.start, found.stop)


def _completed(found: Moment, sentence: str, text: str, reference: date) -> Moment:
    """The hour from a timetable below its day, and the end from a clause of its own: 17日下午5点结束."""
    if found.clock is None and found.end_clock is None:
        for line in text.split("\n"):
            label = _TIME_LABEL.search(line)
            row = next(hours(line[label.end() :]), None) if label and label.start() < 14 and "时间" in label[0] else None
            if row and row.start < 4 and next(moments(line, reference), None) is None:
                return Moment(found.day, row.clock, found.end_day, row.end_clock, found.start, found.stop)
        below = text[text.find(sentence) + len(sentence) :]
        for line in below.split("\n")[:6]:
            row = next(hours(line.lstrip(" \u3000（(一二三四五六七八九十、.")[:24]), None)
            if row and row.start < 3 and not _BEFOREHAND.search(line[:30]):
                return Moment(found.day, row.clock, found.end_day, row.end_clock, found.start, found.stop)
        opens = _OPENS.search(text)
        row = next(hours(opens[0]), None) if opens and next(moments(opens[0], reference), None) is None else None
        if row:
            return Moment(found.day, row.clock, found.end_day, row.end_clock, found.start, found.stop)
    if found.clock and found.end_clock is None:
        for later in moments(sentence, found.day):
            if later.start >= found.stop and later.clock and re.match(r"[^，,。；]{0,6}(?:结束|散会|结业|闭幕|闭班|离会)", sentence[later.stop :]):
                return Moment(found.day, found.clock, later.day if later.day != found.day else None, later.clock, found.start, found.stop)
        for ends in hours(sentence[found.stop :]):
            if re.match(r"(?:左右|前)?(?:结束|散会)", sentence[found.stop + ends.stop :]) and (ends.clock or "") > found.clock:
                return Moment(found.day, found.clock, found.end_day, ends.clock, found.start, found.stop)
    return found


def _joined(found: Moment, sentence: str, reference: date) -> Moment:
    """Days listed one after the other (7月6日、7日) as one stretch."""
    last = found
    for later in moments(sentence, reference):
        gap = sentence[last.stop : later.start]
        if later.start >= last.stop and re.fullmatch(r"(?:到|赴|在)?[^，,。；前]{0,16}[、和及与,，]\s*(?:其中)?", gap) and later.day == (last.end_day or last.day) + timedelta(days=1):
            last = later
    if last is found or found.end_day:
        return found
    return Moment(found.day, found.clock, last.day, None, found.start, last.stop)


def _through(found: Moment, sentence: str, text: str, reference: date) -> Moment:
    """A visit told day by day (10月20日抵达；10月21日座谈；10月22日返程) lasts until the last of the days."""
    last = found.day
    for part in re.split(r"[。；;\n]", text[text.find(sentence) + len(sentence) :]):
        if not part.strip():
            continue
        one = next(moments(part, reference), None)
        if one is None and re.match(r"\s*(?:上午|下午|晚上)[^。]{0,4}[:：]", part):
            continue
        if one is None or one.end_day or part[: one.start].strip(" \u3000") or one.day - last not in (timedelta(0), timedelta(days=1)):
            break
        last = one.day
    return found if found.end_day or last == found.day else Moment(found.day, found.clock, last, None, found.start, found.stop)


def _told(text: str, kind: str) -> Iterable[str]:
    """Sentences in the order in which they are likely to say when: a label first, then a verb with a day."""
    parts = [part for part in re.split(r"[。；;\n]", text) if part.strip()]
    labelled: list[str] = []
    for index, part in enumerate(parts):
        label = _TIME_LABEL.search(part)
        if label and label.start() < 14 and not _OTHER_TIME.search(part[: label.start()]):
            rest = part[label.end() :]
            labelled.append(rest if re.search(r"\d", rest) else " ".join(parts[index + 1 : index + 2]))
    if kind == "inspection":
        phases = [part for part in parts if _ON_SITE.search(part) and not re.search(r"自查|自评", part)]
        days = [part for part in parts if _DAY_ROW.match(part)]
        return [*phases, *labelled, *(part for part in parts if _VISIT_SAID.search(part)), *(days if len(days) > 1 else [])]
    verbs = [part for part in parts if _HELD_SAID.search(part)]
    return [*labelled, *verbs]


def _event(sentence: str, reference: date, kind: str) -> Moment | None:
    day: Moment | None = None
    for found in moments(sentence, reference):
        around = clause_around(sentence, found)
        after = sentence[found.stop : found.stop + 4]
        if found.stop == len(sentence.rstrip()) and _SIGNED.search(sentence[: found.start]):
            continue
        if _CALL.match(sentence[found.stop :]) or _PLANNED.search(around) or (re.match(_BEFORE, after) and not (found.end_day and after.startswith("止"))) or (_PAST_TALK.search(around) and kind == "inspection"):
            continue
        if kind == "inspection" and found.end_day is None and re.search(r"即日起?(?:至|到|—|-)$", sentence[: found.start]):  # until when, not when
            continue
        if kind == "inspection" and _THEMSELVES.match(sentence[found.stop :]):
            continue
        if kind == "inspection" and _SELF.search(around) and not _LOOKED_AT.search(around):
            continue
        if (found.end_day or found.day) < reference - timedelta(days=10 if kind == "inspection" and found.end_day else 0):
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
        around = clause_around(sentence, Moment(day.day, None, None, None, day.stop + found.start, day.stop + found.stop))
        if not _BEFOREHAND.search(around) or re.search(r"召开|举行|开始|正式", around):
            return Moment(day.day, found.clock, day.end_day, found.end_clock, day.start, day.stop)
    return None


def clause_around(sentence: str, moment: Moment) -> str:
    left = max((sentence.rfind(mark, 0, moment.start) for mark in "，,；;。\n）)"), default=-1)
    rights = [at for at in (sentence.find(mark, moment.stop) for mark in "，,；;。\n（(") if at >= 0]
    return sentence[left + 1 : min(rights, default=len(sentence))]


def duration_minutes(body: str) -> int | None:
    """The stated length of a meeting: 会期半天, 约90分钟, 时长2小时."""
    text = re.sub(r"\s", "", in_digits(body))
    found = _LENGTH.search(text) or _ABOUT.search(text)
    if not found or re.search(r"发言|汇报|交流|每[个校村]|路程|车程|提前", re.split("[。；;]", text[max(0, found.start() - 12) : found.start()])[-1]):
        return None
    if found["unit"] == "日" and not re.match("会期|为期|历时", found[0]):
        return None  # 会议20日上午召开 names a day, no length
    amount = 0.5 if found["n"] == "半" else float(found["n"]) if found["n"][0].isdigit() else float(number(found["n"]))
    amount += 0.5 if found["half"] or found["more"] else 0
    unit = {"天": 480, "日": 480, "小时": 60, "钟头": 60, "分钟": 1}[found["unit"]]
    return (round(amount * unit) + int(found["minutes"] or 0)) or None
