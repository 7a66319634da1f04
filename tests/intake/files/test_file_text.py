"""Files of notices: their text, or a refusal that names them."""

from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from burden_desktop.domain.errors.reading import MissingFile, UnreadableFile
from burden_desktop.intake.files.file_text import read_file_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_file_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes("关于检修水闸的通知".encode(encoding))
    assert read_file_text(path) == "关于检修水闸的通知"


def test_docx_keeps_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    document = docx.Document()
    document.add_paragraph("前")
    document.add_table(1, 2).rows[0].cells[0].text = "甲"
    document.add_paragraph("后")
    document.save(str(path))
    text = read_file_text(path)
    assert text.index("前") < text.index("甲") < text.index("后")


def test_pdf_gives_its_words(tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    page = Canvas(str(path))
    page.drawString(72, 720, "Notice 2026")
    page.save()
    assert "Notice 2026" in read_file_text(path)


@pytest.mark.parametrize("name", ["坏.docx", "坏.pdf", "坏.ofd", "空.txt", "图.png"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"%PDF-1.7 rubbish"])
def test_unreadable_file_is_refused_by_name(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=name):
        read_file_text(path)


def test_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"没有\.txt"):
        read_file_text(tmp_path / "没有.txt")
