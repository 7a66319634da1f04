"""Bytes of a text file → text, whatever an office program saved it as; never half of it."""

from typing import Final

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE: Final = 4_000  # bytes: enough to see where the zeros of UTF-16 without a mark stand


def decode(content: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 or GB18030. Raises UnicodeDecodeError when it is none of them."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding)
    sample = content[:_SAMPLE]
    if sample.count(0) > len(sample) // 20:
        lows, highs = sample[0::2].count(0), sample[1::2].count(0)
        return content.decode("utf-16-be" if lows > highs else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030")
