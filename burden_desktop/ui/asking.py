"""Questions to the user, each one call that returns an answer or None; tests replace these calls.

The dialogs are loaded when one is asked: a start goes without them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ..domain.texts import Texts


class _Usual:
    """Where files are looked for: the user's documents, then the folder that was chosen last; and what was being written when a
    question was shut, for when it is asked again: Esc loses no text."""

    def __init__(self) -> None:
        self._place: Path | None = None
        self.left_unsaid: dict[str, str] = {}

    @property
    def place(self) -> Path:
        if self._place is None:
            from PySide6.QtCore import QStandardPaths

            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self._place = Path(documents) if Path(documents).is_dir() else Path.home()
        return self._place

    def went_to(self, name: str) -> Path | None:
        if not name:
            return None
        self._place = Path(name).parent
        return Path(name)


_usual = _Usual()


def yes(parent: QWidget, t: Texts, question: str, *, action: str) -> bool:
    """Whether the user agrees; the button says what will be done."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, t("请确认"), question, parent=parent)
    agree = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(t("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is agree


def one_of(parent: QWidget | None, t: Texts, question: str, *, actions: Sequence[str]) -> int | None:
    """Which of `actions` the user chose, the first being the usual one; None when the question was shut."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, t("请确认"), question, parent=parent)
    buttons = [box.addButton(action, QMessageBox.ButtonRole.ActionRole) for action in actions]
    later = box.addButton(t("以后再说"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(later)
    box.exec()
    chosen = box.clickedButton()
    return buttons.index(chosen) if chosen in buttons else None


def line(parent: QWidget, title: str, question: str, begin: str = "", typed: Callable[[str], None] | None = None) -> str | None:
    """A sentence written by the user, None when cancelled. It begins with `begin`; `typed` is told of each change."""
    from .month.sentence_dialog import SentenceDialog

    dialog = SentenceDialog(parent, title, question, begin or _usual.left_unsaid.pop(question, ""), typed)
    answer = dialog.answer()
    if answer is None and dialog.text.toPlainText().strip():
        _usual.left_unsaid[question] = dialog.text.toPlainText()
    return answer


def choose(parent: QWidget, title: str, question: str, options: Sequence[str]) -> int | None:
    """Which of many `options`, None when cancelled."""
    from PySide6.QtWidgets import QInputDialog

    chosen, agreed = QInputDialog.getItem(parent, title, question, list(options), 0, False)
    return options.index(chosen) if agreed else None


def secret(parent: QWidget, title: str, question: str) -> str | None:
    from PySide6.QtWidgets import QInputDialog, QLineEdit

    text, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Password)
    return text if agreed else None


def open_file(parent: QWidget, title: str, pattern: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, str(_usual.place), pattern)
    return _usual.went_to(name)


def save_file(parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    usual, offered = Path(suggested).suffix, _usual.place / suggested
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(offered), pattern)
        path = Path(name)
        if not name or (path.suffix and f"*{path.suffix.lower()}" in pattern):
            return _usual.went_to(name)
        offered = path.with_name(path.name + usual)
        if not offered.exists():
            return _usual.went_to(str(offered))
        # The dialog asked about the name without its ending: it asks again about the file that would be replaced.


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.information(parent, title, sentence)
