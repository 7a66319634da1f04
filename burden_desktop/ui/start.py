"""The door of the window: dress the program, ask for a ledger when there is none, stay until it is closed."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ..domain.kinds import KINDS
from .care.crash import CrashDialog
from .look import appearance
from .look.dress import speak_qt, wear_icon, wear_settings
from .window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ..domain.errors.family import BurdenError
    from ..domain.kind import Kind
    from ..domain.texts import Sentence, Texts
    from .desk import CreateLedger, Desk

PROBE = "BURDEN_FIRST_PAINT"


def application(t: Texts) -> QApplication:
    """The one application object, with our font, speaking the user's language in Qt's own buttons too."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("BurdenDesktop")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("burden-desktop")  # by which a desktop finds the icon of a running program
    speak_qt(t.language)
    family = appearance.register_fonts()
    if family:
        app.setFont(QFont(family))
    return app


OPEN_AGAIN: Final = 75
"""The ledger was damaged and is whole again: whoever called opens it once more."""


def run_window(
    desk: Desk | None,
    create_ledger: CreateLedger,
    texts: Texts,
    ledger: Path,
    *,
    kinds: Sequence[Kind] = KINDS,
    speak: Callable[[str], Texts] | None = None,
    open_sample: Callable[[], Desk] | None = None,
    arrive: Callable[[Path], Desk] | None = None,
    mend: Callable[[Texts, BurdenError], bool] | None = None,
    called: Callable[[], bool] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit code. Without a desk the first-start wizard makes one
    at `ledger`; `called` says whether a second start called the window to the front. With BURDEN_FIRST_PAINT=1: print `first paint` after the first paint and leave."""
    app = application(texts)
    sys.excepthook = CrashDialog(texts)
    while True:
        sample = False
        wear_settings(desk)
        if desk is None:
            desk, sample = _ask_first(texts, create_ledger, ledger, open_sample, arrive)
            if desk is None:
                return 0
            wear_settings(desk)
        window = Window(desk, kinds, texts, speak, sample=sample)
        if os.environ.get(PROBE) == "1":
            window.first_painted.connect(_say_first_paint, Qt.ConnectionType.QueuedConnection)
        if desk.setting("screen_lock.secret", ""):
            from .care.screen_lock import ScreenLock  # only where somebody switched it on

            ScreenLock(window, desk, texts).lock()
        attend = partial(_attend, window, desk, texts, called)
        for act in (_collect_garbage, window.examine_ledger, window.offer_drafts, attend):
            window.first_painted.connect(act, Qt.ConnectionType.QueuedConnection)
        window.show()
        window.offers_way_out = mend is not None
        code = int(app.exec())
        if window.unsound is not None and mend is not None:
            return OPEN_AGAIN if mend(texts, window.unsound) else 1
        if not window.left_sample:
            return code
        window.deleteLater()
        desk = None


def _ask_first(
    texts: Texts, create_ledger: CreateLedger, ledger: Path, open_sample: Callable[[], Desk] | None, arrive: Callable[[Path], Desk] | None
) -> tuple[Desk | None, bool]:
    """The first start: the desk of a new ledger, or of the sample (then True), or None when nothing was wanted."""
    gc.enable()
    from .first_run import Wizard
    from .jobs import Jobs

    wear_icon()
    jobs = Jobs()
    try:
        return Wizard.ask(texts, create_ledger, ledger, jobs, open_sample, arrive)
    finally:
        jobs.stop()


def tell_refusal(texts: Texts, sentence: Sentence) -> None:
    """Show why the ledger cannot be opened, before there is a window."""
    from . import asking

    application(texts)
    wear_settings(None)
    asking.tell(None, texts("不能打开台账"), texts.of(sentence))


def offer_ways(texts: Texts, sentence: Sentence, ways: Sequence[tuple[str, Callable[[str], None]]]) -> bool:
    """Why the ledger cannot be used, and what can be done; whether it was done."""
    from .care.way_out import WayOut, ask_way_out

    application(texts)
    wear_settings(None)
    return ask_way_out(None, texts, sentence, [WayOut(*way) for way in ways])


def _attend(window: Window, desk: Desk, texts: Texts, called: Callable[[], bool] | None) -> None:
    """What accompanies the work and need not be there at the start: reminders, the time spent on the ledger, and an ear
    for a second start."""
    from .attending import attend
    from .care.front_call import FrontCall

    attend(window, desk, texts)
    if called is not None:
        FrontCall(window, called)


def _collect_garbage() -> None:
    """What was loaded for the start stays for good; from now on the collector looks at the rest."""
    gc.freeze()
    gc.enable()


def _say_first_paint() -> None:
    sys.stdout.write("first paint\n")
    sys.stdout.flush()
    QApplication.quit()
