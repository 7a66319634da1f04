"""A notice's text → what a careful reader takes from it. Secret texts are refused; what is not said stays None."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ...domain.errors.entry import Classified
from ...domain.reading.draft import NoticeReading
from ...domain.reading.secrecy import secrecy_mark
from .ask import asks_ledger, asks_report, asks_supporting_file
from .attached import asked_in_attached
from .chat import messages
from .clause import to_reader
from .deadline import WorkingDay, deadline, labelled_deadline, weekdays_after
from .doubt import doubts
from .evidence import evidence
from .kind import kind_of
from .layout import Layout, head_organs, lay_out
from .level import level_of
from .mail import from_sending_day
from .organ import called_out, passed_on_from, sender_above
from .people import attendee_level
from .place import meeting_format, meeting_place
from .spoken_date import Moment
from .text import plain
from .time import begin_and_end, duration_minutes

_CALLED_OFF: Final = re.compile(r"取消(?!原)|不再召开|暂停召开|停开|暂缓(?:召开|举办|举行)|改为书面|不再集中(?:召开|开会|举行)")
_PUT_OFF: Final = re.compile(r"(?:延期|推迟|暂缓|暂停)[^。]{0,20}(?:召开|举行|举办)|另行通知")


def read_notice(text: str, *, received_on: date | None, working_day: WorkingDay = weekdays_after) -> NoticeReading:
    """Raises Classified when the text bears a secrecy mark; nothing of it is kept."""
    told = plain(text)
    mark = secrecy_mark(text) or secrecy_mark(told)
    if mark:
        raise Classified(where="公文", mark=mark)
    layout = lay_out(told, received_on)
    whole = "\n".join(layout.body)
    asked = to_reader(f"{whole}\n{asked_in_attached(layout.attached, layout.addressee)}", layout.addressee)
    organs = layout.organs or head_organs(layout) or _from_message(layout, told)
    kind = kind_of(layout.title, whole, organs)
    reading = NoticeReading(
        kind=kind,
        title=layout.title,
        doc_no=layout.doc_no,
        organ="、".join(organs) or None,
        level=next((found for name in (*organs, *head_organs(layout)) if (found := level_of(name, layout))), None),
        issued_on=layout.issued_on.isoformat() if layout.issued_on else None,
        deadline=_deadline(layout, asked, received_on, working_day),
        asks_report=asks_report(asked, layout.title or "", kind),
        asks_supporting_file=asks_supporting_file(asked),
        asks_ledger=asks_ledger(whole),
    )
    reading = _with_event(reading, layout, whole, received_on)
    reference = received_on or layout.issued_on
    return replace(reading, uncertain=doubts(reading, layout, whole), evidence=evidence(reading, text, reference))


def _from_message(layout: Layout, told: str) -> tuple[str, ...]:
    """Who sends a message that has neither signature nor head: called out in it, in the line above it, or handed on by it."""
    lines = [line.strip() for line in told.split("\n") if line.strip()]
    spoken = next((named for one in messages(told) if (named := sender_above((one.name, one.words)))), ())
    return called_out((layout.addressee, *layout.body)) or spoken or sender_above(lines) or passed_on_from(told)


def _deadline(layout: Layout, whole: str, received_on: date | None, working_day: WorkingDay) -> str | None:
    received = received_on or layout.issued_on
    if received is None:
        return None
    labelled = labelled_deadline(layout.labelled["deadline"], received) if "deadline" in layout.labelled else None
    sent = layout.mail.sent if layout.mail else None
    words = from_sending_day(whole, sent) if sent else whole
    due = labelled or deadline(words, received_on=received, issued_on=layout.issued_on, working_day=working_day)
    return due or (deadline(words, received_on=sent, issued_on=layout.issued_on, working_day=working_day) if sent and sent < received else None)


def _with_event(reading: NoticeReading, layout: Layout, whole: str, received_on: date | None) -> NoticeReading:
    """When, where and with whom a meeting or a visit is; of a meeting that is called off nothing remains."""
    meeting = reading.kind == "meeting"
    title = layout.title or ""
    if reading.kind not in ("meeting", "inspection") or (meeting and _CALLED_OFF.search(title or whole) and not re.search("新的?时间", whole)):
        return reading
    reference = layout.issued_on or received_on
    event = begin_and_end(whole, reference, reading.kind) if reference else None
    invited = layout.addressee or re.split(r"[:：]", whole[:24])[0][:16]
    reading = replace(
        reading,
        starts_at=event.begins if event else None,
        ends_at=event.ends if event else None,
        attendee_level=attendee_level(whole, invited, invited=meeting),
    )
    if not meeting:
        return reading
    postponed = event is None and _PUT_OFF.search(title + whole)
    return replace(
        reading,
        duration_minutes=_minutes(whole, event),
        place=meeting_place(whole),
        format=None if postponed else meeting_format(title, whole),
    )


def _minutes(whole: str, event: Moment | None) -> int | None:
    """The stated length; that of both hours where none or only half and whole days are stated."""
    stated = duration_minutes(whole)
    if event and event.clock and event.end_clock and not event.end_day and (stated is None or stated % 240 == 0):
        return _between(event.clock, event.end_clock) or stated
    return stated


def _between(start: str, end: str) -> int | None:
    first, last = (timedelta(hours=int(clock[:2]), minutes=int(clock[3:])) for clock in (start, end))
    minutes = int((last - first).total_seconds() // 60)
    return minutes if minutes > 0 else None
