"""A quiet table whose lines lead somewhere: Enter, Space or a click opens the place of the line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from ..place import Place
from . import appearance, icons
from .plate import own_plate


class Line(NamedTuple):
    """`cells` from left to right; the icon stands before the first, in the colour of `state` (see `appearance`),
    and never says more than the words beside it."""

    cells: tuple[str, ...]
    place: Place
    icon: str = ""
    state: str = ""


_MOST_BESIDE = 0.3  # of the width, for a column of words that is not the stretched one


def row_height(widget: QWidget) -> int:
    return round(appearance.em(widget) * 1.8)


class LinkedList(QTreeWidget):
    """`opened` carries the place of the line. `stretch` is the column that takes the room that is left, and
    `numbers` are columns of figures, right-aligned; more than `most` lines are scrolled."""

    opened = Signal(Place)

    def __init__(
        self, name: str, headings: Sequence[str], *, stretch: int = 0, numbers: Sequence[int] = (), most: int = 12
    ) -> None:
        super().__init__()
        self._numbers, self._most, self._stretch = frozenset(numbers), most, stretch
        self.setAccessibleName(name)
        self.setColumnCount(len(headings))
        self.setHeaderLabels(list(headings))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        for column in range(len(headings)):
            mode = header.ResizeMode.Stretch if column == stretch else header.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if column in self._numbers:
                self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = appearance.em(self)
        header.setMinimumSectionSize(line * 3)
        self.setIconSize(QSize(line, line))
        own_plate(self).setMouseTracking(True)
        self.entered.connect(self._offer)
        self.viewportEntered.connect(self._offer_nothing)
        self.itemClicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all lines; the first becomes the current one, so that the arrow keys start there."""
        self.clear()
        height = QSize(0, row_height(self))
        for line in lines:
            item = QTreeWidgetItem(list(line.cells))
            item.setData(0, Qt.ItemDataRole.UserRole, line.place)
            if line.icon:
                item.setIcon(0, icons.icon(line.icon, self._colour(line.state)))
            for column, words in enumerate(line.cells):
                item.setToolTip(column, words)
                if column in self._numbers:
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            # Rows with air between them; the column that takes the room that is left has no width of its own to tell.
            item.setSizeHint(self._stretch, height)
            self.addTopLevelItem(item)
        self._fit_columns()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
            self.clearSelection()
        self.setFixedHeight(self.header().sizeHint().height() + min(len(lines), self._most) * row_height(self) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """By content, with air behind it; words beside the stretched ones leave those the greater part."""
        air, most = appearance.em(self) // 2, round(self.viewport().width() * _MOST_BESIDE)
        for column in range(self.columnCount()):
            if column != self._stretch:
                needed = max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))
                bounded = column and column not in self._numbers
                self.setColumnWidth(column, min(needed + air, most) if bounded else needed + air)

    def _colour(self, state: str) -> QColor | None:
        return appearance.state_colour(self, state) if state else None

    def _open(self, item: QTreeWidgetItem, column: int = 0) -> None:
        self.opened.emit(item.data(0, Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(item)
            return
        super().keyPressEvent(event)

    def _offer(self, line: QModelIndex) -> None:
        """Whatever can be clicked looks so: a hand over a line. Told by signals: a filter would be handed events, and
        PySide6 loads every kind of event there is, to see which one it got: 8 ms of the start."""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _offer_nothing(self) -> None:
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
