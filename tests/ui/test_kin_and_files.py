"""Families are offered with their evidence; registers leave by one menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui import asking
from burden_desktop.ui.changes import Changes
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.look.banner import Banner
from burden_desktop.ui.records.kin_dialog import KinDialog
from burden_desktop.ui.registers.register_import import RegisterImport

from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock) -> Iterator[LedgerDesk]:
    made = LedgerDesk(Ledger.create(tmp_path / "a.db", POINT, clock=clock), clock)
    yield made
    made.close()


def test_a_forwarding_is_offered_joined_and_parted(qtbot: QtBot, chinese_fonts: None, desk: LedgerDesk) -> None:
    paper = {"received_on": "2026-03-05", "organ": "云岭市农业农村局", "title": "关于做好春季农机安全检查的通知"}
    first = desk.add("document", paper)
    later = desk.add("document", {**paper, "organ": "青禾县农业农村局", "title": "转发关于做好春季农机安全检查的通知"})
    dialog = KinDialog(None, desk, Texts(), later)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    shown = [dialog.model.data(dialog.model.index(0, column)) for column in range(4)]
    assert shown[:2] == [first.number, "转发"] and "做好春季农机安全检查" in shown[3]
    dialog.join.click()
    assert dialog.changed and "归为同件" in dialog.banner.text and dialog.model.rowCount() == 0
    dialog.part.click()
    assert dialog.model.rowCount() == 1


def test_empty_register_and_export_are_written_where_asked(
    qtbot: QtBot, chinese_fonts: None, desk: LedgerDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    banner, jobs = Banner(), Jobs()
    bar = RegisterImport(desk, Texts(), Changes(), jobs, banner)
    for widget in (banner, bar):
        qtbot.addWidget(widget)
    bar.menu.aboutToShow.emit()
    entries = bar.menu.actions()
    below = [entry.menu() for entry in entries]
    assert [len(menu.actions()) for menu in below] == [len(KINDS), len(KINDS)]
    for menu, name in zip(below, ("空表.xlsx", "收文.csv"), strict=True):
        monkeypatch.setattr(asking, "save_file", lambda *_, name=name: tmp_path / name)
        menu.actions()[0].trigger()
        assert (tmp_path / name).exists() and name in banner.text
    monkeypatch.setattr(asking, "save_file", lambda *_: tmp_path / "收文.doc")
    below[1].actions()[0].trigger()
    assert ".xlsx、.csv" in banner.text
