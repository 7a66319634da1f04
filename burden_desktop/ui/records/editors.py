"""One editor for each field type, all with the same two ends: show a value, give back what was written."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...domain.field import Field, FieldType
from ...domain.kind import Kind
from ...domain.reading.own_day import completed_beside
from ...domain.reading.typed import completed, day_of
from ...domain.reading.written import Value
from ...domain.texts import Texts
from ..composing import LineEdit, TextEdit
from ..look import appearance

Suggest = Callable[[str], tuple[str, ...]]
Today = Callable[[], date]
OwnDay = Callable[[], date | None]


class LineEditor(LineEdit):
    """One line: text or a count. Reading the writing is the domain's business."""

    edited = Signal()

    def __init__(self, field: Field, t: Texts, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(t(field.label))
        self.textEdited.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit()

    def show_value(self, value: Value) -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def written(self) -> str:
        return self.text()

    def event(self, event: QEvent) -> bool:
        """A text longer than the line is told whole in the tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            longer = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - appearance.em(self)
            self.setToolTip(self.text() if longer else "")
        return super().event(event)


class MomentEditor(LineEditor):
    """A day or an hour typed short (5, 3.5, 昨天, 230p) stands in full as soon as the field is left; Up and Down
    step a day."""

    def __init__(self, field: Field, t: Texts, today: Today, placeholder: str) -> None:
        super().__init__(field, t, placeholder)
        self._field, self._today = field, today
        self._beside: tuple[Kind, OwnDay] | None = None
        self.editingFinished.connect(self.complete)

    def stand_beside(self, kind: Kind, own_day: OwnDay) -> None:
        """A day without a year is from now on the one beside the record's own day, not beside today."""
        self._beside = (kind, own_day)

    def complete(self) -> None:
        full = self.written()
        if full != self.text():
            self.setText(full)

    def written(self) -> str:
        if self._beside is None:
            return completed(self.text(), self._field, self._today())
        kind, own_day = self._beside
        return completed_beside(self.text(), self._field, kind, own_day(), self._today())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step and self._field.type is FieldType.DATE:
            day = day_of(self.text(), self._today()) or self._today() - timedelta(days=step)
            self.setText((day + timedelta(days=step)).isoformat())
            self._tell()
            return
        super().keyPressEvent(event)


class DateEditor(QWidget):
    """A date typed freely, today by one button."""

    edited = Signal()

    def __init__(self, field: Field, t: Texts, today: Today) -> None:
        super().__init__()
        self.line = MomentEditor(field, t, today, t("5、3.5、昨天或 2026-03-05"))
        self.line.edited.connect(self.edited)
        self._today = today
        button = QToolButton()
        button.setText(t("今天"))
        button.setAccessibleName(t("{field}填今天", field=t(field.label)))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._fill_today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        self.setFocusProxy(self.line)

    def _fill_today(self) -> None:
        self.line.setText(self._today().isoformat())
        self.edited.emit()

    def show_value(self, value: Value) -> None:
        self.line.show_value(value)

    def written(self) -> str:
        return self.line.written()


class LongEditor(TextEdit):
    """Several lines; Tab moves on, as in every other field."""

    edited = Signal()

    def __init__(self, field: Field, t: Texts) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(t(field.label))
        self.setFixedHeight(appearance.em(self) * 4)
        self.textChanged.connect(self.edited)

    def show_value(self, value: Value) -> None:
        self.setPlainText("" if value is None else str(value))

    def written(self) -> str:
        return self.toPlainText()


class ChoiceEditor(QComboBox):
    """One of the declared choices, or nothing. The wheel scrolls the form, never a choice."""

    edited = Signal()

    def __init__(self, field: Field, t: Texts) -> None:
        super().__init__()
        self.setAccessibleName(t(field.label))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(t("（未填）"), "")
        for choice in field.choices:
            self.addItem(t(choice), choice)
        self.activated.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit()

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # type: ignore[attr-defined]

    def show_value(self, value: Value) -> None:
        self.setCurrentIndex(max(0, self.findData(value or "")))

    def written(self) -> str:
        return str(self.currentData() or "")


class FlagsEditor(QWidget):
    """Several of the declared choices, as ticks one below the other: labels of any length fit."""

    edited = Signal()

    def __init__(self, field: Field, t: Texts) -> None:
        super().__init__()
        self._boxes: list[tuple[str, QCheckBox]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for choice in field.choices:
            box = QCheckBox(t(choice))
            box.setAccessibleName(t("{field}：{choice}", field=t(field.label), choice=t(choice)))
            box.clicked.connect(self._tell)
            column.addWidget(box)
            self._boxes.append((choice, box))
        self.setFocusProxy(self._boxes[0][1])

    def _tell(self) -> None:
        self.edited.emit()

    def show_value(self, value: Value) -> None:
        ticked = str(value or "").split("、")
        for choice, box in self._boxes:
            box.setChecked(choice in ticked)

    def written(self) -> str:
        return "、".join(choice for choice, box in self._boxes if box.isChecked())


class OrganEditor(LineEditor):
    """Issuing bodies joined by 、; known names are offered while the last one is typed."""

    def __init__(self, field: Field, t: Texts, suggest: Suggest) -> None:
        super().__init__(field, t, t("多个单位用顿号分开，牵头单位在前"))
        self._suggest = suggest
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        # What is offered was chosen for what is typed already: sfb stands in no name.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        if "、" not in text:
            self._names.setStringList(list(self._suggest(text)))


Editor = LineEditor | DateEditor | LongEditor | ChoiceEditor | FlagsEditor | OrganEditor
Maker = Callable[[Field, Texts, Today, Suggest], Editor]

EDITORS: Final[dict[FieldType, Maker]] = {
    FieldType.TEXT: lambda field, t, today, suggest: LineEditor(field, t),
    FieldType.LONG_TEXT: lambda field, t, today, suggest: LongEditor(field, t),
    FieldType.DATE: lambda field, t, today, suggest: DateEditor(field, t, today),
    FieldType.TIME: lambda field, t, today, suggest: MomentEditor(field, t, today, t("14:30、1430 或 230p")),
    FieldType.COUNT: lambda field, t, today, suggest: LineEditor(field, t, t("整数")),
    FieldType.CHOICE: lambda field, t, today, suggest: ChoiceEditor(field, t),
    FieldType.FLAGS: lambda field, t, today, suggest: FlagsEditor(field, t),
    FieldType.ORGAN: lambda field, t, today, suggest: OrganEditor(field, t, suggest),
}
