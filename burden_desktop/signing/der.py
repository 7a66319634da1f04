"""Whether bytes are DER in its one allowed writing of lengths (X.690, 10.1): another writing could hide a change."""

from typing import Final

DEEPEST: Final = 40
"""Levels of nesting; a signature container has about twelve."""


def is_strict(content: bytes) -> bool:
    """Every length in `content`, inside as well, is definite and as short as can be, and the items fill it."""
    return _items(content, 0, len(content), 0)


def _items(content: bytes, at: int, end: int, depth: int) -> bool:
    if depth > DEEPEST:
        return False
    while at < end:
        constructed = content[at] & 0x20
        head = _head(content, at, end)
        if head is None:
            return False
        start, length = head
        if start + length > end or (constructed and not _items(content, start, start + length, depth + 1)):
            return False
        at = start + length
    return True


def _head(content: bytes, at: int, end: int) -> tuple[int, int] | None:
    """Where an item's content starts and how long it is; None for loose lengths, long tags (not used here)
    and tag 0, the end mark of indefinite writing: padding would pass for items."""
    if content[at] == 0 or content[at] & 0x1F == 0x1F or at + 2 > end:
        return None
    first = content[at + 1]
    if first < 0x80:
        return at + 2, first
    count = first & 0x7F
    digits = content[at + 2 : at + 2 + count]
    length = int.from_bytes(digits, "big")
    if not 1 <= count <= 4 or len(digits) < count or digits[0] == 0 or length < 0x80:
        return None
    return at + 2 + count, length
