"""A chart on the screen: the report's own shapes in the palette's colours; each bar can be clicked and reached by keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...domain.shapes import Bar, Box, Chart, Stroke, Words

_EVEN = 1.5  # paper takes the middle grey lighter than a screen does


class ChartView(QWidget):
    """`opened` carries the bar that was clicked, or chosen with the arrow keys and Enter."""

    opened = Signal(Bar)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self._current = 0
        self._name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart | None) -> None:
        self.chart, self._current = chart, 0
        self.setVisible(chart is not None)
        told = "；".join(bar.told for bar in chart.bars) if chart else ""
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return round(self.chart.height * width / self.chart.width) if self.chart else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self.fontMetrics().height() * 26
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self.fontMetrics().height() * 16
        return QSize(width, self.heightForWidth(width))

    @property
    def _scale(self) -> float:
        if self.chart is None:
            return 1.0
        return min(self.width() / self.chart.width, self.height() / self.chart.height)

    def bar_at(self, place: QPointF) -> Bar | None:
        at = place / self._scale
        bars = self.chart.bars if self.chart else ()
        return next((bar for bar in bars if QRectF(bar.x, bar.y, bar.width, bar.height).contains(at)), None)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        for shape in self.chart.shapes:
            if isinstance(shape, Box):
                painter.setPen(QPen(ink, 0.5))
                painter.setBrush(self.shade(shape.grey))
                painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
            elif isinstance(shape, Stroke):
                painter.setPen(QPen(ink, shape.weight))
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            else:
                self._write(painter, shape, ink)
        if self.hasFocus() and self.chart.bars:
            bar = self.chart.bars[self._current]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRect(QRectF(bar.x + 1, bar.y, bar.width - 2, bar.height))
        painter.end()

    def shade(self, grey: float) -> QColor:
        """From the accent (0) to the background (1): the order of the greys on paper is kept in both themes, and the
        steps are as far apart to the eye."""
        accent, ground = self.palette().color(QPalette.ColorRole.Accent), self.palette().color(QPalette.ColorRole.Base)
        grey = grey**_EVEN
        pairs = ((accent.red(), ground.red()), (accent.green(), ground.green()), (accent.blue(), ground.blue()))
        return QColor(*(round(near + (far - near) * grey) for near, far in pairs))

    def _write(self, painter: QPainter, words: Words, ink: QColor) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(words.size * 10))  # whole pixels only: written ten times as large and scaled down
        font.setBold(words.bold)
        painter.save()
        painter.setFont(font)
        painter.setPen(ink)
        painter.translate(words.x, words.y)
        painter.scale(0.1, 0.1)
        painter.drawText(QPointF(-painter.fontMetrics().horizontalAdvance(words.text) * words.align, 0), words.text)
        painter.restore()

    # --- choosing

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and (bar := self.bar_at(QPointF(event.pos()))) is not None:  # type: ignore[attr-defined]
            QToolTip.showText(event.globalPos(), bar.told, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        over = self.bar_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        bar = self.bar_at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bars = self.chart.bars if self.chart else ()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if bars and event.key() in steps:
            self._current = (self._current + steps[Qt.Key(event.key())]) % len(bars)
            self._tell_current()
        elif bars and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(bars[self._current])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._tell_current()

    def _tell_current(self) -> None:
        """The screen reader hears the bar that the frame stands on."""
        if self.chart and self.chart.bars:
            self.setAccessibleName(f"{self._name} {self.chart.bars[self._current].told}")
        self.update()
