"""What writes a run of letters on a page: as a PDF does, by codes of embedded subsets, or plainly, to be compared."""

import io
from typing import Any, Final, Protocol

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from .faces import Faces, Run, Style

_SYMBOLIC, _NOT_SYMBOLIC = 4, 32
"""Flags of a font: a subset finds letters by a table of its own (ISO 32000-1, 9.8.2)."""
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
        return _coded(run, size, self.canvas._doc)


def _coded(run: Run, size: float, document: Any) -> str:
    """The run by the codes that its letters have in `document`, which keeps the names of its fonts."""
    font = run.face.font
    parts = font.splitString(run.text, document)
    return " ".join(f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{codes.hex()}> Tj" for subset, codes in parts)


class CodePen:
    """Writes the codes that a PDF would, and makes none: what the pages of a file should hold, to the byte."""

    def __init__(self) -> None:
        self.fontMapping: dict[str, str] = {}  # what reportlab asks of a document
        self.delayedFonts: list[Any] = []

    def write(self, run: Run, size: float) -> str:
        return _coded(run, size, self)

    def letters(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """What the pages call a font → the font's own name, and the letter of each code ("\0" for none)."""
        told = {}
        for font in self.delayedFonts:
            state = font.state[self]
            for number, codes in enumerate(state.subsets):
                drawn = (chr(letter) if state.assignments.get(letter) == number << 8 | code else "\0" for code, letter in enumerate(codes))
                told[f"{state.internalName}+{number}"] = (str(font.fontName), tuple(drawn))
        return told


    def described(self) -> dict[str, dict[str, Any]]:
        """A font's own name → what a PDF tells of its measures."""
        return {str(font.fontName): _measures(font.face) for font in self.delayedFonts}


def _measures(face: Any) -> dict[str, Any]:
    return {
        "Ascent": face.ascent,
        "CapHeight": face.capHeight,
        "Descent": face.descent,
        "Flags": face.flags & ~_NOT_SYMBOLIC | _SYMBOLIC,
        "FontBBox": list(face.bbox),
        "ItalicAngle": face.italicAngle,
        "MissingWidth": face.defaultWidth,
        "StemV": face.stemV,
    }


class PlainPen:
    """Names the font and shows the letters themselves."""

    def write(self, run: Run, size: float) -> str:
        return f"/{run.face.font.fontName} {size:g} Tf {EDGE}{run.text}{EDGE} Tj"
