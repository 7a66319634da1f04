"""A body's name that was corrected once: remembered it holds for the next notice, forgotten it holds no more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.listing import Listing
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.settings.taught_bodies import TaughtBodies
from burden_desktop.ui.window import Window

from ..real_ledger import open_window

READ, MEANT = "青禾县水利材局", "青禾县水利局"
PAPER = f"{READ}文件\n青水发〔2026〕12号\n关于做好水库管护工作的通知\n各乡镇：\n请做好管护。\n{READ}\n2026年4月1日\n"
Opened = tuple[LedgerDesk, Window]


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[Opened]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        yield desk, window


def _paste(window: Window, number: int) -> RecordPage:
    window.entry.notice.setPlainText(PAPER.replace("12号", f"{number}号"))
    window.entry.button.click()
    page = window.stack.currentWidget().findChild(RecordPage)
    assert isinstance(page, RecordPage)
    return page


def _remember(window: Window) -> None:
    page = _paste(window, 12)
    page.form.editors["organ"].show_value(MEANT)
    page.pane.save_button.click()
    (offer,) = page.banner.offers
    offer.click()


def _taught(window: Window) -> TaughtBodies:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["taught_bodies"]
    assert isinstance(section, TaughtBodies)
    return section


def _forget(qtbot: QtBot, section: TaughtBodies) -> None:
    assert section.table.item(0, 1).text() == f"也写作“{READ}”"
    section.table.selectRow(0)
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert section.table.rowCount() == 0


def test_the_next_notice_of_a_remembered_name_is_of_the_body_meant(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    _remember(window)
    page = _paste(window, 13)
    assert page.form.editors["organ"].written() == MEANT
    page.pane.save_button.click()
    assert not page.banner.offers
    assert {record.values["organ"] for record in desk.lists.at("document", Listing(), 0, 10)} == {MEANT}
    page = _paste(window, 14)
    (act,) = (act for act in page.pane.strip.menu.actions() if act.data() == "report_request")
    act.trigger()
    other = window.stack.currentWidget().findChild(RecordPage)
    assert isinstance(other, RecordPage) and other.form.editors["organ"].written() == MEANT
    other.pane.save_button.click()
    _forget(qtbot, _taught(window))
    assert _paste(window, 15).form.editors["organ"].written() == READ


def test_a_name_is_forgotten_although_records_bear_it(qtbot: QtBot, opened: Opened) -> None:
    desk, window = opened
    _remember(window)
    desk.add("document", {"received_on": "2026-04-01", "organ": READ, "title": "关于清淤的通知"})
    section = _taught(window)
    _forget(qtbot, section)
    assert section.banner.text == f"有1条记录写的是“{READ}”，今后算作单独的单位。"
    rows = {row.organ.name: row.records for row in desk.bodies.find("")}
    assert rows == {MEANT: 1, READ: 1}
    assert _paste(window, 15).form.editors["organ"].written() == READ
    assert desk._own_ledger.check().ok
    desk.steps.undo()
    assert {row.organ.name: row.records for row in desk.bodies.find("")} == {MEANT: 2}
    assert desk._own_ledger.check().ok
