"""Read a notice, pasted or in a file: what it says becomes a draft, nothing is stored."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from ..analysis.workdays import Workdays
from ..domain.errors.entry import Classified
from ..domain.errors.family import BurdenError
from ..domain.reading.draft import Draft, NoticeReading
from ..domain.reading.personal import mask_personal
from ..domain.reading.secrecy import secrecy_mark
from ..intake.files.file_text import read_file_text
from ..intake.files.sandbox import Box
from ..intake.notices.evidence import evidence
from ..intake.notices.notice import read_notice
from ..intake.notices.several_notices import left_out, several_notices
from ..intake.notices.short_line import read_short_line
from ..intake.notices.to_draft import to_draft
from .entered_late import day_in_front, seen_late

EVENTS: Final = ("meeting", "inspection")


def read_with_calendar(text: str, received_on: date | None) -> NoticeReading:
    """What the notice says, N个工作日 counted by the official calendar. Raises Classified."""
    return read_notice(text, received_on=received_on, working_day=Workdays().after)


def read_text(text: str, received_on: date) -> Draft:
    """A pasted notice, or a line typed in the order of a register, as a draft of the kind it calls for.

    Raises Classified: then nothing of it is kept.
    """
    mark = secrecy_mark(text)
    short = None if mark else read_short_line(text, received_on)
    if short:
        reading, day = short
        reading = replace(reading, evidence=evidence(reading, text, day))
        return to_draft(reading, reading.kind, day, text)
    received_on = day_in_front(text, received_on)
    reading = seen_late(read_with_calendar(text, received_on), text, received_on, read_with_calendar)
    return to_draft(reading, reading.kind, received_on, text)


def read_both(text: str, received_on: date) -> tuple[Draft, ...]:
    """As `read_text`; for a paper that calls a meeting or announces a visit the document and the event, in this order."""
    draft = read_text(text, received_on)
    if draft.kind not in EVENTS or draft.reading is None or not _has_paper(draft.reading, text):
        return (draft,)
    return to_draft(draft.reading, "document", day_in_front(text, received_on), text), draft


def _has_paper(reading: NoticeReading, text: str) -> bool:
    """Whether the words are a paper's, of which the event alone would keep too little: a number, a deadline, a demand, or
    sender and date at the foot."""
    asked = reading.asks_report or reading.asks_supporting_file or reading.asks_ledger
    signed = "\n" in text.strip() and bool(reading.organ and reading.issued_on)
    return bool(reading.doc_no or reading.deadline or asked or signed)


def as_kind(draft: Draft, kind: str, received_on: date) -> Draft:
    """What the notice says, as a draft of another kind."""
    reading = draft.reading or NoticeReading(title=str(draft.values.get("title") or "") or None, organ=str(draft.values.get("organ") or "") or None)
    return to_draft(reading, kind, received_on, draft.source)


def read_paths(paths: tuple[Path, ...], received_on: date) -> list[Draft]:
    """One draft for each file. Raises what reading a file raises, naming the file."""
    with Box() as box:
        return [read_text(read_file_text(path, box), received_on) for path in paths]


def read_lines(paths: tuple[Path, ...], received_on: date | None) -> Iterator[dict[str, Any]]:
    """One answer of the `read` command a file, in their order. A refused file is answered, never raised. Of several notices in one file
    the first is read, rather than one drawn from all of them, and `further_notices` counts the others."""
    with Box() as box:
        for path in paths:
            yield _line(path, received_on, box)


def _line(path: Path, received_on: date | None, box: Box) -> dict[str, Any]:
    try:
        text = read_file_text(path, box)
        first, *further = several_notices(text, received_on) if received_on else (text,)
        reading = read_with_calendar(first, received_on)
        typed = read_short_line(first, received_on) if received_on and reading.title is None and reading.doc_no is None else None
        reading = typed[0] if typed else reading
    except Classified as refused:
        return {"file": path.name, "classified": True, "refused": refused.sentence}
    except BurdenError as refused:
        return {"file": path.name, "classified": False, "refused": refused.sentence}
    talk = [mask_personal(words) for words in left_out(text)]
    return {
        "file": path.name, **_fields(reading), "classified": False, "uncertain": list(reading.uncertain),
        **({"further_notices": len(further)} if further else {}), **({"talk_left_out": talk} if talk else {}),
    }  # fmt: skip


def _fields(reading: NoticeReading) -> dict[str, Any]:
    fields = asdict(reading)
    del fields["uncertain"], fields["evidence"]
    return fields
