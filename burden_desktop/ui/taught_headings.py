"""What the clerk taught about headings of registers, to be seen and forgotten."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
)

from ..domain.kinds import KINDS
from ..domain.texts import Texts
from . import appearance
from .desk import Desk
from .page import Workplace
from .settings_section import SettingsSection

_ROWS_SHOWN = 6


class TaughtHeadings(SettingsSection):
    """One line a heading; the chosen lines are forgotten."""

    def __init__(self, desk: Desk, t: Texts) -> None:
        super().__init__(t("导入登记表时记住的表头"))
        self._desk, self._t = desk, t
        self.none = QLabel(t("还没有。导入时改过一次表头的含义，就会记在这里。"))
        self.none.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([t("类别"), t("表头"), t("登记为")])
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
        lines = [(kind, heading, field) for kind, taught in self._desk.registers.taught().items() for heading, field in taught.items()]
        kinds = {kind.name: kind for kind in KINDS}
        self._lines = [line for line in lines if line[0] in kinds]
        self.table.setRowCount(len(self._lines))
        for row, (name, heading, field) in enumerate(self._lines):
            kind = kinds[name]
            known = {one.name for one in kind.fields}
            meant = self._t(kind.field(field).label) if field in known else self._t("不登记")
            for column, text in enumerate((self._t(kind.label), heading, meant)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for widget in (self.table, self.button):
            widget.setVisible(bool(self._lines))
        self.none.setVisible(not self._lines)

    def forget(self) -> None:
        for row in {index.row() for index in self.table.selectedIndexes()}:
            kind, heading, _ = self._lines[row]
            self._desk.registers.forget(kind, heading)
        self.open()


def make(workplace: Workplace) -> TaughtHeadings:
    return TaughtHeadings(workplace.desk, workplace.t)
