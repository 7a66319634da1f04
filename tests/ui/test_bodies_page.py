"""The directory of bodies: searched as one types, described, merged and parted, each with what came of it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.ui.bodies_page import BodiesPage
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk


@pytest.fixture
def page(window: Window) -> BodiesPage:
    window.show_page("bodies")
    page = window.page("bodies")
    assert isinstance(page, BodiesPage)
    return page


def test_typing_searches_and_a_row_shows_what_the_body_is(qtbot: QtBot, page: BodiesPage) -> None:
    assert page.table.rowCount() == 2
    assert not page.save_button.isEnabled()
    page.search.setText("应急")
    assert page.table.rowCount() == 1 and "推测" in page.table.item(0, 3).text()
    page.table.setCurrentCell(0, 0)
    assert (page.level.currentData(), page.nature.currentData(), page.line.text()) == ("county", "部门", "应急")
    page.search.setText("没有")
    assert page.table.rowCount() == 0 and page.banner.isVisibleTo(page)


def test_a_body_is_described_merged_and_parted(qtbot: QtBot, page: BodiesPage, desk: FakeDesk) -> None:
    page.table.setCurrentCell(1, 0)
    assert "县应急局" in page.near.text()
    page.line.setText("安全")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    page.into.setText("青禾县民政局")
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    page.table.setCurrentCell(0, 0)
    qtbot.mouseClick(page.part_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.lead_button, Qt.MouseButton.LeftButton)
    assert desk.bodies.asked == [
        ("names", 2, ""), ("describe", 2, Level.COUNTY, "部门", "安全"), ("merge", 2, "青禾县民政局"), ("part", "县民政局"),
        ("lead", 1, "县民政局"),
    ]  # fmt: skip
    page.into.setText("没有的单位")
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert "没有找到" in page.banner.accessibleName() or page.banner.isVisibleTo(page)
