"""Whether a letter on a page looks like the letter that its text names: embedded fonts are compared with ours.

Readers of text go by a font's table of characters (/ToUnicode), the eye by its outlines: who holds the key could pair
the outline of 9 with the character 3. Every outline that a page uses must be the one that our fonts give that character.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..domain.errors.ledger import CannotRead
from ..domain.texts import Sentence, say
from .anatomy import Body
from .glyphs import Font, parts_of, read_font
from .revisions import Part
from .syntax import Name, Ref, Value

_USED: Final = re.compile(rb"/(F\d{1,3}(?:\+\d{1,3})?) [\d.]+ Tf <([0-9a-f]*)> Tj")
_NAMED: Final = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<< /Registry \([\w+-]+\)\n"
    rb"/Ordering \([\w+-]+\)\n/Supplement 0\n>> def\n/CMapName /[\w+-]+ def\n/CMapType 2 def\n1 begincodespacerange\n"
    rb"<00> <[0-9A-F]{2}>\nendcodespacerange\n(\d+) beginbfchar\n((?:<[0-9A-F]{2}> <[0-9A-F]{4,8}>\n)+)endbfchar\nendcmap\n"
    rb"CMapName currentdict /CMap defineresource pop\nend\nend\s*"
)
"""A table of characters as ours are written: no ranges, no other tables, nothing said twice."""
_PAIR: Final = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>")
_TABLES: Final = frozenset(
    tag.encode() for tag in ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep", "cvt ", "fpgm")
)
_COPIED: Final = (b"cvt ", b"fpgm", b"prep", b"name", b"OS/2")
"""Tables that a subset takes over, if at all: programs that could bend an outline among them."""
_RENUMBERED: Final = ((b"head", (8, 12), (50, 52)), (b"hhea", (34, 36)), (b"maxp", (4, 6)))
"""Tables that it takes over but for these places: sums, counts and the form of its lists."""
_FONT: Final = {"BaseFont", "FirstChar", "FontDescriptor", "LastChar", "Name", "Subtype", "ToUnicode", "Type", "Widths"}
_DESCRIBED: Final = {
    "Ascent", "CapHeight", "Descent", "Flags", "FontBBox", "FontFile2", "FontName", "ItalicAngle", "MissingWidth", "StemV", "Type",
}  # fmt: skip
_SYMBOLIC, _BOLD = 4, 1 << 18
"""Flags of a font: letters are found by its own table alone (ISO 32000-1, 9.8.2)."""
_DEEPEST: Final = 4
_NONE: Final = "\0"
Letters = Mapping[str, tuple[str, tuple[str, ...]]]
"""What pages call a font → its own name, and the letter of each code ("\0" for none)."""


def letter_faults(body: Body, pdf: bytes, fonts: Path) -> tuple[Sentence, ...]:
    """Empty where every letter is what it says. `body` is that of `pdf`, `fonts` the folder of ours."""
    odd = sorted({letter for font, codes in _used(body, pdf).items() for letter in _odd(body, pdf, font, codes, fonts)})
    if not odd:
        return ()
    return (say("页面上有字形与文字不符（{letters}）：看到的和读出的可能不同。", letters="".join(odd)[:12]),)


def letters_are(wanted: Letters, body: Body, pdf: bytes, pages: Iterable[Mapping[str, Value]], fonts: Path) -> bool:
    """Whether every page has exactly these fonts, and each code in them looks, counts and copies as its letter."""
    held = {tuple(body.dictionary(body.dictionary(page.get("Resources")).get("Font")).items()) for page in pages}
    if len(held) != 1:
        return False
    (listed,) = held
    named = dict(listed)
    if named.keys() != wanted.keys():
        return False
    for name, (own, letters) in wanted.items():
        font = named[name]
        if not isinstance(font, Ref):
            return False
        codes = {code for code, letter in enumerate(letters) if letter != _NONE}
        told, characters = characters_of(body, pdf, font)
        if told != own or any(characters.get(code) != letters[code] for code in codes):
            return False
        if any(True for _ in _odd(body, pdf, font.number, codes, fonts)):
            return False
    return True


Described = Mapping[str, Mapping[str, Value]]
"""A font's own name → what its description says in numbers."""


def descriptions_are(wanted: Described, body: Body, pages: Iterable[Mapping[str, Value]]) -> bool:
    """Whether every font of the pages bears the name it is called by and is described as ours: height, frame, slant."""
    for page in pages:
        for name, font in body.dictionary(body.dictionary(page.get("Resources")).get("Font")).items():
            told = body.dictionary(font)
            described = body.dictionary(told.get("FontDescriptor"))
            own = wanted.get(str(told.get("BaseFont")).partition("+")[2], {"": None})
            if told.get("Name") != name or any(described.get(key) != value for key, value in own.items()):
                return False
    return True


def _used(body: Body, pdf: bytes) -> Mapping[int, set[int]]:
    """Font object → codes that pages draw with it; -1 stands for a font that is no object of its own."""
    used: dict[int, set[int]] = {}
    for part in body.objects.values():
        if not isinstance(part.value, dict) or part.value.get("Type") != "Page":
            continue
        named = body.dictionary(body.dictionary(part.value.get("Resources")).get("Font"))
        contents = part.value.get("Contents")
        shown = body.objects.get(contents.number) if isinstance(contents, Ref) else None
        for name, codes in set(_USED.findall(unpacked(pdf, shown))):
            font = named.get(name.decode())
            used.setdefault(font.number if isinstance(font, Ref) else -1, set()).update(bytes.fromhex(codes.decode()))
    return used


def _odd(body: Body, pdf: bytes, number: int, codes: set[int], fonts: Path) -> Iterator[str]:
    """Letters of these codes whose outline or place is not that of ours; a box for a font that is built otherwise."""
    told = body.dictionary(Ref(number))
    described = body.dictionary(told.get("FontDescriptor"))
    named = _characters(stream_of(body, pdf, told.get("ToUnicode")))
    widths = [float(width) for width in body.array(told.get("Widths")) if isinstance(width, int | float)]
    try:
        embedded = read_font(stream_of(body, pdf, described.get("FontFile2")), path="")
        name = str(told.get("BaseFont")).partition("+")[2]
        ours = our_font(fonts, name)
        if not (_is_described(told, described, len(widths)) and _is_cut_from(embedded, ours)):
            yield "□"
        glyphs = _glyphs(embedded)
        for code in codes:
            letter = named.get(code, "")
            if letter == _NONE:
                continue
            wanted = ours.glyph_of(letter) if len(letter) == 1 else 0
            wide = ours.advance(wanted) * 1000 / ours.units
            if not (wanted and abs(widths[code] - wide) <= 1 and _same(embedded, glyphs[code], ours, wanted, 0)):
                yield letter or "□"
    except (CannotRead, struct.error, KeyError, IndexError):
        yield "□"


def _is_described(told: Mapping[str, Value], described: Mapping[str, Value], widths: int) -> bool:
    """Whether a font is a plain subset whose letters are found by its own table and stand as wide as it lists."""
    flags = described.get("Flags")
    return (
        told.keys() == _FONT
        and told["Subtype"] == Name("TrueType")
        and (told["FirstChar"], told["LastChar"]) == (0, widths - 1)
        and described.keys() == _DESCRIBED
        and described["FontName"] == told["BaseFont"]
        and type(flags) is int
        and flags & ~_BOLD == _SYMBOLIC
    )


def _is_cut_from(embedded: Font, ours: Font) -> bool:
    """Whether all but outlines, their list and the table of codes stands as in our font."""
    if not set(embedded.tables) <= _TABLES or not _is_whole(embedded):
        return False
    if any(_table(embedded, tag) not in (b"", _table(ours, tag)) for tag in _COPIED):
        return False
    return all(_without(embedded.table(tag), places) == _without(ours.table(tag), places) for tag, *places in _RENUMBERED)


def _is_whole(font: Font) -> bool:
    """Whether each table stands once and the lists are as long as the count of glyphs: what is counted short is not drawn."""
    (listed,) = struct.unpack_from(">H", font.raw, 4)
    (glyphs,) = struct.unpack_from(">H", font.table(b"maxp"), 4)
    (measured,) = struct.unpack_from(">H", font.table(b"hhea"), 34)
    (long,) = struct.unpack_from(">h", font.table(b"head"), 50)
    return (
        listed == len(font.tables)
        and long in (0, 1)
        and len(font.table(b"loca")) == (glyphs + 1) * (4 if long else 2)
        and 0 < measured <= glyphs
        and len(font.table(b"hmtx")) == 4 * measured + 2 * (glyphs - measured)
    )


def _without(table: bytes, places: Sequence[tuple[int, int]]) -> bytes:
    rest = bytearray(table)
    for begins, ends in places:
        rest[begins:ends] = bytes(ends - begins)
    return bytes(rest)


def _same(one: Font, glyph: int, other: Font, wanted: int, depth: int) -> bool:
    """Whether two outlines are drawn alike, in the same place; those composed of others part by part."""
    if one.advance(glyph) != other.advance(wanted) or one.side_bearing(glyph) != other.side_bearing(wanted):
        return False
    mine, theirs = one.outline(glyph), other.outline(wanted)
    parts, wanted_parts = parts_of(mine), parts_of(theirs)
    if not parts or depth > _DEEPEST:
        return mine[: len(theirs)] == theirs and not any(mine[len(theirs) :])
    if len(parts) != len(wanted_parts) or len(mine) != len(theirs):
        return False
    blank = bytearray(mine), bytearray(theirs)
    for (_, at), (_, there) in zip(parts, wanted_parts, strict=True):
        blank[0][at : at + 2] = blank[1][there : there + 2] = b"\0\0"
    return blank[0] == blank[1] and all(
        _same(one, part, other, its, depth + 1) for (part, _), (its, _) in zip(parts, wanted_parts, strict=True)
    )


def _table(font: Font, tag: bytes) -> bytes:
    return font.table(tag) if tag in font.tables else b""


def _glyphs(font: Font) -> Mapping[int, int]:
    """Code → glyph by the one table that our writer makes (platform 1, format 6 or 0). Raises KeyError, struct.error."""
    start = font.tables[b"cmap"][0]
    (count,) = struct.unpack_from(">H", font.raw, start + 2)
    platform, _, offset = struct.unpack_from(">HHI", font.raw, start + 4)
    kind, _, _ = struct.unpack_from(">HHH", font.raw, start + offset)
    if (count, platform, kind) != (1, 1, 6):
        raise KeyError("cmap")
    first, entries = struct.unpack_from(">HH", font.raw, start + offset + 6)
    return dict(enumerate(struct.unpack_from(f">{entries}H", font.raw, start + offset + 10), first))


def characters_of(body: Body, pdf: bytes, font: Value) -> tuple[str, Mapping[int, str]]:
    """The name of a page's font, without its subset's mark, and the letter of each code."""
    told = body.dictionary(font)
    return str(told.get("BaseFont")).partition("+")[2], _characters(stream_of(body, pdf, told.get("ToUnicode")))


def _characters(table: bytes) -> Mapping[int, str]:
    """Code → letter; empty for a table that is written otherwise than ours."""
    whole = _NAMED.fullmatch(table)
    pairs = _PAIR.findall(whole[2]) if whole else []
    told = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}
    return told if whole and len(told) == len(pairs) == int(whole[1]) else {}


def stream_of(body: Body, pdf: bytes, value: Value) -> bytes:
    """The content of the stream that `value` refers to; empty where it refers to none."""
    return unpacked(pdf, body.objects.get(value.number) if isinstance(value, Ref) else None)


def unpacked(pdf: bytes, part: Part | None) -> bytes:
    """A stream's content; its size was looked at before."""
    if part is None or part.stream is None or not isinstance(part.value, dict):
        return b""
    content = pdf[slice(*part.stream)]
    return zlib.decompress(content) if "Filter" in part.value else content


@lru_cache(maxsize=8)
def our_font(folder: Path, name: str) -> Font:
    """One of the program's own fonts, kept as long as the process: it judges many files. Raises CannotRead."""
    if not re.fullmatch(r"[A-Za-z]+-[A-Za-z]+", name):
        raise CannotRead(path=name, detail="TrueType")
    try:
        return read_font((folder / f"{name}.ttf").read_bytes(), path=name)
    except OSError as trouble:
        raise CannotRead(path=name, detail=trouble.strerror) from trouble
