"""The quick-entry bar: read with Enter, saved with Enter, the text stays until then."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.registers.import_dialog import ImportDialog
from burden_desktop.ui.window import Window

from ..real_ledger import commit, open_window, record_page

LINE = "3.5 县农业农村局 关于做好春耕备耕工作的通知 云农发[2026]3号"


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[tuple[LedgerDesk, Window]]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        yield desk, window


def test_typed_line_becomes_a_record_with_two_enters(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    desk, window = opened
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    commit(window.entry.notice, LINE)
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_Return)
    page = record_page(window)
    assert window.entry.notice.toPlainText() == LINE
    assert page.form.editors["doc_no"].written() == "云农发〔2026〕3号"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (record,) = desk.lists.at("document", Listing(), 0, 5)
    assert (record.values["received_on"], record.values["organ"]) == ("2026-03-05", "县农业农村局")
    assert record.values["title"] == "关于做好春耕备耕工作的通知"
    assert window.entry.notice.toPlainText() == ""


def test_esc_in_the_draft_leads_back_to_the_text(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    desk, window = opened
    commit(window.entry.notice, LINE)
    window.entry.read()
    page = record_page(window)
    assert page.form.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.entry.notice
    assert window.entry.notice.toPlainText() == LINE
    assert not page.edited
    assert desk.lists.count("document", Listing()) == 0


def test_draft_that_was_touched_is_kept_when_left(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    _, window = opened
    commit(window.entry.notice, LINE)
    window.entry.read()
    page = record_page(window)
    commit(page.form.editors["title"], "（急）")
    qtbot.keyClick(page.form.editors["title"], Qt.Key.Key_Escape)
    assert page.edited


def test_secret_text_is_refused_and_nothing_of_it_stays(opened: tuple[LedgerDesk, Window]) -> None:
    _, window = opened
    commit(window.entry.notice, "机密★1年\n关于某事的通知")
    window.entry.read()
    assert window.entry.notice.toPlainText() == ""
    assert "密级标志" in window.entry.banner.text


def test_enter_does_not_read_while_the_input_method_composes(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    from ..real_ledger import compose

    desk, window = opened
    commit(window.entry.notice, LINE)
    window.entry.notice.setFocus()
    compose(window.entry.notice, "tongzhi")
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_Return)
    assert "document" not in window.pages or not record_page(window).edited
    assert desk.lists.count("document", Listing()) == 0


def drop(window: Window, *paths: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.entry.notice.dropEvent(QDropEvent(QPointF(5, 5), copy, held, left, Qt.KeyboardModifier.NoModifier))


def test_registers_dropped_together_open_one_after_the_other(
    qtbot: QtBot, opened: tuple[LedgerDesk, Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(asking, "tell", lambda parent, title, sentence: told.append(sentence))
    desk, window = opened
    paths = [tmp_path / name for name in ("一月.csv", "坏了.xlsx", "二月.csv")]
    for path in paths:
        path.write_text(f"收文日期,来文单位,标题\n2026-03-05,县水利局,关于{path.stem}的通知\n", "utf-8")
    paths[1].write_bytes(b"PK\x03\x04 no workbook")
    drop(window, *paths)
    for count in (1, 2):
        qtbot.waitUntil(lambda: any(one.isVisible() and one.store.isEnabled() for one in window.findChildren(ImportDialog)), timeout=20_000)
        (dialog,) = (one for one in window.findChildren(ImportDialog) if one.isVisible())
        with qtbot.waitSignal(dialog.finished, timeout=20_000):
            dialog.store.click()
        assert desk.count("document") == count
    qtbot.waitUntil(lambda: window.entry.register.button.isEnabled(), timeout=20_000)
    assert len(told) == 1 and "坏了.xlsx" in told[0]


def test_files_copied_in_the_file_list_are_pasted_like_dropped_ones(qtbot: QtBot, opened: tuple[LedgerDesk, Window], tmp_path: Path) -> None:
    _, window = opened
    (tmp_path / "来文.txt").write_text("关于做好防汛工作的通知\n各乡镇：\n请做好防汛。\n青禾县水利局\n2026年4月1日", "utf-8")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "来文.txt"))])
    assert window.entry.notice.canInsertFromMimeData(held)
    window.entry.notice.insertFromMimeData(held)
    qtbot.waitUntil(lambda: record_page(window).edited, timeout=20_000)
    assert record_page(window).form.editors["organ"].written() == "青禾县水利局"
    assert window.entry.notice.toPlainText() == ""


def test_a_long_text_is_read_beside_the_window(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    _, window = opened
    window.entry.notice.setPlainText("关于做好防汛工作的通知\n各乡镇：\n" + "请做好防汛。\n" * 600 + "青禾县水利局\n2026年4月1日")
    window.entry.read()
    assert "正在识别" in window.entry.banner.text
    qtbot.waitUntil(lambda: record_page(window).edited, timeout=20_000)
    assert "已识别" in record_page(window).banner.text or "没有读出" in record_page(window).banner.text
    window.entry.notice.setPlainText("机密★1年\n" + "关于某事的通知\n" * 600)
    window.entry.read()
    qtbot.waitUntil(lambda: "密级标志" in window.entry.banner.text, timeout=20_000)
    assert window.entry.notice.toPlainText() == ""


def test_picture_from_the_clipboard_is_read_and_told_by_name_where_recognition_is_missing(
    qtbot: QtBot, opened: tuple[LedgerDesk, Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, window = opened
    monkeypatch.setattr("burden_desktop.intake.files.ocr_text.can_recognise", lambda: False)
    picture = QImage(2_000, 1_000, QImage.Format.Format_ARGB32)
    picture.fill(0xFFFFFFFF)
    held = QMimeData()
    held.setImageData(picture)
    assert window.entry.notice.canInsertFromMimeData(held)
    before = set(tmp_path.rglob("*"))
    window.entry.notice.insertFromMimeData(held)
    qtbot.waitUntil(lambda: "粘贴的图片" in window.entry.banner.text, timeout=20_000)
    assert window.entry.notice.toPlainText() == "" and not [file for file in set(tmp_path.rglob("*")) - before if file.suffix in (".bmp", ".png")]


def test_words_copied_with_their_picture_are_words(opened: tuple[LedgerDesk, Window]) -> None:
    _, window = opened
    held = QMimeData()
    held.setImageData(QImage(10, 10, QImage.Format.Format_RGB32))
    held.setText("关于防汛的通知")
    window.entry.notice.insertFromMimeData(held)
    assert window.entry.notice.toPlainText() == "关于防汛的通知" and window.entry.files is None


def test_the_button_asks_for_a_file_where_there_is_no_text(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[Path]] = []
    monkeypatch.setattr(window.entry, "read_files", read.append)
    monkeypatch.setattr(asking, "open_file", lambda *_: tmp_path / "通知.docx")
    window.entry.button.click()
    assert read == [[tmp_path / "通知.docx"]]
    monkeypatch.setattr(asking, "open_file", lambda *_: None)
    window.entry.button.click()
    assert len(read) == 1
