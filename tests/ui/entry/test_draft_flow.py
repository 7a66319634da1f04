"""Notices on their way into the forms: paper and meeting, one after the other, another kind, the words beside."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.domain.reading.draft import Draft
from burden_desktop.domain.reading.files_read import FilesRead, Progress
from burden_desktop.domain.record import Record
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.settings.notices_section import NoticesSection
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.window import Window

from ..real_ledger import open_window

MEETING = (
    "青禾县林业局文件\n青林发〔2026〕8号\n关于召开全县森林防火工作会议的通知\n各乡镇人民政府：\n"
    "定于4月9日（星期四）上午9:00在县林业局四楼会议室召开会议，请分管负责同志参加。请于4月7日前报送参会名单。\n青禾县林业局\n2026年4月2日\n"
)
PAPER = "青禾县水利局文件\n青水发〔2026〕12号\n关于做好水库管护工作的通知\n各乡镇：\n请做好管护。\n青禾县水利局\n2026年4月1日\n"
BARE = "关于做好水库管护工作的通知\n各乡镇：\n请做好管护，及时上报情况。"
Opened = tuple[LedgerDesk, Window]


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[Opened]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        yield desk, window


def paste(window: Window, text: str) -> None:
    window.entry.notice.setPlainText(text)
    window.entry.read()


def enter(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)


def shown(window: Window) -> RecordPage:
    page = window.stack.currentWidget().findChild(RecordPage)
    assert isinstance(page, RecordPage)
    return page


def records(desk: LedgerDesk, kind: str) -> tuple[Record, ...]:
    return desk.lists.at(kind, Listing(), 0, 10)


def test_a_paper_that_calls_a_meeting_is_recorded_as_both_and_linked(qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, window = opened
    asked: list[str] = []
    monkeypatch.setattr(asking, "one_of", lambda parent, t, question, actions: asked.append(question) or 0)
    paste(window, MEETING)
    assert shown(window).pane.strip.place.text() == "1/2"
    enter(qtbot)
    assert window.entry.notice.toPlainText() == MEETING
    assert shown(window).pane.strip.place.text() == "2/2"
    enter(qtbot)
    (paper,), (meeting,) = records(desk, "document"), records(desk, "meeting")
    assert (paper.values["doc_no"], paper.values["deadline"]) == ("青林发〔2026〕8号", "2026-04-07")
    assert meeting.values["notice"] == paper.number
    assert window.entry.notice.toPlainText() == ""
    paste(window, MEETING)
    assert len(asked) == 1 and desk.notices.called_meeting == "both"


@pytest.mark.parametrize(("choice", "kind"), [("meeting", "meeting"), ("document", "document")])
def test_only_what_the_clerk_wishes_is_shown(opened: Opened, choice: str, kind: str) -> None:
    desk, window = opened
    desk.notices.choose(choice)
    paste(window, MEETING)
    assert shown(window) is window.page(kind)
    assert not shown(window).pane.strip.skip.isVisible()


def test_a_wrong_guess_is_another_kind_by_one_control_and_keeps_what_fits(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    paste(window, PAPER)
    page = shown(window)
    page.form.editors["note"].setPlainText("老王带回")
    page.form.editors["deadline"].show_value("2026-04-20")
    strip = page.pane.strip
    (act,) = (act for act in strip.menu.actions() if act.data() == "report_request")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert strip.menu.isVisible()
    act.trigger()
    strip.menu.hide()
    other = shown(window)
    assert other is window.page("report_request") and not page.edited
    assert other.form.editors["organ"].written() == "青禾县水利局"
    assert other.form.editors["deadline"].written() == "2026-04-20"
    assert "老王带回" in other.banner.text
    enter(qtbot)
    assert len(records(desk, "report_request")) == 1 and records(desk, "document") == ()
    assert window.entry.notice.toPlainText() == ""


def test_several_notices_are_skipped_and_gone_back_to(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    paste(window, PAPER + PAPER.replace("12号", "13号") + PAPER.replace("12号", "14号"))
    page = shown(window)
    number = page.form.editors["doc_no"]
    assert page.pane.strip.place.text() == "1/3"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert number.written() == "青水发〔2026〕13号" and page.pane.strip.place.text() == "2/3"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert number.written() == "青水发〔2026〕12号"
    page.pane.strip.skip.click()
    enter(qtbot)
    enter(qtbot)
    assert page.pane.strip.place.text() == "1/3"
    enter(qtbot)
    assert sorted(str(record.values["doc_no"]) for record in records(desk, "document")) == [f"青水发〔2026〕{n}号" for n in (12, 13, 14)]
    assert not page.edited and window.entry.notice.toPlainText() == ""


def test_a_draft_thrown_away_takes_its_text_along(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    _, window = opened
    monkeypatch.setattr(asking, "yes", lambda *args, **named: True)
    paste(window, PAPER)
    shown(window).pane.discard()
    assert window.entry.notice.toPlainText() == "" and not shown(window).edited


def test_the_words_of_the_field_in_hand_are_brought_out(opened: Opened) -> None:
    _, window = opened
    paste(window, PAPER)
    page = shown(window)
    source = page.source
    assert source.isVisible()
    for name, words in (("doc_no", "青水发〔2026〕12号"), ("title", "关于做好水库管护工作的通知")):
        page.form.go_to(name)
        assert source.pointed == name
        cursor = QTextCursor(source.words.document())
        cursor.setPosition(PAPER.index(words) + 2)
        look = cursor.charFormat()
        assert look.fontWeight() > 500 and look.fontUnderline() and look.background().color().alpha() > 0
    page.pane.save()
    assert not source.isVisible()


def test_what_was_not_read_is_told_apart_from_what_is_doubtful(opened: Opened) -> None:
    _, window = opened
    paste(window, BARE)
    page = shown(window)
    assert page.form.notes["organ"].text == "没有读出，请填写。"
    assert page.form.notes["carrier"].text == "识别不确定，请核对。"
    assert "1处没有读出" in page.banner.text


def test_what_was_chosen_once_is_seen_and_changed_in_the_settings(opened: Opened) -> None:
    desk, window = opened
    desk.notices.choose("both")
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["notices_section"]
    assert isinstance(section, NoticesSection) and section.choice.currentData() == "both"
    section.choice.setCurrentIndex(section.choice.findData("ask"))
    section.choice.activated.emit(section.choice.currentIndex())
    assert desk.notices.called_meeting == "ask"


def test_what_an_import_told_goes_when_something_else_is_begun(opened: Opened) -> None:
    _, window = opened
    for begin in (lambda: window.show_page("settings"), lambda: window.entry.notice.setPlainText("关"), lambda: window.changes.tell("document")):
        window.entry.banner.tell("good", "已登记")
        begin()
        assert window.entry.banner.text == ""


class Endless:
    """A scan whose recognition ends only when it is stopped."""

    progress = Progress("扫描.pdf", 2, 3, 4, 9)

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def run(self) -> FilesRead:
        self.stopped.wait(20)
        return FilesRead((Draft("document", {"title": "不该出现"}),), ())

    def cancel(self) -> None:
        self.stopped.set()


def test_a_long_reading_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk, window = opened
    endless = Endless()
    monkeypatch.setattr(desk.notices, "files", lambda paths: endless, raising=False)
    window.entry.read_files([tmp_path / "扫描.pdf"])
    files = window.entry.files
    assert files is not None and files.isVisible() and "第4页，共9页" in files.told.text() and "第2个文件，共3个" in files.told.text()
    files.stop.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert endless.stopped.is_set() and not files.isVisible() and "已停止读取" in window.entry.banner.text
    assert "document" not in window.pages or not window.page("document").edited


def test_files_dropped_together_come_one_after_the_other_and_a_bad_one_is_told(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    desk, window = opened
    paths = [tmp_path / name for name in ("一.txt", "坏.docx", "二.txt")]
    for number, path in enumerate(paths):
        path.write_text(PAPER.replace("12号", f"{20 + number}号"), "utf-8")
    window.entry.read_files(paths)
    qtbot.waitUntil(lambda: not window.jobs.busy and window.page("document").edited, timeout=20_000)
    page = shown(window)
    assert page.pane.strip.place.text() == "1/2" and "坏.docx" in window.entry.banner.text
    enter(qtbot)
    enter(qtbot)
    assert len(records(desk, "document")) == 2


def _save_with_organ(qtbot: QtBot, window: Window, organ: str) -> RecordPage:
    paste(window, PAPER)
    page = shown(window)
    page.form.editors["organ"].show_value(organ)
    enter(qtbot)
    return page


def test_corrected_name_of_a_body_is_offered_once_to_be_remembered(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    page = _save_with_organ(qtbot, window, "县水利局")
    assert "青禾县水利局" in page.banner.text and "县水利局" in page.banner.text
    (offer,) = page.banner.offers
    offer.click()
    (body,) = desk.bodies.find("青禾县水利局")
    assert body.organ.name == "县水利局" and "青禾县水利局" in body.organ.aliases
    page = _save_with_organ(qtbot, window, "县水利局")
    assert not page.banner.offers


def test_unheeded_offer_is_not_made_again_and_teaches_nothing(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    assert len(_save_with_organ(qtbot, window, "县水利局").banner.offers) == 1
    assert not _save_with_organ(qtbot, window, "县水利局").banner.offers
    (body,) = desk.bodies.find("县水利局")
    assert body.organ.aliases == ()


@pytest.mark.parametrize("organ", ["青禾县水利局", "青禾县林业局办公室", "青禾县水利局、县财政局", "青禾市水利局"])
def test_nothing_is_offered_where_the_names_are_not_one_bodys(qtbot: QtBot, opened: Opened, organ: str) -> None:
    _, window = opened
    assert not _save_with_organ(qtbot, window, organ).banner.offers


def test_what_a_chat_left_out_is_told_until_the_next_paste_and_can_be_put_back(opened: Opened) -> None:
    _, window = opened
    paste(window, "县水利局 08:12\n各乡镇：4月7日前报送水库管护情况。\n上河镇老周 08:20\n我镇的路不通，打13912345678问\n下河镇老吴 08:21\n收到\n")
    shown(window)
    banner = window.entry.banner
    assert "我镇的路不通" in banner.text and "13912345678" not in banner.text
    window.entry.settled()
    assert window.entry.notice.toPlainText() == "" and "我镇的路不通" in banner.text
    banner.offers[0].click()
    assert window.entry.notice.toPlainText() == "我镇的路不通，打13912345678问" and banner.text == ""
