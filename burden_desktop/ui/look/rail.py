"""The rail at the left: one line a page, under quiet headings; lines stand closer in a low window, and scroll only where
that is not enough."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ...domain.texts import Texts
from ..pages import PageEntry
from . import appearance
from .plate import own_plate

_NAME = int(Qt.ItemDataRole.UserRole)
LEAST_EMS, MOST_EMS = 1.45, 1.9  # the height of a line


class Rail(QListWidget):
    """`chosen` carries the name of the page that was clicked or reached by an arrow key."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], t: Texts) -> None:
        super().__init__()
        self._t = t
        self._rows: dict[str, int] = {}
        self.setAccessibleName(t("页面"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        own_plate(self, filled=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        line = appearance.em(self)
        self.setIconSize(QSize(line, line))
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._add_heading(t(group))
            self._add_page(entry)
        self._fit_width()
        self._fit_height()
        self.currentItemChanged.connect(self._on_item)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        self.addItem(item)

    def _add_page(self, entry: PageEntry) -> None:
        item = QListWidgetItem(appearance.icon(entry.icon, self), self._t(entry.label))
        item.setData(_NAME, entry.name)
        self._rows[entry.name] = self.count()
        self.addItem(item)

    def _fit_width(self) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count()))
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(widest + round(appearance.em(self) * 2.4) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Every line in sight where the least height allows it."""
        em = appearance.em(self)
        height = max(round(em * LEAST_EMS), min(self.height() // self.count(), round(em * MOST_EMS)))
        if self.item(0).sizeHint().height() != height:
            for row in range(self.count()):
                self.item(row).setSizeHint(QSize(0, height))

    def show_name(self, name: str) -> None:
        """Mark the line of the page that is shown."""
        self.setCurrentRow(self._rows[name])

    def _on_item(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(now.data(_NAME))
