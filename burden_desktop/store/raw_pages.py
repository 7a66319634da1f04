"""Rows read straight from the pages of a damaged SQLite file, without SQLite: each leaf that is whole gives its rows.

Format: https://www.sqlite.org/fileformat2.html, sections 1.3 (header), 1.6 (leaf pages, overflow), 2.1 (records).
Nothing is believed: what does not decode is passed over. Only reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = int | float | str | bytes | None
Row = tuple[int, tuple[Value, ...]]
"""(rowid, columns)"""

_MAGIC: Final = b"SQLite format 3\x00"
_USUAL_PAGE: Final = 4096
_TABLE_LEAF: Final = 0x0D
_FIXED_LENGTHS: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_LONGEST_CHAIN: Final = 10_000


class _Unreadable(Exception):
    """A cell that does not decode."""


def rows_of(content: bytes) -> Iterator[Row]:
    """Every row of every table leaf that decodes, in the order of the pages; also from leaves that a tree forgot."""
    size = page_size(content)
    for start in range(0, len(content), size):
        page = content[start : start + size]
        header = 100 if start == 0 else 0
        if len(page) < size or page[header] != _TABLE_LEAF:
            continue
        cells = int.from_bytes(page[header + 3 : header + 5], "big")
        for index in range(min(cells, size // 4)):
            place = header + 8 + 2 * index
            try:
                yield _cell(content, size, page, int.from_bytes(page[place : place + 2], "big"))
            except (_Unreadable, IndexError, UnicodeDecodeError):
                continue


def page_size(content: bytes) -> int:
    """As the header says, where it says something possible; else what the program writes."""
    told = int.from_bytes(content[16:18], "big")
    size = 65536 if told == 1 else told
    return size if content.startswith(_MAGIC) and 512 <= size <= 65536 and size & (size - 1) == 0 else _USUAL_PAGE


def told_length(content: bytes) -> int | None:
    """Bytes that the file should have by its header; None where the header does not say."""
    pages = int.from_bytes(content[28:32], "big")
    return pages * page_size(content) if pages and content[24:28] == content[92:96] else None


def _varint(buffer: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = buffer[at + step]
        if step == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    raise _Unreadable


def _cell(content: bytes, size: int, page: bytes, at: int) -> Row:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    local = _local_length(length, size)
    if at + local > size or length > len(content):
        raise _Unreadable
    payload = page[at : at + local]
    if local < length:
        payload += _overflow(content, size, int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
    return rowid, _record(payload)


def _local_length(length: int, usable: int) -> int:
    """How much of a payload stands in the leaf itself."""
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if length <= most:
        return length
    local = least + (length - least) % (usable - 4)
    return local if local <= most else least


def _overflow(content: bytes, size: int, page: int, length: int) -> bytes:
    found = b""
    for _ in range(_LONGEST_CHAIN):
        start = (page - 1) * size
        if page < 1 or start + size > len(content):
            raise _Unreadable
        found += content[start + 4 : start + size]
        if len(found) >= length:
            return found[:length]
        page = int.from_bytes(content[start : start + 4], "big")
    raise _Unreadable


def _record(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    if not 1 <= end <= len(payload):
        raise _Unreadable
    types = []
    while at < end:
        told, at = _varint(payload, at)
        types.append(told)
    values, place = [], end
    for told in types:
        length = _FIXED_LENGTHS[told] if told < 10 else (told - 12) // 2
        if told in (10, 11) or place + length > len(payload):
            raise _Unreadable
        values.append(_value(told, payload[place : place + length]))
        place += length
    return tuple(values)


def _value(told: int, written: bytes) -> Value:
    if told == 0:
        return None
    if told in (8, 9):
        return told - 8
    if told == 7:
        return None  # the program keeps no fractions
    if told < 7:
        return int.from_bytes(written, "big", signed=True)
    return written if told % 2 == 0 else written.decode()
