"""What is kept of a purged record so that its register does not bring it back: the day, and salted slow hashes of its words.

Nobody reads the words out of it; who guesses them can make sure, at some 50 ms a guess, and has the register already.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from functools import cache
from typing import Any, Final, NamedTuple

from .bodies.organ import lead_organ
from .kind import Kind

SALT_BYTES: Final = 16
_COST: Final = {"n": 2**14, "r": 8, "p": 1}
"""scrypt (RFC 7914): 16 MB and some 50 ms for each try."""
_NOT_WORDS: Final = re.compile(r"[\W_]+")

Mark = Mapping[str, Any]
"""`salt` in hexadecimal, and `seen`: an ISO day, empty where none is known, and hashes in hexadecimal of title, document
number and body, each empty where there was none; four words for each state that the record was in. Marks of the first
form hold pairs, of a day and the hash of a title or a number: they still tell that a row is possibly the record."""
_PAIR: Final = 2


class Likeness(IntEnum):
    """Whether a row is the purged record: another paper, possibly that one, or that one to the letter."""

    ANOTHER = 0
    POSSIBLE = 1
    SAME = 2


class _Told(NamedTuple):
    day: str
    title: str
    number: str
    body: str


def mark_of(kind: Kind, states: Iterable[Mapping[str, Any]], salt: bytes) -> dict[str, Any]:
    """The mark of a record that at one time or another was in these states."""
    told = {_told(kind, state) for state in states}
    hashed = sorted([one.day, *(_hash(words, salt.hex()) for words in one[1:])] for one in told)
    return {"salt": salt.hex(), "seen": hashed}


def likeness(kind: Kind, values: Mapping[str, Any], mark: Mark, called: Callable[[str], Iterable[str]] = lambda _: ()) -> Likeness:
    """How like a row is to what the purged record said at one time. A number or a body that differs speaks against it;
    `called` gives the other names of a body.

    Title and number alike say that it is possibly the same where the rest is not known of both.
    """
    row, salt = _told(kind, values), str(mark.get("salt", ""))
    states = [_Told(*map(str, state)) for state in mark.get("seen", ()) if len(state) == len(_Told._fields)]
    names = [row.body, *map(_body, called(str(values.get("organ") or "")))]
    paired = {str(pair[1]) for pair in mark.get("seen", ()) if len(pair) == _PAIR and str(pair[0]) == row.day}
    first = [Likeness.POSSIBLE for words in (row.title, row.number) if words and paired and _hash(words, salt) in paired]
    return max((*first, *(_like(row, state, salt, names) for state in states if state.day == row.day)), default=Likeness.ANOTHER)


def _like(row: _Told, state: _Told, salt: str, names: Iterable[str]) -> Likeness:
    title = bool(row.title) and _hash(row.title, salt) == state.title
    number = bool(row.number) and _hash(row.number, salt) == state.number
    if not (title or number) or (row.number and state.number and not number):
        return Likeness.ANOTHER
    body = any(_hash(name, salt) == state.body for name in names)
    if not body and row.body and state.body and not number:
        return Likeness.ANOTHER
    whole = title and body and (number or not (row.number or state.number))
    return Likeness.SAME if whole else Likeness.POSSIBLE


def _told(kind: Kind, state: Mapping[str, Any]) -> _Told:
    day = str(state.get(kind.dated_by) or "")
    return _Told(day, _words(kind.titled_by, state), _words("doc_no", state), _body(str(state.get("organ") or "")))


def _body(organ: str) -> str:
    return _words("organ", {"organ": lead_organ(organ)})


def _words(name: str, state: Mapping[str, Any]) -> str:
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", str(state.get(name) or "")))
    return words and f"{name}:{words}"


@cache
def _hash(words: str, salt: str) -> str:
    return words and hashlib.scrypt(words.encode(), salt=bytes.fromhex(salt), **_COST)[:SALT_BYTES].hex()
