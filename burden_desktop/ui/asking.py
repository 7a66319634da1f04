"""Questions to the user, each one call that returns an answer or None; tests replace these calls."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from ..domain.texts import Texts


def yes(parent: QWidget, t: Texts, question: str, *, action: str) -> bool:
    """Whether the user agrees; the button says what will be done."""
    box = QMessageBox(QMessageBox.Icon.Question, t("请确认"), question, parent=parent)
    agree = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(t("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is agree


def line(parent: QWidget, title: str, question: str) -> str | None:
    """A sentence written by the user, None when cancelled."""
    text, agreed = QInputDialog.getMultiLineText(parent, title, question)
    return text.strip() if agreed else None


def secret(parent: QWidget, title: str, question: str) -> str | None:
    text, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Password)
    return text if agreed else None


def open_file(parent: QWidget, title: str, pattern: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, title, "", pattern)
    return Path(name) if name else None


def save_file(parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, pattern)
    return Path(name) if name else None


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    QMessageBox.information(parent, title, sentence)
