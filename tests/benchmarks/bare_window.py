"""The measure of a start: a bare PySide6 window with a table of 200,000 rows, until it has painted."""

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Rows(QAbstractTableModel):
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 200_000

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 6

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return f"{index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


class Table(QTableView):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        print("first paint", flush=True)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window, table, rows = QMainWindow(), Table(), Rows()
table.setModel(rows)
window.setCentralWidget(table)
window.resize(1100, 720)
window.show()
sys.exit(application.exec())
