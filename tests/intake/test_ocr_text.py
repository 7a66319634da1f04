"""Recognised pieces become lines; without the extra a picture is refused with what to do."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from burden_desktop.domain.errors.reading import RecognitionMissing, UnreadableFile
from burden_desktop.intake import ocr_text
from burden_desktop.intake.file_text import read_file_text

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
