"""A year's calendar of load: a row a month, a column a day, the number of things that came, darker where it was more.

It is a table, so that a screen reader and the arrow keys find every day.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHeaderView, QTableView

from ...domain.texts import Texts
from ..look import appearance

_DAYS: Final = 31
_MONTHS: Final = 12
Index = QModelIndex | QPersistentModelIndex


class LoadModel(QAbstractTableModel):
    """`show_year` replaces everything."""

    def __init__(self, t: Texts, accent: QColor) -> None:
        super().__init__()
        self._t, self._accent = t, accent
        self._year, self._days, self._most = 0, dict[date, int](), 1
        self._works: Callable[[date], bool] = bool

    def show_year(self, year: int, days: Mapping[date, int], works: Callable[[date], bool]) -> None:
        self.beginResetModel()
        self._year, self._days, self._works = year, dict(days), works
        self._most = max(days.values(), default=1)
        self.endResetModel()

    def day(self, index: Index) -> date | None:
        if not self._year or not index.isValid():
            return None
        last = calendar.monthrange(self._year, index.row() + 1)[1]
        return date(self._year, index.row() + 1, index.column() + 1) if index.column() < last else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() or not self._year else _MONTHS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() or not self._year else _DAYS

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(section + 1) if way is Qt.Orientation.Horizontal else self._t("{month}月", month=section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index)
        if day is None:
            return None
        count = self._days.get(day, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            rest = "" if self._works(day) else self._t("（休息日）")
            return self._t("{day}{rest}：{count}件（次）", day=day.isoformat(), rest=rest, count=count)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.BackgroundRole and count:
            shade = QColor(self._accent)
            shade.setAlpha(40 + round(150 * count / self._most))
            return shade
        return None


class LoadCalendar(QTableView):
    """`opened` carries the day that was clicked."""

    opened = Signal(object)

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self.load = LoadModel(t, self.palette().color(QPalette.ColorRole.Highlight))
        self.setModel(self.load)
        self.setAccessibleName(t("全年来文、会议、迎检的日历"))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        line = appearance.em(self)
        self.horizontalHeader().setMinimumSectionSize(round(line * 1.2))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(round(line * 1.35))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(round(line * 1.35) * _MONTHS + self.horizontalHeader().sizeHint().height() + 6)
        self.setMinimumWidth(round(line * 1.2) * _DAYS)
        self.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        day = self.load.day(index)
        if day is not None:
            self.opened.emit(day)
