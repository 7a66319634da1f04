"""A notice's text → what a careful reader takes from it. Secret texts are refused; what is not said stays None."""

import re
from datetime import date, timedelta
from typing import Final

from ..domain.draft import NoticeReading
from ..domain.errors.entry import Classified
from ..domain.organ import guess_level
from ..domain.secrecy import secrecy_mark
from .notice_ask import asks_ledger, asks_report, asks_supporting_file
from .notice_deadline import WorkingDay, deadline, labelled_deadline, weekdays_after
from .notice_kind import kind_of
from .notice_layout import Layout, head_organs, lay_out
from .notice_people import attendee_level
from .notice_place import meeting_format, meeting_place
from .notice_text import plain
from .notice_time import begin_and_end, duration_minutes

_CALLED_OFF: Final = re.compile(r"取消|不再召开|暂停召开|停开")
_PUT_OFF: Final = re.compile(r"(?:延期|推迟|暂缓|暂停)[^。]{0,20}(?:召开|举行|举办)|另行通知")


def read_notice(text: str, *, received_on: date | None, working_day: WorkingDay = weekdays_after) -> NoticeReading:
    """Raises Classified when the text bears a secrecy mark; nothing of it is kept."""
    told = plain(text)
    mark = secrecy_mark(text) or secrecy_mark(told)
    if mark:
        raise Classified(where="公文", mark=mark)
    layout = lay_out(told, received_on)
    title = layout.title
    whole = "\n".join(layout.body)
    organs = layout.organs or head_organs(layout)
    kind = kind_of(title, whole, organs)
    reference = layout.issued_on or received_on
    received = received_on or layout.issued_on
    organ = "、".join(organs) or None
    level = next((found for name in organs if (found := level_of(name, layout))), None)
    called_off = kind == "meeting" and bool(_CALLED_OFF.search(title or "") or (not title and _CALLED_OFF.search(whole)))
    event = begin_and_end(whole, reference, kind) if reference and kind in ("meeting", "inspection") and not called_off else None
    postponed = kind == "meeting" and event is None and bool(_PUT_OFF.search((title or "") + whole))
    asked_by = deadline(whole, received_on=received, issued_on=layout.issued_on, working_day=working_day) if received else None
    if received and "deadline" in layout.labelled:
        asked_by = labelled_deadline(layout.labelled["deadline"], received) or asked_by
    stated = duration_minutes(whole) if kind == "meeting" and not called_off else None
    minutes = stated
    if kind == "meeting" and event and event.end_clock and event.clock and not event.end_day and (minutes is None or minutes % 240 == 0):
        minutes = _between(event.clock, event.end_clock) or minutes
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
        attendee_level=attendee_level(whole, layout.addressee or re.split(r"[:：]", whole[:24])[0][:16], invited=kind == "meeting") if attending else None,
        asks_report=asks_report(whole, title or "", kind),
        asks_supporting_file=asks_supporting_file(whole),
        asks_ledger=asks_ledger(whole),
        uncertain=unsure,
    )


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
