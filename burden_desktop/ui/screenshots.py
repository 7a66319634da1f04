"""A picture of every page, made without a display too (QT_QPA_PLATFORM=offscreen)."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.texts import Texts
from .desk import Desk
from .jobs import Jobs
from .look import appearance
from .month.month_page import MonthPage
from .start import application
from .window import Window

SETTLE_SECONDS = 20.0
SMALL_SCREEN = (1366, 690)  # what a title bar and a task bar leave of 1366 x 768, the commonest screen of an office


def screenshots(
    desk: Desk, texts: Texts, folder: Path, *, kinds: Sequence[Kind] = KINDS, theme: str = appearance.LIGHT, percent: int = 100
) -> list[Path]:
    """Save a PNG of every page into `folder`; the files in the order of the rail. The month shown is that of the
    newest record."""
    app = application(texts)
    appearance.wear(app, percent=percent, theme=theme, family=appearance.register_fonts())
    folder.mkdir(parents=True, exist_ok=True)
    window = Window(desk, kinds, texts)
    window.resize(*SMALL_SCREEN)
    window.show()
    files = []
    for name in (entry.name for entry in window.entries):
        window.show_page(name)
        page = window.page(name)
        if isinstance(page, MonthPage):
            newest = desk.page(kinds[0].name, limit=1)
            page.show_month(newest[0].month if newest else page.month)
            page.preview()
        _settle(app, window.jobs)
        files.append(folder / f"{name}-{theme}-{percent}.png")
        window.grab().save(str(files[-1]))
    window.close()
    return files


def _settle(app: QApplication, jobs: Jobs) -> None:
    """Let events run until no job is under way."""
    until = time.monotonic() + SETTLE_SECONDS
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    while jobs.busy and time.monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
