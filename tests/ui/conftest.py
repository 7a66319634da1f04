"""A window on a desk in memory, with the program's own font."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.window import Window

from .fake_desk import FakeDesk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of its own limits; every other Qt warning fails the test."""
    for item in items:
        if "ui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def window(qtbot: QtBot, chinese_fonts: None, desk: FakeDesk) -> Iterator[Window]:
    made = Window(desk, KINDS, Texts())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)  # a window manager gives the keyboard when it pleases
    yield made
    made.jobs.stop()
