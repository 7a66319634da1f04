"""The form of a kind, built from its declaration; what must be mended stands beside its field."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ..domain.kind import Kind, Problem
from ..domain.texts import Texts
from ..domain.written import Value
from . import appearance
from .banner import Banner
from .editors import EDITORS, Editor, LongEditor, Suggest


class RecordForm(QScrollArea):
    """Editors in declared order. `submitted` when Enter is pressed in a one-line field; loading emits nothing."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, kind: Kind, t: Texts, *, today: date, suggest: Suggest) -> None:
        super().__init__()
        self._kind, self._t = kind, t
        self._loading = False
        self.editors: dict[str, Editor] = {}
        self.notes: dict[str, Banner] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        space = appearance.step(self)
        column.setContentsMargins(space, space, space * 2, space)
        column.setSpacing(space // 2)
        for field in kind.fields:
            title = t("{field}（必填）", field=t(field.label)) if field.required else t(field.label)
            name, note = QLabel(title), Banner()
            editor = EDITORS[field.type](field, t, today, suggest)
            editor.setObjectName(field.name)
            name.setBuddy(editor)
            editor.edited.connect(self._tell_edited)
            for part in (name, editor, note):
                column.addWidget(part)
            column.addSpacing(space)
            self.editors[field.name], self.notes[field.name] = editor, note
        column.addStretch(1)
        self.setWidget(inside)
        self.setMinimumWidth(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())

    def _tell_edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Load without telling anybody; a field that is not in `values` is emptied."""
        self._loading = True
        for name, editor in self.editors.items():
            editor.show_value(values.get(name))
        self._loading = False
        self.clear_notes()

    def show_blank(self, dated: date) -> None:
        """A new record: declared defaults, the date that decides the month set to `dated`."""
        values: dict[str, Value] = {field.name: field.default for field in self._kind.fields}
        values[self._kind.dated_by] = dated.isoformat()
        self.show_values(values)

    def written(self) -> dict[str, object]:
        """What stands in the fields, as it was written."""
        return {name: editor.written() for name, editor in self.editors.items()}

    def clear_notes(self) -> None:
        for note in self.notes.values():
            note.clear()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each sentence beside its field and go to the first."""
        self.clear_notes()
        first: Editor | None = None
        for problem in problems:
            self.notes[problem.field].tell("error", self._t.of(problem.sentence))
            first = first or self.editors[problem.field]
        self._go_to(first)

    def show_doubts(self, names: Iterable[str]) -> None:
        """Mark the fields that were read with doubt and go to the first."""
        first: Editor | None = None
        for name in names:
            if name in self.notes:
                self.notes[name].tell("warning", self._t("识别不确定，请核对。"))
                first = first or self.editors[name]
        self._go_to(first)

    def _go_to(self, editor: Editor | None) -> None:
        if editor is not None:
            editor.setFocus()
            self.ensureWidgetVisible(editor)

    def focus_first(self) -> None:
        self._go_to(next(iter(self.editors.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), LongEditor):
            self.submitted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
