"""今日: what is due, which months wait for closing, this month beside the last ones, and what the rules found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..domain.errors.family import BurdenError
from ..domain.months.agenda import settling
from ..domain.months.month import Month
from .look import appearance
from .look.banner import Banner
from .look.dates import day_in_words, days_left_in_words, month_in_words
from .look.linked_list import Line, LinkedList
from .month.figures_words import figure, heading
from .page import Page, Workplace
from .place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..domain.months.agenda import Due, MonthToClose, Restored
    from ..domain.months.summary import Finding, MonthSummary
    from ..domain.texts import Sentence
    from .jobs import Job
    from .month.gathering import Gathering

DAYS_AHEAD: Final = 14
WIDE_EMS: Final = 44
SOON_DAYS: Final = 2
TOLD_MONTHS: Final = 3
TOLD_FINDINGS: Final = 20


class TodayPage(Page):
    """Reads on the window's thread; the findings come from a job, once the ledger has been examined."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work, self._t, self._desk = workplace, workplace.t, workplace.desk
        self._kinds = {kind.name: kind for kind in workplace.kinds}
        self._latest: Job | None = None
        self._gathering: Gathering | None = None
        self._told_due: tuple[Due, ...] = ()
        self._stale = True
        self._build()
        workplace.changes.happened.connect(self._on_change)

    # --- building

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.day = appearance.heading("")
        self.due = LinkedList(t("要办的"), (t("时限"), t("标题"), t("来文单位")), stretch=1)
        self.done_button = appearance.button("circle-check", t("记为已办结"), self)
        self.done_button.setToolTip(t("选中一项后按下；可以用 Ctrl+Z 撤回。报表类请打开后填写办理用时。"))
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self.settle)
        self.due.currentItemChanged.connect(self._look_at_due)
        self.nothing_due = self._quiet(t("近两周没有到期的事项。登记时填写办理时限，到期前会列在这里。"))
        self.findings = LinkedList(t("需要看一看的"), (t("情况"), t("记录")), stretch=0)
        self.nothing_found = self._quiet("")
        self.months = QVBoxLayout()
        self.months.setSpacing(space)
        self.all_closed = self._quiet(t("没有待封存的月份。"))
        # No rate: the month is not over.
        headings = (t("类别"), *(heading(words) for words in (t("本月至今"), t("上月"), t("去年同月"))))
        self.figures = LinkedList(t("本月和以往"), headings, numbers=(1, 2, 3))
        for listed in (self.due, self.findings, self.figures):
            listed.opened.connect(self._work.go)
        left = self._column(space, (t("要办的"), self._due_part(), self.nothing_due), (t("需要看一看的"), self.findings, self.nothing_found))
        months = QWidget()
        months.setLayout(self.months)
        self.months.setContentsMargins(0, 0, 0, 0)
        right = self._column(space, (t("月报"), months, self.all_closed), (t("本月和以往"), self.figures, None))
        inside = QWidget()
        self._columns = QHBoxLayout(inside)
        self._columns.setContentsMargins(0, 0, space, 0)
        self._columns.setSpacing(space * 4)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        scrolled.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        page.addWidget(self.day)
        page.addWidget(scrolled, 1)

    def _due_part(self) -> QWidget:
        part = self.due_part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.due)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        return label

    def _column(self, space: int, *parts: tuple[str, QWidget, QLabel | None]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(space)
        for title, content, otherwise in parts:
            column.addWidget(appearance.subheading(title))
            column.addWidget(content)
            if otherwise is not None:
                column.addWidget(otherwise)
            column.addSpacing(space * 2)
        column.addStretch(1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two columns where there is room for them, one below the other where letters are large."""
        wide = self.width() > appearance.em(self) * WIDE_EMS
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    # --- showing

    def open(self) -> None:
        if self._stale:
            self._stale = False
            self._show()

    def _on_change(self, names: frozenset[str]) -> None:
        if names & {"month", "point", "identity", "examined", *self._kinds}:
            self._stale = True
            if self.isVisible():
                self.open()

    def _show(self) -> None:
        today, agenda = self._desk.today(), self._desk.agenda
        self.day.setText(day_in_words(self._t, today))
        due = self._told_due = agenda.due(DAYS_AHEAD)
        self.due.show_lines([self._due_line(thing, thing.days_left(today)) for thing in due])
        self.due_part.setVisible(bool(due))
        self.nothing_due.setVisible(not due)
        self._show_months(agenda.months_to_close(), self._desk.identities.reminder())
        self._show_compared()
        self._ask_findings()

    def _chosen_due(self) -> Due | None:
        """The line that is current in the list, if one press can settle it."""
        item = self.due.currentItem()
        row = self.due.indexOfTopLevelItem(item) if item is not None else -1
        chosen = self._told_due[row] if 0 <= row < len(self._told_due) else None
        return chosen if chosen is not None and settling(self._kinds[chosen.kind]) is not None else None

    def _look_at_due(self, *_: object) -> None:
        self.done_button.setEnabled(self._chosen_due() is not None)

    def settle(self) -> None:
        chosen = self._chosen_due()
        if chosen is None:
            return
        try:
            self._desk.agenda.settle(chosen)
        except BurdenError as refused:
            self._fail(refused)
            return
        self._work.changes.tell(chosen.kind)

    def _due_line(self, due: Due, days: int) -> Line:
        state, icon = ("error", "circle-alert") if days < 0 else ("warning", "clock") if days <= SOON_DAYS else ("", "clock")
        words = self._t("{day} {left}", day=f"{due.on:%m-%d}", left=days_left_in_words(self._t, days))
        return Line((words, due.title, due.organ), Place(due.kind, numbers=(due.number,)), icon, state)

    def _show_months(self, waiting: Sequence[MonthToClose], renewal: Sentence | None) -> None:
        while (item := self.months.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        restored = self._desk.agenda.restored()
        if restored is not None:
            self.months.addWidget(self._line("info", self._restored_words(restored), self._t("打开备份"), self._go_backups))
        if renewal is not None:
            self.months.addWidget(self._line("warning", self._t.of(renewal), self._t("打开签名证书"), self._renew))
        for month in waiting[:TOLD_MONTHS]:
            self.months.addWidget(self._month_line(month))
        if len(waiting) > TOLD_MONTHS:
            self.months.addWidget(self._quiet(self._t("后面还有{count}个月待封存。", count=len(waiting) - TOLD_MONTHS)))
        self.all_closed.setVisible(not waiting)

    def _month_line(self, waiting: MonthToClose) -> QWidget:
        t, days = self._t, (waiting.report_on - self._desk.today()).days
        name = month_in_words(t, waiting.month)
        if waiting.correcting:
            words = t("{month}正在更正，尚未重报。", month=name)
        else:
            words = t("{month}尚未封存，报送日{day}（{left}）。", month=name, day=f"{waiting.report_on:%m-%d}",
                      left=days_left_in_words(t, days))  # fmt: skip
        state = "warning" if days <= SOON_DAYS or waiting.correcting else "info"
        return self._line(state, words, t("打开{month}", month=name), partial(self._go_month, waiting.month))

    def _line(self, state: str, words: str, action: str, act: Callable[..., None]) -> QWidget:
        """What waits, and the button that leads there."""
        line = QWidget()
        told = Banner()
        told.tell(state, words)
        button = QPushButton(action)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(told)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _restored_words(self, restored: Restored) -> str:
        return self._t(
            "{at}恢复过备份：台账回到{reaches}时的内容，其后的登记不在台账里。要撤销，请在“备份”页恢复标为“恢复之前”的那一份。",
            at=f"{restored.at:%Y-%m-%d %H:%M}", reaches=f"{restored.reaches:%Y-%m-%d %H:%M}",
        )  # fmt: skip

    def _go_backups(self, checked: bool = False) -> None:
        self._work.go(Place("backups"))

    def _renew(self, checked: bool = False) -> None:
        self._work.go(Place("settings", part="identity_section"))

    def _go_month(self, month: Month, checked: bool = False) -> None:
        self._work.go(Place("month", month=month))

    def _show_compared(self) -> None:
        month = Month.of(self._desk.today())
        lines = []
        for row in self._desk.agenda.compared():
            kind = self._kinds.get(row.kind)
            if kind is not None:
                name = self._t("{kind}（{unit}）", kind=self._t(kind.label), unit=self._t(kind.unit))
                cells = (name, str(row.now), figure(row.previous), figure(row.last_year))
                lines.append(Line(cells, Place(row.kind, month=month)))
        self.figures.show_lines(lines)

    # --- findings

    def _ask_findings(self) -> None:
        """Rules are tested in a job; nothing is read while the ledger is lent for its examination."""
        if self._latest is not None:
            self._latest.cancel()
        if self._gathering is not None:
            self._gathering.stop()
        if not self._desk.ready:
            self._show_findings(None)
            return
        if self._gathering is None:
            from .month.gathering import Gathering  # the first picture shows no findings yet

            self._gathering = Gathering(self._desk, self._work.jobs, self, self._take_month)
        self._gathering.begin(Month.of(self._desk.today()))

    def _take_month(self, inputs: Any) -> None:
        self._latest = self._work.jobs.start(partial(self._desk.summarise, inputs), self._take_summary, self._fail)

    def _take_summary(self, summary: MonthSummary) -> None:
        self._show_findings(summary.findings)

    def _show_findings(self, found: Sequence[Finding] | None) -> None:
        self.findings.show_lines([self._finding_line(finding) for finding in (found or ())[:TOLD_FINDINGS]])
        self.findings.setVisible(bool(found))
        self.nothing_found.setText(
            self._t("正在查看本月记录……") if found is None else self._t("本月记录没有触及规则的情况。提示只陈述事实，不作评判。")
        )
        self.nothing_found.setVisible(not found)

    def _finding_line(self, finding: Finding) -> Line:
        numbers = self._t("、").join(finding.records)
        return Line((finding.fact, numbers), self._place_of(finding), "info")

    def _place_of(self, finding: Finding) -> Place:
        mark = finding.records[0][:1] if finding.records else ""
        kind = next((kind.name for kind in self._kinds.values() if kind.mark == mark), None)
        month = Month.of(self._desk.today())
        return Place(kind, month=month, numbers=finding.records) if kind else Place("month", month=month)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self.nothing_found.setText(self._t.of(error.sentence))


def make(workplace: Workplace, name: str) -> TodayPage:
    return TodayPage(workplace)
