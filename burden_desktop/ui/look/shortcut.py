"""Keys of a widget: only here, or here and in everything inside; never by accident in the whole window.

PySide6 drops the `context` of `QShortcut(keys, parent, callable, context=…)`: such a Delete would withdraw a record
while somebody deletes a letter in a form.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def keys_here(owner: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """While `owner` itself has the cursor."""
    return _keys(owner, keys, act, Qt.ShortcutContext.WidgetShortcut)


def keys_inside(owner: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """While `owner` or anything inside it has the cursor."""
    return _keys(owner, keys, act, Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _keys(owner: QWidget, keys: str, act: Callable[[], object], context: Qt.ShortcutContext) -> QShortcut:
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(context)
    made.activated.connect(act)
    return made
