"""The usual issuing bodies as they ship with the program, and how a few letters or characters find one of them."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ..domain.bodies.line import guess_line
from ..domain.bodies.nature import guess_nature
from ..domain.bodies.organ import Level, Organ, guess_level
from ..intake.pinyin import initials
from ..paths import resources

FILE: Final = Path("organs") / "organs.csv"
_BETWEEN: Final = "、"
_NEAREST: Final = tuple(map(Level, ("other", "county", "city", "township", "province", "central", "village")))
"""From whom papers come most; bodies of the ledger itself stand before them all, as the first."""


@dataclass(frozen=True, slots=True)
class Body:
    """A usual body: generic names such as 市人民政府办公室 stand for every place. `letters` as `names`."""

    name: str
    level: Level
    nature: str
    line: str
    aliases: tuple[str, ...]
    letters: tuple[str, ...]


@cache
def usual_bodies() -> tuple[Body, ...]:
    """Our own compiling, central bodies first."""
    with (resources() / FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Body(
            row["name"], Level(row["level"]), row["nature"], row["line"],
            tuple(filter(None, row["aliases"].split(_BETWEEN))), tuple(row["letters"].split(_BETWEEN)),
        )
        for row in rows
    )  # fmt: skip


def suggest(known: Iterable[Organ], text: str, limit: int) -> tuple[str, ...]:
    """Names of bodies that `text` means: by name, other name or first letters; those of the ledger before the usual ones,
    whole matches before beginnings, beginnings before parts."""
    words = text.strip().lower()
    own = tuple(known)
    if not words:
        return tuple(organ.name for organ in own)[:limit]
    by_letters = words.isascii() and words.isalpha()
    ranked: dict[str, tuple[int, int]] = {}
    for organ in own:
        names = (organ.name, *organ.aliases)
        _rank(ranked, organ.name, 0, names, _letters(names) if by_letters else (), words)
    for body in usual_bodies():
        _rank(ranked, body.name, _NEAREST.index(body.level), (body.name, *body.aliases), body.letters if by_letters else (), words)
    return tuple(sorted(ranked, key=lambda name: (ranked[name], len(name), name))[:limit])


def matches(organ: Organ, text: str) -> bool:
    """Whether a body is among those that `text` looks for."""
    words = text.strip().lower()
    names = (organ.name, *organ.aliases)
    letters = _letters(names) if words.isascii() and words.isalpha() else ()
    return any(words in one.lower() for one in (*names, *letters))


def _rank(
    ranked: dict[str, tuple[int, int]], name: str, source: int, names: Iterable[str], letters: Iterable[str], words: str
) -> None:
    fits = [_fit(one.lower(), words) for one in (*names, *letters)]
    best = min(fits)
    if best < _NO_FIT and name not in ranked:
        ranked[name] = (best, source)


_NO_FIT: Final = 3


def _fit(name: str, words: str) -> int:
    if name == words:
        return 0
    return 1 if name.startswith(words) else 2 if words in name else _NO_FIT


def _letters(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_spelled(name) for name in names)


_spelled: Callable[[str], str] = cache(initials)


def told_by_name(name: str) -> tuple[Level | None, str | None, str | None]:
    """(level, nature, line) of a body that nobody has described: as the usual body of that name, else as its words tell."""
    for body in usual_bodies():
        if name == body.name or name in body.aliases:
            return body.level, body.nature, body.line
    return guess_level(name), guess_nature(name), guess_line(name)
