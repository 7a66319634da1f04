"""A plain table of read-only cells for the commission's pages: state cells carry icon and word together."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QTableWidgetItem

from . import appearance

ICONS = {"good": "circle-check", "warning": "triangle-alert", "error": "circle-alert", "none": "circle-minus"}

_WIDEST, _LEAST_STRETCHED, _WIDEST_NAME = 16, 16, 12
"""Letters: of a column by its content, of the stretched one where little room is left, and of names beside the rows."""


class Cells(QTableWidget):
    """`stretch` is the column that takes the room that is left."""

    def __init__(self, name: str, headings: Sequence[str], *, stretch: int, by_row: bool = True, numbers: Sequence[int] = ()) -> None:
        """`numbers` are columns of figures."""
        super().__init__(0, len(headings))
        self._stretch, self._numbers = stretch, frozenset(numbers)
        self.setAccessibleName(name)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.set_headings(headings)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if by_row else behaviour.SelectItems)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(not by_row)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.setWordWrap(True)
        line = appearance.em(self)
        self.setIconSize(QSize(line, line))
        self.verticalHeader().setDefaultSectionSize(line * 2)
        self.verticalHeader().setMinimumSectionSize(round(line * 1.8))

    def set_headings(self, headings: Sequence[str]) -> None:
        """What stands above the columns, on the side of what stands in them."""
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        for column in self._numbers & set(range(len(headings))):
            if (heading := self.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def name_rows(self) -> None:
        """The first column is told beside the rows, where it stays in sight however far the rest is scrolled."""
        names = self.verticalHeader()
        names.setVisible(True)
        names.setSectionsClickable(False)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setMaximumWidth(appearance.em(self) * _WIDEST_NAME)
        self.setColumnHidden(0, True)

    def name_row(self, row: int, words: str, *, tip: str = "") -> None:
        """After `name_rows`."""
        self.put(row, 0, words, tip=tip)
        name = QTableWidgetItem(words)
        name.setToolTip(tip or words)
        self.setVerticalHeaderItem(row, name)

    def show_at_least(self, rows: int) -> None:
        """So many rows stay in sight below the headings, and what scrolls them."""
        line = appearance.em(self)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows * line * 2 + self.horizontalScrollBar().sizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than the rows that it must show, where that was said: the room of the page does the rest."""
        usual = super().sizeHint()
        return QSize(usual.width(), self.minimumHeight() or usual.height())

    def put(self, row: int, column: int, words: str, *, state: str = "", tip: str = "") -> None:
        item = QTableWidgetItem(words)
        item.setToolTip(tip or words)
        if state:
            colour = None if state == "none" else appearance.state_colour(self, state)
            item.setIcon(appearance.icon(ICONS[state], self, colour))
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, column, item)

    def fit(self) -> None:
        """Widths by content within bounds, the rest to the stretched column, heights by what wraps. A column that has to
        wrap keeps room for whole words: then the table is scrolled sideways."""
        header, line = self.horizontalHeader(), appearance.em(self)
        header.setSectionResizeMode(header.ResizeMode.Interactive)
        air = line // 2
        needed = [max(line * 4, self.sizeHintForColumn(column) + air, header.sectionSizeHint(column)) for column in range(self.columnCount())]
        for column, width in enumerate(needed):
            self.setColumnWidth(column, min(width, line * _WIDEST))
        if self._stretch >= 0:
            others = sum(self.columnWidth(column) for column in range(self.columnCount()) if column != self._stretch)
            least = min(needed[self._stretch], line * _LEAST_STRETCHED)
            self.setColumnWidth(self._stretch, max(self.viewport().width() - others, least))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
