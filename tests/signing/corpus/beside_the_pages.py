"""Forgeries with the point's own key beside the pages: what readers show in a bar, a list of bookmarks, a signature's
panel, and what the metrics of a font or the tree of pages do to true drawings."""

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf

from burden_desktop.domain.handed_in.payload import encode

from .bytes_changed import Forge
from .material import Change, Material
from .unlike_the_eye import _built, _page_of_the_seal, _stamp

Tables = dict[bytes, tuple[int, int]]


def _fonts(change: Callable[[pikepdf.Object], None]) -> Forge:
    """Every font of the pages changed."""

    def forge(pdf: pikepdf.Pdf) -> None:
        for name in pdf.pages[0].Resources.Font:
            change(pdf.pages[0].Resources.Font[name])

    return _built(forge)


def _program(change: Callable[[bytearray, Tables], None]) -> Forge:
    """Every font's file changed in its tables (tag → start, length)."""

    def forge(font: pikepdf.Object) -> None:
        file = font.FontDescriptor.FontFile2
        raw = bytearray(file.read_bytes())
        (count,) = struct.unpack_from(">H", raw, 4)
        change(raw, {bytes(raw[12 + 16 * n : 16 + 16 * n]): struct.unpack_from(">II", raw, 20 + 16 * n) for n in range(count)})
        file.write(bytes(raw))

    return _fonts(forge)


def _wide(font: pikepdf.Object) -> None:
    font.Widths = pikepdf.Array([6000 if width else 0 for width in font.Widths])


def _narrow(font: pikepdf.Object) -> None:
    font.Widths = pikepdf.Array([0 if 0x30 <= code <= 0x39 else width for code, width in enumerate(font.Widths)])


def _cut_widths(font: pikepdf.Object) -> None:
    font.LastChar = 0x30


def _latin(font: pikepdf.Object) -> None:
    font.FontDescriptor.Flags = 32


def _twice_named(font: pikepdf.Object) -> None:
    told = font.ToUnicode.read_bytes()
    told = told.replace(b"endbfchar", b"<31> <0039>\nendbfchar").replace(b"<31> <0031>\n", b"<31> <0031>\n", 1)
    font.ToUnicode.write(told)


def _ranges(font: pikepdf.Object) -> None:
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"endbfchar", b"endbfchar\n1 beginbfrange\n<31> <31> <0039>\nendbfrange"))


def _moved_outlines(raw: bytearray, tables: Tables) -> None:
    """Renderers put an outline where its bearing says: every letter three lines to the left."""
    start, _ = tables[b"hmtx"]
    (count,) = struct.unpack_from(">H", raw, tables[b"hhea"][0] + 34)
    for place in range(count):
        struct.pack_into(">h", raw, start + 4 * place + 2, -9000)


def _other_units(raw: bytearray, tables: Tables) -> None:
    struct.pack_into(">H", raw, tables[b"hhea"][0] + 4, 9000)


def _few_glyphs(raw: bytearray, tables: Tables) -> None:
    """A glyph beyond the count is not drawn: every page would be blank."""
    struct.pack_into(">H", raw, tables[b"maxp"][0] + 4, 1)


def _cut_outlines(raw: bytearray, tables: Tables) -> None:
    """The list of outlines ends early."""
    for place in range(12, 12 + 16 * len(tables), 16):
        if raw[place : place + 4] == b"loca":
            struct.pack_into(">I", raw, place + 12, 8)


def _doubled_table(raw: bytearray, tables: Tables) -> None:
    """Two tables of one name, of which readers take either: the name of `name` is given to one more `glyf`."""
    for place in range(12, 12 + 16 * len(tables), 16):
        if raw[place : place + 4] == b"name":
            raw[place : place + 4] = b"glyf"


def _inherited(**entries: object) -> Forge:
    """The node above the pages says what they do not."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root.Pages[f"/{key}"] = value
            if key == "Rotate":
                for page in pdf.pages:
                    del page.Rotate

    return _built(change)


def _miscounted(m: Material) -> bytes:
    """A reader shows as many pages as the tree counts."""
    pdf, page, box = m.unsigned
    short = re.sub(rb"/Count \d /Kids", b"/Count 9 /Kids", pdf)
    assert short != pdf and len(short) == len(pdf)
    return m.signed((short, page, box))


def _second_content(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_indirect(pikepdf.Array([pdf.pages[0].Contents]))


def _slow_turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Trans = pikepdf.Dictionary(S=pikepdf.Name.Trans, M=pikepdf.Name.O)


def _set(where: Callable[[pikepdf.Pdf], pikepdf.Object], key: str, value: object) -> Forge:
    def change(pdf: pikepdf.Pdf) -> None:
        where(pdf)[f"/{key}"] = value

    return _built(change)


def _root(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root


def _info(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.trailer.Info


def _xmp(old: bytes, new: bytes) -> Forge:
    def change(pdf: pikepdf.Pdf) -> None:
        told = pdf.Root.Metadata.read_bytes()
        assert re.search(old, told)
        pdf.Root.Metadata.write(re.sub(old, new, told))

    return _built(change)


def _first_mark(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.Outlines.First.Next


def _goes_elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.Last.Dest[0] = pdf.pages[0].obj


def _one_mark_less(pdf: pikepdf.Pdf) -> None:
    second = _first_mark(pdf)
    second.Prev.Next, second.Next.Prev = second.Next, second.Prev


def _marks_in_a_ring(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First


def _profile(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    raw = bytearray(profile.read_bytes())
    raw[-1] ^= 1
    profile.write(bytes(raw))


def _spec(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0]


def _stream(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0].EF.F.Params


def _seal(change: Callable[[pikepdf.Object], None]) -> Forge:
    """A sealed month whose picture is built otherwise."""

    def forge(m: Material) -> bytes:
        def on(pdf: pikepdf.Pdf) -> None:
            change(_page_of_the_seal(pdf).Resources.XObject.Im0)

        return m.signed(m.made(seal_picture=_stamp()), change=on)

    return forge


def _opaque(picture: pikepdf.Object) -> None:
    picture.SMask.write(b"\xff" * picture.SMask.Width**2)


def _half(picture: pikepdf.Object) -> None:
    picture.write(b"\0" * (3 * picture.Width))


def _oblong(picture: pikepdf.Object) -> None:
    picture.Height = picture.Width // 2



def _without_picture(pdf: pikepdf.Pdf) -> None:
    del _page_of_the_seal(pdf).Resources.XObject


def _picture_elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Im0=_page_of_the_seal(pdf).Resources.XObject.Im0)


def _decoded(pdf: pikepdf.Pdf) -> None:
    _page_of_the_seal(pdf).Resources.XObject.Im0.Decode = pikepdf.Array([1, 0, 1, 0, 1, 0])


def _sealed(change: Change) -> Forge:
    return lambda m: m.signed(m.made(seal_picture=_stamp()), change=change)


def _other_frame(font: pikepdf.Object) -> None:
    font.FontDescriptor.FontBBox = pikepdf.Array([0, 0, 1, 1])


def _called(font: pikepdf.Object) -> None:
    font.Name = pikepdf.Name("/F9")


def _exchanged(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].Resources.Font
    first, second = list(fonts.keys())[:2]
    fonts[first], fonts[second] = fonts[second], fonts[first]


def _closed(at: str) -> Forge:
    """Pages and payload tell another time of closing."""

    def forge(m: Material) -> bytes:
        told = m.submission()
        told["issue"]["closed_at"] = at
        closing = replace(m.closing, issue=replace(m.closing.issue, closed_at=at))
        return m.signed(m.made(submission=encode(told), closing=closing))

    return forge


def _more(change: Callable[[dict[str, Any]], None]) -> Forge:
    """A payload with an entry of the forger's own."""

    def forge(m: Material) -> bytes:
        told = m.submission()
        change(told)
        return m.signed(m.made(submission=encode(told)))

    return forge


FORGERIES: dict[str, tuple[Forge, str]] = {
    "the title of the file says otherwise": (_set(_info, "Title", pikepdf.String("2025年12月月报")), "文件属性与"),
    "the author is somebody else": (_set(_info, "Author", pikepdf.String("青禾县柳湾村")), "文件属性与"),
    "made at another time": (_set(_info, "CreationDate", pikepdf.String("D:20260301000000+08'00'")), "文件属性与"),
    "changed at another time": (_set(_info, "ModDate", pikepdf.String("D:20200101000000Z")), "文件属性与"),
    "another language": (_set(_root, "Lang", pikepdf.String("en-US")), "文件属性与"),
    "opened without its title": (_set(_root, "ViewerPreferences", pikepdf.Dictionary(DisplayDocTitle=False)), "文件属性与"),
    "opened with its attachments": (_set(_root, "PageMode", pikepdf.Name.Outlines), "文件属性与|不该有"),
    "another title in XMP": (_xmp(rb"(x-default\">)[^<]*", rb"\1x"), "XMP"),
    "two titles in XMP": (_xmp(rb"(<rdf:li xml:lang=\"x-default\">[^<]*</rdf:li>)", rb"\1\1"), "XMP"),
    "one thing more in XMP": (_xmp(rb"<pdfaid:part>", rb"<pdf:Keywords>x</pdf:Keywords><pdfaid:part>"), "XMP"),
    "loose words in XMP": (_xmp(rb"</rdf:Description>", rb"x</rdf:Description>"), "XMP"),
    "a second description in XMP": (_xmp(rb"</rdf:Description>", rb"</rdf:Description><rdf:Description rdf:about=\"\"/>"), "XMP"),
    "entities in XMP": (_xmp(rb"<x:xmpmeta", rb'<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta'), "XMP"),
    "no XMP to speak of": (_xmp(rb"(?s).+", rb"<a/>"), "XMP"),
    "a bookmark that says otherwise": (_set(_first_mark, "Title", pikepdf.String("本月无收文")), "书签"),
    "a bookmark to another page": (_built(_goes_elsewhere), "书签"),
    "a bookmark left out": (_built(_one_mark_less), "书签|没有用到"),
    "bookmarks in a ring": (_built(_marks_in_a_ring), "书签"),
    "an attachment described otherwise": (_set(_spec, "Desc", pikepdf.String("作废")), "附件的说明"),
    "an attachment of another time": (_set(_stream, "ModDate", pikepdf.String("D:20200101000000Z")), "附件的说明"),
    "an attachment of another sum": (_set(_stream, "CheckSum", pikepdf.String(b"\0" * 16)), "附件的说明"),
    "colours shown otherwise": (_built(_profile), "颜色"),
    "a letter as wide as a column": (_fonts(_wide), "字形与文字不符"),
    "digits without a width": (_fonts(_narrow), "字形与文字不符"),
    "a list of widths that ends early": (_fonts(_cut_widths), "字形与文字不符"),
    "letters found by another table": (_fonts(_latin), "字形与文字不符"),
    "a character named twice": (_fonts(_twice_named), "字形与文字不符|重新排出"),
    "characters named by ranges": (_fonts(_ranges), "字形与文字不符|重新排出"),
    "outlines moved aside": (_program(_moved_outlines), "字形与文字不符"),
    "letters of another height": (_program(_other_units), "字形与文字不符"),
    "glyphs counted short": (_program(_few_glyphs), "字形与文字不符"),
    "outlines listed short": (_program(_cut_outlines), "字形与文字不符"),
    "a font's table twice": (_program(_doubled_table), "字形与文字不符"),
    "all pages cut off from above": (_inherited(CropBox=pikepdf.Array([0, 700, 595, 841])), "页面目录|不该有"),
    "all pages turned from above": (_inherited(Rotate=180), "页面目录|大小或方向"),
    "all pages with fonts from above": (_inherited(Resources=pikepdf.Dictionary()), "页面目录"),
    "pages counted otherwise": (_miscounted, "页面目录"),
    "a page of several drawings": (_built(_second_content), "页面内容"),
    "a page that turns in slowly": (_built(_slow_turn), "大小或方向|不该有"),
    "a seal on an opaque ground": (_seal(_opaque), "别的图片"),
    "a seal cut short": (_seal(_half), "别的图片"),
    "a seal that is not square": (_seal(_oblong), "别的图片"),
    "a seal decoded otherwise": (_sealed(_decoded), "别的图片|不该有"),
    "a seal without its picture": (_sealed(_without_picture), "别的图片"),
    "a seal that another page keeps": (_sealed(_picture_elsewhere), "别的图片"),
    "a font framed otherwise": (_fonts(_other_frame), "页面字体的说明"),
    "a font called otherwise": (_fonts(_called), "页面字体的说明"),
    "two fonts exchanged": (_built(_exchanged), "页面字体的说明|重新排出"),
    "other procedures than ours": (
        _set(lambda pdf: pdf.pages[0].Resources, "ProcSet", pikepdf.Array([pikepdf.Name.Text])), "别的图片|不该有"),
    "a bookmark that hides those under it": (_set(lambda pdf: pdf.Root.Outlines.Last, "Count", -1), "书签"),
    "closed after it was signed": (_closed("2026-04-09T09:30:00+08:00"), "晚于签名时间"),
    "closed before its last entry": (_closed("2026-03-01T09:30:00+08:00"), "封存之后的条目"),
    "closed at no certain time": (_closed("2026-04-02T09:30:00"), "没有写明时区"),
    "an entry more in the payload": (_more(lambda told: told.update(note="x")), "本程序不写的内容"),
    "an entry more in a record": (_more(lambda told: told["records"][0].update(more="x")), "本程序不写的内容"),
    "an entry more in the chain": (_more(lambda told: told["chain"].update(note="x")), "本程序不写的内容"),
}  # fmt: skip
