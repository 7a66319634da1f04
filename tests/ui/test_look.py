"""Nothing is clipped at 100 and 200 percent in either language, and every colour pair can be read in both themes."""

from collections.abc import Callable, Iterator
from itertools import pairwise, product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from burden_desktop.app import texts
from burden_desktop.domain.kinds import KINDS
from burden_desktop.report.chart import _GREYS
from burden_desktop.ui.look import appearance
from burden_desktop.ui.look.chart_view import ChartView
from burden_desktop.ui.window import Window

from .fake_desk import full_desk

READABLE = 4.5  # WCAG 2.1, success criterion 1.4.3
Role = QPalette.ColorRole

# Every text/background pair that the window shows.
PAIRS = [
    (Role.WindowText, Role.Window), (Role.WindowText, Role.Base), (Role.Text, Role.Base), (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button), (Role.HighlightedText, Role.Highlight), (Role.Link, Role.Base), (Role.Link, Role.Window),
    (Role.ToolTipText, Role.ToolTipBase), (Role.PlaceholderText, Role.Base), (Role.PlaceholderText, Role.Window),
]  # fmt: skip


def _luminance(colour: QColor) -> float:
    parts = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
             for value in (colour.redF(), colour.greenF(), colour.blueF()))  # fmt: skip
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2.1: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_published() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [appearance.LIGHT, appearance.DARK])
def test_every_pair_of_colours_can_be_read(theme: str) -> None:
    palette = appearance.palette(theme)
    faint = [
        (text.name, ground.name, round(contrast(palette.color(text), palette.color(ground)), 2))
        for text, ground in PAIRS
        if contrast(palette.color(text), palette.color(ground)) < READABLE
    ]
    assert faint == []


@pytest.mark.parametrize(("theme", "state"), list(product([appearance.LIGHT, appearance.DARK], ["error", "warning", "good"])))
def test_colours_of_states_can_be_read(qtbot: QtBot, theme: str, state: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    palette = appearance.palette(theme)
    widget.setPalette(palette)
    colour = appearance.state_colour(widget, state)
    assert min(contrast(colour, palette.color(ground)) for ground in (Role.Window, Role.Base, Role.AlternateBase)) >= READABLE


@pytest.mark.parametrize("theme", [appearance.LIGHT, appearance.DARK])
def test_fields_have_an_edge_that_is_seen_in_the_dark_too(qtbot: QtBot, theme: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = QWidget()
    qtbot.addWidget(page)
    edges = {}
    try:
        appearance.wear_theme(app, theme)
        for number, field in enumerate((QLineEdit(page), QSpinBox(page), QComboBox(page), QPlainTextEdit(page))):
            field.setGeometry(10, 10 + number * 50, 100, 40)
        page.resize(200, 220)
        page.show()
        drawn = page.grab().toImage()
        for number, field in enumerate(page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)):
            row = [drawn.pixelColor(x, 30 + number * 50) for x in range(8, 16)]
            edges[type(field).__name__] = max(contrast(colour, row[0]) for colour in row)
    finally:
        appearance.wear_theme(app, appearance.SYSTEM)
    least = 3.0 if theme == appearance.DARK else 1.6  # WCAG 2.1, 1.4.11, where the edge is all that tells a field from the page
    assert {name: round(edge, 2) for name, edge in edges.items() if edge < least} == {}


@pytest.mark.parametrize("theme", [appearance.LIGHT, appearance.DARK])
def test_bars_of_three_months_are_told_apart(theme: str) -> None:
    chart = ChartView("")
    chart.setPalette(appearance.palette(theme))
    shades = [chart.shade(grey) for grey in _GREYS[3]]
    assert all(contrast(one, other) >= 1.8 for one, other in pairwise(shades))


Opened = Callable[[str, int], Window]


@pytest.fixture
def opened(qtbot: QtBot, chinese_fonts: None) -> Iterator[Opened]:
    """A window in a language and a size of letters; the program is dressed as before afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, windows = app.font(), list[Window]()

    def open_window(language: str, percent: int) -> Window:
        appearance.wear(app, percent=percent, theme=appearance.LIGHT, family=appearance.register_fonts())
        window = Window(full_desk(12), KINDS, texts(language))
        qtbot.addWidget(window)
        window.resize(1280 * percent // 100, 800 * percent // 100)
        window.show()
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.jobs.stop()
    appearance.wear(app, percent=100, theme=appearance.SYSTEM, family=None)
    app.setFont(before)


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def clipped(widget: QWidget) -> bool:
    """Whether a widget has less room than its words need. What wraps may be narrower, but not lower."""
    if isinstance(widget, QLabel):
        if not widget.text() or widget.textFormat() == Qt.TextFormat.RichText:
            return False
        if widget.wordWrap():
            return widget.height() + 1 < min(widget.heightForWidth(widget.width()), widget.sizeHint().height() * 4)
        return widget.width() + 1 < widget.sizeHint().width() or widget.height() + 1 < widget.fontMetrics().height()
    if isinstance(widget, QToolButton) and not widget.text():
        return False
    if isinstance(widget, QAbstractButton):
        return widget.width() + 1 < widget.minimumSizeHint().width() or widget.height() + 1 < widget.minimumSizeHint().height()
    if isinstance(widget, QComboBox | QLineEdit | QSpinBox):
        return widget.height() + 1 < widget.minimumSizeHint().height()
    return False


@pytest.mark.parametrize(("language", "percent"), list(product(["zh_CN", "en"], [100, 200])))
def test_nothing_is_clipped(qtbot: QtBot, opened: Opened, language: str, percent: int) -> None:
    window, found = opened(language, percent), []
    for entry in window.entries:
        window.show_page(entry.name)
        qtbot.waitUntil(lambda: not window.jobs.busy)  # what a job finds changes the page
        for _ in _looks(window):
            QApplication.processEvents()
            for widget in window.findChildren(QWidget):
                inner = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox, QLineEdit))
                if widget.isVisible() and not inner and clipped(widget):
                    found.append((entry.name, type(widget).__name__, words_of(widget), widget.size().toTuple(), widget.sizeHint().toTuple()))
    assert found == []


def _looks(window: Window) -> Iterator[None]:
    """The page as it is, then each further tab of it."""
    yield
    for tabs in window.findChildren(QTabWidget):
        for tab in range(tabs.count()):
            if tabs.isVisible() and tabs.isTabVisible(tab) and tab != tabs.currentIndex():
                tabs.setCurrentIndex(tab)
                yield


def test_only_the_open_tab_of_a_month_is_seen(qtbot: QtBot, opened: Opened) -> None:
    """A page of a tab that is shown by itself would lie over the one that is open."""
    window = opened("zh_CN", 100)
    window.show_page("month")
    page = window.page("month")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.parts.isTabVisible(1) and not page.findings.isVisible()  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_rail_is_as_wide_as_its_words_at_200_percent(opened: Opened, language: str) -> None:
    window = opened(language, 200)
    rail = window.rail
    assert isinstance(rail, QListWidget)
    narrow = [rail.item(row).text() for row in range(rail.count())
              if rail.visualItemRect(rail.item(row)).width() < rail.fontMetrics().horizontalAdvance(rail.item(row).text())]  # fmt: skip
    assert narrow == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_line_of_the_rail_is_in_sight_on_a_small_screen(opened: Opened, language: str) -> None:
    window = opened(language, 100)
    window.resize(1366, 690)
    QApplication.processEvents()
    assert window.rail.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("language", "percent"), list(product(["zh_CN", "en"], [100, 200])))
def test_every_page_fits_a_small_screen(qtbot: QtBot, opened: Opened, language: str, percent: int) -> None:
    """1366 x 768 less a title bar and a task bar: nothing lies beyond the window, and nothing must be moved sideways."""
    window, sideways = opened(language, percent), []
    window.resize(1366, 690)
    for entry in window.entries:
        window.show_page(entry.name)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        QApplication.processEvents()
        assert window.size().toTuple() == (1366, 690)
        if window.room.horizontalScrollBar().maximum():
            sideways.append((entry.name, window.page(entry.name).minimumSizeHint().width(), window.room.width_inside))
    assert sideways == []
