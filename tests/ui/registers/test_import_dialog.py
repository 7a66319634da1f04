"""A register before it is stored: what was decided can be decided otherwise, what was refused is mended in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.reading.draft import RegisterChoices
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.enter import enter
from burden_desktop.tasks.purge import purge
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.registers.import_dialog import ImportDialog
from burden_desktop.ui.settings.taught_headings import TaughtHeadings

from ...conftest import StandingClock
from ...records import POINT
from ..fake_desk import FakeDesk

ROWS = (
    "收文日期,来文单位,标题,流向\n2026-03-05,县水利局,关于检修的通知,水利站\n3月6日,县林业局,关于防火的通知,林业站\n"
    "2月30日,县林业局,关于补植的通知,林业站\n合计,,3,\n"
)


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Ledger:
    return Ledger.create(tmp_path / "a.db", POINT, clock=clock)


@pytest.fixture
def desk(ledger: Ledger, clock: StandingClock) -> Iterator[LedgerDesk]:
    made = LedgerDesk(ledger, clock)
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, chinese_fonts: None, desk: LedgerDesk, tmp_path: Path) -> Iterator[ImportDialog]:
    path = tmp_path / "收文登记.csv"
    path.write_text(ROWS, "utf-8")
    parent, jobs = QWidget(), Jobs()
    qtbot.addWidget(parent)
    made = ImportDialog(parent, desk, KINDS, Texts(), jobs, path, desk.registers.preview(path, RegisterChoices()))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.store.isEnabled())
    yield made
    jobs.stop()


def shown(dialog: ImportDialog, name: str) -> list[list[str]]:
    model = dialog.tables[name][0]
    return [[model.data(model.index(row, column)) for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_every_row_is_shown_with_what_becomes_of_it(dialog: ImportDialog) -> None:
    assert [row[0] for row in shown(dialog, "new")] == ["2", "3"]
    assert shown(dialog, "rejected") == [["4", "“2月30日”不是日期。", "2月30日", "县林业局", "关于补植的通知", "林业站"]]
    assert shown(dialog, "ignored") == [["5", "合计"]]
    assert "登记2行" in dialog.store.text() and "需核对1行" in dialog.banner.text and "双击" in dialog.banner.text


def test_a_refused_row_is_mended_in_place_and_stored_with_the_others(qtbot: QtBot, dialog: ImportDialog, desk: LedgerDesk) -> None:
    model = dialog.mendable
    assert model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    model.setData(model.index(0, 2), "2月31日")
    qtbot.waitUntil(lambda: dialog.store.isEnabled())
    assert shown(dialog, "rejected")[0][2] == "2月31日"
    model.setData(model.index(0, 2), "2月28日")
    qtbot.waitUntil(lambda: "登记3行" in dialog.store.text())
    with qtbot.waitSignal(dialog.finished):
        dialog.store.click()
    assert dialog.outcome and [record.values["received_on"] for record in dialog.outcome.records] == ["2026-03-05", "2026-03-06", "2026-02-28"]
    assert desk.steps.undo() is not None
    assert desk.count("document") == 0


def test_what_was_stored_is_told_while_refused_rows_stay(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.store.click()
    qtbot.waitUntil(lambda: "已登记2行" in dialog.banner.text)
    assert dialog.isVisible() and "还有1行需核对" in dialog.banner.text
    assert "已登记2行" in dialog.store.text() and not dialog.store.isEnabled()


def test_a_row_that_was_possibly_purged_is_the_clerks_to_decide(qtbot: QtBot, dialog: ImportDialog, ledger: Ledger) -> None:
    paper = {"received_on": "2026-03-06", "organ": "县林业局", "title": "关于防火的通知", "doc_no": "云林〔2026〕1号"}
    purge(ledger, enter(ledger, "document", paper).number, "误录")
    assert not dialog.again.isVisible()
    dialog._stand()
    qtbot.waitUntil(lambda: "登记1行" in dialog.store.text())
    assert "可能是已彻底清除的" in shown(dialog, "rejected")[0][1]
    dialog.again.click()
    qtbot.waitUntil(lambda: "登记2行" in dialog.store.text())
    assert dialog.again.isVisible(), "the decision can be taken back"


def test_a_heading_that_was_taught_is_known_the_next_time(qtbot: QtBot, dialog: ImportDialog, desk: LedgerDesk, tmp_path: Path) -> None:
    box = dialog.decisions.headings.cellWidget(3, 1)
    assert isinstance(box, QComboBox) and box.currentData() == ""
    box.setCurrentIndex(box.findData("handling"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: shown(dialog, "new")[0][-1] == "水利站")
    other = tmp_path / "另一份.csv"
    other.write_text(ROWS, "utf-8")
    assert desk.registers.preview(other, RegisterChoices()).rows[0].values["handling"] == "水利站"
    assert desk.registers.taught() == {"document": {"流向": "handling"}}
    desk.registers.forget("document", "流向")
    assert "handling" not in desk.registers.preview(other, RegisterChoices()).rows[0].values


def test_year_and_kind_can_be_decided_and_a_sheet_left_out(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.decisions.year.setValue(2024)
    qtbot.waitUntil(lambda: shown(dialog, "new")[1][2] == "2024-03-06")
    dialog.decisions.kind.setCurrentIndex(dialog.decisions.kind.findData("inspection"))
    dialog.decisions.kind.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.standing.reading.kinds == {"*": "inspection"})


def test_the_dialog_stays_with_what_was_not_stored_and_saves_it(
    qtbot: QtBot, dialog: ImportDialog, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.store.click()
    qtbot.waitUntil(lambda: dialog.outcome is not None and len(shown(dialog, "known")) == 2)
    assert dialog.isVisible() and not dialog.store.isEnabled()
    monkeypatch.setattr("burden_desktop.ui.asking.save_file", lambda *_: tmp_path / "退回.xlsx")
    dialog.save_rejected.click()
    assert (tmp_path / "退回.xlsx").exists()
    dialog.reject()
    assert desk.count("document") == 2


def test_settings_show_what_was_taught_and_forget_it(qtbot: QtBot, chinese_fonts: None) -> None:
    desk = FakeDesk()
    box = TaughtHeadings(desk, Texts())  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.open()
    assert [box.table.item(0, column).text() for column in range(3)] == ["收文", "流向", "办理或退回理由"]
    box.table.selectRow(0)
    box.forget()
    assert desk.registers.taught() == {"document": {}} and box.none.isVisibleTo(box)
