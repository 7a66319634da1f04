"""How the window shows itself: size of letters, language, light or dark. Each choice holds at once."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from ...domain.texts import label
from ..look import appearance
from ..look.dress import FONT_PERCENT, LANGUAGE, THEME
from ..page import Workplace
from .settings_section import SettingsSection

LANGUAGES: Final = (("zh_CN", "简体中文"), ("en", "English"))  # each in its own words, whatever is spoken now
THEMES: Final = ((appearance.SYSTEM, label("跟随系统")), (appearance.LIGHT, label("浅色")), (appearance.DARK, label("深色")))
SIZES: Final = (100, 110, 125, 150, 175, 200)


class DisplaySection(SettingsSection):
    def __init__(self, workplace: Workplace) -> None:
        self._desk, self._changes, t = workplace.desk, workplace.changes, workplace.t
        super().__init__(t("显示"))
        sizes = [(str(size), f"{size} %") for size in SIZES]
        themes = [(theme, t(words)) for theme, words in THEMES]
        self.letters = self._choice(FONT_PERCENT, t("字号"), sizes, "100")
        self.theme = self._choice(THEME, t("颜色"), themes, appearance.SYSTEM)
        self.language = self._choice(LANGUAGE, t("语言"), LANGUAGES, t.language)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for editor in (self.letters, self.theme, self.language):
            form.addRow(QLabel(editor.accessibleName()), editor)
        self.column.addLayout(form)

    def _choice(self, key: str, name: str, options: list[tuple[str, str]] | tuple[tuple[str, str], ...], usual: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(key)
        made.setAccessibleName(name)
        for value, words in options:
            made.addItem(words, value)
        chosen = self._desk.setting(key, usual)
        if made.findData(chosen) < 0:
            made.addItem(chosen, chosen)
        made.setCurrentIndex(made.findData(chosen))
        made.activated.connect(self._on_chosen)
        return made

    def _on_chosen(self, index: int) -> None:
        chosen = self.sender()
        if isinstance(chosen, QComboBox) and self._desk.setting(chosen.objectName(), "") != chosen.itemData(index):
            self._desk.set_setting(chosen.objectName(), str(chosen.itemData(index)))
            self._changes.tell("dress")

    def keep(self) -> object:
        """Which choice has the keyboard: it keeps it when the page is built anew."""
        held = self.focusWidget()
        return held.objectName() if held is not None and held.hasFocus() else ""

    def bring_back(self, kept: object) -> None:
        held = self.findChild(QWidget, str(kept)) if kept else None
        if held is not None:
            held.setFocus()


def make(workplace: Workplace) -> DisplaySection:
    return DisplaySection(workplace)
