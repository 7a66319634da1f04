"""What writes a run of letters on a page: as a PDF does, by codes of embedded subsets, or plainly, to be compared."""

import io
from typing import Any, Final, Protocol

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from .faces import Faces, Run, Style

EDGE: Final = "\x1f"
"""Around plain letters: no text that is shown holds it."""


class Pen(Protocol):
    """Writes a run at `size` points from where the page's text stands."""

    def write(self, run: Run, size: float) -> str: ...


class PdfPen:
    """Writes for a canvas of reportlab, which embeds what was written."""

    def __init__(self, faces: Faces) -> None:
        # Uncompressed: the archive compresses, and reportlab would spend most of its time on ASCII85.
        # The canvas asks for its first font by name; the default would be Helvetica, which is not embedded.
        first = next(faces.runs(" ", Style.SERIF)).face.font
        pdfmetrics.registerFont(first)
        self.buffer = io.BytesIO()
        self.canvas: Any = Canvas(self.buffer, pagesize=A4, invariant=1, pageCompression=0, initialFontName=first.fontName)

    def write(self, run: Run, size: float) -> str:
        font, document = run.face.font, self.canvas._doc
        parts = font.splitString(run.text, document)
        return " ".join(
            f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{codes.hex()}> Tj" for subset, codes in parts
        )


class PlainPen:
    """Names the font and shows the letters themselves."""

    def write(self, run: Run, size: float) -> str:
        return f"/{run.face.font.fontName} {size:g} Tf {EDGE}{run.text}{EDGE} Tj"
