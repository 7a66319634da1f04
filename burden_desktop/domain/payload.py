"""`submission.json`: what a signed month says to machines, and the recount that it must survive.

Written only by `compose`, read only by `read_submission`. The format is described by
`resources/schema/submission-1.schema.json`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from .history import GENESIS, Entry, first_break
from .kind import Kind
from .kinds import KINDS
from .month import Month
from .point import Point
from .record import Record
from .summary import MonthSummary
from .texts import Sentence, say

VERSION: Final = 1
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
    and what the maker owes the reader (early closing, characters that no font covers)."""

    revision: int
    closed_at: str
    reason: str = ""
    replaces: str = ""
    early: str = ""
    remarks: str = ""
    differences: tuple[str, ...] = ()


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
        "point": asdict(summary.point),
        "month": str(summary.month),
        "issue": asdict(issue),
        "figures": {name: asdict(figures) for name, figures in summary.kinds.items()},
        "by_level": {name: dict(levels) for name, levels in summary.by_level.items()},
        "by_organ": {name: [list(pair) for pair in pairs] for name, pairs in summary.by_organ.items()},
        "findings": [asdict(finding) for finding in summary.findings],
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


@dataclass(frozen=True, slots=True)
class Submission:
    """A payload read back: the values a commission needs, and `body`, the whole of it."""

    point_name: str
    point_code: str
    month: Month
    revision: int
    chain_head: str
    body: Mapping[str, Any]


class UnreadableSubmission(Exception):
    """The payload cannot be relied on; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def read_submission(attached: bytes) -> Submission:
    """Read a payload from a stranger's file. Raises UnreadableSubmission and nothing else."""
    try:
        body = json.loads(
            attached.decode("utf-8"), object_pairs_hook=_no_repeats, parse_constant=_no_constant
        )
        if body["format"] != "burden-desktop/submission" or body["version"] != VERSION:
            raise UnreadableSubmission(say("数据版本“{version}”本程序不认识，请升级程序。", version=body.get("version")))
        faults = list(_faults(body))
        if faults:
            raise UnreadableSubmission(faults[0])
        point = Point(**body["point"])
        return Submission(
            point_name=point.name,
            point_code=point.code,
            month=Month.parse(body["month"]),
            revision=int(body["issue"]["revision"]),
            chain_head=body["chain"]["head"],
            body=body,
        )
    except UnreadableSubmission:
        raise
    except Exception as trouble:
        raise UnreadableSubmission(say("月报数据读不出来（{detail}）。", detail=type(trouble).__name__)) from trouble


def recount(rows: Iterable[Mapping[str, Any]], kind: str) -> tuple[int, int, dict[str, int], dict[str, int]]:
    """Count rows of `kind` anew → (things, receipts, things by level, things by body). Late rows count apart."""
    levels: Counter[str] = Counter()
    organs: Counter[str] = Counter()
    families: set[str] = set()
    receipts = 0
    for row in rows:
        if row["kind"] != kind or row["late"]:
            continue
        receipts += 1
        family = row["family"]
        if family is not None:
            if family in families:
                continue
            families.add(family)
        levels[row["level"] or "unknown"] += 1
        organs[row["organ"]] += 1
    return sum(organs.values()), receipts, dict(levels), dict(organs)


_HASH = re.compile(r"[0-9a-f]{64}")


def _shape_faults(body: Mapping[str, Any]) -> Iterable[Sentence]:
    """What no honest program writes: odd types, doubled or strange records, a revision without its reason."""
    chain, issue, rows = body["chain"], body["issue"], body["records"]
    counts = [chain["since_seq"], issue["revision"], *(entry["seq"] for entry in chain["entries"])]
    counts += [value for figures in body["figures"].values() for value in figures.values() if value is not None]
    counts += [count for levels in body["by_level"].values() for count in levels.values()]
    counts += [count for pairs in body["by_organ"].values() for _, count in pairs]
    if any(type(count) is not int or count < 0 for count in counts) or issue["revision"] < 1:
        yield say("月报数据中的数字写法不对。")
    heads = [chain["since"], chain["head"], *(entry["hash"] for entry in chain["entries"])]
    if not all(isinstance(head, str) and _HASH.fullmatch(head) for head in heads):
        yield say("历史链的链头写法不对。")
    kinds = {kind.name: kind for kind in KINDS}
    if {*body["figures"]} != {*kinds} or {*body["by_level"]} != {*kinds} or {*body["by_organ"]} != {*kinds}:
        yield say("所附记录中有月报没有统计的类别。")
    numbers = [row["number"] for row in rows]
    if len(set(numbers)) != len(numbers) or any(len(dict(map(tuple, p))) != len(p) for p in body["by_organ"].values()):
        yield say("月报数据中有重复的记录或单位。")
    if any(type(row["late"]) is not bool for row in rows):
        yield say("月报数据中的数字写法不对。")
    for row in rows:
        kind = kinds.get(row["kind"])
        if kind and not row["late"] and str(row[kind.dated_by])[:7] != body["month"]:
            yield say("记录{number}不属于这个月。", number=row["number"])
    if (issue["revision"] > 1) != bool(issue["reason"] and issue["replaces"]):
        yield say("更正的月报没有写明理由或所替换的文件。")
    told = {number for finding in body["findings"] for number in finding["records"]}
    if not told <= set(numbers):
        yield say("提示所指的记录不在月报中。")


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return dict(pairs)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _faults(body: Mapping[str, Any]) -> Iterable[Sentence]:
    """What does not add up inside a payload: figures against records, head against entries."""
    yield from _shape_faults(body)
    for name, figures in body["figures"].items():
        things, receipts, levels, organs = recount(body["records"], name)
        told = (figures["month"], figures["receipts"], body["by_level"][name], dict(map(tuple, body["by_organ"][name])))
        if told != (things, receipts, levels, organs):
            yield say("月报数字与所附记录不符（{kind}）。", kind=name)
        if figures["late"] != sum(row["kind"] == name and row["late"] for row in body["records"]):
            yield say("月报数字与所附记录不符（{kind}）。", kind=name)
        if figures["year_to_date"] < figures["month"]:
            yield say("月报数字与所附记录不符（{kind}）。", kind=name)
    if {row["kind"] for row in body["records"]} - set(body["figures"]):
        yield say("所附记录中有月报没有统计的类别。")
    chain = body["chain"]
    entries = tuple(Entry(**entry) for entry in chain["entries"])
    if first_break(entries, chain["since"], chain["since_seq"]) is not None:
        yield say("历史链的公开条目前后不接。")
    if chain["head"] != (entries[-1].hash if entries else chain["since"]):
        yield say("历史链的链头与条目不符。")
    if chain["since_seq"] == 0 and chain["since"] != GENESIS:
        yield say("历史链的起点不对。")


