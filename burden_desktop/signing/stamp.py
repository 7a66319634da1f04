"""What people see of a seal: a framed box with a few lines of text, drawn with an embedded subset of a font.

Keeps to PDF/A-3u: font embedded, widths true, every glyph mapped to Unicode, no transparency.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
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
FONTS: Final = ("NotoSansSC-Regular", "NotoSerifSC-Full")
"""Of a month's signature; the second where the first lacks a character."""
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


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the box draws: its operators, the glyphs of `font` in their new order, and the character of each."""

    content: bytes
    order: tuple[int, ...]
    characters: dict[int, str]
    font: Font

    @property
    def unicode_table(self) -> bytes:
        return _to_unicode(self.order, self.characters)

    @property
    def advances(self) -> list[float]:
        """In thousandths, by glyph."""
        return [_thousandth(self.font, self.font.advance(glyph)) for glyph in self.order]


def drawing(lines: Sequence[str], font: Font, width: float, height: float) -> Drawing:
    """A frame with text that shrinks until it fits."""
    drawn = ["".join(_drawable(font, character) for character in line) for line in lines]
    glyphs = [[font.glyph_of(character) for character in line] for line in drawn]
    order = with_parts(font, [glyph for line in glyphs for glyph in line])
    new = {old: index for index, old in enumerate(order)}
    widest = max((sum(map(font.advance, line)) / font.units for line in glyphs), default=0) or 1
    tall = (height - 2 * MARGIN) / (LEADING * max(len(glyphs), 1))
    size = max(1.0, round(min(LARGEST, tall, (width - 2 * MARGIN) / widest) - 0.005, 2))
    top = (height + len(glyphs) * size * LEADING) / 2 - size
    parts = [
        b"q 0.5 w 0.35 G %g %g %g %g re S" % (0.5, 0.5, width - 1, height - 1),
        b"0 g BT /F1 %g Tf %g TL %g %g Td" % (size, size * LEADING, MARGIN, top),
        *(b"<" + b"".join(b"%04x" % new[glyph] for glyph in line) + b"> Tj T*" for line in glyphs),
        b"ET Q",
    ]
    return Drawing(b"\n".join(parts), order, {font.glyph_of(letter): letter for line in drawn for letter in line}, font)


class SealBox(AppearanceContent):
    """The box as pyHanko asks for it."""

    def __init__(self, writer: BasePdfFileWriter, box: BoxConstraints, lines: Sequence[str], font: Font) -> None:
        super().__init__(writer=writer, box=box)
        self._drawing, self._font = drawing(lines, font, box.width, box.height), font

    def render(self) -> bytes:
        self.set_resource(ResourceType.FONT, pdf_name("/F1"), self._embedded(self._drawing.order))
        return self._drawing.content

    def _embedded(self, order: tuple[int, ...]) -> generic.IndirectObject:
        font, writer = self._font, self._ensure_writer
        file = subset(font, order)
        name = f"/{_tag(file)}+{font.postscript_name.replace(' ', '')}"
        program = _packed(file, Length1=len(file))
        descriptor = _dictionary(
            Type="/FontDescriptor",
            FontName=name,
            Flags=4,
            FontBBox=[_thousandth(font, measure) for measure in font.bounds],
            ItalicAngle=0,
            Ascent=_thousandth(font, font.ascent_descent[0]),
            Descent=_thousandth(font, font.ascent_descent[1]),
            CapHeight=_thousandth(font, font.ascent_descent[0]),
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
            W=[0, self._drawing.advances],
        )
        unicode_map = _packed(self._drawing.unicode_table)
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


def _thousandth(font: Font, measure: int) -> float:
    return round(measure * 1000 / font.units, 2)


def stamp_lines(point: str, month: str, revision: int, at: datetime) -> tuple[str, ...]:
    """What the visible signature of a month says; `at` in the point's own time."""
    return point, f"{month}基层减负监测月报　第{revision}版", f"电子签名　{at:%Y-%m-%d %H:%M}"


def fitting_font(lines: Sequence[str], paths: Sequence[Path]) -> Font:
    """The first font that has every character of `lines`, else the first of all. Raises CannotRead."""
    return first_fitting(lines, map(_font_at, paths))


def first_fitting(lines: Sequence[str], fonts: Iterable[Font]) -> Font:
    """The same of fonts that were read; the later ones are asked for only where the first does not do."""
    first: Font | None = None
    for font in fonts:
        if all(font.glyph_of(character) for line in lines for character in line):
            return font
        first = first or font
    if first is None:
        raise CannotRead(path="", detail="TrueType")
    return first


def _font_at(path: Path) -> Font:
    try:
        return read_font(path.read_bytes(), path=str(path))
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble


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
