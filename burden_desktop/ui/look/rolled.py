"""What stands in a dialog above its buttons: scrolled where letters are large, so that the buttons stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from . import appearance

_LEAST_EMS, _OF_THE_SCREEN = 7, 0.8


class Rolled(QScrollArea):
    """Parts go into `column`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, appearance.step(self), 0)
        self.column.setSpacing(appearance.step(self) * 2)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it, where the screen has the room."""
        wanted = self._inside.sizeHint().expandedTo(self.minimumSizeHint())
        return wanted.boundedTo(QSize(wanted.width(), round(self.screen().availableSize().height() * _OF_THE_SCREEN)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, appearance.em(self) * _LEAST_EMS)
