"""Records that were entered, never withdrawn, and stand in no signed month: named from the public entries alone.

An entry does not tell its record's date, so only that is said which no honest date explains: what came by post is not
dated after the day on which it was entered or last changed, what is entered ahead (meetings, visits) not after the year
of its number, and a month before the last sealed one takes nothing any more unless it stands open for correction. What a
file itself tells as booked later (补登) is no fault until that month is in hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .chain.deeds import entries_of
from .chain.history import Entry
from .handed_in.submission import Submission
from .kind import Kind
from .kinds import KINDS
from .months.month import Month
from .pattern import pattern
from .texts import Sentence, say

_KINDS: Final = {kind.name: kind for kind in KINDS if kind.stock is None}
"""A plaque that was taken down is in no month's stock: nothing can be told of such kinds."""
_NUMBER: Final = pattern(r".+?(\d{4})-\d+")
_TOLD: Final = 20
_REGROUP: Final = "regroup"
"""Entries of the program's own: the record belongs to another family, and stands where it stood."""


@dataclass(slots=True)
class _Life:
    """What the entries tell of one record: when it was last written, and by which file."""

    kind: Kind
    year: int
    stands: bool = True
    touched: date = date.min
    changed: bool = False
    own: bool = False
    seq: int = 0
    reopened: set[str] = field(default_factory=set)
    """Months that stood open for correction when it was written."""

    def latest(self) -> date | None:
        """The last day that its date may be; None where nothing bounds it."""
        ahead = self.kind.entered_ahead or self.year > self.touched.year
        if ahead:
            return None if self.changed else date(max(self.year, self.touched.year), 12, 31)
        return self.touched


def nowhere(told: Submission, before: Sequence[Submission] = ()) -> tuple[str, ...]:
    """Numbers of records that `told` should hold, or a file `before` it, and none does. `before` are the point's other
    files as far as they are in hand, in the order of the chain."""
    files = (*before, told)
    entries = [(entry, one is told) for one in files for entry in entries_of(one)]
    if any(entry.action == "restore" for entry, _ in entries):
        return ()
    corrected = {str(one.month): one.last_seq for one in files if one.revision > 1}
    at_hand = {one.month for one in files}
    held = {row["number"] for one in files for row in one.body["records"]}
    held |= {number for one in files for number, month in booked_later(one) if month not in at_hand}
    lives = _lives(entries, untold=files[0].since[0] == 0)
    return tuple(
        number
        for number, life in lives.items()
        if life.stands
        and number not in held
        and all(corrected.get(month, 0) >= life.seq for month in life.reopened)
        and _is_due(life, told.month, at_hand)
    )


def booked_later(told: Submission) -> tuple[tuple[str, Month], ...]:
    """Records found late that count in a month after this file's, as it tells itself."""
    return tuple((number, Month.parse(month)) for number, month in told.body.get("issue", {}).get("booked_later", ()))


def told_later(told: Submission) -> Sentence | None:
    """What a reader of the file should know of them; None where there are none."""
    later = booked_later(told)
    if not later:
        return None
    return say(
        "补登{count}条，日期属于已封存的月份，记在以后的月份：{numbers}。",
        count=len(later), numbers="、".join(f"{number}（{month.label}）" for number, month in later[:_TOLD]) + ("等" if len(later) > _TOLD else ""),
    )  # fmt: skip


def left_out_at_first(told: Submission) -> tuple[str, ...]:
    """Of the first file of a chain: what was entered and stands not in it. It may be of older months, which no file holds."""
    if told.since[0] != 0:
        return ()
    held = {row["number"] for row in told.body["records"]} | {number for number, _ in booked_later(told)}
    lives = _lives(((entry, True) for entry in entries_of(told)), untold=False)
    due = {number: life.latest() for number, life in lives.items() if life.stands and number not in held}
    return tuple(number for number, latest in due.items() if latest is not None and latest <= told.month.last_day)


def _lives(entries: Iterable[tuple[Entry, bool]], *, untold: bool) -> dict[str, _Life]:
    """By record number. Before the first sealing (`untold`) older months may be entered that no file will hold: what
    was entered then is left out."""
    lives: dict[str, _Life] = {}
    reopened: set[str] = set()
    for entry, own in entries:
        if entry.kind == "month":
            untold = untold and entry.action != "seal"
            (reopened.add if entry.action == "reopen" else reopened.discard)(entry.number)
            continue
        kind, number = _KINDS.get(entry.kind), _NUMBER.fullmatch(entry.number)
        if kind is None or number is None:
            continue
        if entry.action == "add" and not untold:
            lives[entry.number] = _Life(kind, int(number[1]), own=own)
        life = lives.get(entry.number)
        if life is None or entry.action == _REGROUP:
            continue
        life.stands = entry.action not in ("withdraw", "purge")
        life.changed = life.changed or entry.action != "add"
        life.touched = max(life.touched, date.fromisoformat(entry.at[:10]))
        life.seq = entry.seq
        life.reopened |= reopened
    return lives


def _is_due(life: _Life, month: Month, at_hand: set[Month]) -> bool:
    """Whether a month in hand must hold it: every month from the one of its last possible day is there."""
    latest = life.latest()
    if latest is None or latest > month.last_day:
        return False
    return life.own or all(between in at_hand for between in _months(Month.of(latest), month))


def _months(first: Month, last: Month) -> Iterator[Month]:
    while first <= last:
        yield first
        first = first.plus(1)


def told_nowhere(numbers: Sequence[str]) -> Sentence | None:
    """The notice; None where there is nothing to tell."""
    if not numbers:
        return None
    return say(
        "录入以后没有撤销、却不在月报中的记录{count}条：{numbers}。请监测点说明；日期误写到以后的，请改正。",
        count=len(numbers), numbers="、".join(numbers[:_TOLD]) + ("等" if len(numbers) > _TOLD else ""),
    )  # fmt: skip
