"""Last month's notice pasted today: the days that it names stand in the form, marked, and what was not read is named."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.window import Window

from ..real_ledger import open_window


@pytest.fixture
def window(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[Window]:
    with open_window(tmp_path / "ledger.db", clock) as (_, window):
        yield window


def _paste(window: Window, text: str) -> RecordPage:
    window.entry.notice.setPlainText(text)
    window.entry.button.click()
    page = window.stack.currentWidget().findChild(RecordPage)
    assert isinstance(page, RecordPage)
    return page


def test_days_that_have_passed_are_kept_and_marked(window: Window) -> None:
    page = _paste(window, "青禾县应急管理局\n关于召开森林防火会议的通知\n各乡镇：\n定于3月12日（周四）下午3:00在县政府三楼召开会议。\n青禾县应急管理局\n")
    assert (page.form.editors["held_on"].written(), page.form.editors["starts_at"].written()) == ("2026-03-12", "15:00")
    assert page.form.notes["held_on"].text == page.form.notes["starts_at"].text == "识别不确定，请核对。"


def test_a_deadline_that_was_not_read_is_named(window: Window) -> None:
    page = _paste(window, "青禾县水利局\n青水发〔2026〕12号\n关于做好水库管护工作的通知\n各乡镇：\n请做好管护。\n青禾县水利局\n2026年4月1日\n")
    assert page.banner.text == "已识别，请核对后按回车保存。没有读到办理时限，通知里写明的请补填。"
