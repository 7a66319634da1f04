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
INDEX_LEAF: Final = 0x0A
TABLE_INNER: Final = 0x05
INDEX_INNER: Final = 0x02
_FIXED_LENGTHS: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_LONGEST_CHAIN: Final = 10_000


class _Unreadable(Exception):
    """A cell that does not decode."""


def rows_of(content: bytes) -> Iterator[Row]:
    """Every row of every table leaf that decodes, in the order of the pages; also from leaves that a tree forgot."""
    return (row for _, row in rows_by_page(content))


def rows_by_page(content: bytes) -> Iterator[tuple[int, Row]]:
    """As `rows_of`, with the number of the page, from 1."""
    size = page_size(content)
    for number in range(1, len(content) // size + 1):
        page = content[(number - 1) * size : number * size]
        if page[_header(number)] != _TABLE_LEAF:
            continue
        for at in cells(page, number):
            try:
                yield number, _cell(content, size, page, at)
            except (_Unreadable, IndexError, UnicodeDecodeError):
                continue


def keyed_rows_by_page(content: bytes) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Every entry of every index page that decodes, with the number of the page: so a table without row ids keeps its
    rows, and an index its keys; which of them a page belongs to, its tree tells."""
    size = page_size(content)
    for number in range(1, len(content) // size + 1):
        page = content[(number - 1) * size : number * size]
        kind = page[_header(number)]
        if kind not in (INDEX_LEAF, INDEX_INNER):
            continue
        for at in cells(page, number):
            try:
                yield number, _keyed(content, size, page, at + (4 if kind == INDEX_INNER else 0))
            except (_Unreadable, IndexError, UnicodeDecodeError):
                continue


def _header(number: int) -> int:
    """Where the tree's own header begins in a page: the first page has the file's before it."""
    return 100 if number == 1 else 0


def cells(page: bytes, number: int) -> Iterator[int]:
    """Where the cells of a page begin."""
    header = _header(number)
    count = int.from_bytes(page[header + 3 : header + 5], "big")
    first = header + (12 if page[header] in (TABLE_INNER, INDEX_INNER) else 8)
    for index in range(min(count, len(page) // 4)):
        yield int.from_bytes(page[first + 2 * index : first + 2 * index + 2], "big")


def children(page: bytes, number: int) -> Iterator[int] | None:
    """The pages below an inner page; none below a leaf; None for what is no page of a tree."""
    header = _header(number)
    kind = page[header]
    if kind not in (_TABLE_LEAF, INDEX_LEAF, TABLE_INNER, INDEX_INNER):
        return None
    places = list(cells(page, number))
    if any(not header + 8 <= place < len(page) - 3 for place in places):
        return None
    if kind in (_TABLE_LEAF, INDEX_LEAF):
        return iter(())
    last = int.from_bytes(page[header + 8 : header + 12], "big")
    return iter([*(int.from_bytes(page[place : place + 4], "big") for place in places), last])


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
    local = _local_length(length, size, size - 35)
    if at + local > size or length > len(content):
        raise _Unreadable
    payload = page[at : at + local]
    if local < length:
        payload += _overflow(content, size, int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
    return rowid, _record(payload)


def _keyed(content: bytes, size: int, page: bytes, at: int) -> tuple[Value, ...]:
    """A cell of an index page: a payload without a row id."""
    length, at = _varint(page, at)
    local = _local_length(length, size, (size - 12) * 64 // 255 - 23)
    if at + local > size or length > len(content):
        raise _Unreadable
    payload = page[at : at + local]
    if local < length:
        payload += _overflow(content, size, int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
    return _record(payload)


def _local_length(length: int, usable: int, most: int) -> int:
    """How much of a payload stands in the page itself, which takes at most `most` of one."""
    least = (usable - 12) * 32 // 255 - 23
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
