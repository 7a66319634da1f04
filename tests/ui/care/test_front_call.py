"""A second start on an open ledger brings its window to the front and ends with a sentence."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.call_to_front import take_call
from burden_desktop.ui.care.front_call import FrontCall

from ...conftest import StandingClock
from ...records import POINT


def test_a_window_that_is_called_is_shown_again(qtbot: QtBot) -> None:
    window, calls = QWidget(), [True, False]
    qtbot.addWidget(window)
    window.showMinimized()
    call = FrontCall(window, lambda: bool(calls) and calls.pop(0))
    call.look()
    assert window.isVisible() and not window.isMinimized()
    window.showMinimized()
    call.look()
    assert window.isMinimized(), "nobody called again"


def test_the_second_start_ends_with_a_sentence(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.create(path, POINT, clock=clock):
        second = subprocess.Popen(
            [sys.executable, "-m", "burden_desktop", "--ledger", str(path)], stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        while second.poll() is None and not take_call(path):
            pass
        _, told = second.communicate(timeout=60)
    assert (second.returncode, told.strip()) == (0, "台账已经打开，已切换到那个窗口。")
