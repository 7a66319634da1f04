"""The form of a kind, built from its declaration; what must be mended stands beside its field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ...domain.field import Field, FieldType
from ...domain.kind import Kind, Problem
from ...domain.reading.own_day import doubtful_days, own_day
from ...domain.reading.typed import in_series
from ...domain.reading.written import Unreadable, Value, read_value
from ...domain.record import Record
from ...domain.texts import Texts
from ..look import appearance
from ..look.banner import Banner
from .editors import EDITORS, DateEditor, Editor, LineEditor, LongEditor, Suggest
from .title_editor import TitleEditor

LastNumber = Callable[[str], str | None]
Titles = Callable[[str, str], tuple[str, ...]]
"""Titles to offer for what is typed of a body's paper."""


class RecordForm(QScrollArea):
    """Editors in declared order. `submitted` when Enter is pressed in a one-line field, or with Ctrl in any;
    `left` when Esc is pressed. Loading emits nothing."""

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(
        self, kind: Kind, t: Texts, *, today: Callable[[], date], suggest: Suggest, last_number: LastNumber, titles: Titles,
    ) -> None:  # fmt: skip
        super().__init__()
        self._titles = titles
        self._kind, self._t = kind, t
        self._today, self._last_number = today, last_number
        self._loading = False
        self._doubted: set[str] = set()
        self.editors: dict[str, Editor] = {}
        self.notes: dict[str, Banner] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        space = appearance.step(self)
        column.setContentsMargins(space, space, space * 2, space)
        column.setSpacing(space // 2)
        for field in kind.fields:
            title = t("{field}（必填）", field=t(field.label)) if field.required else t(field.label)
            name, note = QLabel(title), Banner()
            titled = field.name == kind.titled_by and field.type is FieldType.TEXT
            editor = TitleEditor(field, t, self._offer_titles) if titled else EDITORS[field.type](field, t, today, suggest)
            editor.setObjectName(field.name)
            name.setBuddy(editor)
            editor.edited.connect(self._tell_edited)
            if isinstance(editor, TitleEditor):
                column.addLayout(self._beside(name, editor.told))
            else:
                column.addWidget(name)
            column.addWidget(editor)
            column.addWidget(note)
            column.addSpacing(space)
            self.editors[field.name], self.notes[field.name] = editor, note
            if field.type in (FieldType.DATE, FieldType.TIME, FieldType.COUNT):
                line = editor.line if isinstance(editor, DateEditor) else editor
                if isinstance(editor, DateEditor) and field.name != kind.dated_by:
                    editor.line.stand_beside(kind, self._own_day)
                line.editingFinished.connect(partial(self._look_at, field))  # type: ignore[union-attr]
        number = self.editors.get("doc_no")
        if isinstance(number, LineEditor):
            number.setPlaceholderText(t("只键入序号，照该单位上次的字号补全"))
            number.editingFinished.connect(self._complete_number)
        column.addStretch(1)
        self.setWidget(inside)
        self.setMinimumHeight(round(appearance.em(self) * 6.5))
        self.setMinimumWidth(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())

    def _beside(self, name: QLabel, told: QLabel) -> QHBoxLayout:
        """What may be taken over stands in the line of the title's name: nothing moves when it comes."""
        row = QHBoxLayout()
        row.setSpacing(appearance.step(self))
        row.addWidget(name)
        row.addWidget(told, 1)
        return row

    def _tell_edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _look_at(self, field: Field) -> None:
        """A field that is left tells at once that nobody can read it; one that is mended tells it no longer."""
        note = self.notes[field.name]
        try:
            read = read_value(self.editors[field.name].written(), field)
        except Unreadable as unread:
            note.tell("error", self._t.of(unread.sentence))
        else:
            if note.state == "error" and read is not None:
                note.clear()
            if field.type is FieldType.DATE:
                self._doubt_days()

    def told_of(self, record: Record) -> tuple[str, str]:
        """What is told when a record was saved, as state and words: that it is, and which of its days look wrong."""
        doubts = [self._t.of(doubt.sentence) for doubt in doubtful_days(self._kind, record.values)]
        return "warning" if doubts else "good", "\n".join((self._t("已保存{number}。", number=record.number), *doubts))

    def _doubt_days(self) -> None:
        """A day that follows the record's own and lies before it, or far after, is told as soon as a day is left."""
        told = {problem.field: self._t.of(problem.sentence) for problem in doubtful_days(self._kind, self.written())}
        for name in self._doubted | told.keys():
            note = self.notes[name]
            if name in told and note.state != "error":
                note.tell("warning", told[name])
            elif note.state == "warning":
                note.clear()
        self._doubted = set(told)

    def _own_day(self) -> date | None:
        """The day that dates the record, as it stands in the form."""
        return own_day(self._kind, {self._kind.dated_by: self.editors[self._kind.dated_by].written()}, self._today())

    def _offer_titles(self, typed: str) -> tuple[str, ...]:
        return self._titles(typed, self.editors["organ"].written().strip())

    def _complete_number(self) -> None:
        """A bare number goes on in the series of the body's last paper, at once and in sight."""
        number, organ = self.editors["doc_no"], self.editors["organ"].written().strip()
        if isinstance(number, LineEditor) and number.text().strip().isdigit() and organ:
            number.setText(in_series(number.text(), self._last_number(organ) or "", self._today()))

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Load without telling anybody; a field that is not in `values` is emptied."""
        self._loading = True
        for name, editor in self.editors.items():
            editor.show_value(values.get(name))
        self._loading = False
        self.clear_notes()
        self.verticalScrollBar().setValue(0)

    def blank(self, dated: date) -> dict[str, Value]:
        """A new record: declared defaults, the date that decides the month set to `dated`."""
        values: dict[str, Value] = {field.name: field.default for field in self._kind.fields}
        if self._kind.field(self._kind.dated_by).required:
            values[self._kind.dated_by] = dated.isoformat()
        return values

    def as_written(self, values: Mapping[str, Value]) -> dict[str, str]:
        """What a new record with those values shows in the fields."""
        return {name: "" if value is None else str(value) for name, value in {**self.blank(self._today()), **values}.items()}

    def written(self) -> dict[str, str]:
        """What stands in the fields, as it was written; a short day or hour in full."""
        return {name: editor.written() for name, editor in self.editors.items()}

    def clear_notes(self) -> None:
        self._doubted.clear()
        for note in self.notes.values():
            note.clear()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each sentence beside its field and go to the first."""
        self.clear_notes()
        first = ""
        for problem in problems:
            self.notes[problem.field].tell("error", self._t.of(problem.sentence))
            first = first or problem.field
        self.go_to(first)

    def show_doubts(self, names: Iterable[str]) -> None:
        """Mark the fields that were read with doubt, or must be written and were not read; go to the first."""
        first, written = "", self.written()
        for name in names:
            if name in self.notes:
                doubt = self._t("识别不确定，请核对。") if written[name].strip() else self._t("没有读出，请填写。")
                self.notes[name].tell("warning", doubt)
                first = first or name
        self.go_to(first)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field and select what stands there; an empty name changes nothing."""
        if not name:
            return
        editor = self.editors[name]
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        line = editor.focusProxy() or editor
        if isinstance(line, QLineEdit):
            line.selectAll()
        self.ensureWidgetVisible(editor)

    def focus_first(self) -> None:
        self.go_to(self.first_to_write())

    def first_to_write(self) -> str:
        """Where writing begins: the first field that must be written and is still empty, else the first."""
        written = self.written()
        empty = (field.name for field in self._kind.fields if field.required and not written[field.name])
        return next(empty, self._kind.fields[0].name)

    def first_to_differ(self) -> str:
        """What differs first between two records alike: the number of the paper, else its title."""
        names = [field.name for field in self._kind.list_fields if field.name != self._kind.dated_by]
        return next((name for name in ("doc_no", self._kind.titled_by) if name in names), names[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (with_control or not isinstance(self.focusWidget(), LongEditor)):
            self.submitted.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 - Qt's names
        """Tab moves on; the field that it reaches is scrolled into sight."""
        moved = super().focusNextPrevChild(next)
        if (now := self.focusWidget()) is not None:
            self.ensureWidgetVisible(now)
        return moved
