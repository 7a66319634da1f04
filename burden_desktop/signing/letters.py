"""Whether a letter on a page looks like the letter that its text names: embedded fonts are compared with ours.

Readers of text go by a font's table of characters (/ToUnicode), the eye by its outlines: who holds the key could pair
the outline of 9 with the character 3. Every outline that a page uses must be the one that our fonts give that character.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
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
_NAMED: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,8})>")
_TABLES: Final = frozenset(
    tag.encode() for tag in ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep", "cvt ", "fpgm")
)
_INSTRUCTIONS: Final = (b"cvt ", b"fpgm", b"prep")
"""Programs that could bend an outline."""
_DEEPEST: Final = 4
_BLANK: Final = frozenset("\0 \u00a0\u3000")


def letter_faults(body: Body, pdf: bytes, fonts: Path) -> tuple[Sentence, ...]:
    """Empty where every letter is what it says. `body` is that of `pdf`, `fonts` the folder of ours."""
    odd = sorted({letter for font, codes in _used(body, pdf).items() for letter in _odd(body, pdf, font, codes, fonts)})
    if not odd:
        return ()
    return (say("页面上有字形与文字不符（{letters}）：看到的和读出的可能不同。", letters="".join(odd)[:12]),)


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
    told = body.dictionary(Ref(number))
    described = body.dictionary(told.get("FontDescriptor"))
    named = _characters(stream_of(body, pdf, told.get("ToUnicode")))
    if told.get("Subtype") != Name("TrueType") or "Encoding" in told:
        yield "□"
        return
    try:
        embedded = read_font(stream_of(body, pdf, described.get("FontFile2")), path="")
        glyphs = _glyphs(embedded)
        name = str(told.get("BaseFont")).partition("+")[2]
        ours = our_font(fonts, name)
        if embedded.units != ours.units or not set(embedded.tables) <= _TABLES:
            yield "□"
        if any(_table(embedded, tag) not in (b"", _table(ours, tag)) for tag in _INSTRUCTIONS):
            yield "□"
        for code in codes:
            letter = named.get(code, "")
            if letter not in _BLANK and not (len(letter) == 1 and _same(embedded, glyphs[code], ours, _wanted(fonts, name, letter), 0)):
                yield letter or "□"
            elif letter in _BLANK and code in glyphs and len(_outline(embedded, glyphs[code])) > 0 and letter != "\0":
                yield "□"
    except (CannotRead, struct.error, KeyError, IndexError):
        yield "□"


def _same(one: Font, glyph: int, other: Font, wanted: int, depth: int) -> bool:
    """Whether two outlines are drawn alike; those composed of others part by part."""
    mine, theirs = _outline(one, glyph), _outline(other, wanted)
    parts, wanted_parts = parts_of(mine), parts_of(theirs)
    if not parts or depth > _DEEPEST:
        return mine.rstrip(b"\0") == theirs.rstrip(b"\0")
    if len(parts) != len(wanted_parts) or len(mine) != len(theirs):
        return False
    blank = bytearray(mine), bytearray(theirs)
    for (_, at), (_, there) in zip(parts, wanted_parts, strict=True):
        blank[0][at : at + 2] = blank[1][there : there + 2] = b"\0\0"
    return blank[0] == blank[1] and all(
        _same(one, part, other, its, depth + 1) for (part, _), (its, _) in zip(parts, wanted_parts, strict=True)
    )


def _outline(font: Font, glyph: int) -> bytes:
    return font.outline(glyph)


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
    pairs = (pair for block in _NAMED.findall(table) for pair in _PAIR.findall(block))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}


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


@lru_cache(maxsize=40_000)
def _wanted(folder: Path, name: str, letter: str) -> int:
    """The glyph of a letter in one of ours: looked for once, the same letters stand in every file."""
    return our_font(folder, name).glyph_of(letter)
