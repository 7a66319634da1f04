"""What a notice says → a draft of the kind that the clerk records; fields not said stay out."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ...domain.kind import Kind
from ...domain.kinds import kind_named
from ...domain.reading.draft import Draft, Evidence, NoticeReading
from ...domain.reading.personal import mask_personal
from ...domain.reading.written import Value
from .meeting_name import meeting_name, name_in
from .named_form import named_form, wanted_by
from .visit_ask import visit_details

_FORMATS: Final = {"onsite": "现场", "video": "视频", "phone": "电话"}
_RANKS: Final = {"principal": "主要", "deputy": "分管", "staff": "一般"}
_VISITS: Final = (("督查", "督"), ("考核", "考核|考评"), ("评估验收", "评估|验收"), ("业务指导", "指导"), ("调研", "调研"))


def to_draft(reading: NoticeReading, kind_name: str, received_on: date | None, source: str = "") -> Draft:
    """Canonical values for `kind_name`; citizens' numbers are masked, in the source text
    too. Raises UnknownKind."""
    kind = kind_named(kind_name)
    makers = {"document": _document, "meeting": _meeting, "inspection": _inspection, "report_request": _report_request}
    values = makers[kind.name](reading, received_on) if kind.name in makers else _any(kind, reading, received_on)
    if kind.name == "report_request" and source:  # said in a message, told as doubtful
        values = {**values, "title": values.get("title") or named_form(source), "organ": values.get("organ") or wanted_by(source)}
    if reading.kind == "meeting" and kind.name in ("meeting", "document") and source:  # as it is named in a message, told as doubtful
        values = {**values, "title": values.get("title") or name_in(source)}
    if kind.name == "inspection" and source:
        values = {**values, **visit_details(source)}
    said = {name: mask_personal(value) if isinstance(value, str) else value for name, value in values.items() if value is not None}
    missing = [field.name for field in kind.fields if field.required and field.name not in said]
    unsure = [name for told in reading.uncertain for name in _fields_of(told, kind.dated_by) if name in said]
    if kind.name == "document" and not reading.doc_no:
        unsure.append("carrier")  # no number was read; whether the paper has none, only a person sees
    marks = tuple(Evidence(name, mark.start, mark.stop) for mark in reading.evidence for name in _fields_of(mark.field, kind.dated_by) if name in said)
    return Draft(kind.name, said, tuple(dict.fromkeys([*missing, *unsure])), mask_personal(source), marks, reading)


def _fields_of(told: str, dated_by: str) -> tuple[str, ...]:
    """The fields of a kind in which something read is recorded."""
    if told == "starts_at":
        return ("starts_at", dated_by) if dated_by != "received_on" else ()
    return ("ends_at", "ends_on") if told == "ends_at" else (told,)


def _document(reading: NoticeReading, received_on: date | None) -> Mapping[str, Value]:
    asks = [
        *(["制定配套"] if reading.asks_supporting_file else []),
        *(["填表"] if reading.asks_report and reading.kind == "report_request" else []),
        *(["留痕佐证"] if reading.asks_ledger else []),
    ]
    if reading.asks_report and reading.kind != "report_request":
        asks.insert(0, "报送贯彻情况")
    return {
        "received_on": received_on.isoformat() if received_on else None,
        "organ": reading.organ,
        "doc_no": reading.doc_no,
        "title": reading.title,
        "carrier": None if reading.doc_no else "白头",
        "issued_on": reading.issued_on,
        "asks": "、".join(asks) or None,
        "deadline": reading.deadline[:10] if reading.deadline else None,
    }


def _any(kind: Kind, reading: NoticeReading, received_on: date | None) -> Mapping[str, Value]:
    """Kinds that no notice calls for by itself: what every notice says, where the kind has a field for it."""
    day = received_on.isoformat() if received_on else None
    told = {"organ": reading.organ, "deadline": reading.deadline[:10] if reading.deadline else None, kind.titled_by: reading.title}
    if kind.field(kind.dated_by).required:
        told[kind.dated_by] = day
    fields = {field.name for field in kind.fields}
    return {name: value for name, value in told.items() if name in fields}


def _report_request(reading: NoticeReading, received_on: date | None) -> Mapping[str, Value]:
    return {
        "received_on": received_on.isoformat() if received_on else None,
        "organ": reading.organ,
        "title": reading.title,
        "deadline": reading.deadline[:10] if reading.deadline else None,
    }


def _meeting(reading: NoticeReading, received_on: date | None) -> Mapping[str, Value]:
    start, end = reading.starts_at or "", reading.ends_at or ""
    day = start[:10] or None
    return {
        "title": meeting_name(reading.title) if reading.title else None,
        "organ": reading.organ,
        "held_on": day,
        "starts_at": start[11:16] or None,
        "ends_at": (end[11:16] if end[:10] == day else end[:16]) or None if "T" in end and start[11:] else None,
        "duration_minutes": reading.duration_minutes,
        "format": _FORMATS.get(reading.format or ""),
        "place": reading.place,
        "attendee_level": _RANKS.get(reading.attendee_level or ""),
    }


def _inspection(reading: NoticeReading, received_on: date | None) -> Mapping[str, Value]:
    title = reading.title or ""
    visit = next((choice for choice, words in _VISITS if any(word in title for word in words.split("|"))), None)
    return {
        "title": reading.title,
        "organ": reading.organ,
        "starts_on": reading.starts_at[:10] if reading.starts_at else None,
        "ends_on": reading.ends_at[:10] if reading.ends_at else None,
        "visit_type": visit,
        "materials": "台账" if reading.asks_ledger else None,
        "principal_required": "是" if reading.attendee_level == "principal" else None,
    }
