"""What Qt says while pages are drawn without a display."""

import pytest
from PySide6.QtCore import qWarning

from burden_desktop.ui.look.offscreen import NEEDLESS, without_needless_words


def test_only_the_needless_words_are_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    with without_needless_words():
        qWarning(NEEDLESS)
        qWarning("something else")
    told = capfd.readouterr().err
    assert "something else" in told and NEEDLESS not in told
