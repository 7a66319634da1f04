"""The text of a picture or of a scanned PDF, by the optional recognition extra; offline, its models come with it.

Large: run it in a `Box` of its own with OCR_MEMORY and OCR_SECONDS.
"""

import importlib
import importlib.util
import logging
from functools import cache
from typing import Any, Final

import pypdfium2

from ...domain.errors.reading import FileTooLarge, RecognitionMissing
from ...domain.texts import say

OCR_MEMORY: Final = 3_000_000_000
OCR_SECONDS: Final = 120.0
"""For a picture or a page."""
MAX_SCANNED_PAGES: Final = 20
_SCALE: Final = 2.0  # 144 dots an inch: a printed 16-point character is about 32 dots high
_SAME_LINE: Final = 0.6  # of a line's height


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None and importlib.util.find_spec("onnxruntime") is not None


def picture_text(name: str, content: bytes) -> str:
    """Raises RecognitionMissing; what a broken picture raises is the box's business."""
    return _recognised(_engine(name), content, name)


def scanned_pages(name: str, content: bytes) -> int:
    """How many pages a PDF of pictures has. Raises RecognitionMissing, and FileTooLarge beyond MAX_SCANNED_PAGES."""
    if not can_recognise():
        raise RecognitionMissing(file=name)
    document = pypdfium2.PdfDocument(content)
    try:
        if len(document) > MAX_SCANNED_PAGES:
            raise FileTooLarge(file=name, size=say("{pages}页", pages=len(document)), limit=say("{pages}页", pages=MAX_SCANNED_PAGES))
        return len(document)
    finally:
        document.close()


def scanned_text(name: str, content: bytes, page: int) -> str:
    """The words of page `page`, from 0. Raises as `picture_text`."""
    engine = _engine(name)
    document = pypdfium2.PdfDocument(content)
    try:
        return _recognised(engine, document[page].render(scale=_SCALE).to_numpy(), name)
    finally:
        document.close()


@cache  # its models take seconds to load, and a process reads one file page by page
def _engine(name: str) -> Any:
    if not can_recognise():
        raise RecognitionMissing(file=name)
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return importlib.import_module("rapidocr").RapidOCR(params={"Global.log_level": "error"})


def _recognised(engine: Any, picture: Any, name: str) -> str:
    """Lines from top to bottom, the pieces of one line from left to right."""
    found = engine(picture)
    if found.boxes is None or found.txts is None:
        return ""
    pieces = sorted(
        (min(y for _, y in box), max(y for _, y in box), min(x for x, _ in box), text) for box, text in zip(found.boxes.tolist(), found.txts, strict=True)
    )
    lines: list[list[tuple[float, float, float, str]]] = []
    for piece in pieces:
        top, bottom = piece[0], piece[1]
        if lines and top - lines[-1][0][0] < _SAME_LINE * (bottom - top):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return "\n".join("  ".join(text for *_, text in sorted(line, key=lambda one: one[2])) for line in lines)
