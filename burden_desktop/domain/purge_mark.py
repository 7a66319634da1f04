"""What is kept of a purged record so that its register does not bring it back: the day, and a salted slow hash of its words.

Nobody reads the words out of it; who guesses them can make sure, at some 50 ms a guess, and has the register already.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from .kind import Kind

SALT_BYTES: Final = 16
_COST: Final = {"n": 2**14, "r": 8, "p": 1}
"""scrypt (RFC 7914): 16 MB and some 50 ms for each try."""
_NOT_WORDS: Final = re.compile(r"[\W_]+")

Mark = Mapping[str, Any]
"""`salt` in hexadecimal, and `seen`: pairs of an ISO day, empty where none is known, and a hash in hexadecimal."""


def mark_of(kind: Kind, states: Iterable[Mapping[str, Any]], salt: bytes) -> dict[str, Any]:
    """The mark of a record that at one time or another was in these states."""
    seen = {(day, words) for state in states for day, words in _told(kind, state)}
    return {"salt": salt.hex(), "seen": sorted([day, _hash(words, salt.hex())] for day, words in seen)}


def bears(kind: Kind, values: Mapping[str, Any], mark: Mark) -> bool:
    """Whether a row says what the purged record said, in title or document number, on the same day."""
    seen = {(str(day), str(told)) for day, told in mark.get("seen", ())}
    days = {day for day, _ in seen}
    return any(day in days and (day, _hash(words, str(mark["salt"]))) in seen for day, words in _told(kind, values))


def _told(kind: Kind, state: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    day = str(state.get(kind.dated_by) or "")
    for name in {kind.titled_by, "doc_no"}:
        words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", str(state.get(name) or "")))
        if words:
            yield day, f"{name}:{words}"


@cache
def _hash(words: str, salt: str) -> str:
    return hashlib.scrypt(words.encode(), salt=bytes.fromhex(salt), **_COST)[:SALT_BYTES].hex()
