"""The rows of a record table, however many: only the blocks that are looked at are read, each from its neighbour.

The number of rows is told at once, so the scroll bar is true from the beginning; a block is read behind or before
one that is known (keyset), and only a jump counts its way along the index.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ...domain.field import Field, FieldType
from ...domain.finding import Span
from ...domain.kind import Kind
from ...domain.listing import NUMBER, Listing
from ...domain.record import Record
from ...domain.texts import Texts
from ..desk_parts.lists import Lists
from ..look.icons import icon
from ..look.marked_text import MARKS_ROLE
from .sealed_months import SealedMonths

Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE: Final = int(Qt.ItemDataRole.UserRole)
BLOCK: Final = 100
KEPT_BLOCKS: Final = 40
INLINE: Final = frozenset(set(FieldType) - {FieldType.LONG_TEXT, FieldType.FLAGS})
_NOWHERE = QModelIndex()
Marks = Callable[[str, str], Sequence[Span]]


def unmarked(text: str, sought: str) -> Sequence[Span]:
    return ()


class RecordModel(QAbstractTableModel):
    """Number, then the kind's list fields. `show` says which records in what order; rows are read when asked for."""

    def __init__(self, kind: Kind, t: Texts, lists: Lists, parent: QObject | None = None, *, marks: Marks = unmarked, sealed: SealedMonths | None = None) -> None:
        """`marks` tells where in a cell's text stands what the list was searched for; records of `sealed` months bear a lock."""
        super().__init__(parent)
        self._kind, self._t, self._lists, self._marks = kind, t, lists, marks
        self._fields = kind.list_fields
        self._blocks: OrderedDict[int, tuple[Record, ...]] = OrderedDict()
        self._count = 0
        self._unsaved: frozenset[int] = frozenset()
        self._mark, self._lock = QIcon(), icon("lock")
        self._sealed = sealed
        self.listing = Listing()

    def show(self, listing: Listing) -> None:
        """Show another list, or the same anew."""
        self.beginResetModel()
        self.listing = listing
        self._blocks.clear()
        if self._sealed is not None:
            self._sealed.forget()
        self._count = self._lists.count(self._kind.name, listing)
        self.endResetModel()

    def reload(self) -> None:
        self.show(self.listing)

    def mark_unsaved(self, ids: Collection[int], mark: QIcon) -> None:
        """These records bear `mark`: something written for them is not saved yet."""
        if self._unsaved != frozenset(ids):
            self._unsaved, self._mark = frozenset(ids), mark
            if self._count:
                self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    # --- rows

    def record(self, row: int) -> Record | None:
        """The record of a row; None for one that went away since the rows were counted."""
        block = self._block(row // BLOCK)
        place = row % BLOCK
        return block[place] if place < len(block) else None

    def row_of(self, record: Record) -> int | None:
        """Where a record stands in the list, read or not."""
        return self._lists.place_of(self._kind.name, self.listing, record)

    def _block(self, number: int) -> tuple[Record, ...]:
        known = self._blocks.get(number)
        if known is not None:
            self._blocks.move_to_end(number)
            return known
        self._blocks[number] = read = self._read(number)
        if len(self._blocks) > KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        return read

    def _read(self, number: int) -> tuple[Record, ...]:
        kind, listing = self._kind.name, self.listing
        behind, ahead = self._blocks.get(number - 1), self._blocks.get(number + 1)
        if behind and len(behind) == BLOCK:
            return self._lists.after(kind, listing, behind[-1], BLOCK)
        if ahead:
            return self._lists.before(kind, listing, ahead[0], BLOCK)
        return self._lists.at(kind, listing, number * BLOCK, BLOCK)

    # --- columns

    def field(self, column: int) -> Field | None:
        """The field of a column, None for the number."""
        return self._fields[column - 1] if column else None

    def name(self, column: int) -> str:
        field = self.field(column)
        return field.name if field else NUMBER

    def column_of(self, name: str) -> int:
        return next((c for c in range(self.columnCount()) if self.name(c) == name), 0)

    # --- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 1 + len(self._fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        field = self.field(index.column()) if index.isValid() else None
        if field is not None and field.type in INLINE and not self.listing.withdrawn:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column()) | Qt.AlignmentFlag.AlignVCenter
        if role not in _ASKED or not index.isValid():
            return None
        record = self.record(index.row())
        if record is None or role == RECORD_ROLE:
            return record
        field = self.field(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return record.values[field.name] if field else record.number
        if role == Qt.ItemDataRole.DecorationRole:
            return None if field is not None else self._mark if record.id in self._unsaved else self._lock if self._locked(record) else None
        shown = self._shown(record, field)
        if role == MARKS_ROLE:
            return (self.listing.text and self._marks(shown, self.listing.text)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole and field is None and record.id in self._unsaved:
            return self._t("{number}，有未保存的修改", number=shown)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and field is None and self._locked(record):
            return self._t("{number}，所在月份已封存", number=shown)
        return shown

    def _locked(self, record: Record) -> bool:
        return self._sealed is not None and self._sealed.holds(record)

    def _shown(self, record: Record, field: Field | None) -> str:
        if field is None:
            return self._t("{number}（补登）", number=record.number) if record.late else record.number
        value = record.values[field.name]
        if value is None:
            return ""
        return self._t(str(value)) if field.type is FieldType.CHOICE else str(value)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        field = self.field(column)
        figure = field is not None and field.type is FieldType.COUNT
        return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section) | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        field = self.field(section)
        return self._t(field.label) if field else self._t("编号")


_ASKED: Final = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole),
    *(Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.AccessibleTextRole, RECORD_ROLE, MARKS_ROLE),
)
