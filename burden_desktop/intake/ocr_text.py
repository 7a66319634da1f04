"""The text of a picture or of a scanned PDF, by the optional recognition extra; offline, its models come with it.

Large: run it in a `Box` of its own with OCR_MEMORY and OCR_SECONDS.
"""

import importlib
import importlib.util
import logging
from typing import Any, Final

import pypdfium2

from ..domain.errors.reading import FileTooLarge, UnreadableFile
from ..domain.texts import say

OCR_MEMORY: Final = 3_000_000_000
OCR_SECONDS: Final = 120.0
MAX_SCANNED_PAGES: Final = 20
_SCALE: Final = 2.0  # 144 dots an inch: a printed 16-point character is about 32 dots high
_SAME_LINE: Final = 0.6  # of a line's height


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None and importlib.util.find_spec("onnxruntime") is not None


def picture_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the picture is broken or the extra is missing."""
    return _recognised(_engine(name), content, name)


def scanned_text(name: str, content: bytes) -> str:
    """A PDF of pictures, page by page. Raises as `picture_text`, and FileTooLarge beyond MAX_SCANNED_PAGES."""
    engine = _engine(name)
    document = pypdfium2.PdfDocument(content)
    try:
        if len(document) > MAX_SCANNED_PAGES:
            raise FileTooLarge(file=name, size=say("{pages}页", pages=len(document)), limit=say("{pages}页", pages=MAX_SCANNED_PAGES))
        return "\n".join(_recognised(engine, document[index].render(scale=_SCALE).to_numpy(), name) for index in range(len(document)))
    finally:
        document.close()


def _engine(name: str) -> Any:
    if not can_recognise():
        raise UnreadableFile(file=name, detail=say("图片要先识别文字，请粘贴文字或装上识别组件"))
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
