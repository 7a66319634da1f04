"""The record page over a real ledger: order, filters, cells, several rows, steps back, typed text that waits."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.domain.months.month import Month
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.place import Place
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.records.title_editor import TitleEditor
from burden_desktop.ui.window import Window

from ..real_ledger import commit, compose, open_window, record_page

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[LedgerDesk, Window]]:
    """Twelve papers of three months; a question nobody expects fails the test."""
    monkeypatch.setattr(asking, "yes", lambda *args, **named: pytest.fail(f"asked: {args[2]}"))
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        for n in range(12):
            desk.add("document", {"received_on": f"2026-0{n % 3 + 1}-1{n % 7}", "organ": ("青禾县教育局", "青禾市财政局")[n % 2],
                                  "title": f"关于第{n:02}件事的通知", "copies": n})  # fmt: skip
        yield desk, window


@pytest.fixture
def desk(opened: tuple[LedgerDesk, Window]) -> LedgerDesk:
    return opened[0]


@pytest.fixture
def page(opened: tuple[LedgerDesk, Window]) -> RecordPage:
    return record_page(opened[1])


def _titles(page: RecordPage) -> list[str]:
    return [str(page.model.record(row).values["title"]) for row in range(page.model.rowCount())]  # type: ignore[union-attr]


def _choose(page: RecordPage, *rows: int) -> None:
    page.table.clearSelection()
    for row in rows:
        mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        page.table.selectionModel().select(page.model.index(row, 0), mode)
    page.table.setFocus()


def test_header_sorts_and_turns_round(page: RecordPage) -> None:
    column = page.model.column_of("title")
    page.table.horizontalHeader().sectionClicked.emit(column)
    assert _titles(page) == sorted(_titles(page))
    page.table.horizontalHeader().sectionClicked.emit(column)
    assert _titles(page) == sorted(_titles(page), reverse=True)
    assert page.table.horizontalHeader().sortIndicatorSection() == column


def test_filters_narrow_and_a_view_brings_them_back(qtbot: QtBot, page: RecordPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "line", lambda *args: "三月市里来文")
    page.filters.open_filters()
    page.filters.month.setCurrentIndex(page.filters.month.findData("2026-03"))
    page.filters.month.activated.emit(0)
    commit(page.filters.organ, "财政")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.filters.save_view()
    page.filters.clear()
    assert page.model.rowCount() == 12
    page.filters._fill_views()
    page.filters.view_menu.actions()[0].trigger()
    assert page.model.rowCount() == 2
    assert page.model.listing.month == Month(2026, 3)


def test_place_shows_the_records_that_are_meant(opened: tuple[LedgerDesk, Window], page: RecordPage) -> None:
    opened[1].go(Place("document", numbers=("收2026-0002", "收2026-0005")))
    assert page.model.rowCount() == 2
    assert page.filters.only.isVisible()
    page.filters.only.click()
    assert page.model.rowCount() == 12


def test_columns_are_remembered(opened: tuple[LedgerDesk, Window], page: RecordPage, desk: LedgerDesk) -> None:
    header = page.table.horizontalHeader()
    title, organ = page.model.column_of("title"), page.model.column_of("organ")
    page.table.setColumnWidth(title, 333)
    header.moveSection(header.visualIndex(organ), 0)
    page.table.columns.set_hidden(page.model.column_of("channel"), True)
    page.table.columns.remember()
    again = Window(desk, opened[1]._kinds, opened[1]._t)
    other = record_page(again)
    assert other.table.columnWidth(title) == 333
    assert other.table.horizontalHeader().visualIndex(organ) == 0
    assert other.table.isColumnHidden(page.model.column_of("channel"))
    again.jobs.stop()
    again.deleteLater()


def test_figures_stand_right_and_long_titles_are_told_whole(page: RecordPage, desk: LedgerDesk) -> None:
    meeting = page.model.index(0, page.model.column_of("title"))
    assert page.model.data(meeting, Qt.ItemDataRole.ToolTipRole) == _titles(page)[0]
    assert page.model.data(meeting, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft


def test_cell_is_written_in_place(qtbot: QtBot, page: RecordPage, desk: LedgerDesk) -> None:
    index = page.model.index(2, page.model.column_of("title"))
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("改好的标题")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "改好的标题" in _titles(page))
    assert page.banner.text.startswith("已保存")


def test_cell_that_is_refused_opens_again_with_what_was_written(qtbot: QtBot, page: RecordPage) -> None:
    index = page.model.index(2, page.model.column_of("deadline"))
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("月底吧")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "不是日期" in page.banner.text and isinstance(QApplication.focusWidget(), QLineEdit))
    again = QApplication.focusWidget()
    assert isinstance(again, QLineEdit) and again.text() == "月底吧"
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert page.model.record(2).values["deadline"] is None  # type: ignore[union-attr]


def test_several_rows_are_set_and_withdrawn_and_each_is_one_step_back(qtbot: QtBot, page: RecordPage, desk: LedgerDesk) -> None:
    _choose(page, 1, 2, 5)
    assert page.right.currentWidget() is page.several
    page.several.field.setCurrentIndex(page.several.field.findData("urgency"))
    page.several.editor.show_value("加急")
    page.several.set_button.click()
    assert sum(page.model.record(row).values["urgency"] == "加急" for row in range(12)) == 3  # type: ignore[union-attr]
    _choose(page, 0, 3)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 10
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert page.model.rowCount() == 12
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert not any(page.model.record(row).values["urgency"] for row in range(12))  # type: ignore[union-attr]
    qtbot.keyClick(page.table, Qt.Key.Key_Y, CONTROL)
    assert sum(page.model.record(row).values["urgency"] == "加急" for row in range(12)) == 3  # type: ignore[union-attr]


def test_trash_lists_what_was_withdrawn_and_brings_it_back(qtbot: QtBot, page: RecordPage) -> None:
    _choose(page, 4)
    gone = page.model.record(4)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    page.filters.open_filters()
    page.filters.trash.click()
    assert page.model.rowCount() == 1
    _choose(page, 0)
    page.several.reinstate_button.click()
    assert page.model.rowCount() == 0
    page.filters.trash.click()
    assert page.model.rowCount() == 12
    assert gone is not None and gone.number in page.banner.text


def test_step_into_a_closed_month_is_refused_with_the_sentence(page: RecordPage, desk: LedgerDesk) -> None:
    record = desk.add("document", {"received_on": "2026-03-30", "organ": "青禾县教育局", "title": "月底的通知"})
    months, history = desk._ledger.months, desk._ledger.history
    months.seal(record.month, revision=1, file_name="a.pdf", sha256="0" * 64, expected_head=history.head())
    page.back.undo()
    assert "2026年3月已封存" in page.banner.text
    assert desk.lists.count("document", Listing()) == 13


def test_undo_in_a_field_takes_back_typing_first_and_the_step_when_nothing_is_typed(qtbot: QtBot, page: RecordPage) -> None:
    page.new()
    title = page.form.editors["title"]
    title.setFocus()
    qtbot.keyClicks(title, "abc")
    qtbot.keyClick(title, Qt.Key.Key_Z, CONTROL)
    assert title.written() == ""
    assert page.model.rowCount() == 12
    qtbot.keyClick(title, Qt.Key.Key_Z, CONTROL)
    assert page.model.rowCount() == 11


def test_typed_text_waits_while_another_record_is_looked_at(qtbot: QtBot, page: RecordPage) -> None:
    page.table.go_to(1)
    title = page.form.editors["title"]
    title.setFocus()
    qtbot.keyClicks(title, "typed")
    page.table.go_to(3)
    assert page.form.editors["title"].written() == _titles(page)[3]
    assert page.pane.waiting.isVisible()
    assert page.model.data(page.model.index(1, 0), Qt.ItemDataRole.DecorationRole) is not None
    assert "未保存" in page.model.data(page.model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    page.table.go_to(1)
    assert "typed" in title.written()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert "typed" in _titles(page)[1]
    assert not page.edited


def test_record_begun_waits_for_ctrl_n_and_is_not_lost_to_ctrl_d(qtbot: QtBot, page: RecordPage) -> None:
    page.new()
    qtbot.keyClicks(page.form.editors["organ"], "half")
    page.table.go_to(2)
    qtbot.keyClick(page.table, Qt.Key.Key_D, CONTROL)
    assert page.form.editors["title"].written() == _titles(page)[2]
    assert page.form.editors["received_on"].written() == "2026-04-02"
    qtbot.keyClick(page.form.editors["title"], Qt.Key.Key_Return)
    assert page.model.rowCount() == 13
    assert page.form.editors["organ"].written() == "half"


def test_discarding_is_the_only_question(page: RecordPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page.table.go_to(0)
    qtbot.keyClicks(page.form.editors["title"], "x")
    monkeypatch.setattr(asking, "yes", lambda *args, **named: True)
    page.pane.discard_button.click()
    assert page.form.editors["title"].written() == _titles(page)[0]
    assert not page.edited


def test_past_stands_beside_the_form(page: RecordPage, desk: LedgerDesk) -> None:
    record = page.model.record(0)
    assert record is not None
    desk.change("document", record.id, {"title": "新标题"})
    page.reload()
    page.table.go_to(0)
    assert page.pane.past.isVisible()
    assert "镇党政办 修改" in page.pane.past.text.text()
    assert f"标题：{record.values['title']} → 新标题" in page.pane.past.text.text()


def test_short_dates_and_hours_stand_in_full_when_the_field_is_left(qtbot: QtBot, opened: tuple[LedgerDesk, Window]) -> None:
    page = record_page(opened[1], "meeting")
    day, begin = page.form.editors["held_on"].focusProxy(), page.form.editors["starts_at"]
    assert isinstance(day, QLineEdit)
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "3.5")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert day.text() == "2026-03-05"
    begin.setFocus()
    qtbot.keyClicks(begin, "230p")
    qtbot.keyClick(begin, Qt.Key.Key_Tab)
    assert begin.written() == "14:30"
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.text() == "2026-03-04"


def test_keys_belong_to_the_input_method_while_it_composes(qtbot: QtBot, opened: tuple[LedgerDesk, Window], page: RecordPage) -> None:
    page.new()
    organ, title = page.form.editors["organ"], page.form.editors["title"]
    commit(organ, "青禾县教育局")
    title.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_N, CONTROL), (Qt.Key.Key_2, CONTROL), (Qt.Key.Key_S, CONTROL), (Qt.Key.Key_Z, CONTROL),
    ):  # fmt: skip
        compose(title, "guanyu")
        qtbot.keyClick(title, key, modifier)
        assert page.model.rowCount() == 12
        assert opened[1].stack.currentWidget().isAncestorOf(page)
        assert QApplication.focusWidget() is title
        assert organ.written() == "青禾县教育局"
    commit(title, "关于春耕的通知")
    assert title.written() == "关于春耕的通知"
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert page.model.rowCount() == 13


def test_delete_in_a_field_deletes_a_letter_and_no_record(qtbot: QtBot, page: RecordPage) -> None:
    page.table.go_to(0)
    title = page.form.editors["title"]
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Home)
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    assert title.written() == "于" + _titles(page)[0].removeprefix("关于")
    assert page.model.rowCount() == 12


def test_keys_of_one_page_are_not_those_of_another(qtbot: QtBot, opened: tuple[LedgerDesk, Window], page: RecordPage) -> None:
    meetings = record_page(opened[1], "meeting")
    commit(meetings.form.editors["organ"], "青禾县教育局")
    commit(meetings.form.editors["title"], "工作会议")
    qtbot.keyClick(meetings.form.editors["title"], Qt.Key.Key_S, CONTROL)
    assert (meetings.model.rowCount(), page.model.rowCount()) == (1, 12)


def test_records_with_something_to_look_at_are_shown_alone(qtbot: QtBot, page: RecordPage, desk: LedgerDesk) -> None:
    hurried = desk.add("document", {"received_on": "2026-03-20", "organ": "青禾县教育局", "title": "关于报送总结的通知", "deadline": "2026-03-20"})
    page.filters.open_filters()
    page.filters.month.setCurrentIndex(page.filters.month.findData("2026-03"))
    page.filters.month.activated.emit(0)
    page.filters.findings.click()
    qtbot.waitUntil(lambda: page.model.listing.numbers is not None)
    assert hurried.number in (page.model.listing.numbers or ())
    assert page.model.rowCount() < 5


def test_a_title_is_taken_over_by_down_and_enter_still_saves(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> None:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        desk.add("document", {"received_on": "2026-03-01", "organ": "县农业农村局", "title": "关于做好秋收工作的通知"})
        page = record_page(window)
        page.new()
        commit(page.form.editors["organ"], "县农业农村局")
        title = page.form.editors["title"]
        assert isinstance(title, TitleEditor)
        title.setFocus()
        commit(title, "春耕")
        assert "关于做好春耕工作的通知" in title.told.toolTip()
        qtbot.keyClick(title, Qt.Key.Key_Down)
        assert title.text() == "关于做好春耕工作的通知" and page.edited
        qtbot.keyClick(title, Qt.Key.Key_Up)
        assert title.text() == "春耕"
        qtbot.keyClick(title, Qt.Key.Key_Return)
        assert desk.lists.at("document", Listing(), 0, 1)[0].values["title"] == "春耕"
        assert title.told.text() == " "
