"""Tables of figures: as high as their rows, columns share the room that is left and are scrolled sideways only where there is none."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QTableWidget

from ..look import appearance

_ROW_EMS, _WIDEST_SHARE = 1.6, 3  # heights of a line


class _Fitting:
    """What both tables have in common; the first column holds names, all others figures."""

    def dress(self, name: str) -> None:
        table = cast(QTableView, self)
        table.setAccessibleName(name)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(appearance.em(table) * _ROW_EMS))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def fit(self) -> None:
        """To be called when the figures changed."""
        table = cast(QTableView, self)
        header, em, columns = table.horizontalHeader(), appearance.em(table), table.model().columnCount()
        needed = [max(header.sectionSizeHint(column), table.sizeHintForColumn(column)) + em // 6 for column in range(columns)]
        spare = table.viewport().width() - sum(needed)
        share = max(0, min(spare // max(1, columns), em * _WIDEST_SHARE))
        for column, width in enumerate(needed):
            table.setColumnWidth(column, width + share)
        rows = table.verticalHeader().defaultSectionSize() * table.model().rowCount()
        bar = table.horizontalScrollBar().sizeHint().height() if spare < 0 else 0
        table.setFixedHeight(header.sizeHint().height() + rows + bar + 2 * table.frameWidth())


class FiguresTable(_Fitting, QTableView):
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class FiguresSheet(_Fitting, QTableWidget):
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
