"""Whether a workbook is so plainly built that its reader can be trusted with it in the program's own process.

Only an .xlsx can show that: everything in it is unpacked and counted before, so a bomb or a cell far out is seen.
"""

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final

from ...domain.errors.reading import FileTooLarge

MAX_UNPACKED: Final = 100 * 1024 * 1024
_PLAIN_UNPACKED: Final = 20 * 1024 * 1024
_MAX_CELLS: Final = 2_000_000
_PLACE: Final = re.compile(rb"\sr\s*=\s*[\"']([^\"']*)")
_DIGITS: Final = b"0123456789"
_LETTERS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HEADER: Final = 30  # bytes of a local file header before its names


def is_plain(content: bytes, file: str) -> bool:
    """False when the reader must be boxed. Raises FileTooLarge for what unpacks beyond MAX_UNPACKED."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if not any(entry.filename == "xl/workbook.xml" for entry in entries):
                return False
            return _all_plain(content, entries, file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError):
        return False


def _all_plain(content: bytes, entries: list[zipfile.ZipInfo], file: str) -> bool:
    said = sum(entry.file_size for entry in entries)
    if said > MAX_UNPACKED:
        raise FileTooLarge(file=file, size=f"解开后 {said // 1_048_576} MB", limit=f"{MAX_UNPACKED // 1_048_576} MB")
    if said > _PLAIN_UNPACKED:
        return False
    for entry in entries:
        unpacked = _unpack(content, entry, entry.file_size + 1)
        if unpacked is None or len(unpacked) != entry.file_size:
            return False
        if entry.filename.startswith("xl/worksheets/") and not _near(unpacked):
            return False
    return True


def _unpack(content: bytes, entry: zipfile.ZipInfo, limit: int) -> bytes | None:
    """What really is in it, whatever size it says; at most `limit` bytes. None when it is packed in another way."""
    at = entry.header_offset
    if content[at : at + 4] != b"PK\x03\x04":
        return None
    start = at + _HEADER + int.from_bytes(content[at + 26 : at + 28], "little") + int.from_bytes(content[at + 28 : at + 30], "little")
    raw = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return raw[:limit]
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        return None
    return zlib.decompressobj(-15).decompress(raw, limit)


def _near(sheet: bytes) -> bool:
    """Whether the cells stand near enough to each other to be laid out as a table."""
    if b"<!DOCTYPE" in sheet:
        return False
    places = _PLACE.findall(sheet)
    columns = {place.rstrip(_DIGITS).upper() for place in places}
    rows = {place.lstrip(_LETTERS) for place in places}
    if not all(len(column) <= 3 and (column.isalpha() or not column) for column in columns):
        return False
    if not all(len(row) <= 7 and row.isdigit() for row in rows):
        return False
    return max(map(int, rows), default=0) * max(map(_number, columns), default=0) <= _MAX_CELLS


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
