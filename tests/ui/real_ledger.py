"""A window over a real ledger on the disk, for whatever a desk in memory cannot show."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts
from burden_desktop.intake.pinyin import initials
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.window import Window

POINT = Point("青禾县柳溪镇", "QH-07", reporter="镇党政办")
Clock = Callable[[], datetime]


@contextmanager
def open_window(path: Path, clock: Clock, texts: Texts | None = None) -> Iterator[tuple[LedgerDesk, Window]]:
    """The program as it stands after a start; made anew where there is no ledger yet."""
    ledger = Ledger.open(path, clock=clock, spell=initials) if path.exists() else Ledger.create(path, POINT, clock=clock, spell=initials)
    desk = LedgerDesk(ledger, clock)
    window = Window(desk, KINDS, texts or Texts())
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield desk, window
    finally:
        window.jobs.stop()
        window.hide()
        window.deleteLater()
        QCoreApplication.processEvents()
        desk.close()


def record_page(window: Window, kind: str = "document") -> RecordPage:
    window.show_page(kind)
    page = window.page(kind)
    assert isinstance(page, RecordPage)
    QCoreApplication.processEvents()
    return page


def compose(widget: QWidget, preedit: str) -> None:
    """The input method shows characters that are not taken over yet."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """The input method hands characters over."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
