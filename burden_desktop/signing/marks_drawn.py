"""What the pages of a file draw, mark by mark, with the letters that their fonts' tables name instead of codes.

That each outline is that of its letter is asked in `letters`; here only what is drawn where.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .anatomy import Body
from .letters import characters_of
from .page_contents import WrittenAs, written_pages
from .page_marks import SILENT
from .syntax import Ref

_PIECE: Final = re.compile(r"/(F\d{1,3}(?:\+\d{1,3})?) ([\d.]+) Tf <([0-9a-f]*)> Tj")
_SAME: Final = re.compile(r"(/\S+ [\d.]+ Tf )\x1f([^\x1f]*)\x1f Tj \1\x1f")
_EDGE: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Size in points, and marks in the order of drawing."""

    width: float
    height: float
    marks: tuple[str, ...]


def drawn_pages(body: Body, pdf: bytes) -> tuple[DrawnPage, ...]:
    """Every page of a file whose build was found sound, in reading order."""
    fonts: dict[Ref, tuple[str, Mapping[int, str]]] = {}
    return tuple(_drawn(body, pdf, page, fonts) for page in written_pages(body, pdf))


def _drawn(body: Body, pdf: bytes, page: WrittenAs, known: dict[Ref, tuple[str, Mapping[int, str]]]) -> DrawnPage:
    listed = body.dictionary(body.dictionary(page.told.get("Resources")).get("Font"))
    named = {name: font for name, font in listed.items() if isinstance(font, Ref)}
    for font in named.values():
        if font not in known:
            known[font] = characters_of(body, pdf, font)
    fonts = {name: known[font] for name, font in named.items()}
    lines = (line.strip() for line in page.content.split(b"\n"))
    return DrawnPage(
        page.width,
        page.height,
        marks=tuple(_told(line.decode("latin-1"), fonts) for line in lines if not SILENT.fullmatch(line)),
    )


def _told(line: str, fonts: Mapping[str, tuple[str, Mapping[int, str]]]) -> str:
    """A line with its letters plain; neighbours of one font and size are one run, wherever its subsets were parted."""

    def plain(found: re.Match[str]) -> str:
        name, characters = fonts.get(found[1], ("", {}))
        letters = "".join(characters.get(code, "\0") for code in bytes.fromhex(found[3]))
        return f"/{name} {found[2]} Tf {_EDGE}{letters.replace(_EDGE, chr(0))}{_EDGE} Tj"

    if not line.startswith("BT "):
        return line
    told = _PIECE.sub(plain, line)
    while (joined := _SAME.sub(r"\1" + _EDGE + r"\2", told)) != told:
        told = joined
    return told
