"""A record of a sealed month bears a lock in its list, told in words too; what is reopened loses it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.desk import CLOSED, CORRECTING
from burden_desktop.ui.look import appearance
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.window import Window

from ..fake_desk import FakeDesk

DECORATION, READ_OUT, TIP = Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def test_a_lock_and_words_stand_with_records_of_sealed_months(qtbot: QtBot, chinese_fonts: None) -> None:
    desk = FakeDesk()
    for day in ("2026-03-05", "2026-04-01"):
        desk.add("document", {"received_on": day, "organ": "青禾县民政局", "title": f"{day}的通知"})
    desk.states[Month(2026, 3)] = CLOSED
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.show_page("document")
    page = window.page("document")
    assert isinstance(page, RecordPage)

    def told(title: str) -> tuple[bool, str, str]:
        model = page.model
        row = next(row for row in range(model.rowCount()) if model.record(row).values["title"] == title)
        number = model.index(row, 0)
        return model.data(number, DECORATION) is not None, model.data(number, READ_OUT), model.data(number, TIP)

    locked, words, tip = told("2026-03-05的通知")
    assert locked and words.endswith("，所在月份已封存") and tip == words
    number, line = page.table.fontMetrics().horizontalAdvance("收2026-0001"), appearance.em(page.table)
    assert page.table.columnWidth(0) >= number + line * 1.5, "number and lock stand in one line"
    locked, words, _ = told("2026-04-01的通知")
    assert not locked and "封存" not in words
    desk.states[Month(2026, 3)] = CORRECTING
    window.changes.tell("month")
    assert told("2026-03-05的通知")[0] is False
    window.jobs.stop()
