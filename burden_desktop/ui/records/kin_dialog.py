"""同件: what a record may be one thing with, the evidence beside it; a person joins it or leaves it."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...domain.bodies.kin import RELATIONS, Kin
from ...domain.errors.family import BurdenError
from ...domain.record import Record
from ...domain.texts import Texts
from ..desk import Desk
from ..look import appearance
from ..look.banner import Banner
from ..look.table_of import TableOf


class KinDialog(QDialog):
    """`changed` tells whether anything was joined or parted."""

    def __init__(self, parent: QWidget, desk: Desk, t: Texts, record: Record) -> None:
        super().__init__(parent)
        self._desk, self._t, self._record = desk, t, record
        self.changed = False
        self._kin: tuple[Kin, ...] = ()
        self.setWindowTitle(t("{number}的同件", number=record.number))
        self.resize(appearance.em(self) * 46, appearance.em(self) * 20)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.model = TableOf(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)  # Tab leads on to the buttons
        self.table.setAccessibleName(t("可能的同件"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setMaximumSectionSize(appearance.em(self) * 18)
        self.banner = Banner()
        self.join = appearance.button("link", t("归为同件"), self)
        self.join.clicked.connect(self._join)
        self.part = QPushButton(t("与现有同件分开"))
        self.part.clicked.connect(self._part)
        leave = QPushButton(t("关闭"))
        leave.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.part)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.join)
        column = QVBoxLayout(self)
        for widget in (self.told, self.banner, self.table):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._look()

    def _look(self) -> None:
        t = self._t
        self._kin = self._desk.families.kin_of(self._record.number)
        rows = [
            (kin.number, t(RELATIONS[kin.relation]), kin.title, "；".join(t.of(sentence) for sentence in kin.evidence))
            for kin in self._kin
        ]
        self.model.show((t("编号"), t("关系"), t("标题"), t("依据")), rows)
        self.table.resizeColumnsToContents()
        self.told.setText(
            t("以下记录可能与{number}是同一件事，请看依据后决定。归为同件后按一件统计，各份仍各算一次收到。", number=self._record.number)
            if rows else t("没有找到可能与{number}同件的记录。", number=self._record.number)
        )  # fmt: skip
        self.table.setVisible(bool(rows))
        self.join.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(0)

    def _join(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            other = self._kin[row].number
            self._do(lambda: self._desk.families.join(self._record.number, other), self._t("已与{number}归为同件。", number=other))

    def _part(self) -> None:
        self._do(lambda: self._desk.families.part(self._record.number), self._t("已分开，单独计数。"))

    def _do(self, act: Callable[[], None], told: str) -> None:
        try:
            act()
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.changed = True
        self.banner.tell("good", told)
        self._look()
