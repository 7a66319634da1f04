"""F1 shows the manual in the window's language; every chapter has both languages, every key is listed."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QShortcut
from pytestqt.qtbot import QtBot

from burden_desktop import paths
from burden_desktop.app import texts
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.look.shortcut_list import GROUPS
from burden_desktop.ui.manual import Manual, chapters
from burden_desktop.ui.window import Window

from ..manual_pictures import WIDE, take
from .fake_desk import full_desk

FOLDER = paths.resources() / "manual"
MADE = {"forgeries.md"}  # a table that `make corpus` writes, in one language
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


def test_f1_opens_the_manual_and_closing_it_leaves_the_window(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(Manual)
    assert manual is not None and manual.isVisible()
    assert "建立台账" in manual.text.toPlainText()
    qtbot.keyClick(manual.contents, Qt.Key.Key_End)
    assert "Ctrl+D" in manual.text.toPlainText()
    manual.close()
    assert window.isVisible()


def test_every_chapter_stands_in_both_languages() -> None:
    own = [{file.name for file in (FOLDER / language).glob("*.md")} for language in ("zh", "en")]
    assert own[0] - MADE == own[1] - MADE and len(own[1]) >= 5
    assert len({chapter.title for chapter in chapters(Texts())}) == len(own[0]) + 1
    assert all(chapter.title for chapter in chapters(texts("en")))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.md")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_pictures_of_a_chapter_are_there(file: Path) -> None:
    assert [name for name in PICTURE.findall(file.read_text("utf-8")) if not (FOLDER / name).is_file()] == []


def test_the_pictures_are_those_that_are_taken_of_the_program(qtbot: QtBot, chinese_fonts: None, tmp_path: Path) -> None:
    """`make pictures` takes them; each stands in a chapter, in both languages, and fits the manual's window."""
    taken = {file.name for file in take(full_desk(12), Texts(), tmp_path, Month(2026, 3))}
    for language in ("zh", "en"):
        assert {file.name for file in (FOLDER / "pictures" / language).glob("*.png")} == taken
        shown = {name for file in (FOLDER / language).glob("*.md") for name in PICTURE.findall(file.read_text("utf-8"))}
        assert {f"pictures/{language}/{name}" for name in taken} == shown
    assert {QImage(str(file)).width() for file in FOLDER.glob("pictures/*/*.png")} == {WIDE}


def test_every_key_that_is_bound_is_listed(window: Window) -> None:
    window.show_page("document")
    listed = {key for _, keys in GROUPS for key, _ in keys} | {f"Ctrl+{number}" for number in range(1, 10)}
    bound = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    aliases = {"Del": "Delete", "PgUp": "PgUp", "Ctrl+PgDown": "Ctrl+PgDown"}
    assert {aliases.get(key, key) for key in bound} <= listed
