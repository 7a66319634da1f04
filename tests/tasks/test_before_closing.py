"""What is said before a month is sealed, and once it was opened again; nothing is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.record import Record
from burden_desktop.tasks.before_closing import signed_on_old_figures, told_before_closing
from burden_desktop.tasks.report_texts import set_text

from ..a_point import APoint
from ..conftest import StandingClock

MARCH = Month(2026, 3)


@pytest.fixture
def point(tmp_path: Path, clock: StandingClock) -> APoint:
    made = APoint(tmp_path / "p", clock)
    made.months("2026-03")
    return made


def told(point: APoint, month: Month = MARCH) -> str:
    with point.open() as ledger:
        return " ".join(map(str, told_before_closing(ledger, month)))


def records(point: APoint) -> tuple[Record, ...]:
    with point.open() as ledger:
        return ledger.records.in_month(kind_named("document"), MARCH)


def write(point: APoint) -> None:
    with point.open() as ledger:
        set_text(ledger, MARCH, "problems", "典型问题的文字", "")


def test_a_correction_that_changed_nothing_says_so(point: APoint) -> None:
    point.correct("2026-03")
    assert "第2版与第1版内容相同" in told(point)
    point.add("2026-04-01")
    assert "内容相同" in told(point), "a record of another month is no correction of this one"


@pytest.mark.parametrize("act", [
    lambda point: point.add("2026-03-09"),
    lambda point: point.withdraw(next(iter(records(point)))),
    lambda point: write(point),
], ids=["added", "withdrawn", "words"])  # fmt: skip
def test_a_correction_that_changed_something_is_not_remarked(point: APoint, act: Callable[[APoint], object]) -> None:
    point.correct("2026-03")
    act(point)
    assert "内容相同" not in told(point)


def test_a_month_that_is_sealed_after_its_day_is_told_so_and_one_in_time_is_not(point: APoint, clock: StandingClock) -> None:
    assert told(point, Month(2026, 4)) == ""
    clock.set(2026, 5, 5, 9, 30)
    assert told(point, Month(2026, 4)) == ""
    clock.set(2026, 5, 6, 9, 30)
    assert "报送日2026-05-05已过" in told(point, Month(2026, 4))


def test_a_correction_names_the_months_that_were_sealed_on_the_old_figures(point: APoint) -> None:
    point.months("2026-04", "2026-05")
    point.correct("2026-03")
    with point.open() as ledger:
        assert str(signed_on_old_figures(ledger, MARCH)).startswith("2026年4月、2026年5月已经封存")
        assert signed_on_old_figures(ledger, Month(2026, 5)) is None
