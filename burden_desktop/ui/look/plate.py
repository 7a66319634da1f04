"""The plate inside a scrolling widget, made by ourselves.

Whoever asks Qt for the plate that Qt made causes PySide6 to load every kind of widget there is, to see which one it
is: 15 ms, a tenth of the start.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_plate(area: QAbstractScrollArea, *, filled: bool = True) -> QWidget:
    """Give `area` a plate of the usual look, `filled` with the palette's base or showing what lies beneath it."""
    plate = QWidget(area)
    plate.setBackgroundRole(QPalette.ColorRole.Base if filled else QPalette.ColorRole.Window)
    plate.setAutoFillBackground(filled)
    area.setViewport(plate)
    return plate
