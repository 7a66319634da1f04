"""The doors of the window: run it, or save a picture of every page."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from .. import paths
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.texts import Texts
from . import appearance
from .desk import CreateLedger, Desk
from .first_run import Wizard
from .jobs import Jobs
from .month_page import MonthPage
from .window import MONTH, SETTINGS, Window

SETTLE_SECONDS = 20.0


def _application(t: Texts) -> QApplication:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("BurdenDesktop")
    app.setApplicationDisplayName("")
    if t.language.startswith("zh"):
        QLocale.setDefault(QLocale("zh_CN"))
        translator = QTranslator(app)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
    return app


def _percent(desk: Desk | None) -> int:
    return int(desk.setting("font_percent", "100")) if desk else 100


def run_window(
    desk: Desk | None,
    create_ledger: CreateLedger,
    texts: Texts,
    first_paint_probe: bool,
    *,
    ledger: Path | None = None,
    kinds: Sequence[Kind] = KINDS,
) -> int:
    """Open the window and stay until it is closed; the exit code. Without a desk the first-start wizard makes one
    at `ledger`. With the probe: print `first paint` after the first paint and leave."""
    app = _application(texts)
    appearance.wear(app, percent=_percent(desk), theme=appearance.SYSTEM, family=appearance.register_fonts())
    if desk is None:
        jobs = Jobs()
        desk = Wizard.ask(texts, create_ledger, ledger or paths.default_ledger(), jobs)
        jobs.stop()
        if desk is None:
            return 0
    window = Window(desk, kinds, texts)
    if first_paint_probe:
        window.first_painted.connect(_say_first_paint)
    window.show()
    return int(app.exec())


def _say_first_paint() -> None:
    sys.stdout.write("first paint\n")
    sys.stdout.flush()
    QApplication.quit()


def screenshots(
    desk: Desk, texts: Texts, folder: Path, *, kinds: Sequence[Kind] = KINDS, theme: str = appearance.LIGHT, percent: int = 100
) -> list[Path]:
    """Save a PNG of every page into `folder`; the files in the order of the rail. Works without a display
    (QT_QPA_PLATFORM=offscreen)."""
    app = _application(texts)
    appearance.wear(app, percent=percent, theme=theme, family=appearance.register_fonts())
    folder.mkdir(parents=True, exist_ok=True)
    window = Window(desk, kinds, texts)
    window.resize(round(1280 * (1 if percent < 150 else 1.4)), round(800 * (1 if percent < 150 else 1.3)))
    window.show()
    files = []
    for name in [*(kind.name for kind in kinds), MONTH, SETTINGS]:
        window.show_page(name)
        page = window.page(name)
        if isinstance(page, MonthPage):
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
