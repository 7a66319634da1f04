"""Which receipts of one title and body are one thing (同件), whatever the order in which they were entered.

Receipts with a number go by their number. One without joins the number whose receipts of this title begin nearest to it,
within the days for which a title tells anything; the rest stand together from the first on, as long as it tells.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Member:
    """A receipt: `day` as ISO text, its `number` if it says one, the `family` that it is in. What is `fixed` stands in a
    closed month and stays where it is."""

    id: int
    day: str
    number: str | None
    family: str | None
    fixed: bool = False


Block = list[Member]


def blocks_of(members: Sequence[Member], days: int) -> list[Block]:
    """The members in things, each by day; the order in which they come does not matter."""
    by_number: dict[str, Block] = {}
    loose: Block = []
    for member in sorted(members, key=lambda one: (one.day, one.number or "", one.id)):
        if member.number is None:
            loose.append(member)
        else:
            by_number.setdefault(member.number, []).append(member)
    begins = {number: block[0].day for number, block in by_number.items()}
    alone: list[Block] = []
    for member in loose:
        near = [number for number, day in begins.items() if _days(day, member.day) <= days]
        if near:
            by_number[min(near, key=lambda one: (_days(begins[one], member.day), begins[one], one))].append(member)
        elif alone and _days(alone[-1][0].day, member.day) <= days:
            alone[-1].append(member)
        else:
            alone.append([member])
    return [*by_number.values(), *alone]


def moves(standing: Sequence[Member], new: Sequence[Member], days: int, key: str) -> dict[int, str]:
    """Into which family each member goes that is not there yet. `standing` were there before `new` came; whom a person put
    elsewhere stays there. `key` begins the names of new families."""
    free = list(standing)
    while (led := {member.id for block in blocks_of(free, days) for member in block if member.family != _usual(block)}):
        free = [member for member in free if member.id not in led]
    taken = {member.family for member in standing if member not in free}
    found: dict[int, str] = {}
    old = {member.id for member in free}
    for block in sorted(blocks_of([*free, *new], days), key=lambda block: _rank(block, old)):
        name = next(_names(block, old, taken, key))
        taken.add(name)
        found.update({member.id: name for member in block if member.family != name and not member.fixed})
    return found


def _rank(block: Block, old: set[int]) -> tuple[bool, bool, bool, str]:
    """Who keeps a name that two could claim: closed months, then receipts with a number, then any that stood before."""
    numbered = any(member.id in old and member.number for member in block)
    return not any(member.fixed for member in block), not numbered, not any(member.id in old for member in block), block[0].day


def _usual(block: Block) -> str | None:
    counted = Counter(member.family for member in block)
    return min(counted, key=lambda family: (-counted[family], str(family)))


def _names(block: Block, old: set[int], taken: set[str | None], key: str) -> Iterator[str]:
    """Names for a block, best first: that of a closed month, of a numbered receipt, of any; then a new one."""
    ranked = sorted(block, key=lambda one: (one.id not in old, not one.fixed, one.number is None, one.day, one.id))
    yield from (member.family for member in ranked if member.family and member.family not in taken)
    number, day = next((member.number for member in block if member.number), None), block[0].day
    counts = range(2, len(taken) + 3)
    plain = (number, *(f"{number}|{count}" for count in counts)) if number else (f"{key}|{day}", *(f"{key}|{count}|{day}" for count in counts))
    yield from (name for name in plain if name not in taken)


def _days(one: str, two: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
