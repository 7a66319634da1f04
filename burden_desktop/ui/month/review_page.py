"""回看: half against half, month by month, the year's calendar of load, and the review's real pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors.family import BurdenError
from ...domain.months.half_year import Half, KindHalf
from ...domain.months.month import Month
from ...domain.months.rates import change_rate
from .. import asking
from ..look import appearance
from ..look.banner import Banner
from ..look.chart_view import ChartView
from ..look.paper import PageView
from ..page import Page, Workplace
from ..place import Place
from . import saving
from .figures_table import FiguresSheet
from .load_calendar import LoadCalendar

_NONE = "—"
_CHART_EMS = 38  # wider, its letters would outgrow those of the table


class ReviewPage(Page):
    """Figures come at once; the review itself is gathered a month a turn and made in a job."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work, self._t, self._reports = workplace, workplace.t, workplace.desk.reports
        today = workplace.desk.today()
        self.half = Half(today.year, 1 if today.month <= 6 else 2)
        self._halves: Mapping[str, KindHalf] = {}
        self._made: Mapping[str, bytes] = {}
        self._stale = True
        self._build()
        workplace.changes.happened.connect(self._on_change)

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.name = appearance.heading("")
        self.make_button = appearance.button("file-text", t("生成回看报告"), self)
        self.make_button.clicked.connect(self.make_review)
        self.save_button = appearance.button("save", t("另存"), self)
        self.save_button.clicked.connect(self.save)
        self.save_button.setEnabled(False)
        top = QHBoxLayout()
        for part in (self._arrow("chevron-left", t("上一个半年"), -1), self.name, self._arrow("chevron-right", t("下一个半年"), 1)):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.make_button)
        top.addWidget(self.save_button)
        self.banner = Banner()
        self.table = FiguresSheet()
        self.table.dress(t("半年数字"))
        self.table.cellActivated.connect(self._open_cell)
        self.chart = ChartView(t("逐月数量图"))
        self.chart.setMaximumWidth(appearance.em(self) * _CHART_EMS)
        self.chart.hide()
        self.chart.opened.connect(lambda bar: self._work.go(Place(bar.kind, month=self.half.months[bar.series])))
        self.year = QLabel()
        self.calendar = LoadCalendar(t)
        self.calendar.opened.connect(self._open_day)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, space, 0)
        column.setSpacing(space)
        column.addWidget(self.table)
        column.addWidget(self.chart)
        column.addWidget(self.year)
        column.addWidget(self.calendar)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(inside)
        self.view = PageView(t)
        self.view.setMinimumWidth(appearance.em(self) * 14)
        self.view.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(scrolled)
        split.addWidget(self.view)
        split.setSizes([1300, 600])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(top)
        page.addWidget(self.banner)
        page.addWidget(split, 1)

    def _arrow(self, icon: str, name: str, halves: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(appearance.icon(icon, self))
        button.setIconSize(QSize(appearance.em(self), appearance.em(self)))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(partial(self._go, halves))
        return button

    # --- showing

    def open(self) -> None:
        if self._stale:
            self._stale = False
            self._show()

    def _on_change(self, names: frozenset[str]) -> None:
        if names & {"month", "point", "examined", *(kind.name for kind in self._work.kinds)}:
            self._stale = True
            if self.isVisible():
                self.open()

    def _go(self, halves: int, checked: bool = False) -> None:
        self.half = self.half.before if halves < 0 else self.half.after
        self._show()

    def _show(self) -> None:
        self.name.setText(self._half_words())
        self._halves = self._reports.halves(self.half)
        self._show_table()
        months = tuple(self._t("{month}月", month=month.number) for month in self.half.months)
        work = partial(self._work.desk.charts.half, self._halves, months, self._kind_title)
        self._work.jobs.start(work, self.chart.show_chart, self._fail)
        self.year.setText(self._t("{year}年每天的来文、会议、迎检和报表（数字为件次，深色为多）", year=self.half.year))
        self.calendar.load.show_year(self.half.year, self._reports.load(self.half.year), self._reports.works)
        self._made = {}
        self.save_button.setEnabled(False)
        self.view.hide()
        self.banner.clear()

    def _show_table(self) -> None:
        t, months = self._t, self.half.months
        headings = [
            t("类别"), *(t("{month}月", month=month.number) for month in months), t("本半年"), t("上个半年"), t("环比"), t("上年同期"), t("同比"),
        ]
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setRowCount(len(self._work.kinds))
        for row, kind in enumerate(self._work.kinds):
            half = self._halves[kind.name]
            cells = [
                t(kind.label), *(_told(count) for count in half.months), _told(half.total if half.known else None), _told(half.before),
                _rate(half, half.before), _told(half.last_year), _rate(half, half.last_year),
            ]
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        if (heading := self.table.horizontalHeaderItem(0)) is not None:
            heading.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.fit()

    def _half_words(self) -> str:
        first = self.half.number == 1
        return self._t("{year}年上半年", year=self.half.year) if first else self._t("{year}年下半年", year=self.half.year)

    def _kind_title(self, name: str) -> str:
        kind = next(kind for kind in self._work.kinds if kind.name == name)
        return self._t("{kind}（{unit}）", kind=self._t(kind.label), unit=self._t(kind.unit))

    def _open_day(self, day: date) -> None:
        """A day's cell leads to what came on it: of several kinds the clerk says which."""
        found = self._reports.of_day(day)
        kinds = [kind for kind in self._work.kinds if kind.name in found]
        names = [self._t("{kind}（{count}）", kind=self._t(kind.label), count=len(found[kind.name])) for kind in kinds]
        chosen = 0 if len(kinds) == 1 else None
        if len(kinds) > 1:
            chosen = asking.one_of(self, self._t, self._t("{day}有几类记录，打开哪一类？", day=day.isoformat()), actions=names)
        if chosen is not None:
            self._work.go(Place(kinds[chosen].name, numbers=tuple(found[kinds[chosen].name])))

    def _open_cell(self, row: int, column: int) -> None:
        """A month's cell leads to its records, any other to the last month's."""
        month: Month = self.half.months[column - 1] if 1 <= column <= len(self.half.months) else self.half.months[-1]
        self._work.go(Place(self._work.kinds[row].name, month=month))

    # --- the review

    def make_review(self) -> None:
        known = [
            month for place, month in enumerate(self.half.months)
            if any(half.months[place] is not None for half in self._halves.values())
        ]
        self.make_button.setEnabled(False)
        self.banner.tell("info", self._t("正在汇总半年……"))
        self._gather(known or list(self.half.months[-1:]), [])

    def _gather(self, months: list[Month], material: list[Any]) -> None:
        """One month a turn: the window answers in between."""
        if months:
            material.append(self._reports.review_material(months[0]))
            QTimer.singleShot(0, partial(self._gather, months[1:], material))
            return
        self._work.jobs.start(partial(self._reports.review, self.half, self._halves, material), self._show_review, self._fail)

    def _show_review(self, made: Mapping[str, bytes]) -> None:
        self._made = made
        self.make_button.setEnabled(True)
        self.save_button.setEnabled(True)
        self.view.show_pages(self._work.desk.pages(made["pdf"]))
        self.view.show()
        self.banner.clear()

    def _fail(self, error: BaseException) -> None:
        self.make_button.setEnabled(True)
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))

    def save(self) -> None:
        name = self._t("{half}回看", half=self._half_words())
        path = saving.ask_where(self, self._t, self._t("另存半年回看"), name, saving.PDF)
        if path is None:
            return
        try:
            saving.write_all(self._reports, path, self._made)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.banner.tell("good", self._t("已保存 {file}，以及同名的 Word 文件和表格。", file=path))


def _told(count: int | None) -> str:
    return _NONE if count is None else str(count)


def _rate(half: KindHalf, base: int | None) -> str:
    rate = change_rate(half.total, base) if half.whole else None
    return _NONE if rate is None else f"{rate:+.1%}"


def make(workplace: Workplace, name: str) -> ReviewPage:
    return ReviewPage(workplace)
