"""Language, letter size and colours of the whole program, as the settings of the ledger say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from . import appearance
from .qt_words import QtWords

if TYPE_CHECKING:
    from .desk import Desk

FONT_PERCENT, THEME, LANGUAGE = "font_percent", "theme", "language"
_TRANSLATOR: Final = "burden_desktop_translator"


def running() -> QApplication:
    """The one application object. Raises RuntimeError where there is none yet."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise RuntimeError("no application")
    return found


def speak_qt(language: str) -> None:
    """Qt's own buttons and dates in the user's language."""
    app = running()
    for before in app.property(_TRANSLATOR) or ():
        app.removeTranslator(before)
    QLocale.setDefault(QLocale(language))
    speaking = list[QTranslator]()
    if language.startswith("zh"):
        translator = QTranslator(app)
        translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        speaking = [QtWords(app), translator]
    for one in speaking:
        app.installTranslator(one)
    app.setProperty(_TRANSLATOR, speaking)


def wear_settings(desk: Desk | None) -> None:
    """Letters and colours as chosen; the usual ones before there is a ledger."""
    percent = int(desk.setting(FONT_PERCENT, "100")) if desk else 100
    theme = desk.setting(THEME, appearance.SYSTEM) if desk else appearance.SYSTEM
    appearance.wear(running(), percent=percent, theme=theme, family=None)
