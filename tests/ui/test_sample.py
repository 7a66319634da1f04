"""The sample ledger is opened from the wizard, says what it is, and is left again for the wizard."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk, full_desk


def _no_ledger(path: Path, point: Point, role: str) -> FakeDesk:
    raise AssertionError("nobody asked for a ledger")


def test_wizard_opens_the_sample_and_makes_no_ledger(qtbot: QtBot, chinese_fonts: None, tmp_path: Path) -> None:
    jobs, sample = Jobs(), full_desk(2)
    wizard = Wizard(Texts(), _no_ledger, tmp_path / "ledger.db", jobs, lambda: sample)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.point_page.sample_button.click()
    qtbot.waitUntil(lambda: wizard.sample is sample)
    assert not wizard.isVisible()
    assert list(tmp_path.iterdir()) == []
    jobs.stop()


def test_sample_that_cannot_be_made_is_told(qtbot: QtBot, chinese_fonts: None, tmp_path: Path) -> None:
    def refuse() -> FakeDesk:
        raise CannotWrite(path=tmp_path, detail="full")

    jobs = Jobs()
    wizard = Wizard(Texts(), _no_ledger, tmp_path / "ledger.db", jobs, refuse)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.point_page.sample_button.click()
    qtbot.waitUntil(lambda: wizard.point_page.sample_button.isEnabled())
    assert "full" in wizard.point_page.banner.text and wizard.isVisible()
    jobs.stop()


@pytest.mark.parametrize("sample", [True, False])
def test_only_the_sample_says_so_and_can_be_left(qtbot: QtBot, chinese_fonts: None, sample: bool) -> None:
    window = Window(full_desk(2), KINDS, Texts(), sample=sample)
    qtbot.addWidget(window)
    window.show()
    leave = [button for button in window.findChildren(QPushButton) if button.text() == "离开样例"]
    assert len(leave) == sample
    for button in leave:
        button.click()
        assert window.left_sample and not window.isVisible()
    window.jobs.stop()
