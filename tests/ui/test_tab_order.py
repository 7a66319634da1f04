"""Tab and Shift+Tab walk through every form field by field, in the order of the paper register, and through every dialog without a trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.records.record_page import RecordPage
from burden_desktop.ui.window import Window

from .fake_desk import full_desk
from .test_look_of_dialogs import DIALOGS

MOST = 90


def _walk(start: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where the cursor stands after each key until it comes round or stays. Shift+Tab arrives as a key of its own."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    visited = [start]
    for _ in range(MOST):
        cursor = QApplication.focusWidget()
        assert cursor is not None
        QTest.keyClick(cursor, key)
        now = QApplication.focusWidget()
        if now is None or now in visited:
            break
        visited.append(now)
    return visited


def _names(page: RecordPage, visited: list[QWidget]) -> list[str]:
    """The fields in the order in which they are met; an editor of several parts counts once."""
    met: list[str] = []
    for widget in visited:
        name = next((name for name, editor in page.form.editors.items() if editor is widget or editor.isAncestorOf(widget)), None)
        if name is not None and name not in met:
            met.append(name)
    return met


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_form_is_walked_in_the_order_of_its_register(qtbot: QtBot, chinese_fonts: None, kind: Kind) -> None:
    window = Window(full_desk(1), KINDS, Texts())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
    window.show_page(kind.name)
    page = window.page(kind.name)
    assert isinstance(page, RecordPage)
    page.new()
    order = [field.name for field in kind.fields]
    first, last = page.form.editors[order[0]], page.form.editors[order[-1]]
    assert _names(page, _walk(_inner(first), Qt.Key.Key_Tab)) == order
    assert _names(page, _walk(_inner(last), Qt.Key.Key_Backtab)) == order[::-1]
    window.jobs.stop()


def _inner(editor: QWidget) -> QWidget:
    """What takes the cursor: the editor itself or the first of its parts."""
    proxy = editor.focusProxy()
    if proxy is not None:
        return proxy
    if editor.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return editor
    return next(part for part in editor.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("name", [name for name in DIALOGS if name != "screen lock"])
def test_a_dialog_has_no_trap_for_the_keyboard(qtbot: QtBot, chinese_fonts: None, name: str) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = DIALOGS[name](owner, Texts())
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    wanted = {
        widget for widget in dialog.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    }  # fmt: skip
    start = QApplication.focusWidget()
    if start is None or not dialog.isAncestorOf(start):
        start = next(iter(sorted(wanted, key=lambda widget: widget.mapTo(dialog, widget.rect().topLeft()).y())))
    there, back = _walk(start, Qt.Key.Key_Tab), _walk(start, Qt.Key.Key_Backtab)
    assert len(there) > 1 or len(wanted) == 1, "Tab stays where it is"
    assert set(there) == set(back), "what is reached by Tab is reached by Shift+Tab"
    # Of buttons that exclude each other one is met by Tab, the others by the arrow keys.
    left = {type(widget).__name__ for widget in wanted - set(there)} - {"QRadioButton", "QTabBar"}
    assert left == set(), left
