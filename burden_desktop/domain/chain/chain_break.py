"""A break in the chain (断链): a signed month that a restore took out of the ledger, told in the next signed month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any, Final

from ..months.month import Month
from ..texts import Sentence, label, say


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The restore entry (`seq`, `at`) that left the break, why it was done, and what was signed and is no longer
    behind the ledger: `month` as YYYY-MM, `revision`, and `sha256` of the file."""

    seq: int
    at: str
    reason: str
    month: str
    revision: int
    sha256: str

    @property
    def sentence(self) -> Sentence:
        """What the reader of the next signed month is told."""
        return say(
            "断链：{day}恢复了较早的备份，已报出的{month}第{revision}版月报不在现有历史链中。理由：{reason}",
            day=self.at[:10],
            month=Month.parse(self.month).label,
            revision=self.revision,
            reason=self.reason,
        )


def break_sentences(breaks: Sequence[ChainBreak]) -> Iterator[Sentence]:
    """What the reader is told: one sentence for each restore or rescue, however many months it took out."""
    for (_, at, reason), lost in groupby(breaks, key=lambda told: (told.seq, told.at, told.reason)):
        first, *others = sorted(lost, key=lambda told: (told.month, told.revision))
        if not others:
            yield first.sentence
            continue
        span = {"day": at[:10], "count": len(others) + 1, "reason": reason, "first": Month.parse(first.month).label}
        if others[-1].month == first.month:
            yield Sentence(_ONE_MONTH, span)
        else:
            yield Sentence(_SPAN, {**span, "last": Month.parse(others[-1].month).label})


_ONE_MONTH: Final = label("断链：{day}恢复了较早的备份，已报出的{first}月报共{count}版，不在现有历史链中。理由：{reason}")
_SPAN: Final = label("断链：{day}恢复了较早的备份，已报出的{first}至{last}月报共{count}份，不在现有历史链中。理由：{reason}")


def breaks_of(issue: Mapping[str, Any]) -> tuple[ChainBreak, ...]:
    """The breaks that a payload's `issue` tells; files from before they were told have none."""
    return tuple(ChainBreak(**told) for told in issue.get("breaks", ()))


def break_faults(breaks: Sequence[ChainBreak], entries: Sequence[Mapping[str, Any]]) -> Iterator[Sentence]:
    """A break that no restore of the public entries left, or that says nothing of itself."""
    restores = {(entry["seq"], entry["at"]) for entry in entries if entry["action"] == "restore"}
    texts = [field.name for field in fields(ChainBreak) if field.name not in ("seq", "revision")]
    for told in breaks:
        if not all(isinstance(getattr(told, name), str) and getattr(told, name).strip() for name in texts):
            yield say("月报所述的断链没有写全。")
        elif type(told.revision) is not int or (told.seq, told.at) not in restores:
            yield say("月报所述的断链与历史链的公开条目不符。")
        else:
            Month.parse(told.month)
