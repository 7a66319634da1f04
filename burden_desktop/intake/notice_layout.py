"""The parts of a notice by where they stand: head, number, title, addressee, body, signature, date.

Works on text as pasted: blank lines, web page remarks, letter-spaced titles and page marks are allowed for.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..domain.calendar_words import real_day
from .doc_number import number_at_start
from .spoken_date import in_digits, nearest_year

_GENRES = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|方案|办法|要点|预案|计划|提示|提醒|倡议书?|公示|安排|细则|答复|清单|表"
TITLE_END: Final = re.compile(rf"(?:{_GENRES})(?:[（(《〈][^（()）]{{1,12}}[)）])?[】》]?$")
_TITLE_START: Final = re.compile(r"^(?:【)?(?:[\u4e00-\u9fff、（）()·]{2,60}?)?(?:关于|转发|印发|批转|召开|举办|开展)")
_BARE_HEAD: Final = re.compile(r"(?:便函|便笺|通知|函|通报|公告|通告|紧急通知|白头件|电话通知|内部通知|文件)")
_WEB: Final = re.compile(r"^(?:信息来源|来源|发布时间|发布日期|浏览|阅读|字号|字体|作者|索引号|打印|分享|当前位置|【字体|主题分类|发文机关[:：]|成文日期[:：]|公开方式)|(?:浏览|点击|阅读)次?[数量]")
_PAGE: Final = re.compile(r"[—\-–－]\s*\d+\s*[—\-–－]|第\d+页.*|\d{6}|特急|加急|特提|平急|急件")
_ORGAN_END = (
    r"政府|委员会|办公室|办公厅|政府办|党政办|[县市区镇乡省州]委|党委|党工委|工委|纪委|监委|纪检监察组|组织部|宣传部|统战部|政法委|[\u4e00-\u9fff]部|局|厅|署|院|校|中学|小学|幼儿园|学区|中心|总站|站|所|处|"
    r"街道|领导小组|指挥部|专班|小组|工作组|督导组|总队|支队|大队|中队|队|村委会|居委会|村委|社区|支部|总支|支会|联合会|工会|总工会|协会|商会|妇联|团委|残联|工商联|科协|文联|红十字会|联社|供销社|银行|公司|集团|法院|检察院|人大|政协|办|科|股|室|组|会|厂|村|镇|乡|馆|社"
)
ORGAN: Final = re.compile(rf"[\u4e00-\u9fff（）()“”·]{{1,38}}(?:{_ORGAN_END})(?:[（(](?:代章|章|盖章|印章)[)）])?")
_DATE_ONLY: Final = re.compile(
    r"(?P<before>.*?)\s*(?:(?P<year>20\d\d|19\d\d)\s*[年.\-/]\s*)?(?P<month>\d{1,2})\s*[月.\-/]\s*(?P<day>\d{1,2})\s*日?\s*(?:印发)?"
)
_NOT_ORGAN: Final = re.compile(r"^(?:附件|抄送|联系|请|各|主送|地点|时间|附|注|有关|为|一是|电话)|[，。；：:,;!！？]")


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` is what lies between addressee and signature, as lines with their own characters."""

    head: tuple[str, ...]
    doc_no: str | None
    title: str | None
    title_organs: tuple[str, ...]
    addressee: str
    body: tuple[str, ...]
    organs: tuple[str, ...]
    issued_on: date | None


def lay_out(text: str, received_on: date | None) -> Layout:
    """The notice's parts; None and empty where the page does not show one."""
    lines = [line for line in (re.sub(r"[\u200b\ufeff]", "", raw).strip(" \t\u3000\xa0") for raw in text.splitlines()) if line and not _noise(line)]
    sign, issued = _date_line(lines, received_on)
    doc_no, number_at, lines = _own_number(lines)
    sign = _date_line(lines, received_on)[0] if doc_no else sign
    first, last = _title_lines(lines[: sign if sign is not None else len(lines)])
    title_organs: tuple[str, ...] = ()
    title = None
    if first is not None:
        above = first
        while above > 0 and above != number_at and _organ_line(lines[above - 1]) and first - above < 4:
            above -= 1
        title_organs = tuple(name for line in lines[above:first] for name in _organ_line(line))
        title = "".join(re.sub(r"\s", "", line) for line in lines[above : last + 1]).strip("【】")
    start = last + 1 if first is not None else _first_body_line(lines)
    addressee = ""
    for index in range(start, min(start + 4, len(lines))):
        if re.search(r"[:：]$", lines[index]) and len(lines[index]) < 200 and not re.match(r"[一二三四五六七八九十]、|时间|地点", lines[index]):
            addressee, start = "".join(lines[start : index + 1]), index + 1
            break
    stop = sign if sign is not None else len(lines)
    organs = _signature(lines, start, sign)
    while stop > start and sign is not None and _organ_line(lines[stop - 1]):
        stop -= 1
    head = tuple(lines[: first if first is not None else start])
    return Layout(head, doc_no, title, title_organs, addressee, tuple(lines[start:stop]), organs, issued)


def _noise(line: str) -> bool:
    return bool(_WEB.search(line)) or bool(_PAGE.fullmatch(line))


def _own_number(lines: list[str]) -> tuple[str | None, int | None, list[str]]:
    """The number on a line of its own (or before the title on its line), above the first sentence."""
    for index, line in enumerate(lines[:14]):
        if re.search(r"。", line):
            break
        at_start = number_at_start(re.sub(r"^(?:发文字号|文号|字号)\s*[:：]\s*", "", line))
        if at_start:
            number, rest = at_start
            rest = re.sub(r"\s*签发人.*$", "", rest).strip("（）() ")
            if not rest:
                return number, index, lines[:index] + lines[index + 1 :] if False else [*lines[:index], *lines[index + 1 :]]
            if _TITLE_START.match(rest):
                return number, None, [*lines[:index], rest, *lines[index + 1 :]]
        inside = re.fullmatch(r"[（(]\s*(.+?号)\s*[)）]", line)
        bracketed = number_at_start(inside[1]) if inside else None
        if bracketed and not bracketed[1]:
            return bracketed[0], None, [*lines[:index], *lines[index + 1 :]]
    return None, None, lines


def _unspaced(line: str) -> str:
    return re.sub(r"\s", "", line)


def _title_lines(lines: list[str]) -> tuple[int | None, int]:
    for first in range(min(14, len(lines))):
        if re.search(r"[。；;]|[:：]$", _unspaced(lines[first])) or re.search(r"^(?:根据|按照|为|接)", lines[first]):
            if re.search(r"[:：]$", lines[first]) or "。" in lines[first]:
                break
            continue
        if not _TITLE_START.match(_unspaced(lines[first])):
            continue
        joined = ""
        for last in range(first, min(first + 6, len(lines))):
            joined += _unspaced(lines[last])
            if re.search(r"[。；;：:]", joined.replace("：", ":").split("》")[-1]) and last > first:
                break
            more = last + 1 < len(lines) and re.fullmatch(r"[（(].{1,10}[)）]|的?(?:通知|函|通报|意见|请示|批复|决定)(?:的(?:通知|函))?", _unspaced(lines[last + 1]))
            if TITLE_END.search(joined) and joined.count("《") == joined.count("》") and not more:
                return first, last
    for index, line in enumerate(lines[:8]):
        bare = _unspaced(line)
        if re.search(r"[。；;：:，,]", bare):
            break
        if TITLE_END.search(bare) and 4 <= len(bare) <= 60 and not _BARE_HEAD.fullmatch(bare) and not _letterhead(bare) and (index + 1 < len(lines)):
            return index, index
    return None, -1


def _letterhead(line: str) -> str | None:
    found = re.fullmatch(r"(.{3,40}?)(?:文件|便函|便笺|信笺|（通知）|电报|函件|函)(?:[（(].*[)）])?", _unspaced(line))
    return found[1] if found and ORGAN.fullmatch(found[1]) else None


def _first_body_line(lines: list[str]) -> int:
    for index, line in enumerate(lines[:5]):
        if not (_BARE_HEAD.fullmatch(_unspaced(line)) or _letterhead(line)):
            return index
    return 0


def _organ_line(line: str) -> tuple[str, ...]:
    """The bodies that a line names and nothing else; () when it is no such line."""
    if _NOT_ORGAN.search(line):
        return ()
    parts = [part for part in re.split(r"\s{2,}|\u3000+|\t|、|(?<=[局会府室厅委部]) (?=[\u4e00-\u9fff]{3})", line) if part.strip()]
    names = tuple(re.sub(r"\s|[（(](?:代章|盖章|章|印章)[)）]", "", part) for part in parts)
    return names if names and all(len(name) > 2 and ORGAN.fullmatch(name) for name in names) else ()


def _date_line(lines: list[str], received_on: date | None) -> tuple[int | None, date | None]:
    """The line of the 成文日期: a date under (or beside) a body's name; failing that the last date alone."""
    alone: tuple[int, date] | None = None
    for index, line in enumerate(lines):
        found = _DATE_ONLY.fullmatch(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", in_digits(line)).strip("（）() ")) if len(line) < 60 else None
        if not found or not (found["year"] or re.search(r"月", line)):
            continue
        day = _day(found, received_on)
        before = re.sub(r"^.*[。！!？]\s*", "", found["before"]).strip()
        if day is None or (before and not _organ_line(before)) or (re.search("印发$", line) and before):
            continue
        if before or (index and _organ_line(lines[index - 1])):
            return index, day
        alone = (index, day) if index > len(lines) // 3 else alone
    return alone if alone else (None, _day_at_end(lines, received_on))


def _day(found: "re.Match[str]", received_on: date | None) -> date | None:
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        return real_day(int(found["year"]), month, day)
    return nearest_year(month, day, received_on) if received_on and 1 <= month <= 12 else None


def _day_at_end(lines: list[str], received_on: date | None) -> date | None:
    """A date that ends a message, behind a body's name: …收到请回复。镇应急办 6月17日."""
    found = re.search(rf"(?:^|[。！!\s])[\u4e00-\u9fff]{{1,20}}(?:{_ORGAN_END})\s*((?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日)$", in_digits(lines[-1])) if lines else None
    match = _DATE_ONLY.fullmatch(found[1]) if found else None
    return _day(match, received_on) if match else None


def _signature(lines: list[str], start: int, sign: int | None) -> tuple[str, ...]:
    if sign is None:
        return _name_at_end(lines)
    found = _DATE_ONLY.fullmatch(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", in_digits(lines[sign])).strip("（）() "))
    beside = _organ_line(found["before"].strip()) if found and found["before"] else ()
    names: list[str] = list(beside)
    above = sign - 1
    while above >= start and sign - above <= 6 and _organ_line(lines[above]):
        names = [*_organ_line(lines[above]), *names]
        above -= 1
    return tuple(dict.fromkeys(names))


def _name_at_end(lines: list[str]) -> tuple[str, ...]:
    """The sender at the end of a message, before a person's name, a telephone or a date."""
    if not lines:
        return ()
    alone = next((_organ_line(line) for line in reversed(lines[1:]) if _organ_line(line)), ())
    if alone:
        return alone
    last = re.split(r"[。！!？?]", lines[-1].rstrip("。！!"))[-1].strip("（）()—- ") or lines[-1]
    found = re.match(rf"(?:.*[，,;；\s])?([\u4e00-\u9fff]{{0,20}}(?:{_ORGAN_END}))(?:\s|[\u4e00-\u9fff×*]{{1,3}}(?:\s|\d|$)|\d|$)", last)
    return (found[1],) if found and len(found[1]) > 2 and not re.match("请|各|报|在|到", found[1]) else ()


def head_organs(layout: Layout) -> tuple[str, ...]:
    """The issuer as the letterhead or the title's beginning names it."""
    for line in layout.head:
        letterhead = _letterhead(line)
        if letterhead:
            return (letterhead,)
    if layout.title_organs:
        return layout.title_organs
    found = re.match(r"(.{3,40}?)(?:关于|转发|印发|批转)", layout.title or "")
    if found and ORGAN.fullmatch(found[1]):
        return (found[1],)
    for line in layout.head:
        if _organ_line(line):
            return _organ_line(line)
    return ()
