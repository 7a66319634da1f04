"""Records in the window: typing, saving, mending, finding, withdrawing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from burden_desktop.domain.field import FieldType
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import DOCUMENT, KINDS
from burden_desktop.domain.listing import Listing
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.record import Record
from burden_desktop.domain.texts import Texts
from burden_desktop.ui import asking
from burden_desktop.ui.desk import CLOSED
from burden_desktop.ui.records.editors import EDITORS
from burden_desktop.ui.records.record_model import BLOCK, RecordModel
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.registers.import_dialog import ImportDialog
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk
from .fake_parts import FakeLists


def _page(window: Window, kind: str) -> RecordPage:
    window.show_page(kind)
    page = window.page(kind)
    assert isinstance(page, RecordPage)
    return page


def _write(page: RecordPage, **values: str) -> None:
    for name, value in values.items():
        page.form.editors[name].show_value(value)


def test_every_field_type_has_an_editor() -> None:
    assert set(EDITORS) == set(FieldType)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_model_keeps_the_rules_of_qt_for_every_kind(qtmodeltester: ModelTester, kind: Kind) -> None:
    desk = full_desk(3)
    model = RecordModel(kind, Texts(), desk.lists)
    model.show(Listing())
    qtmodeltester.check(model)


def test_model_reads_only_the_blocks_that_are_looked_at() -> None:
    desk = full_desk(BLOCK * 5 + 30)
    asked: list[tuple[str, int]] = []

    class Counting(FakeLists):
        def after(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
            asked.append(("after", limit))
            return super().after(kind, listing, record, limit)

        def before(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
            asked.append(("before", limit))
            return super().before(kind, listing, record, limit)

        def at(self, kind: str, listing: Listing, place: int, limit: int) -> tuple[Record, ...]:
            asked.append(("at", limit))
            return super().at(kind, listing, place, limit)

    lists = Counting(desk)
    model = RecordModel(DOCUMENT, Texts(), lists)
    model.show(Listing())
    assert model.rowCount() == BLOCK * 5 + 30
    whole = lists._all("document", Listing())
    assert [model.record(row) for row in (0, 1, BLOCK - 1)] == [whole[0], whole[1], whole[BLOCK - 1]]
    assert model.record(BLOCK) == whole[BLOCK]
    assert model.record(BLOCK * 5 + 29) == whole[-1]
    assert model.record(BLOCK * 4) == whole[BLOCK * 4]
    assert asked == [("at", BLOCK), ("after", BLOCK), ("at", BLOCK), ("before", BLOCK)]


def test_record_is_typed_by_keyboard_and_saved_with_enter(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    page = _page(window, "document")
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for name, text in (("organ", "QH office"), ("title", "Notice No 7")):
        page.form.editors[name].setFocus()
        qtbot.keyClicks(page.form.editors[name], text)
    qtbot.keyClick(page.form.editors["title"], Qt.Key.Key_Return)
    assert [record.values["title"] for record in desk.kept["document"]] == ["Notice No 7"]
    assert page.model.rowCount() == 1
    assert "收2026-0001" in page.banner.text


def test_error_stands_beside_its_field_and_what_was_typed_stays(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    page = _page(window, "document")
    _write(page, organ="青禾县委办公室", title="通知", received_on="2026-02-30")
    page.save()
    assert page.form.notes["received_on"].isVisible()
    assert "日历上没有这一天" in page.form.notes["received_on"].text
    assert page.form.editors["received_on"].written() == "2026-02-30"
    assert desk.kept["document"] == []


def test_a_record_of_a_sealed_month_says_so_before_anybody_types(window: Window, desk: FakeDesk) -> None:
    page = _page(window, "document")
    record = desk.add("document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于防汛的通知"})
    page.show_record(record)
    assert page.banner.text == ""
    desk.states[record.month] = CLOSED
    page.new()
    page.show_record(record)
    assert "2026年3月已封存" in page.banner.text and page.banner.state == "info"


def test_a_day_that_does_not_exist_is_told_as_soon_as_its_field_is_left(qtbot: QtBot, window: Window) -> None:
    page = _page(window, "document")
    day, note = page.form.editors["received_on"].line, page.form.notes["received_on"]  # type: ignore[union-attr]
    for typed, told in (("2.30", "2月没有30日。"), ("3.5", "")):
        day.setFocus()
        day.selectAll()
        qtbot.keyClicks(day, typed)
        qtbot.keyClick(day, Qt.Key.Key_Tab)
        assert note.text == told


def test_a_field_that_must_be_written_stays_marked_while_it_is_empty(qtbot: QtBot, window: Window) -> None:
    page = _page(window, "document")
    page.form.editors["received_on"].show_value("")
    page.save()
    marked = page.form.notes["received_on"].text
    page.form.go_to("received_on")
    qtbot.keyClick(page.form.editors["received_on"].line, Qt.Key.Key_Tab)  # type: ignore[union-attr]
    assert marked and page.form.notes["received_on"].text == marked


def test_loading_a_record_does_not_count_as_editing(window: Window, desk: FakeDesk) -> None:
    page = _page(window, "document")
    record = desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县委办公室", "title": "通知"})
    page.show_record(record)
    assert not page.edited


def test_sealed_month_offers_entry_as_late(window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.states[Month(2026, 3)] = CLOSED
    monkeypatch.setattr(asking, "yes", lambda *args, **named: True)
    page = _page(window, "document")
    _write(page, organ="青禾县委办公室", title="通知", received_on="2026-03-30")
    page.save()
    assert [record.late for record in desk.kept["document"]] == [True]


def test_the_question_of_late_entry_says_each_thing_once_and_no_option(window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.states[Month(2026, 3)] = CLOSED
    asked: list[str] = []
    monkeypatch.setattr(asking, "yes", lambda parent, t, question, **named: bool(asked.append(question)))
    page = _page(window, "document")
    _write(page, organ="青禾县委办公室", title="通知", received_on="2026-03-30")
    page.save()
    for words in ("补登的记在", "单独列出", "不计入"):
        assert asked[0].count(words) == 1
    assert "2026年3月" in asked[0] and "--" not in asked[0] + page.pane.banner.text


def test_withdrawn_record_leaves_the_list(window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "yes", lambda *args, **named: True)
    record = desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县委办公室", "title": "通知"})
    page = _page(window, "document")
    page.reload()
    page.show_record(record)
    page.withdraw()
    assert page.model.rowCount() == 0


def test_pasted_notice_becomes_a_draft_with_doubts_marked(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    window.entry.notice.setPlainText("请于4月3日参加会议")
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_Return)
    page = window.page("meeting")
    assert isinstance(page, RecordPage)
    assert page.isVisible()
    assert page.form.editors["title"].written() == "全县防汛工作视频会议"
    assert page.form.notes["held_on"].isVisible()
    page.save()
    assert len(desk.kept["meeting"]) == 1


def test_register_is_looked_at_before_it_is_saved(
    qtbot: QtBot, window: Window, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(asking, "open_file", lambda *args: tmp_path / "2026年收文登记.xlsx")
    window.entry.register.ask()
    dialog = _import_dialog(qtbot, window)
    assert "2026年收文登记.xlsx" in dialog.windowTitle()
    dialog.reject()


def test_pasted_cells_are_taken_for_a_register_and_pasted_words_are_not(qtbot: QtBot, window: Window) -> None:
    window.entry.notice.setPlainText("收文日期\t来文单位\t标题\n2026-03-05\t县委办\t关于某事的通知")
    window.entry.read()
    dialog = _import_dialog(qtbot, window)
    assert window.entry.notice.toPlainText() == ""
    dialog.reject()


def test_a_dropped_spreadsheet_is_taken_for_a_register(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.entry.read_files([tmp_path / "收文.ods"])
    _import_dialog(qtbot, window).reject()


def _import_dialog(qtbot: QtBot, window: Window) -> ImportDialog:
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(lambda: "要登记" in dialog.banner.text)
    return dialog
