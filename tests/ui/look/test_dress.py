"""Language, letters and colours change while the program runs, and nothing typed is lost by it."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from burden_desktop.app import texts
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.texts import Texts
from burden_desktop.ui import asking
from burden_desktop.ui.look import appearance, dress
from burden_desktop.ui.settings.point_section import PointSection
from burden_desktop.ui.settings.settings_page import SettingsPage
from burden_desktop.ui.window import Window

from ..fake_desk import FakeDesk


@pytest.fixture
def speaking(
    qtbot: QtBot, chinese_fonts: None, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """A window that can change its language; the program is dressed as usual afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    # Pictures at 200 % may have been taken before in this run.
    appearance.wear(app, percent=100, theme=appearance.SYSTEM, family=None)
    monkeypatch.setattr(asking, "yes", lambda *args, **named: True)
    made = Window(desk, KINDS, Texts(), texts)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.jobs.stop()
    appearance.wear(app, percent=100, theme=appearance.SYSTEM, family=None)
    app.setFont(before)


def _choose(qtbot: QtBot, window: Window, key: str, value: str) -> None:
    """As the keyboard does it: down to the value and on."""
    window.show_page("settings")
    box = window.page("settings").findChild(QComboBox, key)
    assert isinstance(box, QComboBox)
    box.setFocus()
    while box.currentData() != value:
        before = window.centralWidget()
        qtbot.keyClick(box, Qt.Key.Key_Down if box.findData(value) > box.currentIndex() else Qt.Key.Key_Up)
        qtbot.waitUntil(lambda before=before: window.centralWidget() is not before)  # type: ignore[misc]
        box = window.page("settings").findChild(QComboBox, key)
        assert isinstance(box, QComboBox)


def test_language_changes_without_losing_what_is_typed(qtbot: QtBot, speaking: Window) -> None:
    speaking.entry.notice.setPlainText("关于做好防汛")
    speaking.show_page("settings")
    section = speaking.page("settings").sections["point_section"]  # type: ignore[attr-defined]
    section.form.reporter.setText("党政办")
    _choose(qtbot, speaking, "language", "en")
    page = speaking.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["point_section"]
    assert isinstance(section, PointSection)
    assert section.title() == "Monitoring point"
    assert section.form.reporter.text() == "党政办"
    assert speaking.entry.notice.toPlainText() == "关于做好防汛"
    assert "Burden" in speaking.windowTitle()


def test_a_record_half_typed_comes_through(qtbot: QtBot, speaking: Window) -> None:
    speaking.show_page("document")
    title = next(edit for edit in speaking.page("document").findChildren(QLineEdit) if edit.accessibleName() == "标题" and edit.isVisible())
    qtbot.keyClicks(title, "half a title")
    _choose(qtbot, speaking, "language", "en")
    speaking.show_page("document")
    edits = speaking.page("document").findChildren(QLineEdit)
    assert [edit.text() for edit in edits if edit.isVisible()].count("half a title") == 1


def test_letters_grow_and_colours_turn_at_once(qtbot: QtBot, speaking: Window) -> None:
    line = appearance.em(speaking)
    _choose(qtbot, speaking, "font_percent", "200")
    assert appearance.em(speaking) > line * 1.7  # heights of lines are whole pixels
    _choose(qtbot, speaking, "theme", "dark")
    qtbot.waitUntil(lambda: speaking.palette().color(QPalette.ColorRole.Window).lightness() < 60)
    _choose(qtbot, speaking, "theme", "light")
    qtbot.waitUntil(lambda: speaking.palette().color(QPalette.ColorRole.Window).lightness() > 200)


def test_the_choice_keeps_the_keyboard(qtbot: QtBot, speaking: Window) -> None:
    _choose(qtbot, speaking, "theme", "dark")
    held = QApplication.focusWidget()
    assert held is None or held.objectName() == "theme"
    box = speaking.page("settings").findChild(QComboBox, "theme")
    assert speaking.focusWidget() is box


def test_file_dialogs_speak_chinese_where_qt_leaves_a_word_in_english(qtbot: QtBot, speaking: Window) -> None:
    """And English again, once that is chosen."""
    for language, words in (("zh_CN", {"查找范围", "文件类型"}), ("en", {"Look in", "Files of type"})):
        dress.speak_qt(language)
        dialog = QFileDialog(speaking)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        # Older Qts write the same words without the letters to press.
        said = {re.sub(r"\(&.\)|&|[:：]", "", label.text()) for label in dialog.findChildren(QLabel)}
        assert words <= said
        dialog.close()
    dress.speak_qt("zh_CN")
