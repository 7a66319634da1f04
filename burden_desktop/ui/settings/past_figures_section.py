"""上年各月数字: a year of before the ledger, typed into a table or taken from a file; the report marks it 手工录入."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableWidget, QTableWidgetItem

from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.months.past_figures import PastFigure
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..look.number_box import number_box
from ..page import Workplace
from .settings_section import SettingsSection

_MONTHS = 12


class PastFiguresSection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        t = workplace.t
        super().__init__(t("以往各月数字（手工录入）"))
        self._t, self._figures, self._changes, self._jobs = t, workplace.desk.figures, workplace.changes, workplace.jobs
        self._kinds = tuple(kind for kind in workplace.kinds if kind.stock is None)
        told = QLabel(t("台账没有记录的月份，可以填入当时的数量，用来计算同比和环比。月报会注明“手工录入”。已有台账的月份不能填写。"))
        told.setWordWrap(True)
        self.year = number_box(t("年份"), 2000, 2100, workplace.desk.today().year - 1, self)
        self.year.setGroupSeparatorShown(False)
        self.year.valueChanged.connect(self._change_year)
        self.file_button = appearance.button("folder-open", t("从表格读入"), self)
        self.file_button.setToolTip(t("第一列写月份（如2025-03），其余各列以“收文”“参会”等为标题"))
        self.file_button.clicked.connect(self.take_file)
        top = QHBoxLayout()
        top.addWidget(QLabel(t("年份")))
        top.addWidget(self.year)
        top.addStretch(1)
        top.addWidget(self.file_button)
        self.table = self._make_table()
        self.banner = Banner()
        self.save_button = appearance.button("save", t("保存以往数字"), self)
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        self.column.addWidget(told)
        self.column.addLayout(top)
        self.column.addWidget(self.table)
        self.column.addWidget(self.banner)
        self.column.addLayout(buttons)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(_MONTHS, len(self._kinds))
        table.setAccessibleName(self._t("以往各月数字"))
        table.setHorizontalHeaderLabels([self._t(kind.label) for kind in self._kinds])
        table.setVerticalHeaderLabels([self._t("{month}月", month=month) for month in range(1, _MONTHS + 1)])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        line = round(appearance.em(self) * 1.7)
        table.verticalHeader().setDefaultSectionSize(line)
        table.setTabKeyNavigation(False)
        table.setFixedHeight(line * _MONTHS + table.horizontalHeader().sizeHint().height() + 6)
        return table

    def open(self) -> None:
        if not self._pending():
            self.show_year(self.year.value())

    def show_year(self, year: int) -> None:
        """What was entered for that year; months in which the ledger stands cannot be written."""
        kept = {(figure.kind, figure.month): figure.things for figure in self._figures.past()}
        recorded = self._figures.recorded(year)
        self._shown = year
        for row in range(_MONTHS):
            month = Month(year, row + 1)
            for column, kind in enumerate(self._kinds):
                things = kept.get((kind.name, month))
                item = QTableWidgetItem("" if things is None else str(things))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if (kind.name, month) in recorded:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    item.setText("—")
                    item.setToolTip(self._t("这个月已有台账记录"))
                self.table.setItem(row, column, item)
        self._before = self._cells()

    def _change_year(self, year: int) -> None:
        """What was typed is kept before another year is shown; a year with a fault is not left."""
        if self._pending():
            self.save()
        if self._pending():
            self.year.blockSignals(True)
            self.year.setValue(self._shown)
            self.year.blockSignals(False)
            return
        self.show_year(year)

    _shown = 0
    _before: tuple[tuple[str, ...], ...] = ()

    def _cells(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple((item.text().strip() if (item := self.table.item(row, column)) else "") for column in range(len(self._kinds)))
            for row in range(_MONTHS)
        )

    def _pending(self) -> bool:
        return bool(self._before) and self._cells() != self._before

    def _written(self) -> list[PastFigure] | None:
        """The cells that hold a number; None where one holds anything else, and the banner says which."""
        found = []
        for row, cells in enumerate(self._cells()):
            for kind, text in zip(self._kinds, cells, strict=True):
                if text in ("", "—"):
                    continue
                if not (text.isascii() and text.isdigit()):
                    told = self._t("{month}月的{kind}填了“{text}”，请填整数。", month=row + 1, kind=self._t(kind.label), text=text)
                    self.banner.tell("error", told)
                    return None
                found.append(PastFigure(kind.name, Month(self._shown, row + 1), int(text)))
        return found

    def save(self) -> None:
        written = self._written()
        if written is not None:
            self._keep(written)

    def _keep(self, figures: Sequence[PastFigure]) -> None:
        try:
            count = self._figures.keep_past(figures)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self.show_year(self._shown)
        told, signed = self._t("已保存{count}个月度数字，月报会注明手工录入。", count=count), self._figures.signed_without(figures)
        self.banner.tell("good" if signed is None else "warning", told if signed is None else f"{told}\n{self._t.of(signed)}")
        self._changes.tell("month")

    def take_file(self) -> None:
        path = asking.open_file(self, self._t("从表格读入"), self._t("表格 (*.xlsx *.xls *.ods)"))
        if path is not None:
            self._jobs.start(partial(self._figures.read_past, path), self._took, self._fail)

    def _took(self, figures: Sequence[PastFigure]) -> None:
        self.year.setValue(figures[0].month.year)
        self._keep(figures)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))

    def keep(self) -> object:
        return (self._shown, self._cells()) if self._pending() else None

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, tuple):
            year, cells = kept
            self.year.setValue(year)
            self.show_year(year)
            for row, texts in enumerate(cells):
                for column, text in enumerate(texts):
                    item = self.table.item(row, column)
                    if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
                        item.setText(text)


def make(workplace: Workplace) -> PastFiguresSection:
    return PastFiguresSection(workplace)
