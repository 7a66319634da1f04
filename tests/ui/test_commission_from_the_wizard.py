"""A commission's whole way in the window, from the first start: ledger made, point enrolled, months received and shown."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWizard
from pytestqt.qtbot import QtBot

from burden_desktop.domain.errors.receiving import NotACommission, NotAPoint
from burden_desktop.domain.handed_in.receiving import readable
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.ledger_care import new_ledger
from burden_desktop.ui import asking
from burden_desktop.ui.commission.enrol_dialog import EnrolDialog
from burden_desktop.ui.commission.overview_page import OverviewPage
from burden_desktop.ui.commission.points_page import PointsPage
from burden_desktop.ui.commission.receive_page import ReceivePage
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.place import Place
from burden_desktop.ui.window import Window

from ..a_point import APoint
from ..conftest import StandingClock

Make = Callable[[str], LedgerDesk]


@pytest.fixture
def wizard_makes(tmp_path: Path, clock: StandingClock, qtbot: QtBot, chinese_fonts: None) -> Make:
    """Goes through the first start as a person of that role would; the desk of the ledger that was made."""

    def make(role: str) -> LedgerDesk:
        jobs, path = Jobs(), tmp_path / role / "ledger.db"
        wizard = Wizard(Texts(), lambda file, point, role: LedgerDesk(new_ledger(file, point, clock, role), clock), path, jobs)
        qtbot.addWidget(wizard)
        wizard.show()
        page = wizard.point_page
        (page.commission_button if role == "commission" else page.point_button).click()
        page.form.name.setText("青禾县纪委监委")
        page.form.code.setText("JW-01")
        assert wizard.button(QWizard.WizardButton.FinishButton).isVisible() == (role == "commission")
        assert page.form.approver.isVisible() == (role == "point")
        wizard.button(QWizard.WizardButton.FinishButton if role == "commission" else QWizard.WizardButton.NextButton).click()
        jobs.stop()
        desk = wizard.desk
        assert isinstance(desk, LedgerDesk)
        return desk

    return make


@pytest.fixture
def shown(wizard_makes: Make, qtbot: QtBot, request: pytest.FixtureRequest) -> "tuple[Window, LedgerDesk]":
    desk = wizard_makes(request.param)
    window = Window(desk, KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    request.addfinalizer(desk.close)
    request.addfinalizer(window.jobs.stop)
    return window, desk


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Do `act` once a dialog stands and waits."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize("shown", ["commission"], indirect=True)
def test_a_commission_works_from_its_first_start_on(
    shown: tuple[Window, LedgerDesk], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: StandingClock
) -> None:
    window, desk = shown
    assert [entry.name for entry in window.entries] == ["overview", "receive", "points", "backups", "settings"]
    point = APoint(tmp_path / "point", clock)
    point.months("2026-03")
    groups = readable(point.fingerprint).split()
    clock.advance(hours=1)
    window.show_page("points")
    points = window.page("points")
    assert isinstance(points, PointsPage) and "还没有登记" in points.banner.text
    monkeypatch.setattr(asking, "open_file", lambda *_: point.cer)

    def compare(dialog: QDialog) -> None:
        assert isinstance(dialog, EnrolDialog) and not dialog.agree.isEnabled()
        assert groups in [label.text().split() for label in dialog.findChildren(QLabel)]
        dialog.compared.setChecked(True)
        dialog.agree.click()

    in_dialog(compare)
    points.enrol_button.click()
    assert points.table.rowCount() == 1 and "已登记" in points.banner.text
    window.show_page("receive")
    receiving = window.page("receive")
    assert isinstance(receiving, ReceivePage)
    monkeypatch.setattr("burden_desktop.ui.commission.receive_page.QFileDialog.getExistingDirectory", lambda *_: str(point.out))
    receiving.folder_button.click()
    assert receiving.progress.isVisible() and receiving.cancel_button.isVisible()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    assert "核验1份：接受1份" in receiving.banner.text
    window.show_page("overview")
    overview = window.page("overview")
    assert isinstance(overview, OverviewPage)
    assert overview.files.rowCount() == 1 and overview.records.rowCount() == 1 and overview.open_button.isEnabled()
    window.show_page("points")
    monkeypatch.setattr(asking, "line", lambda *_: "密钥丢失")
    points.table.setCurrentCell(0, 0)
    points.suspend_button.click()
    assert "已停用" in points.table.item(0, 2).text()
    (received,) = desk.receiving.received()
    shutil.rmtree(point.out)
    assert desk.receiving.kept_file(received.sha256).is_file()


@pytest.mark.parametrize("shown", ["commission"], indirect=True)
def test_the_window_of_a_commission_has_no_door_of_a_point(shown: tuple[Window, LedgerDesk], tmp_path: Path) -> None:
    window, desk = shown
    before = window.stack.currentIndex()
    for name in ("today", "month", "review", "bodies", "rules", *(kind.name for kind in KINDS)):
        window.go(Place(name))
        assert window.stack.currentIndex() == before
    assert not window.entry.isVisible()
    window.show_page("settings")
    assert set(window.page("settings").sections) == {"point_section", "display_section", "screen_lock_section"}
    for door in (
        lambda: desk.add("document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "通知"}),
        lambda: desk.sealing.prepare(Month(2026, 3), ""),
        lambda: desk.correct(Month(2026, 3), "漏记"),
        lambda: desk.summary_inputs(Month(2026, 3)),
        desk.identities.owner,
    ):
        with pytest.raises(NotAPoint):
            door()


@pytest.mark.parametrize("shown", ["point"], indirect=True)
def test_the_window_of_a_point_has_no_door_of_a_commission(shown: tuple[Window, LedgerDesk], tmp_path: Path) -> None:
    window, desk = shown
    assert not {"overview", "receive", "points"} & {entry.name for entry in window.entries}
    assert window.entry.isVisible()
    for door in (
        lambda: desk.receiving.overview(12),
        lambda: desk.receiving.inputs(),
        lambda: desk.receiving.suspend("SQ-01", "密钥丢失"),
        lambda: desk.receiving.enrol(tmp_path / "a.cer", "00", renew=False, replace=False),
    ):
        with pytest.raises(NotACommission):
            door()


def test_the_ledger_keeps_its_role(wizard_makes: Make, tmp_path: Path, clock: StandingClock) -> None:
    wizard_makes("commission").close()
    with Ledger.open(tmp_path / "commission" / "ledger.db", clock=clock) as ledger:
        assert ledger.role == "commission" and ledger.point == Point("青禾县纪委监委", "JW-01")
