"""A break that was found (断链): from some entry on the chain no longer fits, because somebody wrote into the ledger
outside the program. The entry that notes it is public; the next signed month tells it, and is not accepted without."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..months.month import Month
from ..texts import Sentence, say

ACTION: Final = "break"


@dataclass(frozen=True, slots=True)
class FoundBreak:
    """The entry that notes it (`seq`, `at`), the first entry that does not fit, and the months (YYYY-MM) whose records
    were touched from there on: until the break stands in a signed month, nothing is written into them."""

    seq: int
    at: str
    first_bad: int
    months: tuple[str, ...] = ()

    @property
    def named_months(self) -> str:
        return "、".join(Month.parse(month).label for month in self.months)

    @property
    def sentence(self) -> Sentence:
        """What the reader of the next signed month is told."""
        if not self.months:
            return say(
                "断链：{day}发现历史链从第{seq}条起对不上，台账可能在程序之外被改动；没有涉及具体月份的记录。",
                day=self.at[:10],
                seq=self.first_bad,
            )
        return say(
            "断链：{day}发现历史链从第{seq}条起对不上，台账可能在程序之外被改动；涉及{months}的记录，其数字请核对。",
            day=self.at[:10],
            seq=self.first_bad,
            months=self.named_months,
        )


def found_breaks_of(issue: Mapping[str, Any]) -> tuple[FoundBreak, ...]:
    """The found breaks that a payload's `issue` tells; files from before they were told have none."""
    return tuple(
        FoundBreak(**{**told, "months": tuple(told["months"])}) for told in issue.get("found_breaks", ())
    )


def excused(breaks: Sequence[FoundBreak]) -> tuple[tuple[int, int], ...]:
    """Between which entries the chain need not follow: from the first that does not fit to the one that notes it."""
    return tuple((told.first_bad, told.seq) for told in breaks)


def found_break_faults(breaks: Sequence[FoundBreak], entries: Sequence[Mapping[str, Any]]) -> Iterator[Sentence]:
    """A break that the file does not tell although its public entries note it, or that it tells otherwise."""
    noted = {(entry["seq"], entry["at"], entry["number"]) for entry in entries if entry["action"] == ACTION}
    told = [(one.seq, one.at, str(one.first_bad)) for one in breaks]
    if set(told) != noted or len(set(told)) != len(told):
        yield say("月报所述的断链与历史链的公开条目不符。")
    for one in breaks:
        if type(one.seq) is not int or type(one.first_bad) is not int or not 0 < one.first_bad <= one.seq:
            yield say("月报所述的断链没有写全。")
        for month in one.months:
            Month.parse(month)
