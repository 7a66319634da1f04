"""The screen lock covers every window after idle minutes; nothing behind it is seen or reached until the passphrase is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from burden_desktop.domain.screen_secret import opens, secret_of
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.care.screen_lock import MINUTES, SECRET, ScreenLock
from burden_desktop.ui.settings.screen_lock_section import ScreenLockSection
from burden_desktop.ui.window import Window

from ...conftest import ROOT
from ..fake_desk import FakeDesk

PASSPHRASE = "处处闻啼鸟"  # noqa: S105 - of a lock made for this test


class Idle:
    """A clock in seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def idle() -> Idle:
    return Idle()


@pytest.fixture
def lock(window: Window, desk: FakeDesk, idle: Idle) -> Iterator[ScreenLock]:
    desk.set_setting(SECRET, secret_of(PASSPHRASE, bytes(16)))
    desk.set_setting(MINUTES, "10")
    made = ScreenLock(window, desk, Texts(), idle)
    yield made
    made.deleteLater()


def test_it_is_off_by_default(window: Window, desk: FakeDesk, idle: Idle) -> None:
    lock = ScreenLock(window, desk, Texts(), idle)
    idle.now = 1e6
    lock.look()
    lock.lock()
    assert not lock.locked


def test_idle_minutes_cover_the_window_and_a_key_puts_it_off(qtbot: QtBot, window: Window, lock: ScreenLock, idle: Idle) -> None:
    idle.now = 590
    qtbot.keyClick(window.entry.notice, Qt.Key.Key_A)
    idle.now = 1100
    lock.look()
    assert not lock.locked
    idle.now = 1190
    lock.look()
    assert lock.locked and lock.covers[window].size() == window.size()


def test_nothing_behind_is_seen_or_reached(qtbot: QtBot, window: Window, lock: ScreenLock) -> None:
    before = window.entry.notice.toPlainText()
    lock.lock()
    cover = lock.covers[window]
    qtbot.keyClicks(window.entry.notice, "abc")
    qtbot.mouseClick(window.rail, Qt.MouseButton.LeftButton)
    assert window.entry.notice.toPlainText() == before
    bare = QPixmap(window.size())
    window.render(bare)
    covered = bare.toImage()
    at = cover.mapTo(window, cover.rect().bottomRight())
    colours = {covered.pixelColor(x, y).name() for x in range(0, window.width(), 7) for y in range(window.height() - 60, at.y(), 3)}
    assert len(colours) == 1, "the foot of the window shows nothing but the cover"
    (ROOT / "out" / "screens").mkdir(parents=True, exist_ok=True)
    window.grab().save(str(ROOT / "out" / "screens" / "locked.png"))
    window.resize(window.width() + 40, window.height() + 30)
    assert cover.size() == window.size()


def test_a_dialog_is_covered_too_also_one_that_opens_later(qtbot: QtBot, window: Window, lock: ScreenLock) -> None:
    def dialog() -> QDialog:
        made = QDialog(window)
        QVBoxLayout(made).addWidget(QLabel("3月收文12件"))
        qtbot.addWidget(made)
        made.open()
        return made

    first = dialog()
    lock.lock()
    second = dialog()
    qtbot.waitUntil(lambda: second in lock.covers, timeout=2_000)
    assert first in lock.covers
    lock.covers[second].passphrase.setText(PASSPHRASE)
    lock.covers[second].button.click()
    assert not lock.locked


def test_the_wrong_passphrase_waits_and_the_right_one_opens(qtbot: QtBot, window: Window, lock: ScreenLock) -> None:
    lock.lock()
    cover = lock.covers[window]
    cover.passphrase.setText("花落知多少")
    cover.button.click()
    assert lock.locked and "口令不对" in cover.words.text() and not cover.button.isEnabled()
    assert cover.passphrase.text() == ""
    qtbot.waitUntil(cover.button.isEnabled, timeout=3_000)
    qtbot.keyClick(cover.passphrase, Qt.Key.Key_Tab)
    assert cover.isAncestorOf(window.focusWidget())
    cover.passphrase.setText(PASSPHRASE)
    cover.button.click()
    assert not lock.locked
    window.entry.notice.setPlainText("又能录入")
    assert window.entry.isEnabled()


def test_it_is_switched_on_changed_and_off_in_the_settings(window: Window, desk: FakeDesk) -> None:
    window.show_page("settings")
    section = window.page("settings").sections["screen_lock_section"]  # type: ignore[attr-defined]
    assert isinstance(section, ScreenLockSection)
    assert section.off_button.isHidden()
    for new, again, told in (("abc", "abc", "至少4个"), (PASSPHRASE, "abcd", "两次"), (PASSPHRASE, PASSPHRASE, "已启用")):
        section.new.setText(new)
        section.again.setText(again)
        section.switch_on()
        assert told in section.banner.text
    assert opens(PASSPHRASE, desk.setting(SECRET, "")) and desk.setting(MINUTES, "0") == "10"
    section.switch_off()
    assert "现用口令不对" in section.banner.text
    section.current.setText(PASSPHRASE)
    section.minutes.setCurrentIndex(0)
    section.switch_on()
    assert desk.setting(MINUTES, "0") == "5" and opens(PASSPHRASE, desk.setting(SECRET, ""))
    section.current.setText(PASSPHRASE)
    section.switch_off()
    assert desk.setting(SECRET, "") == "" and section.off_button.isHidden()
