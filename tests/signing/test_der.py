"""Strict DER: one writing only."""

import pytest

from burden_desktop.signing.der import is_strict


@pytest.mark.parametrize("content", [b"", b"\x05\x00", b"\x30\x03\x02\x01\x05", b"\x04\x81\x80" + b"x" * 128])
def test_shortest_writing_is_strict(content: bytes) -> None:
    assert is_strict(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x30\x80\x00\x00", id="indefinite length"),
        pytest.param(b"\x04\x80" + b"x" * 128, id="the mark of an indefinite length taken for 128"),
        pytest.param(b"\x30\x04\x05\x00\x00\x00", id="padding taken for an item"),
        pytest.param(b"\x04\x81\x01x", id="length longer than needed"),
        pytest.param(b"\x04\x82\x00\x80" + b"x" * 128, id="leading zero in the length"),
        pytest.param(b"\x04\x82\x01", id="length cut off"),
        pytest.param(b"\x04\x05x", id="content cut off"),
        pytest.param(b"\x04", id="no length"),
        pytest.param(b"\x1f\x81\x00\x00", id="long tag"),
        pytest.param(b"\x30\x03\x02\x02\x05", id="inner item wider than the outer"),
        pytest.param(b"\x04\x89" + b"\1" * 9, id="length of nine digits"),
    ],
)
def test_any_other_writing_is_not(content: bytes) -> None:
    assert not is_strict(content)


def test_bottomless_nesting_is_not() -> None:
    content = b""
    for _ in range(50):
        content = b"\x30" + bytes([len(content)]) + content
    assert not is_strict(content)
