"""How the window looks: our own font, the chosen size, light and dark palette, icons in the palette's colour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ... import paths
from . import icons
from .grown_marks import grow_marks
from .icons import picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

__all__ = ["picture"]

FONT_FILE = "NotoSansSC-Regular.ttf"
LIGHT, DARK, SYSTEM = "light", "dark", "system"
POINTS_AT_100 = 10.5

_COLOURS = {  # role → (light, dark)
    QPalette.ColorRole.Window: ("#f4f5f6", "#202326"),
    QPalette.ColorRole.WindowText: ("#1d2125", "#e8eaec"),
    QPalette.ColorRole.Base: ("#ffffff", "#2b2f33"),
    QPalette.ColorRole.AlternateBase: ("#f7f8f9", "#303438"),
    QPalette.ColorRole.Text: ("#1d2125", "#e8eaec"),
    QPalette.ColorRole.Button: ("#eceef0", "#3a3f44"),
    QPalette.ColorRole.ButtonText: ("#1d2125", "#e8eaec"),
    QPalette.ColorRole.BrightText: ("#ffffff", "#ffffff"),
    QPalette.ColorRole.Highlight: ("#1f5fa8", "#3573b9"),
    QPalette.ColorRole.HighlightedText: ("#ffffff", "#ffffff"),
    QPalette.ColorRole.Accent: ("#1f5fa8", "#7fb2ea"),  # charts
    QPalette.ColorRole.Link: ("#1f5fa8", "#7fb2ea"),
    QPalette.ColorRole.ToolTipBase: ("#ffffff", "#2c3034"),
    QPalette.ColorRole.ToolTipText: ("#1d2125", "#e8eaec"),
    QPalette.ColorRole.PlaceholderText: ("#646b71", "#a8afb5"),
    QPalette.ColorRole.Light: ("#ffffff", "#3a3f44"),
    QPalette.ColorRole.Midlight: ("#e3e6e8", "#33383c"),
    QPalette.ColorRole.Mid: ("#c3c8cc", "#4a5056"),
    QPalette.ColorRole.Dark: ("#9aa1a7", "#121416"),
    QPalette.ColorRole.Shadow: ("#6f767c", "#000000"),
}
_SCHEMES = {LIGHT: Qt.ColorScheme.Light, DARK: Qt.ColorScheme.Dark, SYSTEM: Qt.ColorScheme.Unknown}
_OUTLINED = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton", "QPushButton", "QToolButton")
_RIM_IN_THE_DARK = "#969da4"  # the style draws outlines a third darker than this: 3:1 beside the page
_HELD_IN_THE_DARK = ("#7fb2ea", "#101418")  # the edge of what has the keyboard, and letters on that colour
_DYED = "burden_desktop_dyed"  # whether our own palette lies over the system's
_STATE = {"error": ("#a3201d", "#ff9a94"), "warning": ("#7a4a00", "#f0c060"), "good": ("#1c6b35", "#85d39b")}


def register_fonts(folder: Path | None = None) -> str | None:
    """Register the font that ships with the program; its family, None where the file is missing."""
    file = (folder or paths.resources() / "fonts") / FONT_FILE
    number = QFontDatabase.addApplicationFont(str(file)) if file.exists() else -1
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else None


def wear(app: QApplication, *, percent: int, theme: str, family: str | None) -> None:
    """Set font size (100-200 percent) and colours for the whole program."""
    font = QFont(app.font())
    if family:
        font.setFamily(family)
    font.setPointSizeF(POINTS_AT_100 * max(100, min(percent, 200)) / 100)
    app.setFont(font)
    grow_marks(app, max(100, min(percent, 200)))  # before the colours: a style brings its own
    wear_theme(app, theme)


def wear_theme(app: QApplication, theme: str) -> None:
    """Light or dark by choice, or whatever the system shows."""
    hints = app.styleHints()
    if hasattr(hints, "setColorScheme"):  # since Qt 6.8; before, native dialogs keep the system's colours
        hints.setColorScheme(_SCHEMES[theme])
    if theme != SYSTEM:
        app.setPalette(palette(theme))
    elif app.property(_DYED):
        app.setPalette(QPalette())
    if theme != SYSTEM or app.property(_DYED):
        for name in _OUTLINED:
            app.setPalette(_rimmed(theme), name)  # type: ignore[arg-type] # the stub says bytes, the function takes text alone
    app.setProperty(_DYED, theme != SYSTEM)


def _rimmed(theme: str) -> QPalette:
    """What can be written in or pressed has an edge that is seen: the style takes it from the colour of the window, black
    in the dark, and that of what has the keyboard from the colour of what is chosen."""
    made = palette(theme) if theme != SYSTEM else QPalette()
    if theme == DARK:
        made.setColor(QPalette.ColorRole.Window, QColor(_RIM_IN_THE_DARK))
        for role, colour in zip((QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText), _HELD_IN_THE_DARK, strict=True):
            made.setColor(role, QColor(colour))
    return made


def palette(theme: str) -> QPalette:
    dark = theme == DARK
    made = QPalette()
    for role, shades in _COLOURS.items():
        made.setColor(role, QColor(shades[dark]))
    grey = QColor("#7d8489" if dark else "#8a9197")
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, grey)
    return made


def is_dark(widget: QWidget) -> bool:
    return widget.palette().color(QPalette.ColorRole.Base).lightness() < 128


def state_colour(widget: QWidget, state: str) -> QColor:
    """The colour of "error", "warning" or "good" on this widget's background; always used with icon and word."""
    return QColor(_STATE[state][is_dark(widget)])


def icon(name: str, widget: QWidget, colour: QColor | None = None) -> QIcon:
    """A Lucide icon in the palette's text colour, sharp at every size."""
    return icons.icon(name, colour)


def button(name: str, words: str, owner: QWidget) -> QPushButton:
    """A button with icon and words; the icon is as high as the letters."""
    made = QPushButton(icon(name, owner), words)
    made.setIconSize(QSize(em(owner), em(owner)))
    return made


def acting(name: str, words: str, owner: QWidget, act: object, tip: str = "") -> QPushButton:
    """A `button` that does `act`, and only when it is meant: Enter elsewhere never presses it."""
    made = button(name, words, owner)
    made.setAccessibleName(words)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    made.clicked.connect(act)
    return made


def tell_tabs_apart(tabs: QTabBar) -> None:
    """The open tab has the colour of words, the others that of hints: dark tabs differ by a shade only."""

    def look(current: int) -> None:
        for tab in range(tabs.count()):
            role = QPalette.ColorRole.WindowText if tab == current else QPalette.ColorRole.PlaceholderText
            tabs.setTabTextColor(tab, tabs.palette().color(role))

    tabs.currentChanged.connect(look)
    look(tabs.currentIndex())


def heading(words: str) -> QLabel:
    """What a page is about."""
    made = QLabel(words)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    made.setFont(font)
    return made


def subheading(words: str) -> QLabel:
    """What a part of a page is about."""
    made = QLabel(words)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made


def em(widget: QWidget) -> int:
    """The height of a line in pixels: sizes follow the font."""
    return widget.fontMetrics().height()


def step(widget: QWidget) -> int:
    """The rhythm of distances: 8 pixels at the usual size, growing with the font."""
    return max(4, round(em(widget) * 0.45))
