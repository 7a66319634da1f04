"""The rows of a record table: records come in through one method, more are fetched when the end is reached."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ..domain.field import FieldType
from ..domain.kind import Kind
from ..domain.record import Record
from ..domain.texts import Texts

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Record | None], Sequence[Record]]
RECORD_ROLE = int(Qt.ItemDataRole.UserRole)
SORT_ROLE = RECORD_ROLE + 1
PAGE = 200
_NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Number, then the kind's list fields. `fetch(after)` gives the next at most PAGE records (keyset)."""

    def __init__(self, kind: Kind, t: Texts, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._t, self._fetch = kind, t, fetch
        self._records: list[Record] = []
        self._more = False

    def reload(self) -> None:
        """Show the first rows anew."""
        self.show_records(self._fetch(None))

    def show_records(self, records: Sequence[Record]) -> None:
        """Replace all rows; a full page means that there may be more."""
        self.beginResetModel()
        self._records = list(records)
        self._more = len(self._records) >= PAGE
        self.endResetModel()

    def record(self, row: int) -> Record:
        return self._records[row]

    def row_of(self, record_id: int) -> int | None:
        return next((row for row, record in enumerate(self._records) if record.id == record_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 1 + len(self._kind.list_fields)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        if parent.isValid() or not self._more:
            return
        more = list(self._fetch(self._records[-1]))
        self._more = len(more) >= PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._records), len(self._records) + len(more) - 1)
            self._records.extend(more)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == RECORD_ROLE:
            return record
        field = self._kind.list_fields[index.column() - 1] if index.column() else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if field is None:
                return self._t("{number}（补登）", number=record.number) if record.late else record.number
            value = record.values[field.name]
            if value is None:
                return ""
            return self._t(str(value)) if field.type is FieldType.CHOICE else str(value)
        if role == SORT_ROLE:
            return record.number if field is None else record.values[field.name]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if field is not None and field.type is FieldType.COUNT:
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._t(self._kind.list_fields[section - 1].label) if section else self._t("编号")
