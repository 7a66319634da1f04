"""The font subset of a seal: the same outlines under new numbers, also for glyphs composed of others."""

import struct
from pathlib import Path

import pytest
import reportlab
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519

from burden_desktop.signing.glyphs import Font, read_font, subset, with_parts
from burden_desktop.signing.identity import Identity
from burden_desktop.signing.suitable import may_issue, shows_intent, strong_key

from .month_on_paper import FONT, NOW

LATIN = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@pytest.fixture(scope="module")
def chinese() -> Font:
    return read_font(FONT.read_bytes(), path="a")


@pytest.fixture(scope="module")
def latin() -> Font:
    return read_font(LATIN.read_bytes(), path="a")


def directory(file: bytes) -> Font:
    """A subset opened again; it has no cmap, so `read_font` would refuse it."""
    (count,) = struct.unpack_from(">H", file, 4)
    entries = (struct.unpack_from(">4sIII", file, 12 + 16 * entry) for entry in range(count))
    return Font(file, {tag: (start, length) for tag, _, start, length in entries})


def test_known_measures_are_read(chinese: Font, latin: Font) -> None:
    assert (chinese.units, latin.units) == (1000, 2048)
    assert chinese.advance(chinese.glyph_of("村")) == 1000
    assert latin.postscript_name == "BitstreamVeraSans-Roman"
    assert chinese.ascent_descent[0] > 800
    assert latin.bounds[0] < 0 < latin.bounds[2]


@pytest.mark.parametrize("character", ["", "\U0010fffd", "\uffff"])
def test_character_that_a_font_lacks_has_no_glyph(chinese: Font, latin: Font, character: str) -> None:
    assert chinese.glyph_of(character or "\ue000") == 0
    assert latin.glyph_of(character or "村") == 0


def test_simple_glyphs_keep_their_outlines_and_widths(chinese: Font) -> None:
    order = with_parts(chinese, [chinese.glyph_of(character) for character in "柳湾村村"])
    again = directory(subset(chinese, order))
    assert len(order) == 4
    for new, old in enumerate(order):
        assert again.outline(new).rstrip(b"\0") == chinese.outline(old).rstrip(b"\0")
        assert (again.advance(new), again.side_bearing(new)) == (chinese.advance(old), chinese.side_bearing(old))


def test_composed_glyphs_bring_their_parts(latin: Font) -> None:
    order = with_parts(latin, [latin.glyph_of(character) for character in "éÅ"])
    assert len(order) > 3
    again = directory(subset(latin, order))
    parts = struct.unpack_from(">HH", again.outline(1), 10)
    assert order[parts[1]] in (latin.glyph_of("e"), latin.glyph_of("´"))


def test_subset_has_a_true_checksum(chinese: Font) -> None:
    file = subset(chinese, with_parts(chinese, [chinese.glyph_of("村")]))
    padded = file + bytes(-len(file) % 4)
    assert sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_same_characters_give_same_bytes(chinese: Font) -> None:
    order = with_parts(chinese, [chinese.glyph_of("村")])
    assert subset(chinese, order) == subset(chinese, order)


def test_certificate_that_says_nothing_of_its_use_is_no_ca_and_shows_no_intent(village: Identity) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = village.certificate.subject
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, village.not_after)
    bare = builder.sign(key, None)
    assert (may_issue(bare), shows_intent(bare), strong_key(bare)) == (False, False, False)
    assert bare.fingerprint(hashes.SHA256())
