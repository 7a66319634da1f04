"""While an input method composes (拼音 not yet turned into characters), keys belong to it alone.

Without this, an Enter or a shortcut that reaches the window during composition would save or jump away.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_ALONE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Composes(_Widget):
    """Stands before a Qt text widget among the parents of a class; `composing` while characters are being made."""

    composing = False
    _keys: QObject | None = None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        self._watch_keys()
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._watch_keys()
        super().focusInEvent(event)

    def _watch_keys(self) -> None:
        """From the first time that somebody can type here. A widget that looks at every event from its making has PySide6
        load every kind of event there is, to see which one it got: 8 ms of the start."""
        if self._keys is None:
            self._keys = _Keys(self)
            self.installEventFilter(self._keys)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.composing = False
        super().focusOutEvent(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key, or the question whether it is a shortcut, ends here and does nothing in the text."""
        if self.composing and _would_act(event):
            event.accept()
            return True
        if self._nothing_to_take_back(event):
            event.ignore()  # then the page takes back the last step instead
            return True
        return False

    def _nothing_to_take_back(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.can_undo()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.can_redo()

    def can_undo(self) -> bool:
        raise NotImplementedError

    def can_redo(self) -> bool:
        raise NotImplementedError


class _Keys(QObject):
    """Sees the keys of one text before the text does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        asked = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        return asked and isinstance(watched, Composes) and isinstance(event, QKeyEvent) and watched.takes(event)


def _would_act(event: QKeyEvent) -> bool:
    return event.key() in _ALONE or bool(event.modifiers() & _WITH) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


class LineEdit(Composes, QLineEdit):
    """A line in which Chinese may be composed."""

    def can_undo(self) -> bool:
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        return self.isRedoAvailable()


class TextEdit(Composes, QPlainTextEdit):
    """Several lines in which Chinese may be composed."""

    def can_undo(self) -> bool:
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        return self.document().isRedoAvailable()
