"""Forgeries with the point's own key in which the eye is shown other things than a reader of the text: covered words,
pages cut or turned, letters with another letter's outline. The text, the payload and the signature all agree."""

import re
import struct
from collections.abc import Callable
from io import BytesIO

import pikepdf
from PIL import Image

from .bytes_changed import Forge
from .material import Change, Material

TABLE = (90.0, 480.0)
"""A place on the first page where words stand: left and bottom of the overview table's middle."""


def _built(change: Change) -> Forge:
    return lambda m: m.signed(change=change)


def _drawn_over(words: Callable[[float, float], bytes]) -> Forge:
    """Something more drawn on the first page, where its first words stand."""

    def change(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[0].Contents
        drawn = contents.read_bytes()
        places = re.findall(rb"BT ([\d.]+) ([\d.]+) Td", drawn)
        x, y = (float(edge) for edge in places[len(places) // 2])
        contents.write(drawn.rstrip() + b"\n" + words(x, y) + b"\n")

    return _built(change)


def _cropped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].CropBox = pikepdf.Array([0, 700, 595, 841])


def _small_paper(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = pikepdf.Array([0, 700, 595, 841])


def _upside_down(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Rotate = 180


def _swapped_outlines(pdf: pikepdf.Pdf) -> None:
    """Whoever looks sees 9 where 1 is written, in every font of the first page."""
    for name in pdf.pages[0].Resources.Font:
        font = pdf.pages[0].Resources.Font[name]
        file = font.FontDescriptor.FontFile2
        raw = bytearray(file.read_bytes())
        codes = {text: int(code, 16) for code, text in re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", font.ToUnicode.read_bytes())}
        (count,) = struct.unpack_from(">H", raw, 4)
        tables = {bytes(raw[12 + 16 * n : 16 + 16 * n]): struct.unpack_from(">I", raw, 20 + 16 * n)[0] for n in range(count)}
        (offset,) = struct.unpack_from(">I", raw, tables[b"cmap"] + 8)
        entries = tables[b"cmap"] + offset + 10
        if b"0031" in codes and b"0039" in codes:
            one, nine = (entries + 2 * codes[text] for text in (b"0031", b"0039"))
            raw[one : one + 2], raw[nine : nine + 2] = raw[nine : nine + 2], raw[one : one + 2]
        file.write(bytes(raw))
        file.Length1 = len(raw)


def _renamed_letters(pdf: pikepdf.Pdf) -> None:
    """The table of characters says 八 for the outline of 三, wherever they stand outside what is compared."""
    for name in pdf.pages[0].Resources.Font:
        told = pdf.pages[0].Resources.Font[name].ToUnicode
        told.write(told.read_bytes().replace(b"<603B>", b"<516B>"))


def _signature_over_the_table(m: Material) -> bytes:
    pdf, _, _ = m.unsigned
    return m.signed((pdf, 0, (80, 420, 520, 640)))


def _stamp() -> bytes:
    image = Image.new("RGBA", (500, 500), (255, 255, 255, 255))
    image.paste((0, 0, 0, 0), (0, 0, 500, 100))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _page_of_the_seal(pdf: pikepdf.Pdf) -> pikepdf.Page:
    return next(page for page in pdf.pages if "/XObject" in page.Resources)


def _seal_over_the_table(m: Material) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        last, first = _page_of_the_seal(pdf), pdf.pages[0]
        seal = last.Resources.XObject.Im0
        del last.Resources.XObject
        last.Contents.write(re.sub(rb"q 119[^\n]*Do Q", b"", last.Contents.read_bytes()))
        first.Resources.XObject = pikepdf.Dictionary(Im0=seal)
        first.Contents.write(first.Contents.read_bytes().rstrip() + b"\nq 119.06 0 0 119.06 %.2f %.2f cm /Im0 Do Q\n" % TABLE)

    return m.signed(m.made(seal_picture=_stamp()), change=change)


def _seal_that_draws(m: Material) -> bytes:
    """A form in the seal's place, whose drawing is of any size."""

    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"1 g 0 0 9 9 re f")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 9, 9])
        _page_of_the_seal(pdf).Resources.XObject = pikepdf.Dictionary(Im0=form)

    return m.signed(m.made(seal_picture=_stamp()), change=change)


def _moved(pdf: pikepdf.Pdf) -> None:
    """The last line of the first page stands elsewhere, where nothing is."""
    contents = pdf.pages[0].Contents
    lines = contents.read_bytes().split(b"\n")
    place = max(number for number, line in enumerate(lines) if line.startswith(b"BT 7"))
    lines[place] = re.sub(rb"BT ([\d.]+) [\d.]+ Td", rb"BT \1 60.00 Td", lines[place])
    contents.write(b"\n".join(lines))


def _left_out(pdf: pikepdf.Pdf) -> None:
    """The lines of a table are gone, its words stay."""
    contents = pdf.pages[0].Contents
    contents.write(re.sub(rb"(?m)^0.6 G .* S$", b"", contents.read_bytes()))


def _one_page_more(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _turned_pages(pdf: pikepdf.Pdf) -> None:
    first, second = pdf.pages[0], pdf.pages[1]
    first.Contents, second.Contents = second.Contents, first.Contents
    first.Resources, second.Resources = second.Resources, first.Resources


def _signature_in_blank_space(m: Material) -> bytes:
    pdf, page, (left, bottom, right, top) = m.unsigned
    return m.signed((pdf, page, (left, 30, right, 30 + top - bottom)))


def _stamp_that_says(*lines: str) -> Forge:
    return lambda m: m.signed(stamp=lines)


FORGERIES: dict[str, tuple[Forge, str]] = {
    "a white box over words": (_drawn_over(lambda x, y: b"q 1 g %.2f %.2f 40.00 12.00 re f Q" % (x, y - 2)), "盖住"),
    "a white line over words": (_drawn_over(lambda x, y: b"1 G 2 w %.2f %.2f m %.2f %.2f l S" % (x, y + 3, x + 40, y + 3)), "盖住"),
    "a line as thick as a row": (_drawn_over(lambda x, y: b"1 G 30 w 0.00 %.2f m 590.00 %.2f l S" % (y, y)), "所写的不同|盖住"),
    "words in white": (_drawn_over(lambda x, y: b"1 g BT 90 90 Td /F1+0 9 Tf <30> Tj ET 0 g"), "所写的不同"),
    "words beside the paper": (_drawn_over(lambda x, y: b"BT 900.00 90.00 Td /F1+0 9 Tf <30> Tj ET"), "纸外"),
    "words too small to see": (_drawn_over(lambda x, y: b"BT 90.00 90.00 Td /F1+0 1 Tf <30> Tj ET"), "所写的不同"),
    "drawing turned and stretched": (_drawn_over(lambda x, y: b"q 0.01 0 0 0.01 0 0 cm BT 9 9 Td /F1+0 9 Tf <30> Tj ET Q"), "所写的不同"),
    "a page cut off": (_built(_cropped), "不该有"),
    "a page on other paper": (_built(_small_paper), "大小或方向|纸外"),
    "a page upside down": (_built(_upside_down), "大小或方向"),
    "outlines of 1 and 9 exchanged": (_built(_swapped_outlines), "字形与文字不符"),
    "characters named otherwise than drawn": (_built(_renamed_letters), "字形与文字不符"),
    "the signature laid over the table": (_signature_over_the_table, "不在签署处"),
    "the seal laid over the table": (_seal_over_the_table, "盖住"),
    "a stroke in blank space": (_drawn_over(lambda x, y: b"0 G 0.5 w 300.00 75.00 m 360.00 75.00 l S"), "重新排出"),
    "strokes that make a figure": (_drawn_over(lambda x, y: b"0 G 1 w 30.00 400.00 m 30.00 420.00 l S"), "重新排出"),
    "words in blank space": (_drawn_over(lambda x, y: b"BT 30.00 30.00 Td /F1+0 9 Tf <30> Tj ET"), "重新排出"),
    "words on words": (_drawn_over(lambda x, y: b"BT %.2f %.2f Td /F1+0 9 Tf <3131> Tj ET" % (x, y)), "重新排出"),
    "an empty frame": (_drawn_over(lambda x, y: b"q 0 G 0.5 w 20.00 20.00 9.00 9.00 re S Q"), "重新排出"),
    "a line of words moved": (_built(_moved), "重新排出"),
    "the rules of a table left out": (_built(_left_out), "重新排出"),
    "a page twice": (_built(_one_page_more), "应为|没有用到的页面"),
    "two pages exchanged": (_built(_turned_pages), "重新排出|页面的大小"),
    "the signature in blank space": (_signature_in_blank_space, "不在签署处"),
    "a signature that says something else": (_stamp_that_says("青禾县石桥镇", "本月收文0件"), "可见签名的文字"),
    "a signature of another day": (_stamp_that_says("青禾县石桥镇", "2026年3月基层减负监测月报　第1版", "电子签名　2026-04-01 09:30"), "可见签名的文字"),
    "a seal that is a drawing": (_seal_that_draws, "图片|画法"),
}  # fmt: skip
