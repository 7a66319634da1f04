"""Files made to exhaust a reader: streams that grow, lengths that lie, structures that never end."""

import re
import zlib
from io import BytesIO

import pikepdf

from .bytes_changed import DIFFERENT, Forge
from .material import Material

GROWN = 120_000_000


def _bomb() -> bytes:
    return zlib.compress(b"0" * GROWN, 9)


def _raw_stream(pdf: pikepdf.Pdf, packed: bytes) -> pikepdf.Object:
    stream = pdf.make_stream(b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    return stream


def _payload_bomb(m: Material) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        (spec,) = [spec for spec in pdf.Root.AF if str(spec.F) == "submission.json"]
        spec.EF.F.write(_bomb(), filter=pikepdf.Name.FlateDecode)

    return m.signed(change=change)


def _page_bomb(m: Material) -> bytes:
    return m.signed(change=lambda pdf: pdf.pages[0].contents_add(_raw_stream(pdf, _bomb())))


def _two_packings(m: Material) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        twice = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        stream.write(zlib.compress(_bomb(), 9), filter=twice)
        pdf.pages[0].contents_add(stream)

    return m.signed(change=change)


def _declared(m: Material) -> bytes:
    return re.sub(rb"/Length \d+ >>\nstream", b"/Length 1073741824 >>\nstream", m.sealed, count=1)


def _loop_of_pages(m: Material) -> bytes:
    return m.signed(change=lambda pdf: pdf.Root.Pages.Kids.append(pdf.Root.Pages))


def _loop_of_tables(m: Material) -> bytes:
    place = m.sealed.rindex(b"xref\n0 ")
    at = m.sealed.rindex(b"/Prev ") + 6
    end = m.sealed.index(b"\n", at)
    return m.sealed[:at] + str(place).encode().rjust(end - at, b"0") + m.sealed[end:]


def _object_stream_loop(_: Material) -> bytes:
    """An object stream that extends itself and holds its own length, named by a cross-reference stream."""
    body = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    first = len(body)
    body += b"1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 2 0 R /Extends 1 0 R >>\nstream\n2 0 9\nendstream\nendobj\n"
    second = len(body)
    entries = b"\0\0\0\0\0" + b"\1" + first.to_bytes(3, "big") + b"\0" + b"\2\0\0\1\0" + b"\1" + second.to_bytes(3, "big") + b"\0"
    body += b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 3 1] /Root 2 0 R /Length %d >>\nstream\n" % len(entries)
    return body + entries + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % second


def _deep(_: Material) -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + b"[" * 300_000 + b"]" * 300_000 + b"\nendobj\n"


def _many_objects(_: Material) -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"".join(b"%d 0 obj\nnull\nendobj\n" % number for number in range(1, 80_000))


def _encrypted(m: Material) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(m.unsigned[0])) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    return out.getvalue()


FORGERIES: dict[str, tuple[Forge, str]] = {
    "payload that grows to 120 MB": (_payload_bomb, "展开后超过"),
    "page that grows to 120 MB": (_page_bomb, "展开后超过"),
    "packed twice": (_two_packings, "压缩|展开"),
    "1 GB declared": (_declared, "长度"),
    "pages that hold themselves": (_loop_of_pages, "没有用到的页面|不对|读不出"),
    "tables that lead in a circle": (_loop_of_tables, f"目录|{DIFFERENT}"),
    "object streams that hold themselves": (_object_stream_loop, "长度|所写的不同"),
    "arrays without end": (_deep, "所写的不同"),
    "80,000 objects": (_many_objects, "对象过多"),
    "encrypted": (_encrypted, "加了密|所写的不同"),
    "empty": (lambda _: b"", "空"),
    "no PDF": (lambda _: b"\x50\x4b\x03\x04" * 99, "不是PDF"),
}
