"""The title of a record: while it is typed, the line of its name tells which title ↓ would take over; ↓ again takes the next, ↑ goes back.

No list opens over the form: Enter goes on saving the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from ...domain.field import Field
from ...domain.texts import Texts
from .editors import LineEditor

if TYPE_CHECKING:
    from collections.abc import Callable


class TitleEditor(LineEditor):
    """`offers` gives titles for what is typed. `told` tells the next, to be laid out by the form."""

    def __init__(self, field: Field, t: Texts, offers: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(field, t)
        self._t, self._offers = t, offers
        self._titles: tuple[str, ...] = ()  # what was typed, then what is offered for it
        self._at = 0
        self.told = QLabel(" ")
        self.told.setAccessibleName(t("可以选用的标题"))
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumWidth(1)
        self.told.setForegroundRole(self.told.palette().ColorRole.PlaceholderText)
        self.textEdited.connect(self._look)

    def show_value(self, value: object) -> None:
        super().show_value(value)  # type: ignore[arg-type]
        self._titles, self._at = (), 0
        self._tell_next()

    def _look(self, typed: str) -> None:
        self._titles, self._at = (typed, *self._offers(typed)), 0
        self._tell_next()

    def _tell_next(self) -> None:
        behind = self._titles[self._at + 1 :]
        words = self._t("↓ {title}", title=behind[0]) if behind else " "
        self.told.setText(self.told.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, max(1, self.told.width())))
        self.told.setToolTip(words.strip())
        self.setAccessibleDescription(words.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and not self.composing and 0 <= self._at + step < len(self._titles):
            self._at += step
            self.setText(self._titles[self._at])
            self._tell()
            self._tell_next()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._tell_next()
