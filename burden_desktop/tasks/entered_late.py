"""A notice that is entered long after it was written: the days that it names are read as they were meant then, and are doubtful."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ..domain.reading.draft import NoticeReading
from ..domain.reading.typed import day_of
from ..intake.notices.spoken_date import in_digits, moments

Read = Callable[[str, date], NoticeReading]

LONG_AFTER: Final = 14
"""Days between a paper's date and its entry after which nobody may take it for granted that it came today."""
_FEWEST_WORDS: Final = 2  # a day, and what came on it
_TOO_LONG_AGO: Final = timedelta(days=200)
"""What is named longer ago is told as the past: a plan of last year, the day of a law."""


def day_in_front(text: str, today: date) -> date:
    """The day of receipt: what stands in front of a single line (11.24 县民政局 来电要求……, 昨天 县委宣传部 ……), else today."""
    words = text.split()
    if "\n" in text.strip() or len(words) < _FEWEST_WORDS or words[0].isdigit():
        return today
    day = day_of(words[0], today)
    return day if day is not None and timedelta() < today - day <= _TOO_LONG_AGO else today


def seen_late(reading: NoticeReading, text: str, received_on: date, read: Read) -> NoticeReading:
    """The reading with a deadline, and with the day and hour of an event, that had passed on the day of entry. The day of
    receipt is doubtful then; what was taken from a notice that bears no date of its own is doubtful besides."""
    written = date.fromisoformat(reading.issued_on) if reading.issued_on else None
    if written is None:
        reading = _as_of_its_days(reading, text, received_on, read)
    elif reading.deadline is None and written < received_on:
        then = read(text, written)
        unsure = ("deadline",) if "deadline" in then.uncertain else ()
        reading = replace(_with(reading, then, "deadline", ("deadline",)), uncertain=(*reading.uncertain, *unsure))
    late = written is not None and (received_on - written).days > LONG_AFTER
    over = any(day and day[:10] < received_on.isoformat() for day in (reading.deadline, reading.starts_at))
    return replace(reading, uncertain=(*reading.uncertain, "received_on")) if late or over else reading


def _as_of_its_days(reading: NoticeReading, text: str, received_on: date, read: Read) -> NoticeReading:
    """Read once more as on the first of the days that the notice names and that have passed."""
    past = sorted({found.day for found in moments(in_digits(text), received_on) if received_on - _TOO_LONG_AGO <= found.day < received_on})
    wanted = reading.deadline is None or (reading.kind in ("meeting", "inspection") and reading.starts_at is None)
    if not past or not wanted:
        return reading
    then = read(text, past[0])
    named = {day.isoformat() for day in past}
    if reading.deadline is None and (then.deadline or "")[:10] in named:
        reading = _with(reading, then, "deadline", ("deadline",))
    if reading.starts_at is None and (then.starts_at or "")[:10] in named:
        reading = _with(reading, then, "starts_at", ("starts_at", "ends_at", "duration_minutes"))
    return reading


def _with(reading: NoticeReading, then: NoticeReading, doubtful: str, names: tuple[str, ...]) -> NoticeReading:
    marks = tuple(mark for mark in then.evidence if mark.field in names)
    taken = {name: getattr(then, name) for name in names}
    unsure = () if reading.issued_on or doubtful in reading.uncertain else (doubtful,)
    return replace(reading, **taken, evidence=(*reading.evidence, *marks), uncertain=(*reading.uncertain, *unsure))
