"""The month in figures, one row a kind, numbers right-aligned; a missing base is a dash, never a zero."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ...domain.kind import Kind
from ...domain.months.summary import KindFigures, MonthSummary
from ...domain.texts import Texts, label
from .figures_words import figure, heading, percent

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (label("类别"), label("本月"), label("上月"), label("环比"), label("去年同月"), label("同比"),
            label("今年累计"), label("去年同期累计"), label("次数"), label("用时（分钟）"), label("补登"))  # fmt: skip
_NOWHERE = QModelIndex()


def cells(name: str, figures: KindFigures, *, over: bool) -> tuple[str, ...]:
    """A row as it is shown; no rates unless the month is `over`."""
    before, last_year = (
        percent(figures.month, base) if over else figure(None) for base in (figures.previous, figures.same_month_last_year)
    )
    told: list[int | str | None] = [name, figures.month, figures.previous, before, figures.same_month_last_year, last_year,
            figures.year_to_date, figures.last_year_to_date, figures.receipts, figures.minutes, figures.late]  # fmt: skip
    return tuple(value if isinstance(value, str) else figure(value) for value in told)


class FiguresModel(QAbstractTableModel):
    """Rows come in through `show_summary`."""

    def __init__(self, kinds: Sequence[Kind], t: Texts) -> None:
        super().__init__()
        self._kinds, self._t = kinds, t
        self._rows: list[tuple[str, ...]] = []

    def show_summary(self, summary: MonthSummary | None) -> None:
        self.beginResetModel()
        self._rows = []
        if summary is not None:
            for kind in self._kinds:
                if kind.name in summary.kinds:
                    name = self._t("{kind}（{unit}）", kind=self._t(kind.label), unit=self._t(kind.unit))
                    self._rows.append(cells(name, summary.kinds[kind.name], over=summary.is_over))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heading(self._t(HEADINGS[section]))
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
