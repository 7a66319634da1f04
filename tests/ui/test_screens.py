"""A picture of every page in out/screens, for people to look at."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.look.appearance import DARK, LIGHT
from burden_desktop.ui.pages import page_entries
from burden_desktop.ui.screenshots import screenshots

from .fake_desk import FakeDesk, full_desk

SCREENS = Path(__file__).resolve().parents[2] / "out" / "screens"


@pytest.mark.parametrize(("theme", "percent", "rows"), [(LIGHT, 100, 40), (DARK, 100, 40), (LIGHT, 200, 40), (LIGHT, 100, 0)])
def test_every_page_is_pictured(qtbot: QtBot, theme: str, percent: int, rows: int) -> None:
    desk = full_desk(rows) if rows else FakeDesk()
    files = screenshots(desk, Texts(), SCREENS / ("full" if rows else "empty"), theme=theme, percent=percent)
    assert [file.name.partition("-")[0] for file in files] == [entry.name for entry in page_entries(KINDS, desk)]
    assert all(file.stat().st_size > 5_000 for file in files)
