"""A part of 设置 that lists what the clerk taught, one line each; chosen lines are forgotten."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableWidget, QTableWidgetItem

from ...domain.texts import Texts
from ..look import appearance
from .settings_section import SettingsSection

_ROWS_SHOWN: Final = 6


class TaughtList(SettingsSection):
    """`nothing_yet` stands there while nothing is taught. A list says in `forget` what forgetting its chosen rows means."""

    def __init__(self, t: Texts, title: str, headings: Sequence[str], nothing_yet: str) -> None:
        super().__init__(title)
        self.none = QLabel(nothing_yet)
        self.none.setWordWrap(True)
        self.table = QTableWidget(0, len(headings))
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.title())
        self.table.setFixedHeight(round(appearance.em(self) * 2 * (_ROWS_SHOWN + 1)))
        self.button = appearance.button("trash-2", t("忘记所选"), self)
        self.button.clicked.connect(lambda: self.forget())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        for widget in (self.none, self.table):
            self.column.addWidget(widget)
        self.column.addLayout(row)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.table.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        for widget in (self.table, self.button):
            widget.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def chosen_rows(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectedIndexes()})

    def forget(self) -> None:
        raise NotImplementedError
