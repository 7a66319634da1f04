"""A TrueType font cut down to the few characters of a seal. Pure, deterministic, and quick: only read what is used.

pyHanko's own way needs HarfBuzz and fontTools, gives the subset a random name and takes 0.25 s; the seal's text needs
no shaping. Source: OpenType specification 1.9 (`head hhea maxp hmtx loca glyf cmap`).
"""

import struct
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..domain.errors.ledger import CannotRead

_KEPT = (b"cvt ", b"fpgm", b"prep")
_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80


@dataclass(frozen=True)
class Font:
    """A whole TrueType font. `units` per em; all measures below are in them."""

    raw: bytes
    tables: Mapping[bytes, tuple[int, int]]

    def table(self, tag: bytes) -> bytes:
        start, length = self.tables[tag]
        return self.raw[start : start + length]

    @cached_property
    def units(self) -> int:
        return int(struct.unpack_from(">H", self.raw, self.tables[b"head"][0] + 18)[0])

    @cached_property
    def ascent_descent(self) -> tuple[int, int]:
        ascent, descent = struct.unpack_from(">hh", self.raw, self.tables[b"hhea"][0] + 4)
        return ascent, descent

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        x1, y1, x2, y2 = struct.unpack_from(">hhhh", self.raw, self.tables[b"head"][0] + 36)
        return x1, y1, x2, y2

    @cached_property
    def postscript_name(self) -> str:
        start = self.tables[b"name"][0]
        _, count, storage = struct.unpack_from(">HHH", self.raw, start)
        for entry in range(count):
            platform, _, _, name, length, offset = struct.unpack_from(">6H", self.raw, start + 6 + 12 * entry)
            if name == 6:
                text = self.raw[start + storage + offset :][:length]
                return text.decode("utf-16-be" if platform != 1 else "latin-1")
        return "Seal"

    @cached_property
    def _hmetrics(self) -> int:
        return int(struct.unpack_from(">H", self.raw, self.tables[b"hhea"][0] + 34)[0])

    @cached_property
    def _long_loca(self) -> bool:
        return bool(struct.unpack_from(">h", self.raw, self.tables[b"head"][0] + 50)[0])

    def advance(self, glyph: int) -> int:
        return int(struct.unpack_from(">H", self.raw, self.tables[b"hmtx"][0] + 4 * min(glyph, self._hmetrics - 1))[0])

    def side_bearing(self, glyph: int) -> int:
        start, count = self.tables[b"hmtx"][0], self._hmetrics
        at = start + 4 * glyph + 2 if glyph < count else start + 4 * count + 2 * (glyph - count)
        return int(struct.unpack_from(">h", self.raw, at)[0])

    def outline(self, glyph: int) -> bytes:
        loca, glyf = self.tables[b"loca"][0], self.tables[b"glyf"][0]
        if self._long_loca:
            first, last = struct.unpack_from(">II", self.raw, loca + 4 * glyph)
        else:
            first, last = (2 * place for place in struct.unpack_from(">HH", self.raw, loca + 2 * glyph))
        return self.raw[glyf + first : glyf + last]

    def glyph_of(self, character: str) -> int:
        """The glyph of a character, 0 (a box) when the font has none."""
        found = self._known.get(character)
        if found is None:
            found = self._known[character] = self._mapping(ord(character))
        return found

    @cached_property
    def _known(self) -> dict[str, int]:
        """Characters that were asked for: the same stand in every file."""
        return {}

    def _mapping(self, code: int) -> int:
        start = self.tables[b"cmap"][0]
        (count,) = struct.unpack_from(">H", self.raw, start + 2)
        offsets = [struct.unpack_from(">HHI", self.raw, start + 4 + 8 * entry) for entry in range(count)]
        for platform, _, offset in offsets:
            if platform not in (0, 3):
                continue
            (kind,) = struct.unpack_from(">H", self.raw, start + offset)
            glyph = {4: self._segment, 12: self._group}.get(kind, _none)(start + offset, code)
            if glyph:
                return glyph
        return 0

    def _segment(self, at: int, code: int) -> int:
        (double,) = struct.unpack_from(">H", self.raw, at + 6)
        count = double // 2
        if code > 0xFFFF:
            return 0
        ends = struct.unpack_from(f">{count}H", self.raw, at + 14)
        index = bisect_left(ends, code)
        if index == count:
            return 0
        starts = at + 16 + double
        (begin,) = struct.unpack_from(">H", self.raw, starts + 2 * index)
        if code < begin:
            return 0
        (delta,) = struct.unpack_from(">H", self.raw, starts + double + 2 * index)
        place = starts + 2 * double + 2 * index
        (offset,) = struct.unpack_from(">H", self.raw, place)
        if not offset:
            return int((code + delta) & 0xFFFF)
        (glyph,) = struct.unpack_from(">H", self.raw, place + offset + 2 * (code - begin))
        return int((glyph + delta) & 0xFFFF) if glyph else 0

    def _group(self, at: int, code: int) -> int:
        (count,) = struct.unpack_from(">I", self.raw, at + 12)
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            first, last, glyph = struct.unpack_from(">III", self.raw, at + 16 + 12 * middle)
            if code < first:
                high = middle
            elif code > last:
                low = middle + 1
            else:
                return int(glyph + code - first)
        return 0


def _none(at: int, code: int) -> int:
    """Other cmap formats say nothing that 4 and 12 do not."""
    return 0


def read_font(raw: bytes, *, path: str) -> Font:
    """Raises CannotRead for anything but a TrueType font with outlines in `glyf`."""
    try:
        (version, count) = struct.unpack_from(">IH", raw)
        tables = {}
        for entry in range(count):
            tag, _, start, length = struct.unpack_from(">4sIII", raw, 12 + 16 * entry)
            tables[tag] = (start, length)
    except struct.error as trouble:
        raise CannotRead(path=path, detail="TrueType") from trouble
    if version != 0x00010000 or not {b"glyf", b"loca", b"cmap", b"head", b"hhea", b"hmtx", b"maxp"} <= set(tables):
        raise CannotRead(path=path, detail="TrueType")
    return Font(raw, tables)


def with_parts(font: Font, glyphs: Iterable[int]) -> tuple[int, ...]:
    """Glyph 0, the glyphs asked for, and whatever they are composed of, in order of first need."""
    order = list(dict.fromkeys([0, *glyphs]))
    for glyph in order:  # grows while it is walked
        order.extend(part for part, _ in parts_of(font.outline(glyph)) if part not in order)
    return tuple(order)


def subset(font: Font, order: tuple[int, ...]) -> bytes:
    """A font file whose glyph i is `order[i]` of `font`."""
    new = {old: index for index, old in enumerate(order)}
    outlines, places = bytearray(), [0]
    for glyph in order:
        outline = bytearray(font.outline(glyph))
        for part, at in parts_of(bytes(outline)):
            struct.pack_into(">H", outline, at, new[part])
        outlines += outline + bytes(-len(outline) % 4)
        places.append(len(outlines))
    head = bytearray(font.table(b"head"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    hhea = bytearray(font.table(b"hhea"))
    struct.pack_into(">H", hhea, 34, len(order))
    maxp = bytearray(font.table(b"maxp"))
    struct.pack_into(">H", maxp, 4, len(order))
    tables = {
        b"glyf": bytes(outlines),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"hmtx": b"".join(struct.pack(">Hh", font.advance(glyph), font.side_bearing(glyph)) for glyph in order),
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"maxp": bytes(maxp),
        **{tag: font.table(tag) for tag in _KEPT if tag in font.tables},
    }
    return _font_file(tables)


def parts_of(outline: bytes) -> list[tuple[int, int]]:
    """Components of a composite glyph: (glyph, where its number stands). None for a simple glyph."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, flags = [], 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        found.append((part, at + 2))
        at += 4 + (4 if flags & _ARGS_ARE_WORDS else 2)
        at += 2 if flags & _HAS_SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
    return found


def _font_file(tables: Mapping[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    directory, body, start = b"", b"", len(header) + 16 * count
    adjust_at = 0
    for tag, content in sorted(tables.items()):
        if tag == b"head":
            adjust_at = start + len(body) + 8
        directory += struct.pack(">4sIII", tag, _sum(content), start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    file = bytearray(header + directory + body)
    struct.pack_into(">I", file, adjust_at, (0xB1B0AFBA - _sum(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _sum(content: bytes) -> int:
    padded = content + bytes(-len(content) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
