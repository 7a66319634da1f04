"""What people see of a seal: a framed box with a few lines of text, drawn with an embedded subset of a font.

Keeps to PDF/A-3u: font embedded, widths true, every glyph mapped to Unicode, no transparency.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import AppearanceContent, ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle

from ..domain.errors.ledger import CannotRead
from .glyphs import Font, read_font, subset, with_parts

MARGIN: Final = 6.0
LARGEST: Final = 10.5
"""Points; a line of 五号."""
LEADING: Final = 1.35
STAND_INS: Final = "〓□?"
"""Drawn for a character that no font has: a blank would hide the loss, and PDF/A forbids the missing-glyph box."""


@dataclass(frozen=True)
class SealStyle(BaseStampStyle):
    """Tells pyHanko to draw `lines` with `letters`."""

    lines: tuple[str, ...] = ()
    letters: Font | None = None

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, Any]) -> Any:
        """Called by pyHanko with the size of the box; its own text parameters are not used."""
        return SealBox(writer, box, self.lines, self.letters) if self.letters else None


class SealBox(AppearanceContent):
    """The box itself. Text shrinks until it fits."""

    def __init__(self, writer: BasePdfFileWriter, box: BoxConstraints, lines: Sequence[str], font: Font) -> None:
        super().__init__(writer=writer, box=box)
        drawn = ["".join(_drawable(font, character) for character in line) for line in lines]
        self._lines = [[font.glyph_of(character) for character in line] for line in drawn]
        self._characters = {font.glyph_of(character): character for line in drawn for character in line}
        self._font = font

    def render(self) -> bytes:
        glyphs = [glyph for line in self._lines for glyph in line]
        order = with_parts(self._font, glyphs)
        self.set_resource(ResourceType.FONT, pdf_name("/F1"), self._embedded(order))
        new = {old: index for index, old in enumerate(order)}
        size = self._size()
        drawn = [b"q 0.5 w 0.35 G %g %g %g %g re S" % (0.5, 0.5, self.box.width - 1, self.box.height - 1)]
        top = (self.box.height + len(self._lines) * size * LEADING) / 2 - size
        drawn.append(b"0 g BT /F1 %g Tf %g TL %g %g Td" % (size, size * LEADING, MARGIN, top))
        for line in self._lines:
            drawn.append(b"<" + b"".join(b"%04x" % new[glyph] for glyph in line) + b"> Tj T*")
        return b"\n".join([*drawn, b"ET Q"])

    def _size(self) -> float:
        widest = max((sum(map(self._font.advance, line)) / self._font.units for line in self._lines), default=0) or 1
        tall = (self.box.height - 2 * MARGIN) / (LEADING * max(len(self._lines), 1))
        return max(1.0, round(min(LARGEST, tall, (self.box.width - 2 * MARGIN) / widest) - 0.005, 2))

    def _embedded(self, order: tuple[int, ...]) -> generic.IndirectObject:
        font, writer = self._font, self._ensure_writer
        file = subset(font, order)
        name = f"/{_tag(file)}+{font.postscript_name.replace(' ', '')}"
        program = _packed(file, Length1=len(file))
        descriptor = _dictionary(
            Type="/FontDescriptor",
            FontName=name,
            Flags=4,
            FontBBox=[self._thousandth(measure) for measure in font.bounds],
            ItalicAngle=0,
            Ascent=self._thousandth(font.ascent_descent[0]),
            Descent=self._thousandth(font.ascent_descent[1]),
            CapHeight=self._thousandth(font.ascent_descent[0]),
            StemV=80,
            FontFile2=writer.add_object(program),
        )
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=name,
            CIDSystemInfo=_dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=writer.add_object(descriptor),
            CIDToGIDMap="/Identity",
            DW=1000,
            W=[0, [self._thousandth(font.advance(glyph)) for glyph in order]],
        )
        unicode_map = _packed(_to_unicode(order, self._characters))
        whole = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=name,
            Encoding="/Identity-H",
            DescendantFonts=[writer.add_object(descendant)],
            ToUnicode=writer.add_object(unicode_map),
        )
        reference: generic.IndirectObject = writer.add_object(whole)
        return reference

    def _thousandth(self, measure: int) -> float:
        return round(measure * 1000 / self._font.units, 2)


def fitting_font(lines: Sequence[str], paths: Sequence[Path]) -> Font:
    """The first font that has every character of `lines`, else the first of all. Raises CannotRead."""
    first: Font | None = None
    for path in paths:
        try:
            font = read_font(path.read_bytes(), path=str(path))
        except OSError as trouble:
            raise CannotRead(path=path, detail=trouble.strerror) from trouble
        if all(font.glyph_of(character) for line in lines for character in line):
            return font
        first = first or font
    if first is None:
        raise CannotRead(path="", detail="TrueType")
    return first


def _drawable(font: Font, character: str) -> str:
    """The character, or what stands in for it; nothing only if the font lacks the question mark too."""
    return next(filter(font.glyph_of, character + STAND_INS), "")


def _tag(file: bytes) -> str:
    """Six capitals that name the subset by its content, so that equal input gives equal bytes."""
    number = zlib.crc32(file)
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _to_unicode(order: tuple[int, ...], characters: dict[int, str]) -> bytes:
    pairs = [
        b"<%04x> <%s>" % (index, characters[glyph].encode("utf-16-be").hex().encode())
        for index, glyph in enumerate(order)
        if glyph in characters
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    return b"\n".join(
        [
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            b"1 begincodespacerange <0000> <ffff> endcodespacerange",
            *(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks),
            b"endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


def _packed(content: bytes, **entries: object) -> generic.StreamObject:
    stream = generic.StreamObject(_dictionary(**entries), stream_data=content)
    stream.compress()  # type: ignore[no-untyped-call]
    return stream


def _dictionary(**entries: object) -> generic.DictionaryObject:
    return generic.DictionaryObject(  # type: ignore[no-untyped-call]
        {pdf_name(f"/{key}"): _written(value) for key, value in entries.items()}
    )


def _written(value: object) -> generic.PdfObject:
    if isinstance(value, generic.PdfObject):
        return value
    if isinstance(value, str):
        return pdf_name(value) if value.startswith("/") else generic.TextStringObject(value)
    if isinstance(value, list):
        return generic.ArrayObject([_written(item) for item in value])
    if isinstance(value, int):
        return generic.NumberObject(value)  # type: ignore[no-untyped-call]
    return generic.FloatObject(value)  # type: ignore[no-untyped-call]
