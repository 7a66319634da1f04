"""Whether a name that was read and the body that the clerk wrote instead are one body under two names: asked once, learnt only by a yes,
and from then on a notice that is read under the one name is drafted under the other, until that is forgotten."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.bodies.organ import guess_level
from ..intake.likeness import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..domain.reading.draft import Draft, NoticeReading
    from ..store.ledger import Ledger

_ASKED: Final = "aliases_asked"
_SHORTEST: Final = 3
_MOST: Final = 500  # pairs remembered as asked


def is_to_ask(ledger: Ledger, read: str, kept: str) -> bool:
    """True once for each pair of names of which the one may be a shorter or other writing of the other. The name that was read must
    mean no body of the ledger yet."""
    if not _one_body(read, kept) or ledger.organs.named(read) is not None or ledger.organs.named(kept) is None:
        return False
    asked = _asked(ledger)
    if [read, kept] in asked:
        return False
    _set_asked(ledger, [*asked, [read, kept]])
    return True


def remember(ledger: Ledger, read: str, kept: str) -> None:
    """From now on the name that was read means the body. Raises NameOfAnother."""
    body = ledger.organs.named(kept)
    if body is not None:
        ledger.organ_names.set_aliases(body.id, (*body.aliases, read))


def as_remembered(ledger: Ledger, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with the bodies that the clerk meant by what was read. Drafts of one paper go on sharing their reading."""
    told = _meant(ledger)
    readings: dict[int, NoticeReading] = {}
    taken = []
    for draft in drafts:
        organ, reading = draft.values.get("organ"), draft.reading
        if reading is not None and reading.organ and (meant := _respelt(reading.organ, told)) != reading.organ:
            reading = readings.setdefault(id(reading), replace(reading, organ=meant))
        values = {**draft.values, "organ": _respelt(organ, told)} if isinstance(organ, str) else draft.values
        taken.append(replace(draft, values=values, reading=reading))
    return tuple(taken)


def forget(ledger: Ledger, name: str) -> int:
    """A further name means its body no longer → how many records bear it: they are then a body of their own, as they were written."""
    bodies, body = ledger.organs, ledger.organs.named(name)
    if body is None or name not in body.aliases:
        return 0
    count = bodies.records_of(name)
    _set_asked(ledger, [pair for pair in _asked(ledger) if pair[0] != name])
    try:
        bodies.part(name)
    except KeyError:  # it is only a name
        ledger.organ_names.set_aliases(body.id, [other for other in body.aliases if other != name])
    return count


def _meant(ledger: Ledger) -> dict[str, str]:
    """Name as read → the body that was written instead, as long as both are names of one body."""
    meant = {}
    for read, kept in _asked(ledger):
        body = ledger.organs.named(read)
        if body is not None and read in body.aliases and kept in (body.name, *body.aliases):
            meant[read] = kept
    return meant


def _respelt(organ: str, meant: Mapping[str, str]) -> str:
    return "、".join(dict.fromkeys(meant.get(name, name) for name in organ.split("、")))


def _asked(ledger: Ledger) -> list[list[str]]:
    asked: list[list[str]] = ledger.settings.read(_ASKED, [], json.loads)
    return asked


def _set_asked(ledger: Ledger, pairs: Sequence[Sequence[str]]) -> None:
    ledger.settings.set(_ASKED, json.dumps(pairs[-_MOST:], ensure_ascii=False))


def _one_body(read: str, kept: str) -> bool:
    short, long = sorted((read, kept), key=len)
    if read == kept or len(short) < _SHORTEST or "、" in read + kept:
        return False
    levels = {guess_level(read), guess_level(kept)} - {None}
    left = iter(long)
    return len(levels) < 2 and (all(letter in left for letter in short) or alike(read, kept))
