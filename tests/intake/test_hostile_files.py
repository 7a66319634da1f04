"""Files made to harm: each is refused by name, in bounded time and memory, and the program lives on."""

import io
import os
import struct
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.errors.reading import FileTooLarge, UnreadableFile
from burden_desktop.intake.files.bounded_file import read_bounded
from burden_desktop.intake.files.file_text import read_file_text
from burden_desktop.intake.files.sandbox import Box

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _zip(parts: dict[str, bytes], *, packed: bool = True) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _docx(body: str, head: str = "") -> bytes:
    return _zip({"word/document.xml": f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()})


def _cyclic_ofd() -> bytes:
    """A page whose template is itself, a document body that points at its own package."""
    ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    return _zip(
        {
            "OFD.xml": f"<ofd:OFD {ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".encode(),
            "Doc_0/Document.xml": (
                f"<ofd:Document {ns}><ofd:CommonData><ofd:TemplatePage ID='1' BaseLoc='Document.xml'/></ofd:CommonData>"
                f"<ofd:Pages><ofd:Page ID='1' BaseLoc='Document.xml'/><ofd:Page ID='1' BaseLoc='../OFD.xml'/></ofd:Pages></ofd:Document>"
            ).encode(),
        }
    )


def _lying_bomb() -> bytes:
    """A part that says it is small and unpacks to 60 MB."""
    content = bytearray(_zip({"word/document.xml": b"0" * 60_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(mark) + place
        content[at : at + 4] = struct.pack("<I", 1000)
    return bytes(content)


BILLION_LAUGHS = "<!DOCTYPE x [<!ENTITY a '0'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
) + "]>"

HOSTILE: dict[str, bytes] = {
    "炸弹.docx": _zip({"word/document.xml": b"0" * 45_000_000}),
    "谎报.docx": _lying_bomb(),
    "实体.docx": _docx("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", BILLION_LAUGHS),
    "外部.docx": _docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    "残缺.docx": _docx("<w:p/>")[:-40],
    "无页.ofd": _zip({"OFD.xml": b"<ofd/>"}),
    "循环.ofd": _cyclic_ofd(),
    "实体.ofd": _zip({"OFD.xml": (BILLION_LAUGHS + "<x>&j;</x>").encode()}),
    "残缺.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>",
    "万件.docx": _zip({f"{n}": b"" for n in range(20_001)}),
    "表格.docx": _zip({"xl/workbook.xml": b"<x/>"}),
    "加密.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "旧版.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "旧版.wps": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "程序.exe": b"MZ" + bytes(500),
    "程序.txt": b"MZ" + bytes(500),
    "长行.txt": b"0" * 10_000_000,
    "空白.txt": "\u200b\u202e \n".encode(),
}


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    with Box() as made:
        yield made


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_by_name(name: str, tmp_path: Path, box: Box) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(BurdenError, match=name):
        read_file_text(path, box)


def test_what_takes_too_long_or_too_much_or_falls_is_refused_and_the_next_file_is_read(tmp_path: Path) -> None:
    good = tmp_path / "好.docx"
    good.write_bytes(_docx("<w:p><w:r><w:t>关于检修水闸的通知</w:t></w:r></w:p>"))
    with Box(seconds=0.3) as quick:
        assert read_file_text(good, quick) == "关于检修水闸的通知"
        for work in (_sleep, _grow, _fall, _stumble):
            with pytest.raises(UnreadableFile, match=r"坏\.pdf"):
                quick.run(work, "坏.pdf", b"", file="坏.pdf")
            assert read_file_text(good, quick) == "关于检修水闸的通知"


def _sleep(name: str, content: bytes) -> str:
    time.sleep(60)
    return ""


def _grow(name: str, content: bytes) -> str:
    return str(len(bytearray(2_000_000_000)))


def _fall(name: str, content: bytes) -> str:
    import os

    os._exit(3)


def _stumble(name: str, content: bytes) -> str:
    raise LookupError(name)


def test_nesting_without_end_is_no_harm(tmp_path: Path, box: Box) -> None:
    path = tmp_path / "深.docx"
    path.write_bytes(_docx("<w:sdt>" * 20_000 + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + "</w:sdt>" * 20_000))
    try:
        assert read_file_text(path, box) == "底"
    except UnreadableFile as refused:
        assert "深.docx" in str(refused)  # the parser of this system has a limit of its own


def test_text_boxes_page_heads_and_tables_are_read_and_deleted_words_are_not(tmp_path: Path, box: Box) -> None:
    path = tmp_path / "框.docx"
    word = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    boxed = "<w:txbxContent><w:p><w:r><w:t>梅溪县水利局文件</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:t>关于检修</w:t><w:tab/><w:t>水闸的通知</w:t></w:r><w:del><w:r><w:delText>作废</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>时间</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5月6日</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    head = f"<w:hdr {word}><w:p><w:r><w:t>内部传阅</w:t></w:r></w:p></w:hdr>"
    path.write_bytes(_zip({"word/document.xml": f"<w:document {word}><w:body>{body}</w:body></w:document>".encode(), "word/header1.xml": head.encode()}))
    assert read_file_text(path, box).split("\n") == ["内部传阅", "梅溪县水利局文件", "", "关于检修\t水闸的通知", "时间\t5月6日"]


def test_web_page_and_mail_give_what_their_reader_sees(tmp_path: Path) -> None:
    page = tmp_path / "页.html"
    page.write_bytes("<html><head><meta charset=gbk><style>p{}</style></head><body><script>1</script><h1>关于检修水闸的通知</h1><p><![if !supportLists]>各村：<![endif]><br>请检修。</p></body></html>".encode("gbk"))
    assert read_file_text(page) == "关于检修水闸的通知\n各村：\n请检修。"
    mail = tmp_path / "信.eml"
    mail.write_bytes(b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n" + "关于检修水闸的通知".encode())
    assert read_file_text(mail) == "关于检修水闸的通知"


@pytest.mark.parametrize("size", [60_000_000])
def test_what_is_larger_than_any_notice_is_not_even_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(FileTooLarge, match=r"大\.pdf"):
        read_file_text(path)


def test_what_is_no_plain_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "登记.csv"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(UnreadableFile):
            read_bounded(path, 100_000)


def test_a_file_that_grew_while_it_was_opened_is_read_to_the_limit_only(tmp_path: Path) -> None:
    grown = tmp_path / "登记.csv"
    grown.write_bytes(b"1" * 20)
    with pytest.raises(FileTooLarge):
        read_bounded(grown, 19)
    assert read_bounded(grown, 20) == b"1" * 20
