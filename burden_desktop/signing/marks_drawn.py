"""What the pages of a file draw, mark by mark, with the letters that their fonts' tables name instead of codes.

That each outline is that of its letter is asked in `letters`; here only what is drawn where.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from .anatomy import Body
from .letters import characters_of, unpacked
from .page_marks import SILENT
from .syntax import Ref, Value

_PIECE: Final = re.compile(r"/(F\d{1,3}(?:\+\d{1,3})?) ([\d.]+) Tf <([0-9a-f]*)> Tj")
_SAME: Final = re.compile(r"(/\S+ [\d.]+ Tf )\x1f([^\x1f]*)\x1f Tj \1\x1f")
_EDGE: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Size in points, marks in the order of drawing, and the boxes of what lies on it."""

    width: float
    height: float
    marks: tuple[str, ...]
    boxes: tuple[tuple[float, ...], ...]


def drawn_pages(body: Body, pdf: bytes) -> tuple[DrawnPage, ...]:
    """Every page of a file whose build was found sound, in reading order."""
    fonts: dict[Ref, tuple[str, Mapping[int, str]]] = {}
    return tuple(_drawn(body, pdf, page, fonts) for page in _leaves(body, body.dictionary(body.trailer.get("Root")).get("Pages")))


def _leaves(body: Body, node: Value) -> Iterator[Mapping[str, Value]]:
    told = body.dictionary(node)
    if told.get("Type") == "Pages":
        for kid in body.array(told.get("Kids")):
            yield from _leaves(body, kid)
    else:
        yield told


def _drawn(body: Body, pdf: bytes, page: Mapping[str, Value], known: dict[Ref, tuple[str, Mapping[int, str]]]) -> DrawnPage:
    listed = body.dictionary(body.dictionary(page.get("Resources")).get("Font"))
    named = {name: font for name, font in listed.items() if isinstance(font, Ref)}
    for font in named.values():
        if font not in known:
            known[font] = characters_of(body, pdf, font)
    fonts = {name: known[font] for name, font in named.items()}
    contents = page.get("Contents")
    content = unpacked(pdf, body.objects.get(contents.number) if isinstance(contents, Ref) else None)
    lines = (line.strip() for line in content.split(b"\n"))
    _, _, width, height = _numbers(body.array(page.get("MediaBox")))
    return DrawnPage(
        width,
        height,
        marks=tuple(_told(line.decode("latin-1"), fonts) for line in lines if not SILENT.fullmatch(line)),
        boxes=tuple(_numbers(body.array(body.dictionary(one).get("Rect"))) for one in body.array(page.get("Annots"))),
    )


def _numbers(values: list[Value]) -> tuple[float, ...]:
    return tuple(float(value) for value in values if isinstance(value, int | float))


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
