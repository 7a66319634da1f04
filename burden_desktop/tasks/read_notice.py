"""Read a notice, pasted or in a file: what it says becomes a draft, nothing is stored."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ..analysis.workdays import Workdays
from ..domain.draft import Draft, NoticeReading
from ..domain.errors.entry import Classified
from ..domain.errors.family import BurdenError
from ..domain.secrecy import secrecy_mark
from ..intake.file_text import read_file_text
from ..intake.notice import read_notice
from ..intake.sandbox import Box
from ..intake.short_line import read_short_line
from ..intake.to_draft import to_draft


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
        return to_draft(short[0], short[0].kind, short[1])
    reading = read_with_calendar(text, received_on)
    return to_draft(reading, reading.kind, received_on, text)


def read_both(text: str, received_on: date) -> tuple[Draft, ...]:
    """As `read_text`; for a notice that calls a meeting the document and the meeting, in this order."""
    if "\n" not in text.strip():
        return (read_text(text, received_on),)  # a line or a message: there is no paper behind it
    reading = read_with_calendar(text, received_on)
    kinds = ("document", "meeting") if reading.kind == "meeting" else (reading.kind,)
    return tuple(to_draft(reading, kind, received_on, text) for kind in kinds)


def read_paths(paths: tuple[Path, ...], received_on: date) -> list[Draft]:
    """One draft for each file. Raises what reading a file raises, naming the file."""
    with Box() as box:
        return [read_text(read_file_text(path, box), received_on) for path in paths]


def read_lines(paths: tuple[Path, ...], received_on: date | None) -> Iterator[dict[str, Any]]:
    """One answer of the `read` command a file, in their order. A refused file is answered, never raised."""
    with Box() as box:
        for path in paths:
            yield _line(path, received_on, box)


def _line(path: Path, received_on: date | None, box: Box) -> dict[str, Any]:
    try:
        reading = read_with_calendar(read_file_text(path, box), received_on)
    except Classified as refused:
        return {"file": path.name, "classified": True, "refused": str(refused)}
    except BurdenError as refused:
        return {"file": path.name, "classified": False, "refused": str(refused)}
    return {"file": path.name, **_fields(reading), "classified": False, "uncertain": list(reading.uncertain)}


def _fields(reading: NoticeReading) -> dict[str, Any]:
    fields = asdict(reading)
    del fields["uncertain"], fields["evidence"]
    return fields
