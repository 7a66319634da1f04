"""The form beside the table: one record or a new one, with its past, and what was typed for others still waiting.

Nothing typed is ever asked about or lost: going to another record puts the typed text aside, coming back shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain.errors.entry import InvalidRecord
from ...domain.errors.family import BurdenError
from ...domain.errors.months import SealedMonth
from ...domain.kind import Kind
from ...domain.record import Record
from ...domain.texts import Texts
from .. import asking
from ..desk import CLOSED, Desk
from ..entry.draft_strip import DraftStrip
from ..entry.read_words import read_words
from ..entry.typed import Typed
from ..entry.typed_aside import TypedAside
from ..look import appearance
from ..look.banner import Banner
from ..look.dates import month_in_words
from ..look.saved_mark import SavedMark
from ..look.shortcut import keys_inside
from .past_view import PastView
from .record_form import RecordForm

if TYPE_CHECKING:
    from ..entry.draft_queue import Waiting


class FormPane(QWidget):
    """`saved` a record; `left` by Esc; `typed_changed` whenever what is not saved changes. Of a notice that was read, with it:
    `read_saved` with the record's number, `returned` by Esc where nobody has touched it, `dropped`, `turned` to the next or
    the one before, `recast` to another kind; `notice_shown` its draft, None when the form holds none."""

    saved = Signal(object)
    left = Signal()
    returned = Signal(object)
    read_saved = Signal(object, str)
    dropped = Signal(object)
    turned = Signal(object, int)
    recast = Signal(object, str)
    notice_shown = Signal(object)
    typed_changed = Signal()

    def __init__(self, kind: Kind, desk: Desk, t: Texts) -> None:
        super().__init__()
        self._kind, self._desk, self._t = kind, desk, t
        self.current: Record | None = None
        self._edited = False
        self._notice: Waiting | None = None
        self._touched = self._told_typing = False
        self._uncertain: tuple[str, ...] = ()
        self._aside = TypedAside()
        self._build()
        self._show_new()

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.heading = appearance.subheading("")
        self.waiting = appearance.button("hourglass", "", self)
        self.waiting.setFlat(True)
        self.waiting.clicked.connect(self.show_waiting)
        self.banner = Banner()
        self.strip = DraftStrip(self._kind, t)
        self.strip.turned.connect(self._on_turned)
        self.strip.recast.connect(self._on_recast)
        self.form = RecordForm(self._kind, t, today=self._desk.today, suggest=self._desk.organs,
                               last_number=self._desk.lists.last_number, titles=partial(self._desk.searching.titles, self._kind.name))  # fmt: skip
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.save)
        self.form.left.connect(self._on_left)
        self.past = PastView(self._kind, t)
        self.new_button = appearance.acting("plus", t("新建"), self, self.new, t("新建一条（Ctrl+N）"))
        self.discard_button = appearance.acting("undo-2", t("放弃修改"), self, self.discard, t("回到已保存的内容"))
        self.save_button = appearance.acting("save", t("保存"), self, self.save, t("保存（回车或 Ctrl+S）"))
        self.mark = SavedMark(t, self._desk.path)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.waiting)
        self.buttons = QHBoxLayout()
        for button in (self.new_button, self.discard_button):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space, 0, 0, 0)
        column.setSpacing(space)
        column.addLayout(top)
        column.addWidget(self.strip)
        column.addWidget(self.banner)
        column.addWidget(self.form, 1)
        column.addWidget(self.past)
        column.addLayout(self.buttons)
        column.addWidget(self.mark)
        self.setMinimumWidth(appearance.em(self) * 15)
        for keys, act in (("Ctrl+K", self.strip.choose_kind), ("Alt+Left", self.strip.turn_back), ("Alt+Right", self.strip.turn_on)):
            keys_inside(self, keys, act)

    def add_button(self, icon: str, text: str, tip: str, act: object) -> QPushButton:
        """One more button beside those of the form."""
        button = appearance.acting(icon, text, self, act, tip)
        self.buttons.insertWidget(1, button)
        return button

    # --- what is not saved

    @property
    def edited(self) -> bool:
        """Whether something is written in the form that is not saved."""
        return self._edited

    @property
    def unsaved_ids(self) -> frozenset[int]:
        """Records that somebody began to change."""
        shown = {self.current.id} if self.current and self._edited else set()
        return frozenset(self._aside.changes) | shown

    def typed(self) -> list[Typed]:
        """All that is typed and not saved: the form's own first."""
        own = [self._own()] if self._edited else []
        return [*own, *self._aside]

    def bring_back(self, drafts: Sequence[Any]) -> None:
        """What an earlier run left, to be looked at and saved."""
        self._aside.bring_back(drafts)
        self._tell_typed()
        if not self._edited:
            self.show_waiting()

    def _own(self) -> Typed:
        id, number = (self.current.id, self.current.number) if self.current else (None, "")
        return Typed(self.form.written(), id, number, self._uncertain, self._notice, self._touched)

    def _put_aside(self) -> None:
        if self._edited:
            self._aside.put(self._own())
            self._edited = False

    def _tell_typed(self) -> None:
        others = self._aside.count(besides=self.current.id if self.current else None)
        self.waiting.setText(self._t("另有{count}份未保存", count=others))
        self.waiting.setToolTip(self._t("显示下一份未保存的内容（Ctrl+Shift+N）"))
        self.waiting.setVisible(others > 0)
        self.discard_button.setVisible(self._edited)
        if bool(self.typed()) != self._told_typing:
            self._told_typing = not self._told_typing
            (self.mark.tell_typing if self._told_typing else self.mark.tell_nothing)()
        self.typed_changed.emit()

    def _on_edited(self) -> None:
        self._edited = self._touched = True
        self._tell_typed()

    # --- what is shown

    def show_record(self, record: Record) -> None:
        """Show a record, or what was typed for it and is not saved yet."""
        if self.current is not None and record.id == self.current.id and self._edited:
            return
        self._put_aside()
        self.current = record
        typed = self._aside.changes.pop(record.id, None)
        self.form.show_values(typed.written if typed else record.values)
        self._edited, self._uncertain = typed is not None, ()
        self._show_notice(None)
        self.banner.clear()
        if typed:
            self.banner.tell("info", self._t("这里是上次没有保存的修改。"))
        elif self._kind.stock is None and self._desk.month_state(record.month) == CLOSED:
            told = self._t("{month}已封存，只能补填办理情况等后续内容。要改其他内容，请先在“本月”更正重报。", month=month_in_words(self._t, record.month))
            self.banner.tell("info", told)
        self._show_heading()

    def new(self) -> None:
        """A new record: the one that was begun, or an empty form."""
        if self.current is not None or not self._edited:
            self._put_aside()
            self._show_next()
        self.form.focus_first()

    def repeat(self, above: Record) -> None:
        """A new record with the fields of `above`, of today; what followed later (办理, 用时 …) stays behind."""
        self._put_aside()
        self._show_new()
        kept = {field.name: above.values[field.name] for field in self._kind.fields if not field.follow_up}
        typed = {name: "" if value is None else str(value) for name, value in kept.items()}
        if self._kind.field(self._kind.dated_by).required:
            typed[self._kind.dated_by] = self._desk.today().isoformat()
        self._show_typed(Typed(typed))
        self.banner.tell("info", self._t("照{number}填写，日期为今天。", number=above.number))
        self.form.go_to(self.form.first_to_differ())

    # --- notices that were read

    def hold(self, notices: Sequence[Waiting]) -> None:
        """They wait here until they are shown and saved."""
        self._aside.hold(Typed(self.form.as_written(one.draft.values), uncertain=one.draft.uncertain, notice=one) for one in notices)
        self._tell_typed()

    def show_notice(self, one: Waiting, number: int, of: int) -> None:
        """The notice that is held, as the `number`th of `of`."""
        if self._notice is not one:
            self._put_aside()
            typed = self._aside.take(one)
            self._show_new()
            self._show_typed(typed)
        self.strip.show_place(number, of)

    def take_away(self, one: Waiting) -> Mapping[str, str]:
        """Give the notice up; what stood in its fields."""
        if self._notice is one:
            written = self.form.written()
            self._edited = False
            self._show_new()
        else:
            written = dict(self._aside.take(one).written)
        self._tell_typed()
        return written

    def set_field(self, one: Waiting, name: str, text: str) -> None:
        """Write into a field of a notice that is held and not shown."""
        self._aside.set_field(one, name, text)

    def _show_notice(self, one: Waiting | None) -> None:
        self._notice = one
        if one is None:
            self.strip.hide()
        self.notice_shown.emit(one.draft if one else None)

    def _on_turned(self, step: int) -> None:
        self.turned.emit(self._notice, step)  # the strip is hidden where there is no notice

    def _on_recast(self, kind: str) -> None:
        self.recast.emit(self._notice, kind)

    def show_waiting(self) -> None:
        """The next of what was typed and is not saved."""
        self._put_aside()
        waiting, changes = self._aside.waiting, self._aside.changes
        if not waiting and changes:
            id, typed = next(iter(changes.items()))
            record = self._desk.lists.record(self._kind.name, id)
            if record is not None:
                self.show_record(record)
                return
            del changes[id]
            waiting.append(Typed(typed.written))
        self._show_next(last=True)

    def _show_next(self, *, last: bool = False) -> None:
        self._show_new()
        if self._aside.waiting:
            self._show_typed(self._aside.waiting.pop(-1 if last else 0))

    def _show_typed(self, typed: Typed) -> None:
        self.form.show_values(typed.written)
        self._edited, self._uncertain, self._touched = True, typed.uncertain, typed.touched
        if typed.notice is not None:
            self.banner.tell(*read_words(self._t, self._kind, typed))
        self.form.focus_first()
        self.form.show_doubts(typed.uncertain)
        self._show_notice(typed.notice)
        if typed.notice is not None:
            self.strip.show_place(1, 1)
        self._tell_typed()

    def _show_new(self) -> None:
        self.current, self._edited, self._uncertain = None, False, ()
        self._show_notice(None)
        self.form.show_values(self.form.blank(self._desk.today()))
        self.banner.clear()
        self._show_heading()

    def _show_heading(self) -> None:
        number = self.current.number if self.current else ""
        self.heading.setText(number or self._t("新建{kind}", kind=self._t(self._kind.label)))
        self.past.show_past(self._desk.steps.past(self._kind.name, number) if number else ())
        self._tell_typed()

    def discard(self) -> None:
        """Back to what is saved, after an explicit yes: here, and only here, typed text is given up."""
        if self._edited and asking.yes(
            self, self._t, self._t("正在填写的内容还没有保存，要放弃吗？"), action=self._t("放弃")
        ):
            self._edited = False
            notice, (record, self.current) = self._notice, (self.current, None)
            if record is not None:
                self.show_record(record)
            else:
                self._show_new()
            if notice is not None:
                self.dropped.emit(notice)

    def _on_left(self) -> None:
        if self._notice is not None and not self._touched:
            self.returned.emit(self._notice)
        else:
            self.left.emit()

    # --- saving

    def save(self) -> None:
        try:
            record = self._store(late=False)
        except InvalidRecord as refused:
            self.form.show_problems(refused.problems)
            self.banner.tell("error", self._t("还不能保存，请改正标出的{count}处。", count=len(refused.problems)))
            return
        except SealedMonth as refused:
            if self.current is not None or not asking.yes(
                self, self._t, self._t("{month}已不能登记。要补登吗？补登的记在已封存月份之后的第一个月，日期仍按实际填写，月报单独列出，不计入各月数字。", month=refused.sentence.values["month"]), action=self._t("补登")
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
        written: Mapping[str, object] = self.form.written()
        if self.current is None:
            return self._desk.add(self._kind.name, written, late=late)
        return self._desk.change(self._kind.name, self.current.id, written)

    def _store_late(self) -> Record | None:
        try:
            return self._store(late=True)
        except BurdenError as refused:
            self.banner.tell("error", self._t.of(refused.sentence))
            return None

    def _after_save(self, record: Record) -> None:
        was_new, notice = self.current is None, self._notice
        self._edited = False
        if notice is not None:
            self._show_new()
        elif was_new:
            self._show_next()
        else:
            self.current = None
            self.show_record(record)
        self.mark.tell_saved(record.number, record.changed_at, record.id)
        if not self._edited:
            self.banner.tell(*self.form.told_of(record))
        self.saved.emit(record)
        if was_new:
            self.form.focus_first()
        if notice is not None:
            self.read_saved.emit(notice, record.number)
        elif not was_new:
            self.left.emit()

    def refresh(self, record: Record | None) -> None:
        """The record that is shown was changed elsewhere, or is gone (None): show it as it is now, unless somebody
        is writing."""
        if self._edited or self.current is None:
            return
        if record is None:
            self._show_new()
        elif record != self.current:
            self.current = None
            self.show_record(record)

    # --- the mark

    def tell_draft_kept(self, at: datetime) -> None:
        if self.typed():
            self.mark.tell_draft(at)

    def tell_draft_refused(self, sentence: str) -> None:
        if self.typed():
            self.mark.tell_not_kept(sentence)
