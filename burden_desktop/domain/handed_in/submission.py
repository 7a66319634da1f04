"""`submission.json` read back from a stranger's file, and the recount that it must survive."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from ..chain.chain_break import ChainBreak, break_faults, breaks_of
from ..chain.found_break import FoundBreak, excused, found_break_faults, found_breaks_of
from ..chain.history import GENESIS, Entry, first_break
from ..kind import Kind
from ..kinds import KINDS
from ..months.month import Month
from ..months.summary import MonthSummary
from ..point import Point
from ..texts import Sentence, say
from .payload import CHAIN_NAMES, EDITION, NAMES, VERSION, Issue
from .retold import made, summary_of

LEEWAY: Final = timedelta(minutes=5)
"""By which two times of one file may stand in the wrong order: a clock may be set between them."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A payload read back: the values a commission needs, and `body`, the whole of it."""

    point: Point
    month: Month
    issue: Issue
    chain_head: str
    body: Mapping[str, Any]

    @property
    def revision(self) -> int:
        return self.issue.revision

    @property
    def breaks(self) -> tuple[ChainBreak, ...]:
        """Signed months that a restore took out of the chain since the last signed head."""
        return self.issue.breaks

    @property
    def found_breaks(self) -> tuple[FoundBreak, ...]:
        """Where the chain itself was found broken since the last signed head."""
        return self.issue.found_breaks

    @property
    def told_breaks(self) -> tuple[Sentence, ...]:
        """What the reader is told of breaks of either sort."""
        return self.issue.told_breaks

    @property
    def since(self) -> tuple[int, str]:
        """(sequence number, hash) of the head that this file's entries follow."""
        return self.body["chain"]["since_seq"], self.body["chain"]["since"]

    @property
    def last_seq(self) -> int:
        """The sequence number of the head."""
        entries = self.body["chain"]["entries"]
        return entries[-1]["seq"] if entries else self.since[0]

    def summary(self) -> MonthSummary:
        """The figures as the report's pages are made of them."""
        return summary_of(self.point, self.month, self.body, whole=self.edition == EDITION)

    @property
    def edition(self) -> int:
        """Of which edition its pages are."""
        return int(self.body.get("edition", 0))


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
        if "edition" not in body:
            raise UnreadableSubmission(say("月报数据没有写明页面版式：由早期试用版程序生成的，请监测点用现在的版本重新封存。"))
        if not (type(body["edition"]) is int and 1 <= body["edition"] <= EDITION):
            raise UnreadableSubmission(say("页面版式“{edition}”本程序不认识，请升级程序。", edition=body["edition"]))
        faults = list(_faults(body))
        if faults:
            raise UnreadableSubmission(faults[0])
        read = _of(body)
        read.summary()
        return read
    except UnreadableSubmission:
        raise
    except Exception as trouble:
        raise UnreadableSubmission(say("月报数据读不出来：内容不全，或写法不对。")) from trouble


def read_kept(kept: bytes) -> Submission | None:
    """A payload that was accepted once and kept, as it was then: what today's rules ask of a new file is not asked of it.
    None where its words cannot be read any more."""
    try:
        read = _of(json.loads(kept))
        _ = read.last_seq, [Entry(**entry) for entry in read.body["chain"]["entries"]]
        _ = [row["number"] for row in read.body["records"]], [figures["month"] for figures in read.body["figures"].values()]
        return read
    except Exception:  # noqa: BLE001 - another version wrote it: whatever is missing in it, it is passed over
        return None


def _of(body: Mapping[str, Any]) -> Submission:
    return Submission(
        point=Point(**body["point"]),
        month=Month.parse(body["month"]),
        issue=replace(
            made(Issue, body["issue"]),
            breaks=breaks_of(body["issue"]),
            found_breaks=found_breaks_of(body["issue"]),
        ),
        chain_head=body["chain"]["head"],
        body=body,
    )


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
        if row["organ"]:
            organs[row["organ"]] += 1
    return sum(levels.values()), receipts, dict(levels), dict(organs)


_HASH = re.compile(r"[0-9a-f]{64}")


def _strange_names(body: Mapping[str, Any]) -> list[str]:
    """Names of entries that no program of ours writes, in alphabetical order."""
    fields = {kind.name: {"number", "kind", "late", "level", "family", *(field.name for field in kind.appendix_fields)} for kind in KINDS}
    foreign = {*body} - NAMES | {*body["chain"]} - CHAIN_NAMES
    for row in body["records"]:
        foreign |= {*row} - fields.get(row["kind"], {*row})
    return sorted(foreign)


def _shape_faults(body: Mapping[str, Any]) -> Iterable[Sentence]:
    """What no honest program writes: odd types, doubled or strange records, a revision without its reason."""
    chain, issue, rows = body["chain"], body["issue"], body["records"]
    strange = _strange_names(body)
    if strange:
        yield say("月报数据里有本程序不写的内容（{names}）。", names="、".join(strange[:5]))
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
        if kind and not row["late"] and not _counts_in(kind, row, body["month"]):
            yield say("记录{number}不属于这个月。", number=row["number"])
    if (issue["revision"] > 1) != bool(issue["reason"] and issue["replaces"]):
        yield say("更正的月报没有写明理由或所替换的文件。")
    closed_at = datetime.fromisoformat(issue["closed_at"])
    if closed_at.tzinfo is None:
        yield say("月报数据中的时间没有写明时区。")
    elif chain["entries"] and datetime.fromisoformat(chain["entries"][-1]["at"]) > closed_at + LEEWAY:
        yield say("历史链里有封存之后的条目（{at}）。", at=chain["entries"][-1]["at"])
    if any(number in numbers or not month > body["month"] or str(Month.parse(month)) != month for number, month in issue.get("booked_later", ())):
        yield say("记在以后月份的补登写法不对。")
    yield from break_faults(breaks_of(issue), chain["entries"])
    yield from found_break_faults(found_breaks_of(issue), chain["entries"])
    told = {number for finding in body["findings"] for number in finding["records"]}
    if not told <= set(numbers):
        yield say("提示所指的记录不在月报中。")


def sealed_twice(body: Mapping[str, Any]) -> bool:
    """Whether a month was sealed anew without having been opened in between, this file's own seal counted last. Where
    there was a restore or a break, the earlier seal may be gone: nothing is said."""
    entries = body["chain"]["entries"]
    if any(entry["action"] in ("restore", "break") for entry in entries) or breaks_of(body["issue"]) or found_breaks_of(body["issue"]):
        return False
    closed: set[str] = set()
    for entry in (*entries, {"action": "seal", "kind": "month", "number": body["month"]}):
        if entry["kind"] == "month" and entry["action"] == "seal":
            if entry["number"] in closed:
                return True
            closed.add(entry["number"])
        elif entry["kind"] == "month" and entry["action"] == "reopen":
            closed.discard(entry["number"])
    return False


def _counts_in(kind: Kind, row: Mapping[str, Any], month: str) -> bool:
    """Whether what a row itself says lets it count in `month`: its date, or that it stands at the month's end."""
    if kind.stock is None:
        return str(row[kind.dated_by])[:7] == month
    last_day = Month.parse(month).last_day.isoformat()
    return not row["family"] and str(row[kind.stock.begins] or "") <= last_day


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
    if sealed_twice(body):
        yield say("历史链里同一个月封存了两次，其间没有重新打开更正：与这份月报的版次矛盾。")
    chain = body["chain"]
    entries = tuple(Entry(**entry) for entry in chain["entries"])
    noted = excused(found_breaks_of(body["issue"]))
    if first_break(entries, chain["since"], chain["since_seq"], noted) is not None:
        yield say("历史链的公开条目前后不接。")
    if chain["head"] != (entries[-1].hash if entries else chain["since"]):
        yield say("历史链的链头与条目不符。")
    if chain["since_seq"] == 0 and chain["since"] != GENESIS:
        yield say("历史链的起点不对。")
