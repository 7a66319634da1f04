"""What a person joined before a record kept his words (step 071): told by the chain alone, as a change of nothing but the family."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.kinds import KINDS
from ..domain.same_thing import OWN, joined, parted, things_of
from .chain.history import Event, History
from .chain.strange import readable
from .kinship import REGROUP, Members
from .placing import place_of
from .rows import records_of, told
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..domain.kind import Kind
    from ..domain.same_thing import Member
    from .book import Book

_TURNS: Final = ("undoes", "redoes")


def take_joins(book: Book) -> None:
    """Keep with each record what a person said of its family, and enter it. Raises CannotWrite."""
    for kind in KINDS:
        if kind.has_families and (by_hand := dict(_by_hand(book, kind))):
            with book.writing() as connection:
                said = _said(list(_members(book, kind)), by_hand, kind.alike_days)
                read = f"{Statements(kind).read} AND r.number IN (SELECT value FROM json_each(?)) ORDER BY r.id"  # noqa: S608 - declared names
                records = records_of(kind, book.rows(read, (json.dumps(sorted(said)),)))
                events = []
                for one in records:
                    place = replace(place_of(one), said=None)  # a parting is read out of the family alone
                    after = replace(place, said=said[one.number])
                    connection.execute(f"UPDATE {kind.name} SET said = ? WHERE id = ?", (after.said, one.id))  # noqa: S608 - declared names
                    events.append(Event(kind.name, one.number, told(one.values, place), told(one.values, after)))
                History(book).append_many(REGROUP, events)


def _by_hand(book: Book, kind: Kind) -> Iterator[tuple[str, str]]:
    """(number, family) where the last change of nothing but the family was a person's, or the taking back of one."""
    rows = book.rows(
        "SELECT number, before, after, beside FROM history JOIN history_content USING (seq)"
        " WHERE kind = ? AND action = 'change' ORDER BY seq",
        (kind.name,),
    )
    last: dict[str, str | None] = {}
    for number, *states in rows:
        before, after, beside = map(readable, states)
        family = after.pop("family", None)
        if before.pop("family", None) != family and before == after:
            own = "step" not in beside or any(word in beside for word in _TURNS)
            last[number] = family if own else None
    yield from ((number, family) for number, family in last.items() if family)


def _members(book: Book, kind: Kind) -> Iterator[Member]:
    ids = {id for (id,) in book.rows(f"SELECT id FROM {kind.name}")}  # noqa: S608 - declared names
    yield from (member for _, member in Members(book, kind).by("id", ids))


def _said(members: Sequence[Member], by_hand: dict[str, str], days: int) -> dict[str, str]:
    """Number → what is said of it from now on, of those that still stand where a person put them, and not by themselves."""
    of_family: dict[str | None, list[Member]] = defaultdict(list)
    for one in sorted(members, key=lambda one: (one.number in by_hand, one.gone, one.day, one.number)):
        of_family[one.family].append(one)
    alone = _blocks(members, days)
    pairs: list[tuple[Member, Member]] = []
    for one in members:
        stays = not one.gone and one.said is None and one.family is not None and by_hand.get(one.number) == one.family
        other = next((other for other in of_family[one.family] if other is not one), None) if stays else None
        if other is not None and other.number not in alone[one.number]:
            pairs.append((one, other))
    said = {one.number: joined(one, other) for one, other in pairs}
    together = _blocks([replace(one, said=said.get(one.number, one.said)) for one in members], days)
    family = {one.number: one.family for one in members}
    for one, other in pairs:  # where joining would bring along what stands elsewhere, it alone went over
        if any(family[number] != one.family for number in together[one.number]):
            said[one.number] = joined(replace(one, said=parted(one)), other)
    return said | {one.number: OWN for one in members if one.said == OWN and not one.gone}


def _blocks(members: Sequence[Member], days: int) -> dict[str, frozenset[str]]:
    """Number → the numbers that are one thing with it."""
    blocks = (frozenset(one.number for one in thing) for thing in things_of(members, days))
    return {number: block for block in blocks for number in block}
