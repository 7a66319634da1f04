"""The real PDF on the screen and on paper: pages drawn from pictures, at the resolution of where they go."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.texts import Texts
from ..desk import Pages

PRINT_DOTS = 300  # more dots make a page of pictures slow and no sharper to the eye


def image(pages: Pages, index: int, scale: float) -> QImage:
    """Page `index` as an image of its own memory; scale 1 is 72 dots per inch."""
    width, height, row, dots = pages.picture(index, scale)
    return QImage(dots, width, height, row, QImage.Format.Format_RGB32).copy()


def print_pages(pages: Pages, printer: QPrinter) -> int:
    """Draw the chosen page range; how many pages went out."""
    first = max(1, printer.fromPage() or 1)
    last = min(len(pages), printer.toPage() or len(pages))
    painter = QPainter(printer)
    try:
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            drawn = image(pages, number - 1, min(printer.resolution(), PRINT_DOTS) / 72)
            sheet = QRectF(painter.viewport())
            size = drawn.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF((sheet.width() - size.width()) / 2, 0, size.width(), size.height()), drawn)
    finally:
        painter.end()
    return last - first + 1


def ask_printer(parent: QWidget, t: Texts, count: int) -> QPrinter | None:
    """The system's print dialog with page range and two-sided printing; None when cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(t("打印月报"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    return printer if dialog.exec() else None


class PageView(QScrollArea):
    """Pages one below the other, as wide as the view; a page is drawn when it comes near."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._pages: Pages | None = None
        self._sheets: list[QLabel] = []
        self._drawn: set[int] = set()
        self.setWidgetResizable(True)
        self.setAccessibleName(t("月报预览"))
        self.verticalScrollBar().valueChanged.connect(self._draw_near)
        self.show_pages(None)

    @property
    def pages(self) -> Pages | None:
        return self._pages

    def show_pages(self, pages: Pages | None) -> None:
        self._pages, self._drawn, self._sheets = pages, set(), []
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._between = column.spacing()
        if pages is None:
            empty = QLabel(self._t("按“预览”，在这里看真正的月报。"))
            empty.setWordWrap(True)
            empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
            column.addWidget(empty)
        for number in range(len(pages) if pages else 0):
            sheet = QLabel()
            sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
            sheet.setAccessibleName(self._t("第{number}页", number=number + 1))
            sheet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            sheet.setFixedHeight(round(self._width() * 1.414))
            self._sheets.append(sheet)
            column.addWidget(sheet)
        column.addStretch(1)
        self.setWidget(inside)
        self._draw_near()

    def _width(self) -> int:
        return max(240, self.viewport().width() - 32)

    def _draw_near(self) -> None:
        if self._pages is None:
            return
        view = self.viewport().height()
        begin, end = self.verticalScrollBar().value() - view, self.verticalScrollBar().value() + view * 2
        place = 0  # added up, not asked of the layout: wide pages are lower than upright ones
        for index, sheet in enumerate(self._sheets):
            if index not in self._drawn and place < end and place + sheet.height() > begin:
                self._drawn.add(index)
                self._draw(self._pages, index)
            place += sheet.height() + self._between

    def _draw(self, pages: Pages, index: int) -> None:
        ratio = self.devicePixelRatioF()
        drawn = image(pages, index, self._width() * ratio / 595)
        pixmap = QPixmap.fromImage(drawn)
        pixmap.setDevicePixelRatio(ratio)
        self._sheets[index].setFixedHeight(round(pixmap.height() / ratio))
        self._sheets[index].setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for index in self._drawn:
            self._sheets[index].clear()
        for sheet in self._sheets:
            sheet.setFixedHeight(round(self._width() * 1.414))
        self._drawn.clear()
        self._draw_near()
