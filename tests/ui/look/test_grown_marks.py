"""Boxes to tick and round buttons grow with the letters, and are what they were at the usual size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from burden_desktop.ui.look import appearance


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[QApplication]:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    before = found.font()
    yield found
    appearance.wear(found, percent=100, theme=appearance.SYSTEM, family=None)
    found.setFont(before)


@pytest.mark.parametrize(("make", "part"), [
    (QCheckBox, QStyle.SubElement.SE_CheckBoxIndicator), (QRadioButton, QStyle.SubElement.SE_RadioButtonIndicator),
])  # fmt: skip
def test_marks_are_as_large_as_their_letters(app: QApplication, qtbot: QtBot, make: type, part: QStyle.SubElement) -> None:
    def height(percent: int) -> int:
        appearance.wear(app, percent=percent, theme=appearance.LIGHT, family=None)
        box = make("已核对")
        qtbot.addWidget(box)
        option = QStyleOptionButton()
        box.initStyleOption(option)
        return box.style().subElementRect(part, option, box).height()

    usual = height(100)
    assert height(200) == 2 * usual
    assert height(150) == usual * 3 // 2
    assert height(100) == usual


def test_the_usual_size_wears_the_systems_own_style(app: QApplication) -> None:
    own = app.style().name()
    appearance.wear(app, percent=200, theme=appearance.LIGHT, family=None)
    appearance.wear(app, percent=100, theme=appearance.LIGHT, family=None)
    assert own and app.style().name() == own
