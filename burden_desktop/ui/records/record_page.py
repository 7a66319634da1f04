"""The page of one kind: its list, and the form beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ...domain.bodies.organ import Level
from ...domain.errors.family import BurdenError
from ...domain.kind import Kind
from ...domain.listing import Listing
from ...domain.months.month import Month
from ...domain.months.summary import MonthSummary
from ...domain.record import Record
from ..entry.notice_source import NoticeSource
from ..look import appearance
from ..look.shortcut import keys_here, keys_inside
from ..look.two_sides import TwoSides
from ..month.gathering import Gathering
from ..page import Page, Workplace
from ..place import Place
from ..step_back import StepBack, named
from .filter_bar import FilterBar
from .form_pane import FormPane
from .record_model import RecordModel
from .record_table import RecordTable
from .sealed_months import SealedMonths
from .several_panel import MOST_AT_ONCE, SeveralPanel

NARROW_EMS = 34


def make(workplace: Workplace, name: str) -> Page:
    """The page of the kind of that name."""
    return RecordPage(next(kind for kind in workplace.kinds if kind.name == name), workplace)


class RecordPage(Page):
    """Ctrl+N new, Ctrl+D repeats the record above, Enter or Ctrl+S saves, Esc goes to the list, Enter there to the
    form, F2 writes in the cell, Delete withdraws, Ctrl+Z and Ctrl+Y take steps back and do them again, Ctrl+F
    searches, Ctrl+Shift+F filters, Ctrl+Shift+N shows what is not saved yet."""

    def __init__(self, kind: Kind, workplace: Workplace) -> None:
        super().__init__()
        self._kind, self._desk, self._t = kind, workplace.desk, workplace.t
        self._changes, self._keeper, self._jobs = workplace.changes, workplace.keeper, workplace.jobs
        self._loaded = self._stale = self._reloading = False
        self._last: Record | None = None
        self._gathering = Gathering(self._desk, self._jobs, self, self._take_month)
        self.model = RecordModel(kind, self._t, self._desk.lists, self, marks=self._desk.searching.marks, sealed=SealedMonths(kind, self._desk))
        self.back = StepBack(self._desk, self._t, self._changes, tuple(kind.name for kind in workplace.kinds), self._tell)
        self._build()
        self._connect()
        self._keeper.watch(f"form.{kind.name}", self._typed_json, self.pane.bring_back)

    # --- building

    def _build(self) -> None:
        space = appearance.step(self)
        self.filters = FilterBar(self._kind, self._desk, self._t)
        self.search = self.filters.search
        self.table = RecordTable(self._kind, self._desk, self._t, self.model)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pane = FormPane(self._kind, self._desk, self._t)
        self.form, self.banner = self.pane.form, self.pane.banner
        self.withdraw_button = self.pane.add_button("trash-2", self._t("撤销记录"), self._t("撤销这条记录（Delete），编号不再使用"), self.withdraw)
        self.withdraw_button.hide()
        self.several = SeveralPanel(self._kind, self._desk, self._t)
        self.right = QStackedWidget()
        self.right.addWidget(self.pane)
        self.right.addWidget(self.several)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, space, 0)
        column.setSpacing(space)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.source = NoticeSource(self.pane, self._t)
        self.sides = TwoSides(left, self.right, self.source, self._t)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.sides)

    def _connect(self) -> None:
        for signal, act in (
            (self.filters.changed, self._show_listing), (self.filters.left, self._to_table),
            (self.filters.findings_wanted, self._look_for_findings),
            (self.table.sorted_anew, self._show_listing), (self.table.chosen, self._on_chosen),
            (self.table.opened, self._to_form), (self.table.menu_asked, self._fill_menu),
            (self.table.cells.written, self._on_cell), (self.pane.saved, self._on_saved), (self.pane.left, self._to_table),
            (self.pane.typed_changed, self._on_typed), (self.several.set_asked, self._set_field),
            (self.several.withdraw_asked, self.withdraw), (self.several.reinstate_asked, self.reinstate),
            (self._changes.happened, self._on_change), (self._keeper.kept, self._on_kept), (self._keeper.refused, self._on_refused),
        ):  # fmt: skip
            signal.connect(act)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.pane.save), ("Ctrl+N", self.new), ("Ctrl+D", self.repeat), ("Ctrl+F", self._to_search),
            ("Ctrl+Shift+F", self._to_filters), ("Ctrl+Shift+N", self._to_waiting),
        )  # fmt: skip
        for sequence, shortcut in keys:
            keys_inside(self, sequence, shortcut)
        self.back.bind(self)
        keys_here(self.table, "Delete", self.withdraw)
        keys_here(self.search, "Esc", self._to_table)

    # --- what the window asks

    def fit(self, width: int) -> None:
        """Where letters are large the list and the form are shown one at a time."""
        self.sides.fit(narrow=width < appearance.em(self) * NARROW_EMS)

    def open(self) -> None:
        """Called each time the page is shown: rows are read the first time and when they changed meanwhile."""
        if not self._loaded:
            self._loaded = True
            self.table.columns.lay_out()
            self._show_listing(Listing())
            self.form.focus_first()
        elif self._stale:
            self.reload()

    def show_place(self, place: Place) -> None:
        self.sides.bring_list()
        if place.record is not None:
            self._show_among_all(place.record)
            return
        level = Level(place.level) if place.level in {level.value for level in Level} else None
        numbers = frozenset(place.numbers) if place.numbers else None
        listing = Listing(month=place.month, level=level, organ=place.organ, numbers=numbers)
        self.filters.show_listing(listing)
        self._show_listing(listing)
        if self.model.rowCount():
            self.table.go_to(0)

    def _show_among_all(self, id: int) -> None:
        record = self._desk.lists.record(self._kind.name, id)
        self._show_listing(Listing(sort=self.model.listing.sort, descending=self.model.listing.descending))
        row = self.model.row_of(record) if record else None
        if row is not None:
            self.table.go_to(row)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def form_pane(self) -> FormPane:
        return self.pane

    def show_form(self) -> None:
        self.sides.bring_form()
        self.right.setCurrentWidget(self.pane)
        self.table.clearSelection()

    def leave_form(self) -> None:
        self._to_table()

    @property
    def edited(self) -> bool:
        return bool(self.pane.typed())

    def keep(self) -> object:
        self.table.columns.settle()
        return self._typed_json(), self.model.listing

    def bring_back(self, kept: object) -> None:
        typed: list[dict[str, Any]]
        listing: Listing
        typed, listing = kept  # type: ignore[misc]
        self.filters.show_listing(listing)
        self._show_listing(listing)
        self.pane.bring_back(typed)

    def _typed_json(self) -> list[dict[str, Any]]:
        return [typed.as_json() for typed in self.pane.typed()]

    # --- the list

    def _show_listing(self, listing: Listing) -> None:
        self.filters.show_listing(listing)
        self.model.listing = listing
        self.table.show_order(listing)
        self.reload()

    def _look_for_findings(self, month: Month | None) -> None:
        """Records of a month that a rule has something to say about: a job tells which."""
        self._findings_of = month or Month.of(self._desk.today())
        self._gathering.begin(self._findings_of)

    def _take_month(self, inputs: Any) -> None:
        done = partial(self._show_findings, self._findings_of)
        self._jobs.start(partial(self._desk.summarise, inputs), done, self._on_no_findings)

    def _show_findings(self, month: Month, summary: MonthSummary) -> None:
        own = {record for finding in summary.findings for record in finding.records if record.startswith(self._kind.mark)}
        self._show_listing(replace(self.model.listing, month=month, numbers=frozenset(own)))

    def _on_no_findings(self, error: BaseException) -> None:
        if not isinstance(error, BurdenError):
            raise error
        self._tell("error", self._t.of(error.sentence))

    def reload(self) -> None:
        """Read the list anew; the record that is shown stays chosen where the list still has it."""
        self._stale = False
        self._reloading = True
        shown = self.pane.current
        self.model.reload()
        if shown is not None:
            row = self.model.row_of(shown)
            now = self.model.record(row) if row is not None and row < self.model.rowCount() else None
            if row is not None and now is not None and now.id == shown.id:
                self.table.go_to(row)
            self.pane.refresh(now or self._desk.lists.record(self._kind.name, shown.id))
        told = self.pane.mark.saved_id
        if told is not None and self._desk.lists.record(self._kind.name, told) is None:
            self.pane.mark.tell_nothing()  # it was taken back
        self._reloading = False
        self._on_chosen()
        self._tell_count()

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        self.filters.tell_count(count)
        if self.model.listing.filtered:
            self.empty.setText(self._t("没有找到。换一个词，或清空搜索框和筛选。"))
        else:
            self.empty.setText(self._t("还没有{kind}记录。把通知粘贴到上方，或按“新建”直接填写。", kind=self._t(self._kind.label)))
        self.table.setVisible(count > 0)
        self.empty.setVisible(count == 0)

    def _on_change(self, names: frozenset[str]) -> None:
        if self._loaded and names & {self._kind.name, "month"}:
            self._stale = not self.isVisible()
            if not self._stale:
                self.reload()

    def _on_chosen(self) -> None:
        if self._reloading:
            return
        count, withdrawn = self.table.chosen_count(), self.model.listing.withdrawn
        several = count > 1 or (withdrawn and count == 1)
        if several:
            self.several.tell_chosen(count, withdrawn=withdrawn)
        elif count == 1 and (record := self.table.current_record()) is not None:
            self.pane.show_record(record)
        self.right.setCurrentWidget(self.several if several else self.pane)

    def _fill_menu(self, menu: QMenu) -> None:
        t = self._t
        if self.model.listing.withdrawn:
            menu.addAction(t("恢复记录"), self.reinstate)
            return
        menu.addAction(t("照这条新建（Ctrl+D）"), self.repeat)
        menu.addAction(t("撤销记录"), self.withdraw)
        if not self._kind.stock:
            menu.addAction(t("查找同件……"), self.show_kin)
        menu.addSeparator()
        menu.addAction(t("撤回上一步（Ctrl+Z）"), self.back.undo)
        menu.addAction(t("重做（Ctrl+Y）"), self.back.redo)

    def show_kin(self) -> None:
        """What the record may be one thing with."""
        from .kin_dialog import KinDialog  # seldom asked for: a start goes without it

        record = self.table.current_record()
        if record is not None:
            dialog = KinDialog(self, self._desk, self._t, record)
            dialog.finished.connect(lambda: self._changes.tell(self._kind.name) if dialog.changed else None)
            dialog.open()

    # --- moving about

    def _to_table(self) -> None:
        self.sides.bring_list()
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.go_to(0)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._to_search()

    def _to_form(self) -> None:
        self.sides.bring_form()
        if self.right.currentWidget() is self.pane:
            self.form.focus_first()
        else:
            self.several.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_search(self) -> None:
        self.sides.bring_list()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _to_filters(self) -> None:
        self.sides.bring_list()
        self.filters.open_filters()

    def _to_waiting(self) -> None:
        self.sides.bring_form()
        self.pane.show_waiting()

    # --- writing

    def new(self) -> None:
        self.sides.bring_form()
        self.right.setCurrentWidget(self.pane)
        self.table.clearSelection()
        self.pane.new()

    def repeat(self) -> None:
        """A new record like the one that is shown, else the one saved last, else the first of the list."""
        first = self.model.record(0) if self.model.rowCount() else None
        above = self.pane.current or self._last or first
        if above is not None:
            self.sides.bring_form()
            self.right.setCurrentWidget(self.pane)
            self.table.clearSelection()
            self.pane.repeat(above)

    def save(self) -> None:
        self.pane.save()

    def show_record(self, record: Record) -> None:
        self.right.setCurrentWidget(self.pane)
        self.pane.show_record(record)

    def _on_saved(self, record: Record) -> None:
        self._last = record
        self._changes.tell(self._kind.name)
        self._keeper.touch()

    def _on_cell(self, record: Record, field: str, text: str) -> None:
        """A cell was written: kept at once, or opened again with what was refused."""
        try:
            changed = self._desk.change(self._kind.name, record.id, {field: text})
        except BurdenError as refused:
            self._tell("error", self._t.of(refused.sentence))
            row = self.model.row_of(record)
            if row is not None:
                index = self.model.index(row, self.model.column_of(field))
                # Once Qt has put the refused editor away.
                QTimer.singleShot(0, self.table, partial(self.table.write_again, index, text))
            return
        self._settled(*self.pane.form.told_of(changed))

    def _set_field(self, field: str, text: str) -> None:
        ids = self.table.chosen_ids(MOST_AT_ONCE)
        self._do(lambda: self._desk.steps.set_field(self._kind.name, ids, field, text), self._t("已修改{count}条。", count=len(ids)))

    def withdraw(self) -> None:
        """Withdraw what is chosen, or the record that is shown; Ctrl+Z brings it back, so nobody is asked."""
        records = self.table.chosen_records(MOST_AT_ONCE) or [record for record in (self.pane.current,) if record]
        if not records or self.model.listing.withdrawn or self.table.chosen_count() > MOST_AT_ONCE:
            return
        told = self._t("已撤销{numbers}，按 Ctrl+Z 可以撤回。", numbers=named(self._t, [record.number for record in records]))
        ids = [record.id for record in records]
        self._do(lambda: self._desk.steps.withdraw(self._kind.name, ids), told)

    def reinstate(self) -> None:
        """Bring back what is chosen in the trash."""
        records = self.table.chosen_records(MOST_AT_ONCE)
        told = self._t("已恢复{numbers}。", numbers=named(self._t, [record.number for record in records]))
        ids = [record.id for record in records]
        if self.model.listing.withdrawn and ids:
            self._do(lambda: self._desk.steps.reinstate(self._kind.name, ids), told)

    def _do(self, act: Callable[[], object], told: str) -> None:
        try:
            act()
        except BurdenError as refused:
            self._tell("error", self._t.of(refused.sentence))
            return
        self._settled("good", told)

    def _settled(self, state: str, told: str) -> None:
        self._changes.tell(self._kind.name)
        self._tell(state, told)

    def _tell(self, state: str, sentence: str) -> None:
        for banner in (self.banner, self.several.banner):
            banner.tell(state, sentence)

    # --- what is not saved

    def _on_typed(self) -> None:
        self.model.mark_unsaved(self.pane.unsaved_ids, appearance.icon("pencil", self))
        self.withdraw_button.setVisible(self.pane.current is not None)
        self._keeper.touch()

    def _on_kept(self) -> None:
        self.pane.tell_draft_kept(datetime.now().astimezone())

    def _on_refused(self, sentence: Any) -> None:
        self.pane.tell_draft_refused(self._t.of(sentence))

