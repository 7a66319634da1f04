"""The sample ledger is made anew, apart from the point's own, and its month waits to be closed."""

from datetime import date
from pathlib import Path

from burden_desktop.domain.months.month import Month
from burden_desktop.tasks.sample_ledger import SAMPLE_FOLDER, make_sample_desk

from ..conftest import StandingClock


def test_sample_holds_a_month_that_waits_to_be_closed(tmp_path: Path, clock: StandingClock) -> None:
    clock.set(2027, 8, 1)
    desk = make_sample_desk(tmp_path, clock)
    try:
        assert desk.today() == date(2026, 4, 2)
        assert [waiting.month for waiting in desk.agenda.months_to_close()] == [Month(2026, 3)]
        assert desk.count("document", Month(2026, 3)) > 30
        desk.add("document", {"received_on": "2026-04-01", "organ": "青禾县民政局", "title": "试登一份"})
    finally:
        desk.close()
    assert [path.name for path in tmp_path.iterdir()] == [SAMPLE_FOLDER]
    again = make_sample_desk(tmp_path, clock)
    assert again.count("document", Month(2026, 4)) == 0
    again.close()
