"""Something in the ledger that does not fit the entry that told of it last."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...domain.chain.history import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Strange:
    """`seq` is the entry that it does not fit; behind the head for what no entry told of. `what` names the thing,
    `mark` is a digest of how it looks, `months` are those in which it counts, `number` that of what stands for a time."""

    seq: int
    what: str
    mark: str
    months: frozenset[str] = frozenset()
    number: str = ""


def strange(seq: int, what: str, looks: object, *, months: Iterable[object] = (), number: str = "") -> Strange:
    """`looks` is anything that JSON can tell."""
    mark = hashlib.sha256(canonical(looks)).hexdigest()
    return Strange(seq, what, mark, frozenset(str(month) for month in months if month), number)


def readable(text: str | None) -> dict[str, Any]:
    """What a kept content says; nothing where it was altered beyond reading."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
