"""Bodies that may be one under two names: a slip of the pen, spaces between the characters, a short name within a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..intake.likeness import alike

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..domain.bodies.organ import Organ

_MOST: Final = 3
_SHORTEST: Final = 3


def near_bodies(known: Iterable[Organ], id: int) -> tuple[str, ...]:
    """Names of other bodies of `known` that look like the one of that id; of bodies of two known levels never."""
    bodies = tuple(known)
    own = next((organ for organ in bodies if organ.id == id), None)
    if own is None:
        return ()
    found = [other.name for other in bodies if other.id != id and _one_level(own, other) and _near(own, other)]
    return tuple(sorted(found, key=lambda name: (abs(len(name) - len(own.name)), name))[:_MOST])


def _one_level(one: Organ, other: Organ) -> bool:
    return None in (one.level, other.level) or one.level == other.level


def _near(one: Organ, other: Organ) -> bool:
    return any(_alike("".join(a.split()), "".join(b.split())) for a in (one.name, *one.aliases) for b in (other.name, *other.aliases))


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and (long.endswith(short) or alike(one, other))
