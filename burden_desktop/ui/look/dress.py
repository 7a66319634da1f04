"""Language, letter size and colours of the whole program, as the settings of the ledger say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ...domain.texts import label
from ...paths import resources
from . import appearance

if TYPE_CHECKING:
    from ..desk import Desk

FONT_PERCENT, THEME, LANGUAGE = "font_percent", "theme", "language"
_SMALLEST, _LARGEST = 50, 400
_TRANSLATOR: Final = "burden_desktop_translator"

_WORDS: Final = {
    ("QFileDialog", "&Look in:"): label("查找范围(&I)："),
    ("QFileDialog", "Files of &type:"): label("文件类型(&T)："),
    ("QAbstractFileIconProvider", "Drive"): label("磁盘"),
    ("QAbstractFileIconProvider", "Folder"): label("文件夹"),
}


def wear_icon() -> QIcon:
    """The program's own icon for every window, the task bar and the place beside the clock."""
    icon = QIcon(str(resources() / "icons" / "program" / "burden-desktop.svg"))
    QApplication.setWindowIcon(icon)
    return icon


class _QtWords(QTranslator):
    """The few words of Qt's own dialogs that its Chinese leaves in English: asked after Qt's own translation, which was installed later and therefore comes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return _WORDS.get((context, source), "")


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
        speaking = [_QtWords(app), translator]
    for one in speaking:
        app.installTranslator(one)
    app.setProperty(_TRANSLATOR, speaking)


def wear_settings(desk: Desk | None) -> None:
    """Letters and colours as chosen; the usual ones before there is a ledger."""
    chosen = desk.setting(FONT_PERCENT, "100") if desk else "100"
    # Whatever else somebody wrote into the ledger is no size.
    percent = int(chosen) if chosen.isdecimal() and _SMALLEST <= int(chosen) <= _LARGEST else 100
    theme = desk.setting(THEME, appearance.SYSTEM) if desk else appearance.SYSTEM
    theme = theme if theme in (appearance.LIGHT, appearance.DARK) else appearance.SYSTEM
    appearance.wear(running(), percent=percent, theme=theme, family=None)
