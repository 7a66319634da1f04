"""Cells of the record table: wrapped text, what was searched for marked, and an editor of the field's own kind when a cell is written in place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ...domain.field import Field, FieldType
from ...domain.kinds import kind_named
from ...domain.reading.own_day import own_day
from ...domain.record import Record
from ...domain.texts import Texts
from ..look.marked_text import MarkedDelegate
from .editors import EDITORS, Editor, MomentEditor, Suggest
from .record_model import RECORD_ROLE, RecordModel

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(MarkedDelegate):
    """`written(record, field name, text)` when a cell was left with another text than it had."""

    written = Signal(object, str, str)

    def __init__(self, t: Texts, today: Callable[[], date], suggest: Suggest, parent: QObject) -> None:
        super().__init__(parent)
        self._t, self._today, self._suggest = t, today, suggest
        self._again: str | None = None

    def write_again(self, text: str) -> None:
        """The next cell that is opened begins with this text: what was refused is not typed twice."""
        self._again = text

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        model = index.model()
        field = model.field(index.column()) if isinstance(model, RecordModel) else None
        if field is None:
            return super().createEditor(parent, option, index)
        if field.type is FieldType.DATE:  # the line alone: Qt listens for Enter and Esc at the editor itself
            editor: Editor = self._day_editor(field, index)
        else:
            editor = EDITORS[field.type](field, self._t, self._today, self._suggest)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        return editor

    def _day_editor(self, field: Field, index: Index) -> MomentEditor:
        editor, record = MomentEditor(field, self._t, self._today, ""), index.data(RECORD_ROLE)
        if isinstance(record, Record):
            kind = kind_named(record.kind)
            editor.stand_beside(kind, lambda: own_day(kind, record.values, self._today()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        text = self._again if self._again is not None else index.data(Qt.ItemDataRole.EditRole)
        self._again = None
        editor.show_value(text)  # type: ignore[attr-defined]
        line = editor.focusProxy() or editor
        if isinstance(line, QLineEdit):
            line.selectAll()

    def setModelData(self, editor: Editor, model: QAbstractItemModel, index: Index) -> None:  # type: ignore[override]  # noqa: N802
        record = index.data(RECORD_ROLE)
        if not isinstance(record, Record) or not isinstance(model, RecordModel):
            return
        name, text = model.name(index.column()), editor.written()
        if text != ("" if record.values[name] is None else str(record.values[name])):
            self.written.emit(record, name, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in a choice closes the cell too: Qt leaves it to the combo, which ignores it."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() == QEvent.Type.KeyPress and isinstance(watched, QComboBox):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: N802 - Qt's name
        """The whole text in a tooltip only where the cell cannot show it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        self.initStyleOption(option, index)
        text = str(index.data() or "")
        inside = option.rect.adjusted(4, 0, -4, 0)
        room = option.fontMetrics.boundingRect(inside, int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere), text)
        if room.height() <= inside.height() and room.width() <= inside.width():
            QToolTip.hideText()
            return True
        QToolTip.showText(event.globalPos(), text, view)
        return True
