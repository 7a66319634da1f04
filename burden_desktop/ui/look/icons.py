"""Lucide icons, drawn when they are painted, in the palette's colour of that moment and sharp at any size."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ... import paths

_TINTS: Final = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText),
}
# Qt copies an engine when a shared icon is changed and forgets that Python owns the copy: they are kept here.
_COPIES: Final[list[QIconEngine]] = []


@cache
def _drawing(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


def picture(name: str, tint: QColor, pixels: int) -> QPixmap:
    """The icon as a square of so many device pixels."""
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _draw(name, tint, painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def _draw(name: str, tint: QColor, painter: QPainter, place: QRectF) -> None:
    drawing = _drawing(name).replace(b"currentColor", tint.name().encode())
    QSvgRenderer(QByteArray(drawing)).render(painter, place)


class _Engine(QIconEngine):
    """`colour` None: the palette's, which may change while the icon is on the screen."""

    def __init__(self, name: str, colour: QColor | None) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self._drawn: dict[tuple[int, int, str], QPixmap] = {}

    def _tint(self, mode: QIcon.Mode) -> QColor:
        if self._colour is not None and mode not in (QIcon.Mode.Selected, QIcon.Mode.Disabled):
            return self._colour
        return QApplication.palette().color(*_TINTS[mode])

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        tint = self._tint(mode)
        key = (size.width(), size.height(), tint.name())
        if key not in self._drawn:
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            _draw(self._name, tint, painter, QRectF(QPointF(0, 0), QSizeF(size)))
            painter.end()
            self._drawn[key] = pixmap
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._colour)
        _COPIES.append(copy)
        return copy


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """A Lucide icon by its file's name, in the palette's text colour unless a colour is given."""
    return QIcon(_Engine(name, colour))
