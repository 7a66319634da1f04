"""The table of records: sorted by a click or by keys, cells written in place, columns moved, sized and hidden."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionRange, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from ...domain.kind import Kind
from ...domain.listing import Listing
from ...domain.record import Record
from ...domain.texts import Texts
from ..desk import Desk
from ..look import appearance
from ..look.columns import Columns
from .cell_delegate import CellDelegate
from .record_model import RECORD_ROLE, RecordModel


class RecordTable(QTableView):
    """`chosen` tells the selected records, `opened` that Enter was pressed on one, `sorted_anew` the list in another
    order; `actions_for` fills the end of the menu."""

    chosen = Signal()
    opened = Signal()
    sorted_anew = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, kind: Kind, desk: Desk, t: Texts, model: RecordModel) -> None:
        super().__init__()
        self._t, self._model = t, model
        self.setModel(model)
        self.setAccessibleName(t("{kind}列表", kind=t(kind.label)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(appearance.em(self), appearance.em(self)))
        self.setMinimumHeight(appearance.em(self) * 6)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(appearance.em(self) * 2.3))
        self.cells = CellDelegate(t, desk.today, desk.organs, self)
        self.setItemDelegate(self.cells)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(appearance.em(self) * 2)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionClicked.connect(self._on_header)
        self.columns = Columns(kind, desk, self, model)
        self._kind = kind
        self.selectionModel().selectionChanged.connect(self._on_selection)

    # --- the order

    def show_order(self, listing: Listing) -> None:
        """Put the arrow where the list is sorted: up for upwards, as in a spreadsheet. Qt draws it the other way round."""
        column = self._model.column_of(listing.sorted_by(self._kind))
        turn = Qt.SortOrder.AscendingOrder if listing.descending else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(column, turn)

    def _on_header(self, column: int) -> None:
        """A first click sorts upwards (dates and numbers downwards), the next one turns round."""
        listing = self._model.listing
        name = self._model.name(column)
        if listing.sorted_by(self._kind) == name:
            self.sort_by(column, descending=not listing.descending)
        else:
            self.sort_by(column, descending=column == 0 or name == self._kind.dated_by)

    def sort_by(self, column: int, *, descending: bool) -> None:
        self.sorted_anew.emit(replace(self._model.listing, sort=self._model.name(column), descending=descending))

    # --- what is chosen

    def chosen_ids(self, limit: int) -> list[int]:
        """Ids of the selected rows, at most `limit`."""
        return [record.id for record in self.chosen_records(limit)]

    def chosen_count(self) -> int:
        """How many rows are selected; counted by ranges, for all may be."""
        return sum(part.height() for part in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def chosen_records(self, limit: int) -> list[Record]:
        rows = [row for part in self._ranges() for row in range(part.top(), min(part.bottom(), part.top() + limit) + 1)]
        found = [self._model.record(row) for row in sorted(set(rows))[:limit]]
        return [record for record in found if record is not None]

    def current_record(self) -> Record | None:
        record = self.currentIndex().data(RECORD_ROLE) if self.currentIndex().isValid() else None
        return record if isinstance(record, Record) else None

    def go_to(self, row: int) -> None:
        """Select a row and bring it into sight, keeping the column."""
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self._model.index(row, column))
        self.selectRow(row)

    def _on_selection(self, *_: object) -> None:
        self.chosen.emit()

    # --- keys and menus

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() != QAbstractItemView.State.EditingState and not event.modifiers():
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def write_again(self, index: QModelIndex, text: str) -> None:
        """Open a cell once more with what was refused."""
        self.cells.write_again(text)
        self.setCurrentIndex(index)
        self.edit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        column = max(0, self.currentIndex().column())
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self._open_menu(column, place, rows=True)

    def _on_header_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self._open_menu(max(0, header.logicalIndexAt(place)), header.mapToGlobal(place), rows=False)

    def _open_menu(self, column: int, place: QPoint, *, rows: bool) -> None:
        menu = QMenu(self)
        if rows:
            self.menu_asked.emit(menu)
            menu.addSeparator()
        menu.addActions(self.column_actions(column, menu))
        menu.popup(place)

    def column_actions(self, column: int, menu: QMenu) -> Sequence[QAction]:
        """Sorting and hiding of a column, and which columns are shown."""
        t = self._t
        name = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        for words, descending in ((t("按{column}升序", column=name), False), (t("按{column}降序", column=name), True)):
            menu.addAction(words, partial(self.sort_by, column, descending=descending))
        menu.addAction(t("隐藏{column}", column=name), partial(self.columns.set_hidden, column, True))
        shown = menu.addMenu(t("显示的列"))
        for other in range(self._model.columnCount()):
            action = shown.addAction(str(self._model.headerData(other, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(other))
            action.toggled.connect(partial(self._on_shown, other))
        return ()

    def _on_shown(self, column: int, shown: bool) -> None:
        self.columns.set_hidden(column, not shown)
