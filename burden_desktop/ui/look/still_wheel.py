"""Scrolling a page never changes a number or a choice that happens to lie under the mouse."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class _Still(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()  # so that the page scrolls
            return True
        return False


def keep_still(root: QWidget) -> None:
    """Numbers and choices in `root` (or itself) turn with the wheel only while they have the focus."""
    editors: list[QWidget] = [*root.findChildren(QAbstractSpinBox), *root.findChildren(QComboBox)]
    if isinstance(root, QAbstractSpinBox | QComboBox):
        editors.append(root)
    for editor in editors:
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel alone gives no focus
        editor.installEventFilter(_Still(editor))
