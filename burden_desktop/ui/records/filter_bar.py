"""What a list shows: the search box, and behind a button month, level, body and the trash; saved under names."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.bodies.organ import LEVEL_LABELS, Level
from ...domain.kind import Kind
from ...domain.listing import Listing
from ...domain.months.month import Month
from ...domain.texts import Texts
from .. import asking
from ..composing import LineEdit
from ..desk import Desk
from ..look import appearance
from ..look.dates import month_in_words
from .saved_views import SavedViews

_TYPING_MS = 150


class FilterBar(QWidget):
    """`changed` carries the list that is wanted now; `findings_wanted` a month (None: the present one) whose records
    with something to look at are wanted; `left` when Esc or Enter leaves the search box."""

    changed = Signal(object)
    findings_wanted = Signal(object)
    left = Signal()

    def __init__(self, kind: Kind, desk: Desk, t: Texts) -> None:
        super().__init__()
        self._kind, self._desk, self._t = kind, desk, t
        self._listing = Listing()
        self._views = SavedViews(kind, desk)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self._on_changed)
        self._build()

    def _build(self) -> None:
        t = self._t
        self.search = LineEdit()
        self.search.setPlaceholderText(t("搜索标题、单位、字号、备注"))
        self.search.setAccessibleName(t("搜索{kind}", kind=t(self._kind.label)))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(appearance.icon("search", self), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self._on_enter)
        self.filter_button = self._tool("funnel", t("筛选"), t("按月份、层级、单位筛选（Ctrl+Shift+F）"))
        self.filter_button.setCheckable(True)
        self.filter_button.toggled.connect(self._on_toggled)
        self.view_button = self._tool("eye", t("视图"), t("保存和选用视图"))
        self.view_menu = QMenu(self)
        self.view_menu.aboutToShow.connect(self._fill_views)
        self.view_button.setMenu(self.view_menu)
        self.counted = QLabel()
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.search, 1)
        for part in (self.filter_button, self.view_button, self.counted):
            top.addWidget(part)
        self.filters = self._make_filters()
        self.only = self._tool("x", "", t("显示全部记录"))
        self.only.clicked.connect(self._drop_numbers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.step(self))
        column.addLayout(top)
        column.addWidget(self.filters)
        column.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        self.filters.hide()
        self.only.hide()

    def _tool(self, icon: str, words: str, tip: str) -> QPushButton:
        button = appearance.button(icon, words, self)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip)
        button.setAutoDefault(False)
        return button

    def _make_filters(self) -> QWidget:
        t = self._t
        self.month = self._combo(t("月份"), [(t("全部月份"), "")])
        levels = [(t(words), level.value) for level, words in LEVEL_LABELS.items()]
        self.level = self._combo(t("层级"), [(t("全部层级"), ""), *levels])
        self.organ = LineEdit()
        self.organ.setPlaceholderText(t("单位"))
        self.organ.setAccessibleName(t("按单位筛选"))
        self.organ.setClearButtonEnabled(True)
        self.organ.textChanged.connect(self._pause.start)
        self._names = QStringListModel(self)
        # One for good: Qt may still be speaking to a completer that is replaced.
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.organ.setCompleter(completer)
        self.trash = self._tool("trash-2", t("已撤销"), t("只看已撤销的记录，可以恢复"))
        self.trash.setCheckable(True)
        self.trash.toggled.connect(self._on_changed)
        self.reset = self._tool("rotate-ccw", t("清除筛选"), t("显示全部记录"))
        self.reset.clicked.connect(self.clear)
        self.findings = self._tool("triangle-alert", t("有提示"), t("只看规则有提示的记录：所选月份，未选时为本月"))
        self.findings.clicked.connect(self._on_findings)
        filters = QWidget()
        grid = QGridLayout(filters)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, part in enumerate((self.month, self.level, self.organ)):
            grid.addWidget(part, 0, column)
        for column, button in enumerate((self.findings, self.trash, self.reset)):
            grid.addWidget(button, 1, column, Qt.AlignmentFlag.AlignLeft if column == 2 else Qt.AlignmentFlag(0))
        grid.setColumnStretch(2, 1)
        return filters

    def _combo(self, name: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, value in entries:
            combo.addItem(words, value)
        combo.activated.connect(self._on_changed)
        return combo

    # --- the list that is wanted

    @property
    def listing(self) -> Listing:
        month, level = self.month.currentData(), self.level.currentData()
        return replace(
            self._listing,
            text=self.search.text().strip(),
            month=Month.parse(month) if month else None,
            level=Level(level) if level else None,
            organ=self.organ.text().strip(),
            withdrawn=self.trash.isChecked(),
        )

    def show_listing(self, listing: Listing) -> None:
        """Fill the boxes from a list, telling nobody."""
        self._listing = listing
        if listing.month is not None and self.month.findData(str(listing.month)) < 0:
            self._fill_months()
            if self.month.findData(str(listing.month)) < 0:
                self.month.addItem(month_in_words(self._t, listing.month), str(listing.month))
        parts = (self.search, self.month, self.level, self.organ, self.trash)
        blocked = [QSignalBlocker(part) for part in parts]
        self.search.setText(listing.text)
        self.month.setCurrentIndex(max(0, self.month.findData(str(listing.month or ""))))
        self.level.setCurrentIndex(max(0, self.level.findData(listing.level.value if listing.level else "")))
        self.organ.setText(listing.organ)
        self.trash.setChecked(listing.withdrawn)
        del blocked
        narrowed = bool(listing.month or listing.level or listing.organ or listing.withdrawn)
        if narrowed and not self.filter_button.isChecked():
            self.filter_button.setChecked(True)
        self.only.setVisible(listing.numbers is not None)
        if listing.numbers is not None:
            words = self._t("只显示相关的{count}条，点这里显示全部", count=len(listing.numbers))
            self.only.setText(words)
            self.only.setAccessibleName(words)

    def clear(self) -> None:
        self.show_listing(Listing(sort=self._listing.sort, descending=self._listing.descending))
        self._on_changed()

    def _drop_numbers(self) -> None:
        self.show_listing(replace(self.listing, numbers=None))
        self._on_changed()

    def _on_changed(self) -> None:
        self._pause.stop()
        self._listing = self.listing
        self.changed.emit(self._listing)

    def _on_findings(self) -> None:
        self.findings_wanted.emit(self.listing.month)

    def _on_enter(self) -> None:
        """At once, without waiting for the pause of typing; then to the rows."""
        self._on_changed()
        self.left.emit()

    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self._fill_months()
            self._names.setStringList(list(self._desk.organs("")))
        self.filters.setVisible(shown)

    def open_filters(self) -> None:
        self.filter_button.setChecked(True)
        self.month.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_months(self) -> None:
        chosen = self.month.currentData()
        while self.month.count() > 1:
            self.month.removeItem(1)
        for month in self._desk.lists.months(self._kind.name):
            self.month.addItem(self._t("{year}年{month}月", year=month.year, month=month.number), str(month))
        self.month.setCurrentIndex(max(0, self.month.findData(chosen)))

    # --- saved views

    def _fill_views(self) -> None:
        t, menu = self._t, self.view_menu
        menu.clear()
        kept = self._views.all()
        for name, listing in kept.items():
            menu.addAction(name, partial(self.choose_view, listing))
        if not kept:
            empty = QAction(t("还没有保存的视图"), menu)
            empty.setEnabled(False)
            menu.addAction(empty)
        menu.addSeparator()
        menu.addAction(t("把现在的筛选和排序存为视图……"), self.save_view)
        if kept:
            removing = menu.addMenu(t("删除视图"))
            for name in kept:
                removing.addAction(name, partial(self._views.remove, name))

    def choose_view(self, listing: Listing) -> None:
        self.show_listing(listing)
        self.changed.emit(listing)

    def save_view(self) -> None:
        name = asking.line(self, self._t("保存视图"), self._t("视图名称："))
        if name:
            self._views.save(name, self.listing)

    def tell_count(self, count: int) -> None:
        self.counted.setText(self._t("共{count}条", count=f"{count:,}"))
