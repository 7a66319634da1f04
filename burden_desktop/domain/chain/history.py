"""The history chain: every change appends one public entry. Append only.

`digest` = SHA-256(salt ‖ canonical JSON of [before, after]), or of [before, after, beside] where something was told
beside the change: who made it, which step it belongs to, which step it takes back. `hash` = SHA-256 over the
previous hash and the entry's public fields, each on a line of its own. Public entries can be shown to a commission without showing
the records: the random salt keeps short contents from being guessed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from ..digest import sha256_hex

GENESIS: Final = "0" * 64
SALT_BYTES: Final = 16

State = Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A public entry. `seq` counts from 1; `at` is an ISO time with offset; `number` is a record number, a
    month or empty; `digest` and `hash` are 64 hex digits."""

    seq: int
    at: str
    action: str
    kind: str
    number: str
    digest: str
    hash: str

    def public(self) -> dict[str, object]:
        return asdict(self)


def canonical(state: object) -> bytes:
    """The one way to write a value as JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(salt: bytes, before: State, after: State, beside: State = None) -> str:
    told = [before, after] if beside is None else [before, after, beside]
    return sha256_hex(salt + canonical(told))


def link(previous: str, seq: int, at: str, action: str, kind: str, number: str, digest: str) -> str:
    """The hash of an entry: 64 hex digits."""
    return sha256_hex("\n".join((previous, str(seq), at, action, kind, number, digest)).encode())


def is_excused(first: int, reached: int, excused: Sequence[tuple[int, int]]) -> bool:
    """Whether an entry `reached` need not follow where `first` was due: a break from at most there was noted later."""
    return reached >= first and any(bad <= first and reached <= noted for bad, noted in excused)


def first_break(
    entries: Iterable[Entry], head: str = GENESIS, seq: int = 0, excused: Sequence[tuple[int, int]] = ()
) -> int | None:
    """The sequence number at which `entries` stop following from (`head`, `seq`), None if they all follow.

    `excused` are breaks that were noted: (the first entry that does not fit, the entry that says so).
    """
    for entry in entries:
        expected = link(head, entry.seq, entry.at, entry.action, entry.kind, entry.number, entry.digest)
        if (entry.seq != seq + 1 or entry.hash != expected) and not is_excused(seq + 1, entry.seq, excused):
            return seq + 1
        head, seq = entry.hash, entry.seq
    return None
