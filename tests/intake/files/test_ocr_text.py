"""Recognised pieces become lines; without the extra a picture is refused with what to do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from burden_desktop.domain.errors.reading import RecognitionMissing, UnreadableFile
from burden_desktop.intake.files import ocr_text
from burden_desktop.intake.files.file_text import read_file_text
from burden_desktop.intake.notices.notice import read_notice

Corners = list[tuple[float, float]]


@dataclass
class _Boxes:
    corners: list[Corners]

    def tolist(self) -> list[Corners]:
        return self.corners


@dataclass
class _Found:
    boxes: _Boxes | None
    txts: tuple[str, ...] | None


def _at(left: float, top: float) -> Corners:
    return [(left, top), (left + 90, top), (left + 90, top + 20), (left, top + 20)]


def test_pieces_side_by_side_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _Found(_Boxes([_at(200, 51), _at(10, 10), _at(10, 50)]), ("梅溪县财政局", "关于检修水闸的通知", "梅溪县水利局"))
    monkeypatch.setattr(ocr_text, "_engine", lambda name: lambda picture: found)
    assert ocr_text.picture_text("图.png", b"") == "关于检修水闸的通知\n梅溪县水利局  梅溪县财政局"


def test_an_empty_picture_has_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_text, "_engine", lambda name: lambda picture: _Found(None, None))
    assert ocr_text.picture_text("图.png", b"") == ""


def test_without_the_extra_a_picture_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_text, "can_recognise", lambda: False)
    with pytest.raises(RecognitionMissing, match=r"图\.png.*粘贴文字.*burden-desktop\[ocr\]"):
        ocr_text.picture_text("图.png", b"")
    broken = tmp_path / "图.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    with pytest.raises((RecognitionMissing, UnreadableFile), match=r"图\.png"):
        read_file_text(broken)


WORDS = (
    "梧江县水利局文件",
    "梧水发〔2026〕8号",
    "关于召开全县小型水库管护工作会议的通知",
    "各乡镇人民政府：",
    "　　定于7月9日（星期四）上午9:00在县水利局四楼会议室召开会议，",
    "会期半天，请分管负责同志参加。请于7月7日12:00前报送参会回执。",
    "梧江县水利局",
    "2026年7月6日",
)


def test_a_page_in_our_own_font_is_recognised_without_a_network(chinese_fonts: None) -> None:
    if not ocr_text.can_recognise():
        pytest.skip("the recognition extra is not installed (pip install -e '.[ocr]', or make ocr)")
    page = QImage(1240, 900, QImage.Format.Format_RGB888)
    page.fill(Qt.GlobalColor.white)
    font = QFont("Noto Serif SC")
    font.setPixelSize(33)
    painter = QPainter(page)
    painter.setFont(font)
    for at, line in enumerate(WORDS):
        painter.drawText(80, 100 + at * 70, line)
    painter.end()
    held = QBuffer()
    page.save(held, "BMP")
    reading = read_notice(ocr_text.picture_text("页.bmp", bytes(held.data().data())), received_on=date(2026, 7, 6))
    assert (reading.title, reading.doc_no, reading.organ) == ("关于召开全县小型水库管护工作会议的通知", "梧水发〔2026〕8号", "梧江县水利局")
    assert (reading.starts_at, reading.deadline, reading.place) == ("2026-07-09T09:00", "2026-07-07T12:00", "县水利局四楼会议室")
