"""本月: the figures of a month, its real pages, printing, sealing and correcting."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors.family import BurdenError
from ...domain.months.month import Month
from ...domain.months.summary import MonthSummary
from ...domain.shapes import Bar
from ...domain.texts import label
from .. import asking
from ..desk import CLOSED, CORRECTING, OPEN
from ..jobs import Job
from ..look import appearance, paper
from ..look.banner import Banner
from ..look.chart_view import ChartView
from ..look.dates import month_in_words
from ..page import Page, Workplace
from ..place import Place
from . import saving
from .closing import Closing, why_not_closed
from .fact_sheets import FactSheets
from .figures_model import FiguresModel
from .figures_table import FiguresTable
from .findings_list import FindingsList, why_closed
from .gathering import Gathering
from .handing_in import HandingIn
from .matters_list import MattersList
from .month_texts import MonthTexts
from .month_words import MonthWords

_STATES = {
    OPEN: ("lock-open", label("未封存")),
    CLOSED: ("lock", label("已封存")),
    CORRECTING: ("pencil", label("更正中，尚未重报")),
}


BUTTONS_EMS, PAPER_EMS, ROW_EMS = 42, 42, 30


class MonthPage(Page):
    """Reads on the window's thread, computes in jobs, commits on the window's thread. `opened` leads to the records
    behind a row of figures or a finding."""

    opened = Signal(Place)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        desk, kinds, t = workplace.desk, workplace.kinds, workplace.t
        changes, jobs, self._go_to = workplace.changes, workplace.jobs, workplace.go
        self._desk, self._kinds, self._t, self._changes, self._jobs = desk, kinds, t, changes, jobs
        self._month = Month.of(desk.today())
        self._latest: Job | None = None
        self._loaded = self._is_nil = False
        self._gathering = Gathering(desk, jobs, self, self._take_month)
        self._build()
        self.words = MonthWords(workplace, self, lambda: self._month, self.show_month)
        self.words.told.connect(self.banner.tell)
        self.findings.answered.connect(self.words.answer)
        self.closing = Closing(workplace, self)
        self.sheets = FactSheets(workplace, self)
        self.sheets.told.connect(self.banner.tell)
        self.findings.sheet_asked.connect(lambda: self.sheets.begin(self._month))
        self.texts = MonthTexts(workplace, self, self.words)
        self.texts.told.connect(self.banner.tell)
        self.closing.told.connect(self.banner.tell)
        self.closing.working.connect(self._set_working)
        self.closing.sealed.connect(self._show_sealed)
        changes.happened.connect(self._on_change)

    @property
    def month(self) -> Month:
        return self._month

    # --- building

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.before = self._arrow("chevron-left", t("上一个月"), -1)
        self.after = self._arrow("chevron-right", t("下一个月"), 1)
        self.name, self.state, self.state_icon = QLabel(), QLabel(), QLabel()
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.name.setFont(font)
        self.correct_button = appearance.acting("undo-2", t("更正重报"), self, self.correct)
        self.texts_button = appearance.acting("pencil", t("文字"), self, self.edit_texts)
        self.texts_button.setToolTip(t("修改月报中的文字"))
        self.copies_button = appearance.acting("save", t("副本"), self, self.save_copies)
        self.copies_button.setToolTip(t("另存 Word 副本和全部表格"))
        self.preview_button = appearance.acting("eye", t("预览"), self, self.preview)
        self.print_button = appearance.acting("printer", t("打印"), self, self.print)
        self.close_button = appearance.acting("lock", t("封存"), self, self.close_month)
        top, self._top = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts = QGridLayout()
        for part in (self.before, self.name, self.after, self.state_icon, self.state):
            top.addWidget(part)
        top.addStretch(1)
        self._buttons = (
            self.correct_button, self.texts_button, self.copies_button, self.preview_button, self.print_button, self.close_button,
        )  # fmt: skip
        self._place_buttons(len(self._buttons))
        self._top.addLayout(top, 1)
        self._top.addLayout(self._acts)
        self.banner = Banner()
        self.handing_in = HandingIn(self._desk, t, self, self.banner, self._jobs)
        self.figures = FiguresModel(self._kinds, t)
        self.table = self._make_table()
        self.findings = FindingsList(t)
        self.findings.opened.connect(self.opened)
        self.matters = MattersList(t)
        self.matters.opened.connect(self.opened)
        self.chart = ChartView(t("各类数量比较"))
        self.chart.hide()
        self.chart.opened.connect(self._open_bar)
        figures = QWidget()
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, space, 0, 0)
        column.setSpacing(space)
        column.addWidget(self.table)
        column.addWidget(self.chart)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(figures)
        left = self.parts = QTabWidget()
        left.setDocumentMode(True)
        left.addTab(scrolled, t("数字和图"))
        left.addTab(self.findings, t("规则提示"))
        left.addTab(self.matters, t("反复事项"))
        appearance.tell_tabs_apart(left.tabBar())
        left.setTabVisible(1, False)
        left.setTabVisible(2, False)
        self.view = paper.PageView(t)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.view)
        left.setMinimumWidth(self.findings.minimumSizeHint().width() + space * 2)
        self.view.setMinimumWidth(appearance.em(self) * 16)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([1450, 650])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addLayout(self._top)
        page.addWidget(self.banner)
        page.addWidget(split, 1)

    def _make_table(self) -> FiguresTable:
        table = FiguresTable()
        table.setModel(self.figures)
        table.dress(self._t("本月数字"))
        table.setToolTip(self._t("双击或按回车，打开这一类本月的记录"))
        table.activated.connect(self._open_row)
        self.figures.modelReset.connect(table.fit)
        return table

    def _open_row(self, index: QModelIndex) -> None:
        self.opened.emit(Place(self._kinds[index.row()].name, month=self._month))

    def _arrow(self, icon: str, name: str, months: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(appearance.icon(icon, self))
        button.setIconSize(QSize(appearance.em(self), appearance.em(self)))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(partial(self._go, months))
        return button

    def _place_buttons(self, a_row: int) -> None:
        for place, button in enumerate(self._buttons):
            self._acts.addWidget(button, place // a_row, place % a_row)

    # --- showing

    def fit(self, width: int) -> None:
        """Where letters are large the buttons stand below the month, and the paper below the figures."""
        wide = width / appearance.em(self)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide >= BUTTONS_EMS else QBoxLayout.Direction.TopToBottom)
        self._place_buttons(len(self._buttons) if wide >= ROW_EMS else 3)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide >= PAPER_EMS else Qt.Orientation.Vertical)

    def open(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.show_month(self._month)

    def show_place(self, place: Place) -> None:
        if place.month is not None:
            self.show_month(place.month)

    def _kind_title(self, name: str) -> str:
        kind = next(kind for kind in self._kinds if kind.name == name)
        return self._t("{kind}（{unit}）", kind=self._t(kind.label), unit=self._t(kind.unit))

    def _open_bar(self, bar: Bar) -> None:
        """The records that the bar counts."""
        months = (self._month.same_month_last_year, self._month.previous, self._month)
        self._go_to(Place(bar.kind, month=months[bar.series]))

    def _go(self, months: int, checked: bool = False) -> None:
        self.show_month(self._month.plus(months))

    def show_month(self, month: Month) -> None:
        self._month, self._is_nil = month, False
        self._tell_file()
        self.view.show_pages(None)
        self._refresh()

    def _tell_file(self) -> None:
        """A closed month says where its signed file is; any other has nothing to say."""
        self.banner.clear()
        file = self._desk.sealing.signed_file(self._month)
        if file is not None:
            self.handing_in.tell(file)

    def _on_change(self, names: frozenset[str]) -> None:
        if self._loaded and names & {"month", "point", *(kind.name for kind in self._kinds)}:
            self.view.show_pages(None)
            self._refresh()

    def _refresh(self) -> None:
        state = self._desk.month_state(self._month)
        icon, words = _STATES[state]
        self.name.setText(month_in_words(self._t, self._month))
        colour = self.palette().windowText().color()
        self.state_icon.setPixmap(appearance.picture(icon, colour, appearance.em(self)))
        self.state.setText(self._t(words))
        self._offer_closing(state)
        self.texts_button.setEnabled(state != CLOSED)
        self.correct_button.setEnabled(state == CLOSED)
        if self._latest is not None:
            self._latest.cancel()
            self._latest = None
        self._gathering.begin(self._month)

    def _offer_closing(self, state: str) -> None:
        """A button that could only be refused is not pressed; its tip says why."""
        never = why_not_closed(self._desk, self._month, nil=self._is_nil) if state != CLOSED else None
        self.close_button.setText(self._t("零报告封存") if self._is_nil else self._t("封存"))
        self.close_button.setEnabled(state != CLOSED and never is None)
        self.close_button.setToolTip(self._t.of(never) if never else "")

    def _take_month(self, inputs: Any) -> None:
        self._latest = self._jobs.start(partial(self._desk.summarise, inputs), self._show_summary, self._fail)
        if self._desk.month_state(self._month) != CLOSED:
            self.texts.look(inputs)

    def _show_summary(self, summary: MonthSummary) -> None:
        self.figures.show_summary(summary)
        closed = self._desk.month_state(summary.month) == CLOSED
        self.findings.show_findings(summary.findings, why_closed(self._t, summary) if closed else "")
        # The tab, never the page in it: a page that is shown by itself lies over the one that is open.
        self.parts.setTabVisible(1, bool(summary.findings))
        self.parts.setTabText(1, self._t("规则提示（{count}）", count=len(summary.findings)))
        matters = summary.detail.matters
        self.matters.show_matters(matters)
        self.parts.setTabVisible(2, bool(matters))
        self.parts.setTabText(2, self._t("反复事项（{count}）", count=len(matters)))
        self._is_nil = summary.is_nil
        self._offer_closing(CLOSED if closed else OPEN)
        series = (self._t("去年同月"), self._t("上月"), self._t("本月"))
        self._jobs.start(partial(self._desk.charts.month, summary, series, self._kind_title), self.chart.show_chart, self._fail)

    def edit_texts(self) -> None:
        self.texts.edit(self._month)

    def save_copies(self) -> None:
        """The Word copy and the tables, for those who must paste them elsewhere."""
        name = self._t("{month}月报", month=month_in_words(self._t, self._month))
        path = saving.ask_where(self, self._t, self._t("另存副本"), name, saving.WORD)
        if path is not None:
            inputs = self._desk.summary_inputs(self._month)
            self._jobs.start(partial(self._desk.reports.copies, inputs), partial(self._write_copies, path), self._fail)

    def _write_copies(self, path: Path, copies: Mapping[str, bytes]) -> None:
        try:
            saving.write_all(self._desk.reports, path, copies)
        except BurdenError as refused:
            self._fail(refused)
            return
        self.banner.tell("good", self._t("已保存 {file} 和同名表格（.xlsx）。正式文件仍是签名的 PDF。", file=path))

    def _fail(self, error: BaseException) -> None:
        self._set_working(False)
        if not isinstance(error, BurdenError):
            raise error
        self.banner.tell("error", self._t.of(error.sentence))

    def _set_working(self, working: bool) -> None:
        for button in (self.preview_button, self.print_button, self.close_button, self.before, self.after):
            button.setEnabled(not working)
        if not working:
            closed = self._desk.month_state(self._month) == CLOSED
            self._offer_closing(CLOSED if closed else OPEN)
            self.correct_button.setEnabled(closed)

    # --- paper

    def preview(self) -> None:
        self._with_pages(self._show_pdf)

    def print(self) -> None:
        self._with_pages(self._print_pdf)

    def _with_pages(self, then: Any) -> None:
        """The signed file of a closed month, else a draft made in a job."""
        try:
            sealed = self._desk.sealed_pdf(self._month)
            if sealed is not None and self._desk.month_state(self._month) == CLOSED:
                then(sealed)
                return
            inputs = self._desk.summary_inputs(self._month)
        except BurdenError as refused:
            self._fail(refused)
            return
        self._set_working(True)
        self.banner.tell("info", self._t("正在排版月报……"))
        self._jobs.start(partial(self._desk.render_draft, inputs), then, self._fail)

    def _show_pdf(self, pdf: bytes) -> None:
        self._set_working(False)
        self.view.show_pages(self._desk.pages(pdf))
        self._tell_file()

    def _print_pdf(self, pdf: bytes) -> None:
        self._show_pdf(pdf)
        pages = self._desk.pages(pdf)
        printer = paper.ask_printer(self, self._t, len(pages))
        if printer is not None:
            sent = paper.print_pages(pages, printer)
            self.banner.tell("good", self._t("已送打印机{count}页。", count=sent))

    # --- sealing

    def close_month(self) -> None:
        if self.texts.may_close():
            self.closing.begin(self._month)

    def _show_sealed(self, file: Path) -> None:
        self._changes.tell("month")
        self.handing_in.tell(file)
        pdf = self._desk.sealed_pdf(self._month)
        if pdf is not None:
            self.view.show_pages(self._desk.pages(pdf))

    def correct(self) -> None:
        reason = asking.line(self, self._t("更正重报"), self._t("请写明更正{month}的理由，理由会印在月报上。", month=month_in_words(self._t, self._month)))
        if reason is None:
            return
        try:
            self._desk.correct(self._month, reason)
        except BurdenError as refused:
            self._fail(refused)
            return
        self._changes.tell("month")
        told = [self._t("本月已打开更正。改完记录后请再次封存，月报即为第{revision}版。", revision=self._desk.sealing.next_revision(self._month))]
        later, month = [], self._month.plus(1)
        while self._desk.month_state(month) == CLOSED:
            later.append(month_in_words(self._t, month))
            month = month.plus(1)
        if later:
            months = self._t("、").join(later)
            told.append(self._t("{months}已经封存，其中的上月和累计数字仍是更正前的，需要时请一并更正。", months=months))
        self.banner.tell("warning", "\n".join(told))

    def keep(self) -> object:
        return self._month

    def bring_back(self, kept: object) -> None:
        if isinstance(kept, Month):
            self.show_month(kept)


def make(workplace: Workplace, name: str) -> MonthPage:
    page = MonthPage(workplace)
    page.opened.connect(workplace.go)
    return page
