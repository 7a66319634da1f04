"""By when the reader must act: the first day on or after receipt that is asked of the reader. A wrong day costs more than none."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from ...domain.reading.calendar_words import number
from .clause import for_others, sentences
from .spoken_date import hours, in_digits, moments
from .time import clause_around

WorkingDay = Callable[[date, int], date]  # the day of the n-th working day after a day

_BEFORE = r"分?\s*(?:(?:上午|下午|中午|晚上)?(?:下班|放学|上班)|中午)?\s*(?:之前|以前|前(?![后期述往来]|[一两三]?[天日夕])|止|截止)"
_DUE_BEHIND: Final = re.compile(r"(?:[、和及]\s*(?:\d{1,2}月)?\d{1,2}[日号])*(?:[（(][^（）()，。]{1,12}[)）])?[（(]?[^，,。；]{0,3}?" + _BEFORE)
_AT_LATEST: Final = re.compile(r"(?:截止|最迟|截至|不晚于|不迟于|截止(?:时间|日期))(?:时间|日期)?[为是:：于]?\s*(?:请于)?$")
_MONTHLY: Final = re.compile(r"每月\s*(\d{1,2})\s*[日号]?\s*(?:[、和及]\s*\d{1,2}\s*[日号]\s*)?(?:[（(][^）)]{0,20}[)）])?\s*(?:之前|以前|前|(?=报|上报|填报|提交))")
_WEEKLY: Final = re.compile(r"每周([一二三四五六日天])\s*((?:上午|下午|中午|晚上)?\s*(?:\d{1,2}(?::\d\d|[点时]半?))?)\s*(?:下班)?(?:之前|以前|前)")
_DAILY: Final = re.compile(r"每(?:日|天|(?=晚))\s*((?:上午|下午|中午|晚上|早上|晚)?\s*\d{1,2}(?::\d\d|[点时](?:半|\d{1,2}分?)?))\s*(?:之前|以前|前)")
_SENT: Final = re.compile(r"报|送|发|填|交|传|反馈|回复|接龙")
_FROM_MONTH: Final = re.compile(r"(?:从|自)\s*(?:20\d\d\s*年\s*)?(\d{1,2})\s*月(?:份)?\s*(?:起|开始)")
_COUNT = r"[^。，,；]{0,12}?(?:之日)?起?后?\s*([\d一二两三四五六七八九十]{1,3})\s*(个工作日|日|天|周|个星期)(?:之?内|以内)"
_WITHIN: Final = (re.compile(rf"(收到|接到|接通知|接文|印发|发文|下发|发布){_COUNT}"), re.compile(rf"(){_COUNT}"))
_MONTH_END: Final = re.compile(r"(?:(\d{1,2})|(本|这个|下个?|(?<![\d一二三四五六七八九十年每个])))月(?:份)?底(?:之?前)")
_ACTION: Final = re.compile(r"报|送|发|填|交|传|完成|反馈|[函回]复|复函|回函|提交|上传|上报|回执|名单|接龙|制定|整改|拆除|签|办理|落实|清理|录入|登记|缴|组织|开展|对接|告知|申领|更新|核实|到位|整治|排查|自查|搞完|做完|给我|给镇|张贴|领取|审核|出具|参加|推荐|征集|准备|安装|备案|公示|提出|答复")
_NEXT_DAY: Final = re.compile(r"(?:次日|第二天|翌日)((?:上午|下午|早上|晚上|中午)?\s*\d{1,2}(?::\d\d|[点时]半?))\s*(?:之前|以前|前)")
_QUARTERLY: Final = re.compile(
    r"每(?:个)?季(?:度)?(?:(?P<last>末|最后(?:一|1)?个?)(?:月|个月)?(?:的|份)?|(?P<first>首月|第(?:一|1)个月|初)(?:的)?|(?P<after>(?:度)?(?:结束)?后(?:次月|的?第(?:一|1)个月)?(?:的)?|次月(?:的)?))(?:(?P<day>\d{1,2})[日号])?\s*(?:下班)?(?:之前|以前|前)"
)
_PUT_OFF_DUE: Final = re.compile(r"(?:时间|时限|期限|截止(?:日期|时间)?|节点)[^，。；]{0,14}?(?:延长|延期|顺延|推迟|延后|调整|变更|改|提前)(?:至|到|为)\s*(?:20\d\d年)?\d")
_PUT_OFF: Final = re.compile(r"(?:延长?|延期|顺延|推迟|延后|调整|变更)(?:至|到|为)")
_NOT_DUE: Final = re.compile(r"(?<!报名)(?<!报送)截至|数据(?:截止|时期)|统计(?:数据)?(?:截止|时点)|(?<!报名)(?<!征集)(?<!申报)(?<!报送)期限?(?:至|到|截至)|签到(?!表|册|簿|截图)|入场|到会|到达|报到|就[座坐]|提前|出生|取得|参保|建成|出台|基本覆盖|聘用|入职|年?满\d|已|注册(?:的|登记)|登记注册|成立|签订|立项|开工|前的")


def weekdays_after(day: date, count: int) -> date:
    """The `count`-th weekday after `day`: what is known without a calendar of holidays."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def deadline(body: str, *, received_on: date, issued_on: date | None, working_day: WorkingDay = weekdays_after) -> str | None:
    """The first day on or after receipt by which the reader must do or send something, with its hour if given."""
    due: list[str] = []
    text = in_digits(body)
    told = sentences(text)
    for at, sentence in enumerate(told):
        if _PUT_OFF_DUE.search(sentence):  # what was due before is due no longer
            due.clear()
        quarterly = _QUARTERLY.search(sentence)
        if quarterly and _ACTION.search(sentence) and not for_others(sentence):
            due.append(_first_quarterly(quarterly, received_on))
            sentence = sentence[: quarterly.start()] + sentence[quarterly.end() :]
        next_day = _NEXT_DAY.search(sentence)
        if next_day and re.search(r"每[日天晚夜]", "；".join(told[max(0, at - 1) : at + 1])) and _SENT.search(sentence[next_day.end() :]) and not for_others(sentence):
            clock = next(hours(next_day[1]), None)
            due.append((received_on + timedelta(days=1)).isoformat() + (f"T{clock.clock}" if clock else ""))
        monthly = _MONTHLY.search(sentence)
        if monthly:
            begins = text[: text.find(sentence) + len(sentence)]
            due.append(_first_monthly(int(monthly[1]), _FROM_MONTH.search(begins), received_on))
        due += _due_in(sentence, received_on, issued_on or received_on, working_day)
    ahead = [day for day in due if day[:10] >= received_on.isoformat()]
    return min(ahead, default=None)


def _due_in(sentence: str, received_on: date, issued_on: date, working_day: WorkingDay) -> list[str]:
    due: list[str] = []
    for weekly in _WEEKLY.finditer(sentence):
        ahead = ("一二三四五六日".index(weekly[1].replace("天", "日")) - received_on.weekday()) % 7
        hour = next(hours(weekly[2]), None)
        due.append((received_on + timedelta(days=ahead)).isoformat() + (f"T{hour.clock}" if hour else ""))
    due += _by_the_hour(sentence, received_on)
    within = _WITHIN[0].search(sentence) or _WITHIN[1].search(sentence)
    if within and _ACTION.search(sentence) and not for_others(sentence) and not re.search(r"(?:结束|完成|验收|整改|办结|期满|竣工|发现|发生|会|培训)[^，,。；]{0,4}后|整改通知|公示|每|当场|交办(?!函)|出具|作出决定|(?:(?<![文邮附])件|案|线索|诉求|投诉|工单|问题)[^，,。；]{0,6}[在于]?\s*[\d一二两三四五六七八九十]{1,3}(?:个工作日|日|天)", sentence[: within.end()]):
        due.append(_within(within, received_on, issued_on, working_day))
    month_end = _MONTH_END.search(sentence)
    if month_end and not for_others(sentence) and _ACTION.search(sentence) and "每" not in sentence[: month_end.start()] and not for_others(re.sub(r"^[，,]\s*", "", sentence[month_end.end() :])):
        due.append(_last_of_month(month_end, received_on))
    put_off = _PUT_OFF.search(sentence)
    for found in moments(sentence, received_on):
        if put_off and found.stop <= put_off.start():  # until when it was due before
            continue
        behind = _DUE_BEHIND.match(sentence[found.stop : found.stop + 24])
        stated = _AT_LATEST.search(sentence[max(0, found.start - 10) : found.start])
        moved = put_off is not None and put_off.end() == found.start and bool(_ACTION.search(sentence[: put_off.start()]))
        handed = re.match(r"(?:上午|下午)?(?:统一)?(?:送[到至]|交[到至给]|上交)", sentence[found.stop :]) or (re.search(r"于$", sentence[: found.start]) and re.match(r"(?:前往)?(?:交(?!流|通|接)|送(?!达)|报(?!到|道|名|告会)|提交|传至|发至)", sentence[found.stop :]))
        if not (behind or stated or moved or handed) or (behind and re.match(r"[^，,。；]{0,3}?\s*前来", sentence[found.stop :])):
            continue
        around = clause_around(sentence, found)
        begins = re.split(r"[，,]", sentence[: found.start])[-1] + "于"
        follows = re.sub(r"^[^，,。；]{0,6}前[，,]?\s*", "", sentence[found.stop :])
        if (behind and for_others(follows)) or for_others(sentence) or for_others(begins) or (re.search(r"要求各|要求我", sentence[: found.start]) and "请" not in sentence[: found.start]):
            continue
        if behind and re.match(r"[^，,。；]{0,4}前(?:予以)?(?:通报|公布|公示结果|印发|下达|反馈结果|拨付|发放)", sentence[found.stop :]):  # what the issuer will do
            continue
        if _NOT_DUE.search(around) or not (behind or moved or handed or _ACTION.search(sentence[found.stop :] + around)):
            continue
        last, clock = (found.end_day or found.day), found.end_clock or found.clock
        due.append(last.isoformat() + (f"T{clock}" if clock else ""))
    return due


def _by_the_hour(sentence: str, received_on: date) -> list[str]:
    """What is due every day at an hour, first on the day of receipt, and what is due at an hour of the one day that the sentence names."""
    daily = _DAILY.search(sentence)
    named = list(moments(sentence, received_on))
    if daily:
        hour = next(hours(daily[1]), None)
        later = for_others(sentence) or (not any(one.end_day and one.end_day >= received_on and one.start < daily.start() for one in named) and re.search(r"期间|假期|值班|节日|(?:从|自)(?!即日|今|\d)|(?<!日)起(?!止)|每日\S{0,4}会", sentence[: daily.start()]))
        spans = [one for one in named if one.end_day and one.end_day >= received_on and one.start < daily.start()]
        begun = [one for one in named if not one.end_day and one.day >= received_on and re.match(r"\s*(?:起|开始)", sentence[one.stop :]) and one.stop <= daily.start()]
        first = max(received_on, (spans or begun)[-1].day) if spans or begun else received_on
        return [f"{first.isoformat()}T{hour.clock}"] if hour and not later else []
    days = {found.day for found in named}
    if len(days) > 1 or (not named and not re.search(r"今天|今日|今晚", sentence)):
        return []
    day = days.pop() if days else received_on
    due = []
    for found in hours(sentence):
        clause = re.split(r"[，,]", sentence[found.stop :])[0]
        apart = all(found.stop <= one.start or found.start >= one.stop for one in named)
        if apart and re.match(r"\s*(?:之前|以前|前)", clause) and _SENT.search(clause) and not _NOT_DUE.search(clause) and not for_others(sentence):
            due.append(f"{day.isoformat()}T{found.clock}")
    return due


def _first_quarterly(found: "re.Match[str]", received_on: date) -> str:
    """The first day by which a quarter's figures are due: in its last month, or in the month behind it."""
    months = (3, 6, 9, 12) if found["last"] else (1, 4, 7, 10)
    for month, year in [(month, received_on.year + over) for over in (0, 1) for month in months]:
        first = date(year, month, 1)
        last = ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).day
        due = first.replace(day=min(int(found["day"] or last), last) or 1)
        if due >= received_on:
            return due.isoformat()
    return received_on.isoformat()


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


def _within(found: "re.Match[str]", received_on: date, issued_on: date, working_day: WorkingDay) -> str:
    start = issued_on if found[1] in ("印发", "发文", "下发", "发布") else received_on
    left = number(found[2])
    if found[3] == "个工作日":
        return working_day(start, left).isoformat()
    return (start + timedelta(days=left * (7 if found[3] in ("周", "个星期") else 1))).isoformat()


def _last_of_month(found: "re.Match[str]", received_on: date) -> str:
    first = received_on.replace(day=1)
    if found[1]:
        month = int(found[1])
        first = date(received_on.year + (1 if month < received_on.month - 4 else 0), max(1, min(12, month)), 1)
    elif (found[2] or "").startswith("下"):
        first = (first + timedelta(days=32)).replace(day=1)
    return ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()


def labelled_deadline(words: str, received_on: date) -> str | None:
    """The day (and hour) that an office system shows as 办理时限."""
    for found in moments(in_digits(words), received_on):
        return (found.end_day or found.day).isoformat() + (f"T{clock}" if (clock := found.end_clock or found.clock) else "")
    return None
