"""Whether the pages that people read say what the payload says that machines read.

The signature covers both alike, so only its owner could make them differ: then neither may be believed.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence

from ..domain.kinds import KINDS, kind_named
from ..domain.submission import Submission
from ..domain.texts import Sentence, say
from ..report.records_csv import table_of
from ..report.wording import level_row, record_heading, summary_row

_FIGURES, _PARTS, _REST = "一、总体情况", "二、分项情况", "口径说明"
_LONG = 8
"""A cell of more characters may stand on two lines."""


def page_faults(pages: Sequence[str], submission: Submission, attached: bytes) -> tuple[Sentence, ...]:
    """Where the pages' text departs from the payload; empty when it does not. `attached` is the payload's bytes."""
    text = "\n".join(pages)
    flat = _flat(text)
    return (
        *_of_the_heading(flat, submission, attached),
        *_of_the_tables(text, submission),
        *_of_the_records(text, flat, submission),
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
    month, point = submission.month, submission.point
    number = f"{month.year}年第{month.number}期" + (f"第{submission.revision}版更正" if submission.revision > 1 else "")
    if _flat(number + point.name + point.code + month.label) not in flat:
        yield say("页面上的监测点、月份或版次与所附数据不一致。")
    if hashlib.sha256(attached).hexdigest() not in flat:
        yield say("页面上的内容摘要与所附数据不一致。")


def _of_the_tables(text: str, submission: Submission) -> Iterator[Sentence]:
    overview = text.partition(_FIGURES)[2].partition(_PARTS)[0]
    parts = text.partition(_PARTS)[2].partition(_REST)[0]
    summary = submission.summary()
    for name, figures in summary.kinds.items():
        by_level = level_row(name, summary.by_level[name])
        if not _stands(overview, summary_row(name, figures)) or (figures.month and not _stands(parts, by_level)):
            yield say("页面表格与所附数据不一致（{kind}）。", kind=kind_named(name).label)


def _stands(text: str, cells: Sequence[str]) -> bool:
    """Whether the row stands in `text` and no other row begins as it does."""
    rows = [line.split() for line in text.splitlines() if line.startswith(cells[0]) and line.strip() != cells[0]]
    if rows == [" ".join(cells).split()]:
        return True
    broken = any(len(cell) > _LONG for cell in cells[1:])
    return broken and len(rows) <= 1 and "".join(cells) in re.sub(r"\s", "", text)


def _of_the_records(text: str, flat: str, submission: Submission) -> Iterator[Sentence]:
    tables = _flat(text.partition(_REST)[2])
    shown = set(flat)
    for kind in KINDS:
        rows = [row for row in submission.body["records"] if row["kind"] == kind.name]
        if not rows:
            continue
        sound = _flat(record_heading(kind, len(rows))) in tables
        for row in rows:
            title = "".join(letter for letter in _flat(str(row.get(kind.titled_by, row["number"]))) if letter in shown)
            sound = sound and _flat(str(row["number"])) in tables and title in tables
        if not sound:
            yield say("页面所附记录与数据不一致（{kind}）。", kind=kind.label)


