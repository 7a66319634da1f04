"""The page of one kind: its table, the search box and the form beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..domain.draft import Draft
from ..domain.errors.entry import InvalidRecord
from ..domain.errors.family import BurdenError
from ..domain.errors.months import SealedMonth
from ..domain.kind import Kind
from ..domain.record import Record
from ..domain.texts import Texts, label
from . import appearance, asking
from .banner import Banner
from .changes import Changes
from .desk import Desk
from .page import Page, Workplace
from .record_form import RecordForm
from .record_model import PAGE, RecordModel

PAST_ENTRIES = 3
OTHER_ACTION = label("{at}其他改动")
_PAST = {"add": label("{at}登记"), "change": label("{at}修改"), "withdraw": label("{at}撤销")}


class RecordPage(Page):
    """Ctrl+N new, Enter or Ctrl+S saves, Delete withdraws, Ctrl+F searches."""

    saved = Signal(str)

    def __init__(self, kind: Kind, desk: Desk, t: Texts, changes: Changes) -> None:
        super().__init__()
        self._kind, self._desk, self._t, self._changes = kind, desk, t, changes
        self._current: Record | None = None
        self._edited = False
        self._loaded = False
        self._drafts: list[Draft] = []
        self.model = RecordModel(kind, t, self._fetch, self)
        self._build()
        changes.happened.connect(self._on_change)

    # --- building

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("搜索标题、单位、字号、备注"))
        self.search.setAccessibleName(t("搜索{kind}", kind=t(self._kind.label)))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(appearance.icon("search", self), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self.reload)
        self.search.textChanged.connect(self._pause.start)
        self.counted = QLabel()
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.counted)
        self.table = self._make_table()
        self.empty = QLabel(t("还没有{kind}记录。把通知粘贴到上方，或按“新建”直接填写。", kind=t(self._kind.label)))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, space, 0)
        column.setSpacing(space)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._make_right(space))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([2000, 1000])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(split)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+N", self.new), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self, act, context=context)
        QShortcut(QKeySequence("Delete"), self.table, self.withdraw, context=Qt.ShortcutContext.WidgetShortcut)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self._t("{kind}列表", kind=self._t(self._kind.label)))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(round(appearance.em(self) * 2.3))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(appearance.em(self) * 2)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def _make_right(self, space: int) -> QWidget:
        t = self._t
        self.heading = QLabel()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.banner = Banner()
        self.form = RecordForm(self._kind, t, today=self._desk.today(), suggest=self._desk.organs)
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.save)
        self.new_button = self._button("plus", t("新建"), t("新建一条（Ctrl+N）"), self.new)
        self.save_button = self._button("save", t("保存"), t("保存（回车或 Ctrl+S）"), self.save)
        self.withdraw_button = self._button("trash-2", t("撤销记录"), t("撤销这条记录（Delete），编号不再使用"), self.withdraw)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.withdraw_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        right = QWidget()
        right.setMinimumWidth(appearance.em(self) * 15)
        column = QVBoxLayout(right)
        column.setContentsMargins(space, 0, 0, 0)
        column.setSpacing(space)
        self.past = QLabel()
        self.past.setWordWrap(True)
        self.past.setAccessibleName(t("这条记录的历史"))
        for part in (self.heading, self.past, self.banner):
            column.addWidget(part)
        column.addWidget(self.form, 1)
        column.addLayout(buttons)
        return right

    def _button(self, icon: str, text: str, tip: str, act: object) -> QPushButton:
        button = appearance.button(icon, text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # --- rows

    def _fetch(self, after: Record | None) -> Sequence[Record]:
        return self._desk.page(self._kind.name, text=self.search.text().strip(), after=after, limit=PAGE)

    def open(self) -> None:
        """Called when the page is shown for the first time and after: loads rows once."""
        if not self._loaded:
            self._loaded = True
            self.reload()
            self._fit_columns()
            self._show_new()

    def reload(self) -> None:
        keep = self._current.id if self._current else None
        self.table.selectionModel().blockSignals(True)
        self.model.reload()
        row = self.model.row_of(keep) if keep is not None else None
        if row is not None:
            self.table.selectRow(row)
        self.table.selectionModel().blockSignals(False)
        total = self._desk.count(self._kind.name)
        self.counted.setText(self._t("共{count}条", count=total))
        blank = self.model.rowCount() == 0
        if total:
            self.empty.setText(self._t("没有找到。换一个词，或清空搜索框。"))
        self.table.setVisible(not blank)
        self.empty.setVisible(blank)

    def _fit_columns(self) -> None:
        line = appearance.em(self)
        widths = {"title": 15, "organ": 9, "doc_no": 9}
        self.table.setColumnWidth(0, round(line * 6.2))
        for column, field in enumerate(self._kind.list_fields, 1):
            head = self.table.fontMetrics().horizontalAdvance(self._t(field.label)) + line
            self.table.setColumnWidth(column, max(round(line * widths.get(field.name, 4.6)), head))
            if field.name == "title":  # people look for the title: it stands right after the date
                self.table.horizontalHeader().moveSection(column, 2)

    def _on_change(self, names: frozenset[str]) -> None:
        if self._loaded and self._kind.name in names:
            self.reload()

    def _on_row(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.show_record(self.model.record(now.row()))

    # --- the form

    def _on_edited(self) -> None:
        self._edited = True

    @property
    def edited(self) -> bool:
        """Whether something is written that is not saved."""
        return self._edited

    def _may_leave(self) -> bool:
        """Nothing typed is lost silently."""
        return not self._edited or asking.yes(
            self, self._t, self._t("正在填写的内容还没有保存，要放弃吗？"), action=self._t("放弃")
        )

    def show_record(self, record: Record) -> None:
        if self._current is not None and record.id == self._current.id and self._edited:
            return
        if not self._may_leave():
            return
        self._current, self._edited = record, False
        self.form.show_values(record.values)
        self.banner.clear()
        self._show_heading()

    def new(self) -> None:
        if self._may_leave():
            self._show_new()
            self.form.focus_first()

    def _show_new(self) -> None:
        self._current, self._edited = None, False
        self.table.clearSelection()
        self.form.show_blank(self._desk.today())
        self.banner.clear()
        self._show_heading()

    def _show_heading(self) -> None:
        kind = self._t(self._kind.label)
        number = self._current.number if self._current else ""
        self.heading.setText(number or self._t("新建{kind}", kind=kind))
        self.withdraw_button.setEnabled(self._current is not None)
        entries = self._desk.history(number)[-PAST_ENTRIES:] if number else ()
        times = [self._t(_PAST.get(entry.action, OTHER_ACTION), at=entry.at[:16].replace("T", " ")) for entry in entries]
        self.past.setText("；".join(times))
        self.past.setVisible(bool(times))

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Drafts of this kind to be looked at and saved one after the other."""
        self._drafts.extend(drafts)
        if self._may_leave():
            self._next_draft()

    def _next_draft(self) -> None:
        draft = self._drafts.pop(0)
        self._show_new()
        self.form.show_values(draft.values)
        self._edited = True
        waiting = self._t("还有{count}份待核对。", count=len(self._drafts)) if self._drafts else ""
        self.banner.tell("info", self._t("已识别，请核对后按回车保存。{waiting}", waiting=waiting))
        self.form.focus_first()
        self.form.show_doubts(draft.uncertain)

    def save(self) -> None:
        try:
            record = self._store(late=False)
        except InvalidRecord as refused:
            self.form.show_problems(refused.problems)
            self.banner.tell("error", self._t("还不能保存，请改正标出的{count}处。", count=len(refused.problems)))
            return
        except SealedMonth as refused:
            if self._current is not None or not asking.yes(
                self, self._t, self._t("{sentence}要作为补登记入当前月份吗？日期仍按实际填写。", sentence=refused.sentence), action=self._t("补登")
            ):
                self.banner.tell("error", self._t.of(refused.sentence))
                return
            late = self._store_late()
            if late is None:
                return
            record = late
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self._after_save(record)

    def _store(self, *, late: bool) -> Record:
        written = self.form.written()
        if self._current is None:
            return self._desk.add(self._kind.name, written, late=late)
        return self._desk.change(self._kind.name, self._current.id, written)

    def _store_late(self) -> Record | None:
        try:
            return self._store(late=True)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return None

    def _after_save(self, record: Record) -> None:
        self._edited = False
        self._changes.tell(self._kind.name)
        if self._drafts:
            self._next_draft()
            return
        self._show_new()
        self.banner.tell("good", self._t("已保存{number}。", number=record.number))
        self.form.focus_first()
        self.saved.emit(record.number)

    def withdraw(self) -> None:
        record = self._current
        if record is None or not asking.yes(
            self,
            self._t,
            self._t("撤销{number}？它不再计入统计，历史链会留下这一笔。", number=record.number),
            action=self._t("撤销记录"),
        ):
            return
        try:
            self._desk.withdraw(self._kind.name, record.id)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return
        self._show_new()
        self._changes.tell(self._kind.name)
        self.banner.tell("good", self._t("已撤销{number}。", number=record.number))


def make(workplace: Workplace, name: str) -> RecordPage:
    """The page of the kind of that name."""
    kind = next(kind for kind in workplace.kinds if kind.name == name)
    return RecordPage(kind, workplace.desk, workplace.t, workplace.changes)
