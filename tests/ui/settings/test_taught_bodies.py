"""What the clerk corrected about bodies is seen in the settings and can be forgotten."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.settings.taught_bodies import TaughtBodies
from burden_desktop.ui.window import Window

from ..real_ledger import open_window


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: Any) -> Iterator[tuple[LedgerDesk, Window]]:
    with open_window(tmp_path / "ledger.db", clock) as (desk, window):
        yield desk, window


def test_other_names_and_levels_are_shown_and_forgotten(opened: tuple[LedgerDesk, Window]) -> None:
    desk, window = opened
    for organ in ("青禾县农业农村局", "农业局", "青禾县水利局", "防汛办"):
        desk.add("document", {"received_on": "2026-04-01", "organ": organ, "title": "关于某事的通知"})
    bodies = {one.organ.name: one.organ for one in desk.bodies.find("")}
    desk.bodies.merge(bodies["农业局"].id, "青禾县农业农村局")
    desk.bodies.set_aliases(bodies["青禾县水利局"].id, ["县水利局"])
    desk.bodies.describe(bodies["防汛办"].id, Level.COUNTY, None, None)
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["taught_bodies"]
    assert isinstance(section, TaughtBodies)
    lines = {(section.table.item(row, 0).text(), section.table.item(row, 1).text()) for row in range(section.table.rowCount())}
    assert lines == {("青禾县农业农村局", "也写作“农业局”"), ("青禾县水利局", "也写作“县水利局”"), ("防汛办", "层级：县级")}
    section.table.selectAll()
    section.forget()
    after = {one.organ.name: one.organ for one in desk.bodies.find("")}
    assert "农业局" in after and after["青禾县水利局"].aliases == () and after["防汛办"].level is None
    assert section.table.rowCount() == 0
