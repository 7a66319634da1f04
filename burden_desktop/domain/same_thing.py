"""Which receipts are one thing (同件): one pure function of what they say now and of what a person said of them.

Receipts with a full number go by it, whoever sent them and whenever. One without joins the number whose receipts of its
title and body begin nearest to it, within the days for which a title tells anything; the rest stand together from the
first on, as long as it tells. What a person joined is one thing, with all that is one with either; what a person parted
stands alone, and leaves the others as they were. What stands in a closed month keeps the family that was signed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

OWN: Final = "own"
"""The word by which a person parts a receipt; the other words of `Member.said` are numbers of receipts it was joined to."""

Point = tuple[str, int]
"""A receipt at one of its stages: every parting begins a new one, and the former goes on holding the others together."""
Group = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """A receipt: `day` as ISO text, `paper` its full number, `alike` its title and body; None where they tell nothing.

    `said` are the words of a person, in their order, `number` or `number/stage` or OWN. `fixed` stands in a closed month and keeps `family`;
    what is `gone` was withdrawn: it holds together what a person joined to it, and counts no more."""

    number: str
    day: str
    paper: str | None
    alike: str | None
    said: str | None = None
    family: str | None = None
    fixed: bool = False
    gone: bool = False

    @property
    def words(self) -> list[str]:
        return (self.said or "").split()

    @property
    def point(self) -> Point:
        return self.number, self.words.count(OWN)

    @property
    def leads(self) -> bool:
        """Whether others are put to it by number or title."""
        return not self.gone and self.point[1] == 0


def joined(one: Member, other: Member) -> str:
    """What is said of `one` once a person joined it to `other`."""
    number, stage = other.point
    return " ".join([*one.words, f"{number}/{stage}" if stage else number])


def parted(one: Member) -> str:
    """What is said of `one` once a person took it out of its family."""
    return " ".join([*one.words, OWN])


def targets(said: str | None) -> Iterator[Point]:
    """The receipts that a person named."""
    for word in (said or "").split():
        if word != OWN:
            number, _, stage = word.partition("/")
            yield number, int(stage) if stage.isdecimal() else 0


def things_of(members: Sequence[Member], days: int) -> list[list[Member]]:
    """Those that count, in things, each by day; the order in which they come does not matter."""
    return [block for _, block in _things(members, days)]


def families_of(members: Sequence[Member], days: int, in_use: Callable[[str], bool] = lambda name: False) -> dict[str, str | None]:
    """Number → family, of all that count and are not fixed. `in_use` tells of names that others bear."""
    things = sorted(_things(members, days), key=lambda thing: _rank(thing[1]))
    signed = {one.family for one in members if one.fixed and not one.gone}
    taken: set[str] = set()
    found: dict[str, str | None] = {}
    for groups, block in things:
        own = (one.family for one in block if one.fixed and one.family is not None and one.family not in taken)
        name = next(own, None) or _free(_name(groups, block), lambda one: one in taken or one in signed or in_use(one))
        if name is not None:
            taken.add(name)
        found.update({one.number: name for one in block if not one.fixed})
    return found


def first_family(paper: str | None, alike: str | None, day: str) -> str | None:
    """The family of what nothing else is one with."""
    return paper or (f"{alike}|{day}" if alike else None)


def _things(members: Sequence[Member], days: int) -> list[tuple[dict[str, Group], list[Member]]]:
    members = sorted(members, key=lambda one: (one.day, one.number))
    groups = _grouped(members, days)
    knots = _Knots()
    for one in members:
        knots.tie(groups[one.number], (one.number, 0))
        stage = 0
        for word in one.words:
            if word == OWN:
                stage += 1
            else:
                knots.tie((one.number, stage), next(targets(word)))
    blocks: dict[object, list[Member]] = defaultdict(list)
    for one in members:
        if not one.gone:
            blocks[knots.end(one.point)].append(one)
    return [(groups, block) for block in blocks.values()]


def _grouped(members: Sequence[Member], days: int) -> dict[str, Group]:
    """Number → the group that its paper, or its title and body, put it in; those that lead first, the others after them."""
    of_title: dict[str, list[Member]] = defaultdict(list)
    found: dict[str, Group] = {}
    for one in members:
        if one.paper is not None:
            found[one.number] = ("paper", one.paper, "")
        elif one.alike is None:
            found[one.number] = ("none", one.number, "")
        if one.alike is not None:
            of_title[one.alike].append(one)
    for alike, own in of_title.items():
        begins: dict[str, str] = {}
        for one in own:
            if one.paper is not None and one.leads:
                begins.setdefault(one.paper, one.day)
        alone: list[str] = []
        for one in sorted((one for one in own if one.paper is None), key=lambda one: not one.leads):
            found[one.number] = _by_title(one, alike, begins, alone, days)
    return found


def _by_title(one: Member, alike: str, begins: dict[str, str], alone: list[str], days: int) -> Group:
    """`alone` are the first days of what no number draws to itself."""
    near = [paper for paper, first in begins.items() if _days(first, one.day) <= days]
    if near:
        return ("paper", min(near, key=lambda paper: (_days(begins[paper], one.day), begins[paper], paper)), "")
    known = alone[-1:] if one.leads else reversed(alone)  # those that lead come by day
    first = next((first for first in known if first <= one.day and _days(first, one.day) <= days), None)
    if first is None and not one.leads:
        return ("none", one.number, "")
    if first is None:
        alone.append(one.day)
    return ("alone", alike, first or one.day)


class _Knots:
    """What is tied together, however many steps lie between."""

    def __init__(self) -> None:
        self._next: dict[object, object] = {}

    def end(self, one: object) -> object:
        while (further := self._next.get(one, one)) != one:
            self._next[one] = self._next.get(further, further)
            one = further
        return one

    def tie(self, one: object, other: object) -> None:
        self._next[self.end(one)] = self.end(other)


def _rank(block: list[Member]) -> tuple[bool, str, str]:
    """Who keeps a name that two could claim: what stands in closed months, then the first."""
    first = next((one for one in block if one.fixed), block[0])
    return not first.fixed, first.day, first.number


def _name(groups: dict[str, Group], block: list[Member]) -> str | None:
    """None for what is alone because nothing tells what it could be one with."""
    told = [(one, groups[one.number]) for one in block if one.leads]
    for sort in ("paper", "alone"):
        of_sort = [(sort == "paper" and one.paper is None, one.day, group) for one, group in told if group[0] == sort]
        if of_sort:
            _, _, group = min(of_sort)
            return first_family(group[1], None, "") if sort == "paper" else first_family(None, group[1], group[2])
    if len(block) > 1:
        return f"with|{block[0].number}"
    return f"{OWN}|{block[0].number}" if block[0].point[1] else None


def _free(name: str | None, is_taken: Callable[[str], bool]) -> str | None:
    if name is None or not is_taken(name):
        return name
    count = 2
    while is_taken(f"{name}|{count}"):
        count += 1
    return f"{name}|{count}"


def _days(one: str, two: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
