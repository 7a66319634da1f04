"""A notice's text → what a careful reader takes from it. Secret texts are refused; what is not said stays None."""

import re
from datetime import date, timedelta
from typing import Final

from ..domain.draft import NoticeReading
from ..domain.errors.entry import Classified
from ..domain.organ import guess_level
from ..domain.secrecy import secrecy_mark
from .notice_ask import asks_ledger, asks_report, asks_supporting_file, attendee_level
from .notice_layout import Layout, head_organs, lay_out
from .notice_place import meeting_format, meeting_place
from .notice_time import begin_and_end, deadline, duration_minutes

_MEETING: Final = re.compile(
    r"(?:召开|举办|举行|参加|参训|收看|收听|取消|延期|推迟|调整|变更|改期|更改|组织|开展|做好|提前).*(?:会|会议|培训班?|研修班?|大会|讲座|论坛|轮训|学习班)(?:[^会训班]{0,14})?$|(?:会|会议|培训班?)(?:延期|推迟|改期|取消|暂停|时间|地点).{0,12}$|^(?:紧急)?(?:会议|培训|开会)(?:时间.*)?通知|(?:会议|大会|座谈会|推进会|调度会|培训班?|研修班|观摩会)(?:的)?(?:通知|预通知|补充通知)"
)
_VISIT: Final = re.compile(r"督查|检查|督导|督察|考核|调研|评估|互评|互查|验收|核查|巡查|抽查|暗访|业务指导|检评|考评|评查|观摩评比|现场指导|复核")
_REPORTING: Final = re.compile(r"报送|上报|填报|统计|报表|征集|年报|摸底|推荐|征求.*意见|核查表|调查表|收集|提供.*(?:材料|数据)|报(?:告)?.*情况|汇总表|申报")
_NO_VISIT: Final = re.compile(r"通报|整改|结果|自查的|问题清单|印发|意见$|纪要|请示|批复|办法|公告|报送|填报|统计|提醒|决定")
_CALLED_OFF: Final = re.compile(r"取消|不再召开|暂停召开|停开")
_PUT_OFF: Final = re.compile(r"(?:延期|推迟|暂缓|暂停)[^。]{0,20}(?:召开|举行|举办)|另行通知")


def read_notice(text: str, *, received_on: date | None) -> NoticeReading:
    """Raises Classified when the text bears a secrecy mark; nothing of it is kept."""
    mark = secrecy_mark(text)
    if mark:
        raise Classified(where="公文", mark=mark)
    layout = lay_out(text, received_on)
    title = layout.title
    whole = "\n".join(layout.body)
    kind = kind_of(title, whole)
    organs = layout.organs or head_organs(layout)
    reference = layout.issued_on or received_on
    received = received_on or layout.issued_on
    organ = "、".join(organs) or None
    level = next((told for name in organs if (told := level_of(name, layout))), None)
    called_off = kind == "meeting" and bool(_CALLED_OFF.search(title or "") or (not title and _CALLED_OFF.search(whole)))
    event = begin_and_end(whole, reference, kind) if reference and kind in ("meeting", "inspection") and not called_off else None
    postponed = kind == "meeting" and event is None and bool(_PUT_OFF.search((title or "") + whole))
    asked_by = deadline(whole, received_on=received, issued_on=layout.issued_on) if received else None
    stated = duration_minutes(whole) if kind == "meeting" and not called_off else None
    minutes = stated
    if kind == "meeting" and event and event.end_clock and event.clock and not event.end_day and minutes is None:
        minutes = _between(event.clock, event.end_clock)
    attending = kind in ("meeting", "inspection") and not called_off
    unsure = tuple(name for name, doubtful in (("title", title is None), ("organ", not layout.organs), ("level", level is None), ("deadline", "工作日" in whole)) if doubtful)
    return NoticeReading(
        kind=kind,
        title=title,
        doc_no=layout.doc_no,
        organ=organ,
        level=level,
        issued_on=layout.issued_on.isoformat() if layout.issued_on else None,
        deadline=asked_by,
        starts_at=event.begins if event else None,
        ends_at=event.ends if event else None,
        duration_minutes=minutes,
        place=meeting_place(whole) if kind == "meeting" and not called_off else None,
        format=meeting_format(title or "", whole) if kind == "meeting" and not called_off and not postponed else None,
        attendee_level=attendee_level(whole, layout.addressee or whole[:12]) if attending else None,
        asks_report=asks_report(whole, title or "", kind),
        asks_supporting_file=asks_supporting_file(whole),
        asks_ledger=asks_ledger(whole),
        uncertain=unsure,
    )


def kind_of(title: str | None, body: str) -> str:
    """meeting, inspection, report_request or document, by the title; without one by what the text says."""
    if title is None:
        return _kind_of_message(body)
    bare = re.sub(r"\s", "", title)
    if re.search(r"(?:通报|纪要|请示|批复|决定|公告|通告|意见|办法|方案|细则|预案|报告)(?:的通知)?(?:[（(].*[)）])?$", bare) and "征求" not in bare:
        return "document"
    if re.search(r"贯彻|传达|学习.*精神|印发", bare) and not re.search(r"召开", bare):
        return "document"
    if _MEETING.search(re.sub(r"的?(?:紧急|预|补充)?(?:通知|函|通告)(?:[（(].*[)）])?$", "", bare)) or re.search(r"^(?:紧急)?会议通知", bare):
        return "report_request" if re.search(r"报送.*会议?|会议材料", bare) else "meeting"
    if _VISIT.search(bare) and not _NO_VISIT.search(bare):
        return "inspection" if not re.search(r"自查", bare) or re.search(r"实地|检查组|抽查", body) else "document"
    return "report_request" if _REPORTING.search(bare) else "document"


def _kind_of_message(body: str) -> str:
    if re.search(r"(?:召开|开|参加|收看).{0,30}(?:会|会议|培训)(?![员计展议纪])|会议通知|电话会|视频会|开会", body) and not re.search(r"会议纪要|会后", body):
        return "meeting"
    if re.search(r"(?:来|到.{0,10}|进行|开展|接受|迎接).{0,8}(?:检查|督查|督导|考核|调研|验收|核查|暗访|来查|查)|来查|检查组|督导组|督查组", body) and not re.search(r"核查表|自查", body):
        return "inspection"
    if re.search(r"报送|上报|填报|报给|报我|报到|报至|填.{0,10}表|核查表|统计|汇总|报县|报镇|报区|发给我|发我", body):
        return "report_request"
    return "document"


def level_of(organ: str, layout: Layout) -> str | None:
    """The level that the name tells; a 市 that writes to townships and knows no county below it is a county-level one."""
    told = guess_level(organ)
    if told is None:
        return None
    below = layout.addressee
    if told.value == "city" and re.search(r"乡镇|各镇|街道|各村|社区", below):
        rest = re.sub(r"社区|小区|园区|景区|开发区|辖区|灾区|地区|高新区|示范区|新区", "", below + "".join(layout.body))
        if not re.search(r"[县区](?!级)|旗", rest):
            return "county"
    return told.value


def _between(start: str, end: str) -> int | None:
    first, last = (timedelta(hours=int(clock[:2]), minutes=int(clock[3:])) for clock in (start, end))
    minutes = int((last - first).total_seconds() // 60)
    return minutes if minutes > 0 else None
