"""PDF values read in the plain way our own writers put them: no comments, no guessing, nothing left over.

Pure and bounded: every reading goes forward, nesting has a limit. Source: ISO 32000-1:2008, 7.3.
"""

import re
from dataclasses import dataclass
from typing import Final

DEEPEST: Final = 24
"""Levels of arrays and dictionaries in one object; ours have seven."""
_TOKEN: Final = re.compile(
    rb"[\0\t\n\f\r ]*(?:"
    rb"(?P<ref>\d{1,7} 0 R(?![^\0\t\n\f\r ()<>\[\]{}/%]))"
    rb"|(?P<number>[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?![^\0\t\n\f\r ()<>\[\]{}/%]))"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]{0,127})"
    rb"|(?P<mark><<|>>|\[|\]|\()"
    rb"|<(?P<hex>[0-9A-Fa-f]*)>"
    rb"|(?P<word>true|false|null)(?![^\0\t\n\f\r ()<>\[\]{}/%])"
    rb")"
)
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")


class NotPlain(Exception):
    """The bytes are not written as our own writers would."""


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to object `number`, generation 0."""

    number: int


Value = None | bool | int | float | bytes | Name | Ref | list["Value"] | dict[str, "Value"]


def value_at(content: bytes, at: int, depth: int = 0) -> tuple[Value, int]:
    """The value that begins at `at` (white space before it is passed over) and the place after it. Raises NotPlain."""
    if depth > DEEPEST:
        raise NotPlain("depth")
    found = _TOKEN.match(content, at)
    if found is None:
        raise NotPlain("token")
    kind, token, end = found.lastgroup, found[found.lastgroup or 0], found.end()
    if kind == "ref":
        return Ref(int(token[:-4])), end
    if kind == "number":
        return (float(token) if b"." in token else int(token)), end
    if kind == "name":
        return Name(_ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), token).decode("latin-1")), end
    if kind == "hex":
        return bytes.fromhex((token + b"0" * (len(token) % 2)).decode()), end
    if kind == "word":
        return {b"true": True, b"false": False, b"null": None}[token], end
    if token == b"(":
        return _string(content, end)
    if token == b"[":
        return _array(content, end, depth)
    if token == b"<<":
        return _dictionary(content, end, depth)
    raise NotPlain("mark")


def _ends(content: bytes, at: int, mark: bytes) -> int | None:
    """The place after `mark`, where nothing but white space stands before it."""
    found = _TOKEN.match(content, at)
    return found.end() if found is not None and found["mark"] == mark else None


def _array(content: bytes, at: int, depth: int) -> tuple[list[Value], int]:
    items: list[Value] = []
    while (end := _ends(content, at, b"]")) is None:
        item, at = value_at(content, at, depth + 1)
        items.append(item)
    return items, end


def _dictionary(content: bytes, at: int, depth: int) -> tuple[dict[str, Value], int]:
    entries: dict[str, Value] = {}
    while (end := _ends(content, at, b">>")) is None:
        key, at = value_at(content, at, depth + 1)
        if not isinstance(key, Name) or key in entries:
            raise NotPlain("key")
        entries[key], at = value_at(content, at, depth + 1)
    return entries, end


_STRING: Final = re.compile(rb"[^()\\]*")
_OCTAL: Final = re.compile(rb"[0-7]{1,3}")
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _string(content: bytes, at: int) -> tuple[bytes, int]:
    parts: list[bytes] = []
    depth = 1
    while True:
        plain = _STRING.match(content, at)
        parts.append(plain[0] if plain else b"")
        at += len(parts[-1])
        mark = content[at : at + 1]
        if mark == b"":
            raise NotPlain("string")
        if mark == b"\\":
            octal = _OCTAL.match(content, at + 1)
            letter = content[at + 1 : at + 2]
            parts.append(bytes([int(octal[0], 8) & 0xFF]) if octal else _LETTERS.get(letter, letter))
            at += 1 + (len(octal[0]) if octal else 1)
            continue
        at += 1
        depth += 1 if mark == b"(" else -1
        if depth == 0:
            return b"".join(parts), at
        parts.append(mark)
