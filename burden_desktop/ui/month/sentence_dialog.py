"""A sentence asked for in a dialog: several lines, Tab goes on to the buttons, Ctrl+Enter agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ..composing import TextEdit
from ..look import appearance

if TYPE_CHECKING:
    from collections.abc import Callable


class SentenceDialog(QDialog):
    """`typed` is told of each change, so that what is written can be kept before it is agreed to."""

    def __init__(self, parent: QWidget, title: str, question: str, begin: str = "", typed: Callable[[str], None] | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(appearance.em(self) * 24)
        told = QLabel(question)
        told.setWordWrap(True)
        self.text = TextEdit()
        self.text.setPlainText(begin)
        self.text.setAccessibleName(question)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(appearance.em(self) * 5)
        if typed is not None:
            self.text.textChanged.connect(lambda: typed(self.text.toPlainText()))
        told.setBuddy(self.text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.step(self) * 2)
        for part in (told, self.text, buttons):
            column.addWidget(part)
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def answer(self) -> str | None:
        return self.text.toPlainText().strip() if self.exec() else None
