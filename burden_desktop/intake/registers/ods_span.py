"""Merged cells of an .ods file, which the workbook reader does not tell; they decide what fills down."""

import zipfile
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError  # nosec - types only, parsing is defused

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MAX_BYTES: Final = 100 * 1024 * 1024
_MAX_ROWS: Final = 100_000
Span = tuple[tuple[int, int], tuple[int, int]]


def ods_spans(content: bytes) -> dict[str, tuple[Span, ...]]:
    """Sheet name → merged cells, rows and columns from 0, inclusive; {} when the file is no .ods or cannot be read so."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if "content.xml" not in archive.namelist() or archive.getinfo("content.xml").file_size > _MAX_BYTES:
                return {}
            root = fromstring(archive.read("content.xml"))
        return {table.get(f"{_TABLE}name", ""): tuple(_spans(table)) for table in root.iter(f"{_TABLE}table")}
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, ValueError):
        return {}  # the workbook reader has the last word on a broken file


def _spans(table: Element) -> list[Span]:
    spans: list[Span] = []
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            tall, wide = (int(cell.get(f"{_TABLE}number-{way}-spanned", "1")) for way in ("rows", "columns"))
            if tall > 1 or wide > 1:
                spans.append(((row, column), (min(row + tall - 1, _MAX_ROWS), column + wide - 1)))
            column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
    return spans
