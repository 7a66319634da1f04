"""A table of plain words for a view: headings, rows, and which columns may be written in."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class TableOf(QAbstractTableModel):
    """`written(row, column, text)` is called when a cell from column `first_open` on is written in."""

    def __init__(self, parent: QObject, *, first_open: int | None = None, written: Callable[[int, int, str], None] | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._first_open, self._written = first_open, written

    def show(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._headings, self._rows = headings, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section] if orientation is Qt.Orientation.Horizontal and section < len(self._headings) else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        is_open = self._first_open is not None and index.isValid() and index.column() >= self._first_open
        return plain | Qt.ItemFlag.ItemIsEditable if is_open else plain

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        if role != Qt.ItemDataRole.EditRole or self._written is None or str(value) == self.data(index):
            return False
        self._written(index.row(), index.column(), str(value))
        return True
