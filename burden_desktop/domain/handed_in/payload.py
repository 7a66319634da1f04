"""`submission.json`: what a signed month says to machines.

Written only by `compose`, read only by `submission.read_submission`. The format is described by
`resources/schema/submission-1.schema.json`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from ..chain.chain_break import ChainBreak, break_sentences
from ..chain.found_break import FoundBreak
from ..chain.history import Entry
from ..kind import Kind
from ..kinds import KINDS
from ..months.summary import MonthSummary
from ..record import Record
from ..texts import Sentence

VERSION: Final = 1
EDITION: Final = 1
"""Of the pages: raised whenever the same month is laid out otherwise, if only by a comma. The verifier draws pages of its
own edition again and compares every mark; a test holds a month's marks against this number."""
NAMES: Final = frozenset({
    "format", "version", "edition", "point", "month", "issue", "figures", "by_level", "by_organ", "findings", "rules", "detail", "texts",
    "records", "chain",
})  # fmt: skip
CHAIN_NAMES: Final = frozenset({"since", "since_seq", "entries", "head"})
"""All that a payload, and the chain in it, is made of."""
FILE_NAME: Final = "submission.json"
CSV_NAME: Final = "records.csv"


@dataclass(frozen=True, slots=True)
class ChainPart:
    """The public entries since the last signed head (`since`, `since_seq`), and the head they lead to."""

    since: str
    since_seq: int
    entries: tuple[Entry, ...]

    @property
    def head(self) -> str:
        return self.entries[-1].hash if self.entries else self.since


@dataclass(frozen=True, slots=True)
class Issue:
    """What makes this file this file: revision from 1, why it replaces `replaces` (SHA-256 of the file before),
    and what the maker owes the reader (early closing, signed months that a restore took out of the chain,
    breaks that were found in it). `booked_later` are records found late (补登) that were entered and count in a month
    after this one: (number, month as ISO text)."""

    revision: int
    closed_at: str
    reason: str = ""
    replaces: str = ""
    early: str = ""
    remarks: str = ""
    differences: tuple[str, ...] = ()
    breaks: tuple[ChainBreak, ...] = ()
    found_breaks: tuple[FoundBreak, ...] = ()
    booked_later: tuple[tuple[str, str], ...] = ()

    @property
    def told_breaks(self) -> tuple[Sentence, ...]:
        """What the reader is told of breaks of either sort."""
        return (*break_sentences(self.breaks), *(told.sentence for told in self.found_breaks))


def appendix_row(kind: Kind, record: Record) -> dict[str, Any]:
    """What a commission sees of a record: its number, its own fields marked for the appendix, level and family."""
    row: dict[str, Any] = {"number": record.number, "kind": record.kind, "late": record.late}
    row.update({field.name: record.values[field.name] for field in kind.appendix_fields})
    row["level"] = record.level.value if record.level else None
    row["family"] = record.family
    return row


def compose(
    summary: MonthSummary, records: Sequence[Record], chain: ChainPart, issue: Issue, kinds: Sequence[Kind] = KINDS
) -> dict[str, Any]:
    """The payload of a month. `records` are those that count in it, late ones included."""
    by_name = {kind.name: kind for kind in kinds}
    return {
        "format": "burden-desktop/submission",
        "version": VERSION,
        "edition": EDITION,
        "point": asdict(summary.point),
        "month": str(summary.month),
        "issue": asdict(issue),
        "figures": {name: asdict(figures) for name, figures in summary.kinds.items()},
        "by_level": {name: dict(levels) for name, levels in summary.by_level.items()},
        "by_organ": {name: [list(pair) for pair in pairs] for name, pairs in summary.by_organ.items()},
        "findings": [asdict(finding) for finding in summary.findings],
        "rules": asdict(summary.rules),
        "detail": asdict(summary.detail),
        "texts": {key: asdict(edited) for key, edited in summary.texts.items()},
        "records": [appendix_row(by_name[record.kind], record) for record in records],
        "chain": {
            "since": chain.since,
            "since_seq": chain.since_seq,
            "entries": [entry.public() for entry in chain.entries],
            "head": chain.head,
        },
    }


def encode(submission: Mapping[str, Any]) -> bytes:
    """The bytes attached to the page: stable order, two-space indent, UTF-8."""
    return json.dumps(submission, ensure_ascii=False, indent=1, sort_keys=False).encode()
