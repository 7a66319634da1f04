"""The declared pages: each can be made, the rail shows them in groups, and places lead to them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burden_desktop import paths
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.look.rail import Rail
from burden_desktop.ui.page import Page
from burden_desktop.ui.pages import PageEntry, page_entries
from burden_desktop.ui.place import Place
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk

ENTRIES = page_entries(KINDS, FakeDesk())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_declared_page_is_made_and_has_an_icon(window: Window, entry: PageEntry) -> None:
    window.show_page(entry.name)
    assert isinstance(window.page(entry.name), Page)
    assert Path(paths.resources() / "icons" / f"{entry.icon}.svg").is_file()


def test_pages_have_names_of_their_own() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)


def test_every_page_of_a_long_rail_can_be_reached_by_arrow_keys(qtbot: QtBot, chinese_fonts: None) -> None:
    many = [PageEntry(f"page{n}", "本月", "inbox", "month.month_page", f"第{n // 4}组") for n in range(20)]
    rail, seen = Rail(many, Texts()), []
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 200)
    rail.chosen.connect(seen.append)
    rail.show()
    for _ in range(40):
        qtbot.keyClick(rail, Qt.Key.Key_Down)
    assert seen == [entry.name for entry in many]
    assert rail.viewport().rect().contains(rail.visualItemRect(rail.currentItem()))


def test_a_place_leads_to_its_page(window: Window) -> None:
    window.go(Place("settings"))
    assert window.stack.currentWidget().isAncestorOf(window.page("settings"))
    window.go(Place("nowhere"))
    assert window.stack.currentWidget().isAncestorOf(window.page("settings"))


def test_neighbouring_pages_are_one_key_away(qtbot: QtBot, window: Window) -> None:
    window.show_page("document")
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget().isAncestorOf(window.page("meeting"))
