"""The room for the pages: where letters are too large for the screen it scrolls, so that the window never outgrows it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from .plate import own_plate


class Room(QScrollArea):
    """`resized` carries the width in pixels that is left for what stands inside."""

    resized = Signal(int)

    def __init__(self, inside: QWidget, layout: QLayout) -> None:
        """`layout` lays out what stands `inside`."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own_plate(self, filled=False)
        self.setWidget(inside)
        self._inside = layout

    @property
    def width_inside(self) -> int:
        margins = self._inside.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit(self.width_inside)


class Column(QVBoxLayout):
    """Asks for no more height than it needs at least: Qt would make room for every sentence and table at its best, and
    what fits the screen would be scrolled."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return False


class Stack(QStackedWidget):
    """Needs the room of the page that is shown, not of the largest one ever opened."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
