"""How a table's columns stand: width, order and what is hidden, remembered between starts in heights of a line."""

import json
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QTableView

from ...domain.kind import Kind
from ..desk import Desk
from ..records.record_model import RecordModel
from . import appearance

_WIDE: Final = {"organ": 8.4, "doc_no": 8.2}
_TITLE: Final = 13.6
_NUMBER: Final = 5.0
_OTHERS: Final = 4.6
_SOON_MS: Final = 500
_ACROSS: Final = Qt.Orientation.Horizontal


class Columns(QObject):
    """The columns of one kind's table. Widths follow the font; a column that is new to the ledger stands where it is
    declared."""

    def __init__(self, kind: Kind, desk: Desk, table: QTableView, model: RecordModel) -> None:
        super().__init__(table)
        self._kind, self._desk, self._table, self._model = kind, desk, table, model
        self._key = f"columns.{kind.name}"
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.remember)

    def lay_out(self) -> None:
        """As remembered, else as declared: the title, which people look for, right behind the date."""
        header, line = self._table.horizontalHeader(), appearance.em(self._table)
        header.blockSignals(True)
        for column in range(self._model.columnCount()):
            self._table.setColumnWidth(column, self._usual(column, line))
        header.moveSection(header.visualIndex(self._model.column_of(title_of(self._kind))), 2)
        for place, kept in enumerate(self._remembered()):
            column = self._model.column_of(kept["name"])
            header.moveSection(header.visualIndex(column), place)
            header.setSectionHidden(column, bool(kept["hidden"]))
            if not kept["hidden"]:
                self._table.setColumnWidth(column, round(float(kept["width"]) * line))
        header.blockSignals(False)
        header.sectionResized.connect(self._soon.start)
        header.sectionMoved.connect(self._soon.start)

    def _usual(self, column: int, line: int) -> int:
        name = self._model.name(column)
        wide = {**_WIDE, title_of(self._kind): _TITLE}
        width = wide.get(name, _OTHERS) if column else _NUMBER
        # A number stands beside a lock or a pencil, a heading beside the arrow of the order.
        words = str(self._model.headerData(column, _ACROSS)) if column else f"{self._kind.mark}2000-0000"
        head = self._table.fontMetrics().horizontalAdvance(words) + 2 * line
        return max(round(line * width), head)

    def _remembered(self) -> list[dict[str, Any]]:
        names = {self._model.name(column) for column in range(self._model.columnCount())}
        try:
            kept = json.loads(self._desk.setting(self._key, "[]"))
            return [dict(one) for one in kept if one["name"] in names and one["width"] is not None]
        except (ValueError, TypeError, KeyError):
            return []

    def remember(self) -> None:
        self._soon.stop()
        header, line = self._table.horizontalHeader(), appearance.em(self._table)
        kept = []
        for place in range(header.count()):
            column = header.logicalIndex(place)
            kept.append({"name": self._model.name(column), "hidden": header.isSectionHidden(column),
                         "width": round(header.sectionSize(column) / line, 2)})  # fmt: skip
        self._desk.set_setting(self._key, json.dumps(kept))

    def settle(self) -> None:
        """Write what is still to be written; before the window closes."""
        if self._soon.isActive():
            self.remember()

    def set_hidden(self, column: int, hidden: bool) -> None:
        """Hide or show; the last visible column stays."""
        header = self._table.horizontalHeader()
        if hidden and header.count() - header.hiddenSectionCount() <= 1:
            return
        header.setSectionHidden(column, hidden)
        if not hidden and header.sectionSize(column) < appearance.em(self._table):
            self._table.setColumnWidth(column, self._usual(column, appearance.em(self._table)))
        self.remember()


def title_of(kind: Kind) -> str:
    """The field by which people know a record: the first words that must be written."""
    return next(field.name for field in kind.text_fields if field.required and field.type.value != "organ")
