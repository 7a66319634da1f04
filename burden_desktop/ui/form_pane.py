"""The form beside the table: one record or a new one, with its past, and what was typed for others still waiting.

Nothing typed is ever asked about or lost: going to another record puts the typed text aside, coming back shows it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.draft import Draft
from ..domain.errors.entry import InvalidRecord
from ..domain.errors.family import BurdenError
from ..domain.errors.months import SealedMonth
from ..domain.kind import Kind
from ..domain.record import Record
from ..domain.texts import Texts
from . import appearance, asking
from .banner import Banner
from .desk import Desk
from .past_view import PastView
from .record_form import RecordForm
from .saved_mark import SavedMark
from .typed import Typed


class FormPane(QWidget):
    """`saved` a record; `left` by Esc; `read_saved` when it came from a notice, `returned` by Esc from a notice that
    nobody has touched; `typed_changed` whenever what is not saved changes."""

    saved = Signal(object)
    left = Signal()
    returned = Signal()
    read_saved = Signal()
    typed_changed = Signal()

    def __init__(self, kind: Kind, desk: Desk, t: Texts) -> None:
        super().__init__()
        self._kind, self._desk, self._t = kind, desk, t
        self.current: Record | None = None
        self._edited = False
        self._read = self._touched = self._told_typing = False
        self._uncertain: tuple[str, ...] = ()
        self._waiting: list[Typed] = []
        self._aside: dict[int, Typed] = {}
        self._build()
        self._show_new()

    def _build(self) -> None:
        t, space = self._t, appearance.step(self)
        self.heading = QLabel()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.waiting = appearance.button("hourglass", "", self)
        self.waiting.setFlat(True)
        self.waiting.clicked.connect(self.show_waiting)
        self.banner = Banner()
        self.form = RecordForm(self._kind, t, today=self._desk.today, suggest=self._desk.organs,
                               last_number=self._desk.lists.last_number, titles=partial(self._desk.searching.titles, self._kind.name))  # fmt: skip
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.save)
        self.form.left.connect(self._on_left)
        self.past = PastView(self._kind, t)
        self.new_button = self._button("plus", t("新建"), t("新建一条（Ctrl+N）"), self.new)
        self.discard_button = self._button("undo-2", t("放弃修改"), t("回到已保存的内容"), self.discard)
        self.save_button = self._button("save", t("保存"), t("保存（回车或 Ctrl+S）"), self.save)
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
        column.addWidget(self.banner)
        column.addWidget(self.form, 1)
        column.addWidget(self.past)
        column.addLayout(self.buttons)
        column.addWidget(self.mark)
        self.setMinimumWidth(appearance.em(self) * 15)

    def add_button(self, icon: str, text: str, tip: str, act: object) -> QPushButton:
        """One more button beside those of the form."""
        button = self._button(icon, text, tip, act)
        self.buttons.insertWidget(1, button)
        return button

    def _button(self, icon: str, text: str, tip: str, act: object) -> QPushButton:
        button = appearance.button(icon, text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
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
        return frozenset(self._aside) | shown

    def typed(self) -> list[Typed]:
        """All that is typed and not saved: the form's own first."""
        own = [self._own()] if self._edited else []
        return [*own, *self._waiting, *self._aside.values()]

    def bring_back(self, drafts: Sequence[Any]) -> None:
        """What an earlier run left, to be looked at and saved. What cannot be understood is passed over."""
        for draft in drafts:
            typed = _typed_of(draft)
            if typed is not None and typed.record_id is not None:
                self._aside[typed.record_id] = typed
            elif typed is not None:
                self._waiting.append(typed)
        self._tell_typed()
        if not self._edited:
            self.show_waiting()

    def _own(self) -> Typed:
        id, number = (self.current.id, self.current.number) if self.current else (None, "")
        return Typed(self.form.written(), id, number, self._uncertain, self._read, self._touched)

    def _put_aside(self) -> None:
        if not self._edited:
            return
        own = self._own()
        if own.record_id is None:
            self._waiting.insert(0, own)
        else:
            self._aside[own.record_id] = own
        self._edited = False

    def _tell_typed(self) -> None:
        others = len(self._waiting) + len([id for id in self._aside if not self.current or id != self.current.id])
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
        typed = self._aside.pop(record.id, None)
        self.form.show_values(typed.written if typed else record.values)
        self._edited, self._read, self._uncertain = typed is not None, False, ()
        self.banner.clear()
        if typed:
            self.banner.tell("info", self._t("这里是上次没有保存的修改。"))
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
        self.form.go_to(self._repeated_first())

    def _repeated_first(self) -> str:
        """What differs first between two records alike: the number of the paper, else its title."""
        names = [field.name for field in self._kind.list_fields if field.name != self._kind.dated_by]
        return next((name for name in ("doc_no", self._kind.titled_by) if name in names), names[0])

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Notices that were read, to be looked at and saved one after the other."""
        self._put_aside()
        blank = self.form.blank(self._desk.today())
        for draft in reversed(drafts):
            written = {name: "" if value is None else str(value) for name, value in {**blank, **draft.values}.items()}
            self._waiting.insert(0, Typed(written, uncertain=draft.uncertain, read=True))
        self._show_next()

    def show_waiting(self) -> None:
        """The next of what was typed and is not saved."""
        self._put_aside()
        if not self._waiting and self._aside:
            id, typed = next(iter(self._aside.items()))
            record = self._desk.lists.record(self._kind.name, id)
            if record is not None:
                self.show_record(record)
                return
            del self._aside[id]
            self._waiting.append(Typed(typed.written))
        self._show_next(last=True)

    def _show_next(self, *, last: bool = False) -> None:
        self._show_new()
        if self._waiting:
            self._show_typed(self._waiting.pop(-1 if last else 0))

    def _show_typed(self, typed: Typed) -> None:
        self.form.show_values(typed.written)
        self._edited, self._read, self._uncertain = True, typed.read, typed.uncertain
        self._touched = typed.touched
        if typed.read and not typed.touched:
            more = self._t("还有{count}份待核对。", count=len(self._waiting)) if self._waiting else ""
            self.banner.tell("info", self._t("已识别，请核对后按回车保存。{waiting}", waiting=more))
        self.form.focus_first()
        self.form.show_doubts(typed.uncertain)
        self._tell_typed()

    def _show_new(self) -> None:
        self.current, self._edited, self._read, self._uncertain = None, False, False, ()
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
            record, self.current = self.current, None
            if record is not None:
                self.show_record(record)
            else:
                self._show_new()

    def _on_left(self) -> None:
        if self._read and not self._touched and self.current is None:
            self._show_next()
            self.returned.emit()
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
        was_new, was_read = self.current is None, self._read
        self._edited = False
        if was_new:
            self._show_next()
        else:
            self.current = None
            self.show_record(record)
        self.mark.tell_saved(record.number, record.changed_at)
        if not self._edited:
            self.banner.tell("good", self._t("已保存{number}。", number=record.number))
        self.saved.emit(record)
        if was_read:
            self.read_saved.emit()
        if was_new:
            self.form.focus_first()
        else:
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


def _typed_of(draft: Any) -> Typed | None:
    try:
        return Typed.from_json(draft)
    except (KeyError, TypeError, ValueError):
        return None
