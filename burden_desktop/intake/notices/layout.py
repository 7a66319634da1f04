"""The parts of a notice by where they stand: head, number, title, addressee, body, signature, date.

Works on `plain` text: blank lines, web page remarks, letter-spaced titles, page marks, an office system's labels and a mere title with
its number are allowed for.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ...domain.reading.calendar_words import real_day
from .citation import GENRE, number_in, title_alone
from .doc_number import normalise
from .form import form_of
from .mail import Mail, mail_head
from .organ import ORGAN_END, at_end, issuer_of, lead_organs, letterhead, organ_line, run_together
from .row import Row, row_of
from .spoken_date import in_digits, nearest_year

TITLE_END: Final = re.compile(rf"(?:{GENRE})(?:[（(《〈][^（()）]{{1,12}}[)）])?[》】]?$")
_TITLE_START: Final = re.compile(r"^(?:【)?(?:[\u4e00-\u9fff、（）()·]{2,60}?)?(?:关于|转发|印发|批转|召开|举办|开展)")
_BARE_HEAD: Final = re.compile(r"(?:【?(?:便函|便笺|通知|函|通报|公告|通告|紧急通知|白头件|电话通知|内部通知|文件|明传电报|会议通知|会议通知单|通知单|督查通知单|督办通知单|催办通知单?|电话记录|来电记录|电话通知记录|(?:温馨|友情)?(?:提示|提醒)|转发|通知公告)】?[:：]?)")
_WEB: Final = re.compile(r"^(?:信息来源|来源|发布时间|发布日期|浏览|阅读|字号|字体|作者|索引号|打印|分享|当前位置|【字体|主题分类|公开方式|[─—_＿=*-]{3,}$)|(?:浏览|点击|阅读)次?[数量]")
_PAGE: Final = re.compile(r"[—\-–－]\s*\d+\s*[—\-–－]|第\d+页.*|\d{6}|特急|加急|特提|平急|急件|\[(?:图片|文件|视频|语音|表情)\]")
_DATE_ONLY: Final = re.compile(
    r"(?P<before>.*?)\s*(?:(?P<year>20\d\d|19\d\d)\s*[年.\-/]\s*)?(?P<month>\d{1,2})\s*[月.\-/]\s*(?P<day>\d{1,2})\s*日?\s*(?:印发)?"
)
# A line that ends in a colon but already speaks: no addressee.
_LEAD_IN: Final = re.compile(r"^(?:[一二三四五六七八九十]、|时间|地点|(?:会议|参会|参加|出席|培训|活动)(?:名称|时间|地点|单位|人员|对象|范围|议程|内容|要求))|如下\s*[:：]$|召开|举办|\d+月|现将|现就|请|经.*(?:研究|同意)|根据|为(?:了|进一步)|[。；]")
_CALLED: Final = re.compile(r"([\u4e00-\u9fff]{3,30})[：:]((?:关于|转发|印发).+)")  # 某县某局：关于…的通知
_LABEL_AND_VALUE: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\s*\S")
_CALLED_BEFORE: Final = re.compile(r"^[\u4e00-\u9fff]{3,30}[：:](?=关于)")
_HEAD_LINES: Final = 14
_ADDRESSED: Final = re.compile(r"(?:此致|致|呈送?)[:：]?")  # the body below is the reader, no issuer
_ISSUE: Final = re.compile(r"[〔\[(（【]\s*(20\d\d)\s*[〕\])）】]\s*(第)?\s*(\d{1,4})\s*号")  # minutes have a number without a code
_ISSUE_LINE: Final = 30  # characters between title and date at most
_LONGEST_TITLE: Final = 300


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` is what lies between addressee and signature, as lines with their own characters; `labelled` holds what an office system's
    labels say of fields that have no place on the page (a deadline)."""

    head: tuple[str, ...]
    doc_no: str | None
    title: str | None
    title_organs: tuple[str, ...]
    addressee: str
    body: tuple[str, ...]
    organs: tuple[str, ...]
    issued_on: date | None
    labelled: dict[str, str] = field(default_factory=dict)
    attached: tuple[str, ...] = ()  # what is passed on, below the signature
    mail: Mail | None = None


def lay_out(text: str, received_on: date | None) -> Layout:
    """The notice's parts; None and empty where the page does not show one. `text` must be `plain`."""
    mail, below = mail_head([line.strip(" \u3000\xa0") for line in text.split("\n") if line.strip()])
    labelled, kept = form_of(below)
    lines = [line for raw in kept if (line := raw.strip()) and not _noise(line)]
    lines = [part for line in lines for part in _called(line)]
    lines = _cells(lines[0]) if len(lines) == 1 else lines
    cited = _citation(lines)
    told = _with_labels(cited or _page(lines, received_on), {**(cited.labelled if cited else {}), **(mail.labelled if mail else {}), **labelled}, received_on)
    return replace(told, issued_on=told.issued_on or mail.sent, mail=mail) if mail else told


def _page(lines: list[str], received_on: date | None) -> Layout:
    sign, issued = _date_line(lines, received_on)
    if sign is not None and 0 < sign < 3 and re.search(r"第\s*[\d一二三四五六七八九十]+\s*期", lines[0]) and len(lines) > sign + 2:  # a bulletin's head: name, issue, day
        told = _page(lines[sign + 1 :], received_on)
        return replace(told, organs=told.organs or _signature(lines, 0, sign), issued_on=told.issued_on or issued)
    doc_no, number_at, lines = _own_number(lines)
    sign = _date_line(lines, received_on)[0] if doc_no else sign
    first, last = _title_lines(lines[: sign if sign is not None else len(lines)], alone=sign is None)
    title_organs: tuple[str, ...] = ()
    title = None
    if first is not None:
        above = first
        joins = re.match(r"关于|转发|印发|批转|召开|举办|开展", _unspaced(lines[first]))
        while joins and above > 0 and above != number_at and organ_line(lines[above - 1]) and first - above < 6:
            above -= 1
        title_organs = tuple(name for line in lines[above:first] for name in organ_line(line))
        title = "".join(re.sub(r"\s", "", line) for line in lines[above : last + 1]).strip("【】")
        title = _CALLED_BEFORE.sub("", title)
    start = last + 1 if first is not None else _first_body_line(lines)
    addressee = ""
    for index in range(start, min(start + 4, len(lines))):
        if _LABEL_AND_VALUE.match(lines[index]):  # a label with its value
            break
        if re.search(r"[:：]$", lines[index]) and len(lines[index]) < 200 and not _LEAD_IN.search(lines[index]):
            addressee, start = "".join(lines[start : index + 1]), index + 1
            break
    stop = sign if sign is not None else len(lines)
    organs = _signature(lines, start, sign)
    attached = tuple(lines[sign + 1 :]) if sign is not None and re.search("印发|发布|公布", title or "") else ()
    if sign is not None and _at_head(lines, sign, last):
        start, stop, sign = sign + 1, len(lines), None
    while stop > start and sign is not None and organ_line(lines[stop - 1]):
        stop -= 1
    below = [line for line in lines[last + 1 : start] if organ_line(line)] if first is not None and addressee else []
    head = (*lines[: first if first is not None else start], *below)
    spoken = re.match(r".*[。！!？]", lines[sign]) if sign is not None and sign == stop else None  # …报我办。镇农办 6月17日
    body = (*lines[start:stop], *([spoken[0]] if spoken else []))
    return Layout(head, doc_no, title, title_organs, addressee, body, organs, issued, attached=attached)


def _citation(lines: list[str]) -> Layout | None:
    """A title alone, perhaps with its number, letterhead or issuer beside it; None when there is more to the text."""
    if not lines or len(lines) > 3 or re.search(r"[。；！]|[:：]$", "".join(lines)) or (len(lines) > 1 and any(re.search(r"[:：]$", line) for line in lines)):
        return None
    row = row_of(lines[0]) if len(lines) == 1 else Row(" ".join(lines), ())
    whole = row.words
    cited = number_in(whole)
    rest = (cited.rest if cited else whole).strip(" \u3000,，")
    head = re.match(r"([\u4e00-\u9fff]{3,40}文件)\s+", rest)
    issuer = letterhead(head[1]) if head else None
    rest = rest[head.end() :] if head and issuer else rest
    organs: tuple[str, ...] = (issuer,) if issuer else row.organs
    behind = re.match(rf"(.*(?:{GENRE})[》〉]?)[\s\u3000]+(\S.*)$", rest)
    if behind and not organs and (named := organ_line(re.sub(r"\s(?=\S)", "、", behind[2]))):
        rest, organs = behind[1], named
    told = title_alone(rest)
    if told is None:
        return None
    parts = told[0].split()
    title = parts[-1] if len(parts) > 1 and all(title_alone(part) for part in parts[-2:]) else "".join(parts)
    around = re.sub(r"^印发|印发$|[（()）]", " ", told[1]).strip()
    organs = organs or lead_organs(told[0] if title != parts[-1] else title) or organ_line(re.split(r"[\s，,]", around)[0]) or issuer_of(cited.number if cited else None)
    return Layout((), cited.number if cited else None, title, (), "", (), organs, None, row.labelled)


def _with_labels(layout: Layout, labelled: dict[str, str], received_on: date | None) -> Layout:
    """What the page shows, corrected by what an office system's labels say."""
    if not labelled:
        return layout
    number = number_in(labelled.get("doc_no", ""))
    day = _DATE_ONLY.match(in_digits(labelled.get("issued_on", "")))
    organs = tuple(name for part in re.split(r"[、,，;；\s]+", labelled.get("organ", "")) if part for name in run_together(part))
    title = re.sub(r"\s", "", labelled.get("title", "")).strip("《》") or layout.title or labelled.get("_name")
    return Layout(
        layout.head,
        (number.number if number else normalise(labelled["doc_no"]) if re.search(r"\d|第[一二三四五六七八九十]+[期号]", labelled.get("doc_no", "")) else None) or layout.doc_no,
        title, () if labelled.get("title") else layout.title_organs, layout.addressee, layout.body, organs or layout.organs,
        (_day(day, received_on) if day else None) or layout.issued_on, labelled,
    )  # fmt: skip


def _called(line: str) -> tuple[str, ...]:
    """某县某局：关于…的通知 is an issuer and a title."""
    found = _CALLED.match(line)
    return (found[1], found[2]) if found and organ_line(found[1]) else (line,)


def _cells(line: str) -> list[str]:
    """A row copied from an office system with its columns between bars: 0412|关于…的通知|各村：…|某镇某办|2026-03-09."""
    cells = [cell.strip() for cell in re.split(r"[|｜]", line) if cell.strip()]
    if len(cells) < 3 or not any(TITLE_END.search(cell) for cell in cells):
        return [line]
    return [part for cell in cells if not re.fullmatch(r"\d{1,6}", cell) for part in _head_and_body(cell)]


def _head_and_body(cell: str) -> list[str]:
    """An addressee that speaks on (各村：定于…) as two lines."""
    found = re.match(r"((?:各|有关|相关)[^：:。，]{1,40}[：:])(.+)", cell)
    return [found[1], found[2]] if found else [cell]


def _noise(line: str) -> bool:
    return bool(_WEB.search(line)) or bool(_PAGE.fullmatch(line))


def _at_head(lines: list[str], sign: int, title: int) -> bool:
    """Whether body and date stand as the issue line of minutes or a bulletin, above the text."""
    above, below = (sum(map(len, part)) for part in (lines[title + 1 : sign], lines[sign + 1 :]))
    return -1 < title < sign <= title + 3 and above < _ISSUE_LINE and below > 2 * (above + len(lines[sign]))


def _own_number(lines: list[str]) -> tuple[str | None, int | None, list[str]]:
    """The number in the head: alone on its line, beside a letterhead, or before or behind the title; never one that a sentence cites."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if "。" in line or (re.search(r"[:：]$", line) and index):
            break
        cited = number_in(line)
        if cited is None and index and re.search(r"纪要|通报|简报|督查", lines[index - 1]) and (alone := _ISSUE.fullmatch(in_digits(line))):
            return f"〔{alone[1]}〕{alone[2] or ''}{int(alone[3])}号", index, [*lines[:index], *lines[index + 1 :]]
        if cited is None:
            continue
        rest = cited.rest.strip("（）() ")
        if not rest:
            return cited.number, index, [*lines[:index], *lines[index + 1 :]]
        if letterhead(rest) or organ_line(rest) or _TITLE_START.match(rest) or TITLE_END.search(rest):
            return cited.number, None, [*lines[:index], rest, *lines[index + 1 :]]
    return None, None, lines


def _unspaced(line: str) -> str:
    return re.sub(r"\s", "", line)


def _title_lines(lines: list[str], *, alone: bool) -> tuple[int | None, int]:
    for first in range(min(14, len(lines))):
        if re.search(r"[。；;]|[:：]$", _unspaced(lines[first])) or re.search(r"^(?:根据|按照|为|接)", lines[first]):
            if (re.search(r"[:：]$", lines[first]) or "。" in lines[first]) and not _BARE_HEAD.fullmatch(lines[first]):
                break
            continue
        if not _TITLE_START.match(_unspaced(lines[first])):
            continue
        joined = ""
        for last in range(first, min(first + 6, len(lines))):
            joined += _unspaced(lines[last])
            if len(joined) > _LONGEST_TITLE:
                break
            if re.search(r"[。；;：:]", joined.replace("：", ":").split("》")[-1]) and last > first:
                break
            more = last + 1 < len(lines) and re.fullmatch(r"[（(].{1,10}[)）]|的?(?:通知|函|通报|意见|请示|批复|决定)(?:的(?:通知|函))?", _unspaced(lines[last + 1]))
            if TITLE_END.search(joined) and joined.count("《") == joined.count("》") and not more:
                return first, last
    for index, line in enumerate(lines[:8]):
        bare = _unspaced(line)
        if re.search(r"[。；;：:，,]", bare):
            break
        if TITLE_END.search(bare) and 4 <= len(bare) <= 60 and not _BARE_HEAD.fullmatch(bare) and not letterhead(bare) and (index + 1 < len(lines) or not alone):
            first = index
            while first and index - first < 3 and _runs_on(lines[first - 1]):
                first -= 1
            return first, index
    return None, -1


def _runs_on(line: str) -> bool:
    """Whether a line above a title's last line is its beginning: long, without a stop, and neither body, number nor date."""
    bare = _unspaced(line)
    named = organ_line(line) or letterhead(bare) or _BARE_HEAD.fullmatch(bare) or number_in(line) or _DATE_ONLY.fullmatch(in_digits(bare))
    return len(bare) >= 10 and not named and not re.search(r"[。；;：:，,|｜\t]|期[）)]?$|^[（(]|[)）]$", bare) and not TITLE_END.search(bare)


def _first_body_line(lines: list[str]) -> int:
    for index, line in enumerate(lines[:5]):
        above = index + 1 < len(lines) and _BARE_HEAD.fullmatch(_unspaced(lines[index + 1])) and organ_line(line)
        if not (_BARE_HEAD.fullmatch(_unspaced(line)) or letterhead(line) or above):
            return index
    return 0


def _date_line(lines: list[str], received_on: date | None) -> tuple[int | None, date | None]:
    """The line of the 成文日期: a date under (or beside) a body's name; failing that the last date alone."""
    alone: tuple[int, date] | None = None
    printed: date | None = None  # of minutes, which nobody signs
    for index, line in enumerate(lines):
        line = re.sub(r"(?<=\d)\s+\d{1,2}[:：]\d\d$", "", line) if line.startswith("20") else line
        line = re.sub(r"(?<=年)(\d{1,2}月\d{1,2}日)\s*\d{1,2}(?:时(?:\d{1,2}分)?|[:：]\d\d)$", r"\1", in_digits(line))
        found = _DATE_ONLY.fullmatch(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", in_digits(line)).strip("（）() ")) if len(line) < 60 else None
        short = index + 1 == len(lines) and index > 0 and bool(organ_line(lines[index - 1]))
        if not found or not (found["year"] or short or re.search(r"月", line)):
            continue
        day = _day(found, received_on)
        before = re.sub(r"^.*[。！!？]\s*", "", found["before"]).strip()
        if day is not None and before and re.search("印发$", line) and organ_line(before):
            printed = day
        if day is None or (before and not organ_line(before)) or (re.search("印发$", line) and before):
            continue
        if before and before != found["before"].strip() and not index:  # a message of one line: its sentences are the body
            return None, day
        if before or (index and organ_line(lines[index - 1])):
            return index, day
        alone = (index, day) if index > len(lines) // 3 else alone
    return alone if alone else (None, _day_at_end(lines, received_on) or printed)


def _day(found: "re.Match[str]", received_on: date | None) -> date | None:
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        return real_day(int(found["year"]), month, day)
    return nearest_year(month, day, received_on) if received_on and 1 <= month <= 12 else None


def _day_at_end(lines: list[str], received_on: date | None) -> date | None:
    """A date that ends a message, behind a body's name: …收到请回复。镇应急办 6月17日."""
    found = re.search(rf"(?:^|[。！!\s—–~～])[\u4e00-\u9fff]{{1,20}}(?:{ORGAN_END})\s*((?:20\d\d年)?\d{{1,2}}[月.]\d{{1,2}}日?)$", in_digits(lines[-1])) if lines else None
    match = _DATE_ONLY.fullmatch(found[1]) if found else None
    return _day(match, received_on) if match else None


def _signature(lines: list[str], start: int, sign: int | None) -> tuple[str, ...]:
    if sign is None:
        return at_end(lines)
    found = _DATE_ONLY.fullmatch(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", in_digits(lines[sign])).strip("（）() "))
    beside = organ_line(re.sub(r"^.*[。！!？]\s*", "", found["before"]).strip()) if found and found["before"] else ()
    names: list[str] = list(beside)
    above = sign - 1
    while above >= start and sign - above <= 6 and organ_line(lines[above]) and not _ADDRESSED.fullmatch(lines[above - 1]):
        names = [*organ_line(lines[above]), *names]
        above -= 1
    if not names and sign > start:  # …准时参加。某镇某办, with the date on a line of its own
        names = [*organ_line(re.split(r"[。！!]", lines[sign - 1])[-1].strip())]
    return tuple(dict.fromkeys(names))


def head_organs(layout: Layout) -> tuple[str, ...]:
    """The issuer as the letterhead or the title's beginning names it."""
    for line in layout.head:
        issuer = letterhead(line)
        if issuer:
            return (issuer,)
    if layout.title_organs:
        return layout.title_organs
    leading = lead_organs(layout.title or "")
    if leading:
        return leading
    for line in layout.head:
        if organ_line(line):
            return organ_line(line)
    return ()
