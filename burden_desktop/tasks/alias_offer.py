"""Whether a name that was read and the body that the clerk wrote instead are one body under two names: asked once, learnt only by a yes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ..domain.bodies.organ import guess_level
from ..intake.likeness import alike

if TYPE_CHECKING:
    from ..store.ledger import Ledger

_ASKED: Final = "aliases_asked"
_SHORTEST: Final = 3
_MOST: Final = 500  # pairs remembered as asked


def is_to_ask(ledger: Ledger, read: str, kept: str) -> bool:
    """True once for each pair of names of which the one may be a shorter or other writing of the other. The name that was read must
    mean no body of the ledger yet."""
    if not _one_body(read, kept) or ledger.organs.named(read) is not None or ledger.organs.named(kept) is None:
        return False
    asked: list[list[str]] = ledger.settings.read(_ASKED, [], json.loads)
    if [read, kept] in asked:
        return False
    ledger.settings.set(_ASKED, json.dumps([*asked, [read, kept]][-_MOST:], ensure_ascii=False))
    return True


def remember(ledger: Ledger, read: str, kept: str) -> None:
    """From now on the name that was read means the body. Raises NameOfAnother."""
    body = ledger.organs.named(kept)
    if body is not None:
        ledger.organ_names.set_aliases(body.id, (*body.aliases, read))


def _one_body(read: str, kept: str) -> bool:
    short, long = sorted((read, kept), key=len)
    if read == kept or len(short) < _SHORTEST or "、" in read + kept:
        return False
    levels = {guess_level(read), guess_level(kept)} - {None}
    left = iter(long)
    return len(levels) < 2 and (all(letter in left for letter in short) or alike(read, kept))
