"""Whether the pages that people read say what the payload says that machines read.

The signature covers both alike, so only its owner could make them differ: then neither may be believed.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence

from ..domain.handed_in.submission import Submission
from ..domain.kinds import KINDS, kind_named
from ..domain.texts import Sentence, say
from ..report.records_csv import table_of
from ..report.wording import level_row, record_heading, summary_row

_LONG = 8
"""A cell of more characters may stand on two lines."""


def page_faults(pages: Sequence[str], submission: Submission, attached: bytes) -> tuple[Sentence, ...]:
    """Where the pages' text departs from the payload; empty when it does not. `attached` is the payload's bytes."""
    text = "\n".join(pages)
    flat = _flat(text)
    return (
        *_of_the_heading(flat, submission, attached),
        *_of_the_tables(text, submission),
        *_of_the_records(flat, submission, text),
    )


def csv_faults(table: bytes, submission: Submission) -> tuple[Sentence, ...]:
    """Whether `records.csv` holds the payload's records, no more and no less."""
    told = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    if told != [list(row) for row in table_of(submission.body["records"])]:
        return (say("附件中的记录表与月报数据不一致。"),)
    return ()


def _flat(text: str) -> str:
    """Letters and digits alone: how lines are broken and which marks a reader copies is nobody's fault."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def _of_the_heading(flat: str, submission: Submission, attached: bytes) -> Iterator[Sentence]:
    """The month stands at the end of the line, so a reader may copy it into the middle of a long name."""
    month, point = submission.month, submission.point
    number = _flat(f"{month.year}年第{month.number}期" + (f"第{submission.revision}版更正" if submission.revision > 1 else ""))
    name = _flat(point.name + point.code)
    _, found, after = flat.partition(number)
    head, label = after[: len(name) + len(_flat(month.label))], _flat(month.label)
    before, standing, rest = head.rpartition(label)
    if not found or not standing or _shortened(name, flat) not in (_shortened(before + rest, flat), _shortened(before, flat)):
        yield say("页面上的监测点、月份或版次与所附数据不一致。")
    if hashlib.sha256(attached).hexdigest() not in flat:
        yield say("页面上的内容摘要与所附数据不一致。")


def _of_the_tables(text: str, submission: Submission) -> Iterator[Sentence]:
    summary = submission.summary()
    for name, figures in summary.kinds.items():
        wanted = [summary_row(name, figures, whole=summary.year_is_whole(name), over=summary.is_over)]
        if figures.month:
            wanted.append(level_row(name, summary.by_level[name]))
        if not _stand(text, wanted):
            yield say("页面表格与所附数据不一致（{kind}）。", kind=kind_named(name).label)


def _stand(text: str, wanted: Sequence[Sequence[str]]) -> bool:
    """Whether these rows stand in `text`, and no other row of as many cells begins as they do."""
    told = {tuple(" ".join(cells).split()) for cells in wanted}
    lines = (tuple(line.split()) for line in text.splitlines() if line.startswith(wanted[0][0]))
    rows = {line for line in lines if len(line) in {len(cells) for cells in told}}
    if rows == told:
        return True
    flat = re.sub(r"\s", "", text)
    broken = [cells for cells in wanted if any(len(cell) > _LONG for cell in cells[1:])]
    told -= {tuple(" ".join(cells).split()) for cells in broken}
    return bool(broken) and told <= rows and len(rows) <= len(wanted) and all("".join(cells) in flat for cells in broken)


def _of_the_records(flat: str, submission: Submission, text: str) -> Iterator[Sentence]:
    shown, tables = set(text), ""
    for kind in KINDS:
        rows = [row for row in submission.body["records"] if row["kind"] == kind.name]
        if not rows:
            continue
        heading = _flat(record_heading(kind, len(rows)))
        tables = tables or flat[flat.find(heading) :]
        sound = heading in tables
        for row in rows:
            sound = sound and _flat(str(row["number"])) in tables
            sound = sound and _is_printed(str(row.get(kind.titled_by, row["number"])), tables, shown)
        if not sound:
            yield say("页面所附记录与数据不一致（{kind}）。", kind=kind.label)


def _is_printed(words: str, flat: str, shown: set[str]) -> bool:
    """Whether `words` stand in the pages' text; what no font could print, or a reader copies otherwise, may be missing."""
    plain = _flat(words)
    if plain in flat:
        return True
    parts = [letter if _is_usual(letter) and letter in shown else f"(?:{re.escape(_flat(letter))})?" for letter in words]
    return re.search("".join(parts), flat) is not None


def _is_usual(letter: str) -> bool:
    """A letter, digit or Chinese character in everyday use: every font has it, and it is copied as itself."""
    return (letter.isascii() and letter.isalnum()) or "\u4e00" <= letter <= "\u9fa5"


def _shortened(words: str, flat: str) -> str:
    """The usual letters alone, as far as the pages show them."""
    return "".join(letter for letter in words if _is_usual(letter) and letter in flat)
