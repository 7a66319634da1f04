"""Who has the keyboard is seen: lists, tables, several-line fields and pages of paper get the edge that the style gives to one line only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

_PIXELS = 2


class _Ring(QWidget):
    """Lies over its parent, as large, and takes neither clicks nor the keyboard."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(around.rect())
        around.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _PIXELS))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class FocusRing(QObject):
    """Follows the keyboard inside `window` from now on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ring: _Ring | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        wanted = isinstance(now, QAbstractScrollArea) and now.window() is self.parent()
        self._ring = _Ring(now) if wanted and now is not None else None
