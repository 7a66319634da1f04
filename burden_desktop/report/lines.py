"""Breaking Chinese text into lines: closing marks never begin a line, opening marks never end one.

Latin words, numbers with their units, dates and record numbers stay whole unless a line is too short for them. Source: GB/T
15834-2011, 5.1 (position of punctuation marks).
"""

import re
from typing import Final

from .faces import Faces, Style, visible

NEVER_FIRST: Final = "，。；：？！、）》」』”’〕】〉﹞…—·～,.;:?!)]}%％‰℃"
NEVER_LAST: Final = "（《「『“‘〔【〈﹝([{¥￥№"
_WORD: Final = r"[A-Za-z0-9À-ɏ_@#&+/=.:~\-]"
_NUMBER = r"[\u4e00-\u9fff]\d{4}-\d{4,}"  # a record number: 收2026-0031
_COUNTED = r"\d+(?:\.\d+)?(?:场次|件次|张次|小时|分钟|[件项次张块个条年月日人])"  # a number and its unit: 49件
_PIECE = re.compile(
    rf"[{re.escape(NEVER_LAST)}]*(?:{_NUMBER}|{_COUNTED}|{_WORD}+|\s+|.)?[{re.escape(NEVER_FIRST)}]*", re.DOTALL
)


class Breaker:
    """Breaks texts for one style and size. Remembers short texts, since tables repeat them."""

    def __init__(self, faces: Faces, style: Style, size: float) -> None:
        self._faces = faces
        self._style = style
        self._size = size
        self._advances = faces.advances(style)
        self._known: dict[tuple[str, float], tuple[str, ...]] = {}

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The lines of `text` in `width` points, at least one; line feeds in the text end a line."""
        known = self._known.get((text, width))
        if known is None:
            found = [line for part in text.split("\n") for line in self._break(visible(part), width)]
            known = self._known[(text, width)] = tuple(found)
        return known

    def _measure(self, text: str) -> float:
        return self._faces.width(text, self._style, self._size)

    def _break(self, text: str, width: float) -> list[str]:
        if self._measure(text) <= width:
            return [text]
        lines: list[str] = []
        line, used = "", 0.0
        advances, size = self._advances, self._size
        for piece in _PIECE.findall(text):
            long = (advances[piece] if len(piece) == 1 else sum(map(advances.__getitem__, piece))) * size
            if used + long > width and line:
                lines.append(line.rstrip())
                line, used = "", 0.0
                if piece.isspace():
                    continue
            if long > width:
                *full, line = self._cut(piece, width)
                lines.extend(full)
                used = self._measure(line)
            else:
                line += piece
                used += long
        if line.rstrip() or not lines:
            lines.append(line.rstrip())
        return lines

    def _cut(self, piece: str, width: float) -> list[str]:
        """A piece wider than a line, cut where it must be."""
        parts, part = [], ""
        for character in piece:
            if part and self._measure(part + character) > width:
                parts.append(part)
                part = ""
            part += character
        return [*parts, part]
