"""Kept counts always equal a count made anew, whatever was written in between."""

import secrets
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.domain.kinds.document import DOCUMENT
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.tally import Tally
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger

MARCH = Month(2026, 3)


def paper(ledger: Ledger, day: str, title: str = "一件事", *, organ: str = "青禾县民政局", minutes: int | None = None) -> int:
    values = DOCUMENT.validate({"received_on": day, "organ": organ, "title": title, "minutes": minutes})
    return ledger.records.add(DOCUMENT, values).id


def test_a_kept_count_is_forgotten_when_a_record_of_its_period_changes(ledger: Ledger) -> None:
    count = ledger.counts
    kept = paper(ledger, "2026-03-05", "甲")
    assert count.period(DOCUMENT, MARCH, MARCH) == Tally(1, 1, 0)
    paper(ledger, "2026-03-06", "乙", minutes=20)
    assert count.period(DOCUMENT, MARCH, MARCH) == Tally(2, 2, 20)
    ledger.records.change(DOCUMENT, kept, {"received_on": "2026-02-27"})
    assert count.period(DOCUMENT, MARCH, MARCH) == Tally(1, 1, 20)
    assert count.period(DOCUMENT, MARCH.previous, MARCH) == Tally(2, 2, 20)
    ledger.records.withdraw(DOCUMENT, kept)
    assert count.period(DOCUMENT, MARCH.previous, MARCH) == Tally(1, 1, 20)
    assert count.period(DOCUMENT, MARCH, MARCH.previous) == Tally()


def test_months_are_counted_by_body_and_as_a_whole(ledger: Ledger) -> None:
    paper(ledger, "2026-01-05", "甲")
    paper(ledger, "2026-03-05", "乙", organ="青禾县水利局")
    months = ledger.counts.by_month(DOCUMENT, Month(2026, 1), MARCH)
    names = {organ.id: organ.name for organ in ledger.organs.all()}
    assert [months[at][0].things for at in sorted(months)] == [1, 0, 1]
    assert {names[organ]: tally.things for organ, tally in months[MARCH].items() if organ} == {"青禾县水利局": 1}
    paper(ledger, "2026-02-05", "丙")
    assert ledger.counts.by_month(DOCUMENT, Month(2026, 1), MARCH)[Month(2026, 2)][0].things == 1
    assert ledger.counts.by_month(DOCUMENT, MARCH, MARCH.previous) == {}


def test_merged_bodies_count_together(ledger: Ledger) -> None:
    paper(ledger, "2026-03-05", "甲", organ="青禾县民政局")
    paper(ledger, "2026-03-06", "乙", organ="县民政局")
    ledger.counts.by_month(DOCUMENT, MARCH, MARCH)
    ids = {organ.name: organ.id for organ in ledger.organs.all()}
    ledger.organs.merge(ids["县民政局"], into=ids["青禾县民政局"])
    assert ledger.counts.by_month(DOCUMENT, MARCH, MARCH)[MARCH] == {0: Tally(2, 2, 0), ids["青禾县民政局"]: Tally(2, 2, 0)}


steps = st.lists(
    st.tuples(st.sampled_from(["add", "move", "withdraw"]), st.integers(1, 12), st.integers(0, 3), st.integers(0, 9)), min_size=3, max_size=8
)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_every_kept_count_equals_a_fresh_one(
    tmp_path: Path, point: Point, clock: Any, steps: list[tuple[str, int, int, int]]
) -> None:
    with Ledger.create(tmp_path / secrets.token_hex(8) / "ledger.db", point, clock=clock) as ledger:
        ids: list[int] = []
        for act, month, title, minutes in steps:
            day = f"2026-{month:02}-05"
            if act == "add" or not ids:
                ids.append(paper(ledger, day, f"第{title}件", minutes=minutes))
            elif act == "move":
                ledger.records.change(DOCUMENT, ids[minutes % len(ids)], {"received_on": day})
            else:
                ledger.records.withdraw(DOCUMENT, ids.pop(minutes % len(ids)))
            for at in (Month(2026, month), Month(2026, 12)):
                assert ledger.counts.year_to_date(DOCUMENT, at) == ledger.tallies.of(DOCUMENT, at.january, at)
                assert ledger.counts.by_month(DOCUMENT, at, at)[at][0] == ledger.tallies.of(DOCUMENT, at, at)


def test_a_ledger_that_cannot_be_written_is_counted_each_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    paper(ledger, "2026-03-05")

    def full(*_: object) -> None:
        raise CannotWrite(path="x", detail="full")

    monkeypatch.setattr(type(ledger._book), "writing", full)
    assert ledger.counts.period(DOCUMENT, MARCH, MARCH) == Tally(1, 1, 0)
    assert ledger.counts.by_month(DOCUMENT, MARCH, MARCH)[MARCH][0] == Tally(1, 1, 0)
