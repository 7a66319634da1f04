"""Forgeries without a key, by changing bytes: flips in every part, universal forgery, wrapping, additions after the end.

Sources of the attack classes: Mladenov et al., "1 Trillion Dollar Refund" (CCS 2019); ISO 32000-1, 12.8.
"""

import re
from collections.abc import Callable

from .material import Material

Forge = Callable[[Material], bytes]


def _flip(find: bytes, *, after: int = 0, last: bool = False) -> Forge:
    def forge(m: Material) -> bytes:
        place = (m.sealed.rindex(find) if last else m.sealed.index(find)) + after
        return m.sealed[:place] + bytes([m.sealed[place] ^ 1]) + m.sealed[place + 1 :]

    return forge


def _flip_in_signature(part: float) -> Forge:
    def forge(m: Material) -> bytes:
        start, _ = m.gap
        length = int(m.sealed[start + 5 : start + 9], 16) * 2
        place = start + 1 + int(length * part)
        other = b"1" if m.sealed[place : place + 1] == b"0" else b"0"
        return m.sealed[:place] + other + m.sealed[place + 1 :]

    return forge


def _contents(written: Callable[[bytes], bytes]) -> Forge:
    """Another value where the signature stands, nothing moved."""

    def forge(m: Material) -> bytes:
        start, end = m.gap
        return m.sealed[:start] + written(m.sealed[start:end]).ljust(end - start)[: end - start] + m.sealed[end:]

    return forge


def _range(written: Callable[[int, int, int], bytes]) -> Forge:
    """Another /ByteRange, nothing moved."""

    def forge(m: Material) -> bytes:
        start, end = m.gap
        told = re.search(rb"/ByteRange\s*\[[^]]*\]\s*", m.sealed)
        assert told is not None
        new = written(start, end, len(m.sealed) - end).ljust(len(told[0]))
        assert len(new) == len(told[0])
        return m.sealed[: told.start()] + new + m.sealed[told.end() :]

    return forge


def _wrapped(m: Material) -> bytes:
    """Signature wrapping: the second signed stretch moved to the end, other content in its place."""
    start, end = m.gap
    tail = m.sealed[end:]
    filling = b"\n99 0 obj\n<< /Type /Catalog /Pages 8 0 R >>\nendobj\n" + tail
    moved = m.sealed[:end] + filling
    told = re.search(rb"\[0 \d+ \d+ \d+\]\s*", moved)
    assert told is not None
    new = b"[0 %d %d %d]" % (start, len(moved), len(tail))
    return moved[: told.start()] + new.ljust(len(told[0])) + moved[told.end() :] + tail


def _pushed_in(m: Material) -> bytes:
    start, end = m.gap
    told = re.search(rb"\[0 \d+ \d+ \d+\]\s*", m.sealed)
    assert told is not None
    new = b"[0 %d %d %d]" % (start, end + 4, len(m.sealed) - end)
    pdf = m.sealed[: told.start()] + new.ljust(len(told[0])) + m.sealed[told.end() :]
    return pdf[:end] + b"%ab\n" + pdf[end:]


def _second_table(m: Material) -> bytes:
    table = m.sealed[m.sealed.rindex(b"xref\n0 ") : ]
    return m.sealed + table[: table.index(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % len(m.sealed)


def _table_then_stream(m: Material) -> bytes:
    """A further saving whose cross-reference is a stream: readers of tables and of streams see two documents."""
    place = len(m.sealed)
    body = b"1 0 obj\n<< /Type /Catalog /Pages 8 0 R >>\nendobj\n"
    at = place + len(body)
    stream = b"\x01" + place.to_bytes(4, "big") + b"\0" + b"\x01" + at.to_bytes(4, "big") + b"\0"
    return m.sealed + body + (
        b"90 0 obj\n<< /Type /XRef /Size 91 /Index [1 1 90 1] /W [1 4 1] /Root 1 0 R /Prev %d /Length %d >>\nstream\n"
        % (m.sealed.rindex(b"xref\n0 "), len(stream))
    ) + stream + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at  # fmt: skip


DIFFERENT, CHANGED, NOT_WHOLE = "所写的不同|目录|长度|编号|读不出|损坏|文件头|不是PDF", "改动", "没有覆盖|之后还有|又保存|签名范围"
ANY_BREAK = f"{DIFFERENT}|{CHANGED}|{NOT_WHOLE}|没有签名|夹带|签名数据|登记|不该有|不存在|没有用到|PAdES|禁止更改|摘要算法|不对"

FORGERIES: dict[str, tuple[Forge, str]] = {
    "flip in the header": (_flip(b"%PDF-1.3", after=7), ANY_BREAK),
    "flip in the first catalogue": (_flip(b"/Lang (zh-CN)", after=8), CHANGED),
    "flip in a page's content": (_flip(b"/FlateDecode >>\nstream\n", after=60), f"{CHANGED}|压缩"),
    "flip in a font": (_flip(b"/Length1", after=400), f"{CHANGED}|压缩"),
    "flip in the attachment": (_flip(b"/Subtype /application#2fjson", after=120), f"{CHANGED}|压缩"),
    "flip in the first table": (_flip(b"xref\n0 ", after=30), "目录|所写的不同"),
    "flip in the first trailer": (_flip(b"/ID [<", after=6), CHANGED),
    "flip in the signed catalogue": (_flip(b"/DisplayDocTitle true", after=21, last=True), ANY_BREAK),
    "flip in the seal's box": (_flip(b"/BBox [ 0 ", after=10), CHANGED),
    "flip in the time of signing": (_flip(b"/M (D", after=14), ANY_BREAK),
    "flip in the last table": (_flip(b"xref\n0 ", after=30, last=True), "目录|所写的不同"),
    "flip in the end mark": (_flip(b"%%EOF", after=3, last=True), ANY_BREAK),
    "flip in the certificate": (_flip_in_signature(0.25), ANY_BREAK),
    "flip in the digest": (_flip_in_signature(0.75), ANY_BREAK),
    "flip in the signature value": (_flip_in_signature(0.97), ANY_BREAK),
    "cut off in the middle": (lambda m: m.sealed[: len(m.sealed) // 2], ANY_BREAK),
    "cut off by one byte": (lambda m: m.sealed[:-1], f"{CHANGED}|{NOT_WHOLE}"),
    "cut back to before the signature": (lambda m: m.unsigned[0], "没有签名"),
    "contents missing": (lambda m: m.sealed.replace(b"/Contents <", b"/Kontents <"), ANY_BREAK),
    "contents null": (_contents(lambda _: b"null"), ANY_BREAK),
    "contents empty": (_contents(lambda _: b"<>"), ANY_BREAK),
    "contents zero": (_contents(lambda old: b"<" + b"0" * (len(old) - 2) + b">"), ANY_BREAK),
    "contents odd": (_contents(lambda old: b"<" + old[2:-1] + b">"), ANY_BREAK),
    "contents a string": (_contents(lambda _: b"(signed)"), ANY_BREAK),
    "range missing": (lambda m: m.sealed.replace(b"/ByteRange", b"/ByteRanch"), ANY_BREAK),
    "range null": (_range(lambda *_: b"/ByteRange null"), ANY_BREAK),
    "range zero": (_range(lambda *_: b"/ByteRange [0 0 0 0]"), ANY_BREAK),
    "range negative": (_range(lambda a, b, c: b"/ByteRange [0 %d -%d %d]" % (a, b, c)), ANY_BREAK),
    "range overlapping": (_range(lambda a, b, c: b"/ByteRange [0 %d %d %d]" % (b, a, c)), ANY_BREAK),
    "range huge": (_range(lambda a, b, c: b"/ByteRange [0 %d %d 99999999999]" % (a, b)), ANY_BREAK),
    "range of one stretch": (_range(lambda a, *_: b"/ByteRange [0 %d]" % a), ANY_BREAK),
    "range of three stretches": (_range(lambda a, b, c: b"/ByteRange [0 9 9 %d %d %d]" % (a - 9, b, c)), ANY_BREAK),
    "range that spares the end": (_range(lambda a, b, c: b"/ByteRange [0 %d %d %d]" % (a, b, c - 6)), ANY_BREAK),
    "words before the header": (lambda m: b"%!PS\n" + m.sealed, "不是PDF"),
    "wrapped: second stretch moved to the end": (_wrapped, ANY_BREAK),
    "pushed in behind the signature": (_pushed_in, ANY_BREAK),
    "junk after the end": (lambda m: m.sealed + b"junk", NOT_WHOLE),
    "one line feed after the end": (lambda m: m.sealed + b"\n", NOT_WHOLE),
    "a second end mark": (lambda m: m.sealed + b"%%EOF\n", NOT_WHOLE),
    "a second table": (_second_table, NOT_WHOLE),
    "a table continued by a stream": (_table_then_stream, NOT_WHOLE),
    "words hidden in the padding": (
        lambda m: m.sealed[: m.gap[1] - 9] + b"deadbeef" + m.sealed[m.gap[1] - 1 :], "夹带"),
}  # fmt: skip
