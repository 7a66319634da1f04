"""Which months 今日 asks to be closed: those since the ledger was set up, not what was taken in for comparison."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.desk_parts.agenda import AgendaDesk

from ...conftest import StandingClock
from ...records import POINT


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        yield made


def _note(ledger: Ledger, day: str) -> None:
    enter.enter(ledger, "document", {"received_on": day, "organ": "青禾县民政局", "title": "一件事"})


def _waiting(ledger: Ledger, clock: StandingClock) -> list[Month]:
    return [waiting.month for waiting in AgendaDesk(lambda: ledger, lambda: clock().date()).months_to_close()]


def test_old_registers_taken_in_ask_for_nothing(ledger: Ledger, clock: StandingClock) -> None:
    _note(ledger, "2025-10-09")
    assert _waiting(ledger, clock) == []
    clock.set(2026, 5, 6)
    assert _waiting(ledger, clock) == [Month(2026, 4)]


def test_the_month_before_the_set_up_waits_if_it_has_records(ledger: Ledger, clock: StandingClock) -> None:
    assert _waiting(ledger, clock) == []
    _note(ledger, "2026-03-09")
    assert _waiting(ledger, clock) == [Month(2026, 3)]


def test_what_is_settled_is_due_no_more_and_can_be_undone(ledger: Ledger, clock: StandingClock) -> None:
    asked = {"received_on": "2026-03-09", "organ": "青禾县民政局", "title": "一件事", "deadline": "2026-04-03"}
    number = enter.enter(ledger, "document", asked).number
    agenda = AgendaDesk(lambda: ledger, lambda: clock().date())
    (due,) = agenda.due(14)
    agenda.settle(due)
    assert agenda.due(14) == () and ledger.records.by_number(number).values["handling"] == "已办结"
    ledger.undoing.undo()
    assert agenda.due(14) == (due,)
