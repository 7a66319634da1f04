"""What the clerk taught about issuing bodies, to be seen and forgotten: other names, and levels that their name does not tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableWidget, QTableWidgetItem

from ..domain.organ import LEVEL_LABELS, guess_level
from . import appearance
from .settings_section import SettingsSection

if TYPE_CHECKING:
    from ..domain.body_row import BodyRow
    from .page import Workplace

_ROWS_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class _Taught:
    """An other name of a body, or (without `alias`) its level."""

    body: BodyRow
    alias: str = ""


class TaughtBodies(SettingsSection):
    """One line a correction; the chosen lines are forgotten. The page 单位 is where they are made."""

    def __init__(self, workplace: Workplace) -> None:
        self._desk, self._t, self._changes = workplace.desk.bodies, workplace.t, workplace.changes
        self._kinds = tuple(kind.name for kind in workplace.kinds)
        self._lines: list[_Taught] = []
        t = self._t
        super().__init__(t("记住的单位更正"))
        self.none = QLabel(t("还没有。在“单位”页合并两个名称，或改过一个单位的层级，就会记在这里。"))
        self.none.setWordWrap(True)
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([t("单位"), t("记住的内容")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.title())
        self.table.setFixedHeight(round(appearance.em(self) * 2 * (_ROWS_SHOWN + 1)))
        self.button = appearance.button("trash-2", t("忘记所选"), self)
        self.button.clicked.connect(self.forget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        for widget in (self.none, self.table):
            self.column.addWidget(widget)
        self.column.addLayout(row)

    def open(self) -> None:
        self._lines = [line for body in self._desk.find("") for line in self._taught(body)]
        self.table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            for column, text in enumerate((line.body.organ.name, self._words(line))):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for widget in (self.table, self.button):
            widget.setVisible(bool(self._lines))
        self.none.setVisible(not self._lines)

    @staticmethod
    def _taught(body: BodyRow) -> list[_Taught]:
        own = body.organ
        level = [_Taught(body)] if own.level is not None and own.level != guess_level(own.name) else []
        return [*(_Taught(body, alias) for alias in own.aliases), *level]

    def _words(self, line: _Taught) -> str:
        if line.alias:
            return self._t("也写作“{name}”", name=line.alias)
        level = line.body.organ.level
        return self._t("层级：{level}", level=self._t(LEVEL_LABELS[level]) if level else "")

    def forget(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}):
            line = self._lines[row]
            body = next((one for one in self._desk.find("") if one.organ.id == line.body.organ.id), None)
            if body is not None:
                self._forget(body, line.alias)
        self._changes.tell("organ", *self._kinds)
        self.open()

    def _forget(self, body: BodyRow, alias: str) -> None:
        own = body.organ
        if not alias:
            self._desk.describe(own.id, guess_level(own.name), own.nature, own.line)
        elif alias in own.aliases and not self._desk.part(alias):  # no merge made it: it is only a name
            self._desk.set_aliases(own.id, [name for name in own.aliases if name != alias])


def make(workplace: Workplace) -> TaughtBodies:
    return TaughtBodies(workplace)
