"""本月 offers to close what can be closed today: not a month before the first closed one, none not yet begun, nothing nil before its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.ui.month.month_page import MonthPage
from burden_desktop.ui.window import Window

from ...conftest import StandingClock
from ..real_ledger import POINT, open_window

MARCH = Month(2026, 3)


@pytest.fixture
def window(qtbot: QtBot, chinese_fonts: None, tmp_path: Path, clock: StandingClock) -> Iterator[Window]:
    """Today is 2 April; March is closed."""
    file = tmp_path / "ledger.db"
    with Ledger.create(file, POINT, clock=clock) as ledger:
        ledger.months.seal(MARCH, revision=1, file_name="SQ-01-2026-03-r1.pdf", sha256="1" * 64, expected_head=ledger.history.head())
    with open_window(file, clock) as (_, opened):
        yield opened


def _shown(window: Window, qtbot: QtBot, month: Month) -> MonthPage:
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.show_month(month)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return page


@pytest.mark.parametrize(("month", "why"), [
    (Month(2026, 2), "2026年2月在它之前"), (Month(2026, 5), "2026年5月还没有开始"), (Month(2026, 4), "到月底仍没有记录"),
])  # fmt: skip
def test_what_cannot_be_closed_is_not_pressed_and_says_why(window: Window, qtbot: QtBot, month: Month, why: str) -> None:
    page = _shown(window, qtbot, month)
    assert not page.close_button.isEnabled()
    assert why in page.close_button.toolTip()


def test_a_month_that_is_over_is_closed_as_nil(window: Window, qtbot: QtBot, clock: StandingClock) -> None:
    clock.set(2026, 5, 2)
    page = _shown(window, qtbot, Month(2026, 4))
    assert (page.close_button.isEnabled(), page.close_button.text(), page.close_button.toolTip()) == (True, "零报告封存", "")


def test_a_month_opened_for_correction_is_closed_again(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _shown(window, qtbot, MARCH)
    monkeypatch.setattr("burden_desktop.ui.asking.line", lambda *_: "漏登一件")
    page.correct()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.close_button.isEnabled()
    assert "月报即为第2版" in page.banner.text
