"""The first start by its other doors, and the way back: what there is already arrives, what was written is mended."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import arriving
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.handover import hand_over
from burden_desktop.tasks.ledger_care import new_ledger, open_ledger
from burden_desktop.ui import asking
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs

from ..conftest import StandingClock

POINT = Point("青禾县柳溪镇", "QH-07")


def _carried(folder: Path, clock: StandingClock, how: str) -> Path:
    """What is left of a ledger of another computer."""
    with Ledger.create(folder / "ledger.db", POINT, clock=clock) as ledger:
        ledger.records.add(DOCUMENT, DOCUMENT.validate({"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于防汛的通知"}))
        if how == "backup":
            return ledger.backups.make()
        hand_over(ledger, folder / "移交.zip", identity=None, now=clock())
    return folder / "移交.zip"


@pytest.fixture
def wizard(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: StandingClock) -> Any:
    jobs, path = Jobs(), tmp_path / "new" / "ledger.db"

    def arrive(file: Path) -> LedgerDesk:
        arriving.arrive(file, path, clock)
        return LedgerDesk(open_ledger(path, clock), clock)

    made = Wizard(Texts(), lambda file, point, role: LedgerDesk(new_ledger(file, point, clock, role), clock), path, jobs, None, arrive)
    qtbot.addWidget(made)
    made.show()
    yield made
    jobs.stop()
    if isinstance(made.desk, LedgerDesk):
        made.desk.close()


@pytest.mark.parametrize("how", ["handover", "backup"])
def test_a_ledger_of_another_computer_arrives(
    qtbot: QtBot, wizard: Wizard, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    (tmp_path / "old").mkdir()
    file = _carried(tmp_path / "old", clock, how)
    monkeypatch.setattr(asking, "open_file", lambda *_: file)
    wizard.point_page.arrival_button.click()
    qtbot.waitUntil(lambda: wizard.arrived is not None)
    desk = wizard.desk
    assert isinstance(desk, LedgerDesk)
    assert not wizard.isVisible() and desk.point == POINT
    assert [record.values["title"] for record in desk.page("document", limit=5)] == ["关于防汛的通知"]


def test_what_is_no_ledger_is_refused_and_the_wizard_stays(qtbot: QtBot, wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = tmp_path / "照片.zip"
    stranger.write_bytes(b"nothing of ours")
    monkeypatch.setattr(asking, "open_file", lambda *_: stranger)
    wizard.point_page.arrival_button.click()
    qtbot.waitUntil(lambda: wizard.point_page.banner.state == "error")
    assert wizard.isVisible() and wizard.desk is None
    assert wizard.point_page.arrival_button.isEnabled()


def test_the_door_of_an_earlier_ledger_is_seen_without_scrolling(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.resize(wizard.width(), wizard.minimumSizeHint().height())  # as where letters are large
    page = wizard.point_page
    for door in (page.arrival_button, page.commission_button):
        qtbot.waitUntil(lambda door=door: door.visibleRegion().boundingRect() == door.rect())


def test_whoever_comes_back_mends_what_was_written(wizard: Wizard) -> None:
    form = wizard.point_page.form
    form.name.setText("青禾县柳溪镇")
    form.code.setText("QH-07")
    wizard.next()
    assert wizard.currentPage() is wizard.identity_page
    assert wizard.buttonText(QWizard.WizardButton.CancelButton) == "证书以后再办"
    wizard.back()
    assert form.code.isReadOnly() and not wizard.point_page.commission_button.isEnabled()
    form.level.setCurrentIndex(form.level.findData("township"))
    wizard.next()
    assert wizard.desk is not None and wizard.desk.point.level == "township"
