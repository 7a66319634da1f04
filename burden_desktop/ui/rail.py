"""The rail at the left: one line a page, under quiet headings, scrolling where the window is too low for all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ..domain.texts import Texts
from . import appearance
from .pages import PageEntry
from .plate import own_plate

_NAME = int(Qt.ItemDataRole.UserRole)


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
        self.currentItemChanged.connect(self._on_item)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        item.setSizeHint(QSize(0, round(appearance.em(self) * 1.9)))
        self.addItem(item)

    def _add_page(self, entry: PageEntry) -> None:
        item = QListWidgetItem(appearance.icon(entry.icon, self), self._t(entry.label))
        item.setData(_NAME, entry.name)
        item.setSizeHint(QSize(0, round(appearance.em(self) * 1.9)))
        self._rows[entry.name] = self.count()
        self.addItem(item)

    def _fit_width(self) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count()))
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(widest + round(appearance.em(self) * 2.4) + bar)

    def show_name(self, name: str) -> None:
        """Mark the line of the page that is shown."""
        self.setCurrentRow(self._rows[name])

    def _on_item(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(now.data(_NAME))
