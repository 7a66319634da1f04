"""The text of a .docx in reading order: page heads, paragraphs, text boxes and tables, deleted words left out.

Reads the parts itself: only text is wanted, no DTD is allowed, and every part is bounded before it is unpacked.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ...domain.errors.reading import FileTooLarge, UnreadableFile
from ...domain.texts import say

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY: Final = "word/document.xml"
_MAX_PART: Final = 40 * 1024 * 1024
_LEFT_OUT: Final = frozenset({f"{_W}del", f"{_W}instrText", f"{_W}delText", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def docx_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the document is broken or encrypted, FileTooLarge when a part of it is."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            heads = sorted(part for part in archive.namelist() if part.startswith("word/header") and part.endswith(".xml"))
            lines = [line for part in heads for line in _lines(_part(archive, part, name)) if line.strip()]
            return "\n".join([*dict.fromkeys(lines), *_lines(_part(archive, _BODY, name))])
    except (zipfile.BadZipFile, KeyError, ValueError, ParseError, DefusedXmlException, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    if archive.getinfo(part).file_size > _MAX_PART:
        raise FileTooLarge(file=name, size=f"{archive.getinfo(part).file_size // 1_048_576} MB", limit=f"{_MAX_PART // 1_048_576} MB")
    with archive.open(part) as stream:
        packed = stream.read(_MAX_PART + 1)  # the stated size may lie
    if len(packed) > _MAX_PART:
        raise FileTooLarge(file=name, size=say("解压后过大"), limit=f"{_MAX_PART // 1_048_576} MB")
    root: Element = fromstring(packed, forbid_dtd=True)
    return root


def _lines(root: Element) -> Iterator[str]:
    """Paragraph by paragraph; a table row is one line, its cells kept apart by tabs. Works on a stack: nesting is the file's choice."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            text, boxes = _paragraph(element)
            for box in boxes:
                yield from _flat(box)
            yield text
        elif element.tag == f"{_W}tr":
            cells = ("".join(_flat(cell)).strip() for cell in element if cell.tag == f"{_W}tc")
            yield "\t".join(dict.fromkeys(cells))
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _paragraph(paragraph: Element) -> tuple[str, list[Element]]:
    """The paragraph's own words, and the text boxes anchored in it."""
    words: list[str] = []
    boxes: list[Element] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}txbxContent":
            boxes.append(element)
        elif element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))
    return "".join(words), boxes


def _flat(part: Element) -> Iterator[str]:
    """The paragraphs inside a cell or a text box."""
    waiting = list(reversed(part))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            text, boxes = _paragraph(element)
            yield text
            waiting.extend(boxes)
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))
