"""A box for a whole number: its name for screen readers, its bounds, and no change by a wheel that only passes over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from . import appearance


class NumberBox(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def number_box(name: str, least: int, most: int, value: int, parent: QWidget) -> NumberBox:
    """The box, wide enough for its largest number."""
    box = NumberBox(parent)
    box.setAccessibleName(name)
    box.setRange(least, most)
    box.setValue(value)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setMinimumWidth(appearance.em(box) * 4)
    return box
