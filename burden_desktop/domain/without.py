"""What is to be said of receipts before one of them is purged, so that what a person joined through it stays one thing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .same_thing import Member, joined, targets, things_of


def kept_together(members: Sequence[Member], days: int, without: str) -> dict[str, str]:
    """Number → what must be said of it once the receipt `without` is no more: what was joined to it stays one thing with
    all that it was joined to, and with those that say the same as it did."""
    left = [one for one in members if one.number != without]
    withdrawn = [replace(one, gone=True) if one.number == without else one for one in members]
    said: dict[str, str] = {}
    for thing in things_of(withdrawn, days):
        said |= _tied(_pieces(left, thing, days))
    left = [replace(one, said=said.get(one.number, one.said)) for one in left]
    purged = next((one for one in members if one.number == without), None)
    thing = next((thing for thing in things_of(members, days) if purged in thing), [])
    if purged is not None and thing:
        pieces = _pieces(left, thing, days)
        by_hand = [piece for piece in pieces if any(_named(one, purged) for one in piece)]
        others = [piece for piece in pieces if piece not in by_hand and any(_says_the_same(one, purged) for one in piece)]
        said |= _tied([*by_hand, *others[:1]]) if by_hand else {}
    return said


def _pieces(left: Sequence[Member], thing: Sequence[Member], days: int) -> list[list[Member]]:
    """Into what one thing falls once only those are left."""
    place = {one.number: (index, one) for index, block in enumerate(things_of(left, days)) for one in block}
    found: dict[int, list[Member]] = defaultdict(list)
    for member in thing:
        if member.number in place:
            index, one = place[member.number]
            found[index].append(one)
    return list(found.values())


def _tied(pieces: list[list[Member]]) -> dict[str, str]:
    """What is said so that the pieces are one; those in closed months say nothing new, and keep what was signed."""
    first, *others = sorted(pieces, key=lambda piece: any(not one.fixed for one in piece)) or [[]]
    opened = [[one for one in piece if not one.fixed] for piece in others]
    return {one.number: joined(one, first[0]) for piece in opened for one in piece[:1]}


def _named(one: Member, other: Member) -> bool:
    return any(number == other.number for number, _ in targets(one.said)) or any(number == one.number for number, _ in targets(other.said))


def _says_the_same(one: Member, other: Member) -> bool:
    return (one.paper is not None and one.paper == other.paper) or (one.alike is not None and one.alike == other.alike)
