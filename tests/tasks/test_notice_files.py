"""Dropped files one after the other: a bad one is told, a scan page by page, a long reading can be stopped."""

import threading
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from burden_desktop.domain.reading.files_read import Progress
from burden_desktop.intake.files import ocr_text
from burden_desktop.intake.files.sandbox import Box
from burden_desktop.tasks.notice_files import NoticeFiles

DAY = date(2026, 4, 2)
NOTICE = "梅溪县水利局\n梅水函〔2026〕12号\n关于做好防汛工作的通知\n各乡镇：\n请做好防汛。\n梅溪县水利局\n2026年4月1日\n"


class _Found:
    class boxes:  # noqa: N801 - the recogniser's name
        @staticmethod
        def tolist() -> list[list[tuple[float, float]]]:
            return [[(10, 10 + 30 * n), (90, 10 + 30 * n), (90, 30 + 30 * n), (10, 30 + 30 * n)] for n in range(NOTICE.count("\n"))]

    txts = tuple(NOTICE.split("\n")[:-1])


def test_of_files_dropped_together_every_one_is_answered(tmp_path: Path) -> None:
    """Two notices, an archive that is none, a ledger and a signed report, let go at once."""
    signed = b"%PDF-1.7\n1 0 obj <</ByteRange [0 1 2 3] /F (submission.json)>> endobj\n%%EOF"
    made = {
        "通知一.txt": NOTICE.encode(), "junk.zip": b"PK\x03\x04junk", "ledger.db": b"SQLite format 3\x00" + bytes(99),
        "SQ-01-2026-03-r1.pdf": signed, "通知二.txt": NOTICE.replace("12号", "13号").encode(),
    }  # fmt: skip
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    outcome = NoticeFiles([tmp_path / name for name in made], DAY).run()
    assert [draft.values["doc_no"] for draft in outcome.drafts] == ["梅水函〔2026〕12号", "梅水函〔2026〕13号"]
    told = [str(sentence) for sentence in outcome.refused]
    assert len(told) == 3
    assert "junk.zip" in told[0] and "ledger.db" in told[1] and "台账" in told[1] and "r1.pdf" in told[2] and "签名的月报" in told[2]


def scan(pages: int) -> bytes:
    """A PDF without a word in it."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(100, 100))
    for _ in range(pages):
        canvas.rect(10, 10, 50, 50)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognises our notice in every picture, in this process."""
    here: Callable[..., Any] = lambda box, work, *arguments, file: work(*arguments)  # noqa: E731
    monkeypatch.setattr(Box, "run", here)
    monkeypatch.setattr(ocr_text, "can_recognise", lambda: True)
    monkeypatch.setattr(pypdfium2.PdfBitmap, "to_numpy", lambda bitmap: None)  # numpy comes with the extra
    monkeypatch.setattr(ocr_text, "_engine", lambda name: lambda picture: _Found)


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(NOTICE, "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"rubbish")
    read = NoticeFiles([tmp_path / "没有.txt", tmp_path / "坏.docx", tmp_path / "好.txt"], DAY).run()
    assert [draft.values["doc_no"] for draft in read.drafts] == ["梅水函〔2026〕12号"]
    assert [sentence.values["file"] for sentence in read.refused] == ["没有.txt", "坏.docx"]


@pytest.mark.usefixtures("recogniser")
def test_a_scan_is_recognised_page_by_page_and_says_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "扫描.pdf").write_bytes(scan(2))
    files = NoticeFiles([tmp_path / "扫描.pdf"], DAY)
    seen: list[Progress] = []
    own = files._on_page
    monkeypatch.setattr(files, "_on_page", lambda page, pages: (own(page, pages), seen.append(files.progress)))
    read = files.run()
    assert read.drafts and read.drafts[0].values["doc_no"] == "梅水函〔2026〕12号"
    assert seen == [Progress("扫描.pdf", 1, 1, 1, 2), Progress("扫描.pdf", 1, 1, 2, 2)]


def test_a_scan_without_the_recogniser_is_refused_with_what_to_install(tmp_path: Path) -> None:
    if ocr_text.can_recognise():
        pytest.skip("the recognition extra is installed here")
    (tmp_path / "扫描.pdf").write_bytes(scan(1))
    (refused,) = NoticeFiles([tmp_path / "扫描.pdf"], DAY).run().refused
    assert "burden-desktop[ocr]" in str(refused)


def test_a_box_that_is_stopped_gives_up_at_once() -> None:
    with Box(seconds=60) as box:
        box.run(time.sleep, 0, file="a")
        stopper = threading.Timer(0.2, box.stop)
        stopper.start()
        with pytest.raises(Exception, match="a 打不开"):
            box.run(time.sleep, 30, file="a")
        stopper.join()


def test_after_a_stop_no_further_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(NOTICE, "utf-8")
    files = NoticeFiles([tmp_path / "好.txt"], DAY)
    files.cancel()
    assert files.run().drafts == ()


def test_talk_of_a_chat_in_a_file_is_told(tmp_path: Path) -> None:
    chat = tmp_path / "群.txt"
    chat.write_text("县水利局 08:12\n各乡镇：4月7日前报送水库管护情况。\n上河镇老周 08:20\n我镇的路不通\n", encoding="utf-8")
    told = NoticeFiles([chat], date(2026, 4, 2)).run()
    assert len(told.drafts) == 1 and told.left_out == ("我镇的路不通",)
