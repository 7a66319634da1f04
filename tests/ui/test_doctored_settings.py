"""A window opens on a ledger whose own settings were written over: they are as good as none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from burden_desktop.app import texts
from burden_desktop.store import Ledger
from burden_desktop.ui.look.dress import wear_settings

from ..doctored.values import clock, make
from .real_ledger import open_window

LOCAL = (
    *("font_percent", "theme", "language", "screen_lock.minutes", "columns.document", "views.document", "register.headings"),
    *("backup.last", "backup.second_last", "identity_until", "identity_next_until", "called_meeting", "aliases_asked"),
)


@pytest.mark.usefixtures("qtbot", "chinese_fonts")
def test_a_window_opens_over_settings_that_say_nothing(tmp_path: Path) -> None:
    sound = make(tmp_path)
    with Ledger.open(sound, clock=clock) as ledger:
        for key in LOCAL:
            ledger.settings.set(key, "{x")
    with open_window(sound, clock) as (desk, window):
        wear_settings(desk)
        assert texts(desk.setting("language", "zh_CN")).language == "zh_CN"
        for page in ("today", "document", "month", "settings", "backups"):
            window.show_page(page)
            QCoreApplication.processEvents()
