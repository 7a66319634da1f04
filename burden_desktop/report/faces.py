"""The fonts of the report: which face shows a character, how wide it is, and what no face can show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase.ttfonts import TTFont

BOX: Final = "□"
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


class Style(StrEnum):
    """How a text looks: words in serif, tables in sans, headings in bold."""

    SERIF = "NotoSerifSC-Regular"
    SANS = "NotoSansSC-Regular"
    BOLD = "NotoSansSC-Bold"


_LAST_RESORT: Final = "NotoSerifSC-Full"


class Face:
    """One font file. `widths` maps a character to its advance in thousandths of the size."""

    def __init__(self, folder: Path, name: str) -> None:
        self.font: Any = TTFont(name, str(folder / f"{name}.ttf"))
        # Two files of one family would share object names inside the PDF, and one would overwrite the other.
        self.font.face.name = name.encode("ascii")
        self.characters = frozenset(map(chr, self.font.face.charToGlyph))

    def width(self, character: str) -> float:
        return float(self.font.face.getCharWidth(ord(character)))


class _Widths(dict[str, float]):
    """Advances in ems, filled as characters are met."""

    def __init__(self, faces: "Faces", style: Style) -> None:
        super().__init__()
        self.faces = faces
        self.style = style

    def __missing__(self, character: str) -> float:
        face, shown = self.faces.face_for(character, self.style)
        self[character] = face.width(shown) / 1000
        return self[character]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    face: Face
    text: str


class Faces:
    """All faces of one report, and `missing`: characters that were printed as a box, in order of appearance.

    A fresh one for every report, since a reportlab font remembers the document it writes to; where none is written,
    `read` may be those of a report before.
    """

    def __init__(self, folder: Path, read: "Faces | None" = None) -> None:
        self._folder = folder
        self._read = read
        self._faces: Mapping[Style, Face] = read._faces if read else {style: Face(folder, style.value) for style in Style}
        self._widths = {style: _Widths(self, style) for style in Style}
        self.missing: dict[str, None] = {}

    @cached_property
    def _last_resort(self) -> Face:
        return self._read._last_resort if self._read else Face(self._folder, _LAST_RESORT)

    def face_for(self, character: str, style: Style) -> tuple[Face, str]:
        """The face that shows the character and what it shows; a box for what no face can."""
        face = self._faces[style]
        if character in face.characters:
            return face, character
        if character in self._faces[Style.SERIF].characters:
            return self._faces[Style.SERIF], character
        if character in self._last_resort.characters:
            return self._last_resort, character
        self.missing[character] = None
        return face, BOX

    def note(self, text: str) -> None:
        """Look at the text's characters before it is drawn, so that `missing` is complete."""
        shown = visible(text)
        if not self._faces[Style.SANS].characters.issuperset(shown):
            for character in shown:
                self.face_for(character, Style.SANS)

    def advances(self, style: Style) -> Mapping[str, float]:
        """Advance of every character in ems; look it up with [], which finds any character."""
        return self._widths[style]

    def width(self, text: str, style: Style, size: float) -> float:
        """Advance of the text in points at `size` points."""
        return sum(map(self._widths[style].__getitem__, text)) * size

    def runs(self, text: str, style: Style) -> Iterator[Run]:
        """The text cut where the face changes."""
        face = self._faces[style]
        if face.characters.issuperset(text):
            yield Run(face, text)
            return
        gathered, current = "", face
        for character in text:
            chosen, shown = self.face_for(character, style)
            if chosen is not current and gathered:
                yield Run(current, gathered)
                gathered = ""
            current = chosen
            gathered += shown
        yield Run(current, gathered)


def visible(text: str) -> str:
    """The text without characters that have no picture of their own (controls, directions, variation marks)."""
    return _UNSHOWN.sub("", text)
