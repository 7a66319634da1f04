"""A sealed month takes nothing in by any door, but for what happens afterwards; sealing is refused if anything moved."""

from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.domain.chain.history import GENESIS
from burden_desktop.domain.errors.months import (
    BeforeFirstSealed,
    MonthChanged,
    MonthNotSealed,
    MonthOutOfOrder,
    ReasonMissing,
    SealedMonth,
)
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.tally import Tally
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")
MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
Written = Callable[..., dict[str, Any]]
Seal = Callable[..., None]


def test_sealed_month_refuses_every_door(ledger: Ledger, document: Written, seal: Seal) -> None:
    inside = ledger.records.add(DOCUMENT, document())
    beyond = ledger.records.add(DOCUMENT, document(received_on="2026-04-02"))
    seal(ledger, MARCH)
    before = ledger.history.head()
    for door in (
        lambda: ledger.records.add(DOCUMENT, document()),
        lambda: ledger.records.add_many(DOCUMENT, [document(received_on="2026-04-03"), document()]),
        lambda: ledger.records.change(DOCUMENT, inside.id, {"title": "别的"}),
        lambda: ledger.records.change(DOCUMENT, inside.id, {"received_on": "2026-04-01"}),
        lambda: ledger.records.change(DOCUMENT, inside.id, {"title": "别的", "handling": "已办"}),
        lambda: ledger.records.change(DOCUMENT, beyond.id, {"received_on": "2026-03-31"}),
        lambda: ledger.records.withdraw(DOCUMENT, inside.id),
    ):
        with pytest.raises(SealedMonth):
            door()
    assert ledger.history.head() == before
    assert ledger.records.in_month(DOCUMENT, MARCH) == (inside,)


def test_what_follows_may_be_written_into_a_sealed_month(ledger: Ledger, document: Written, seal: Seal) -> None:
    record = ledger.records.add(DOCUMENT, document())
    seal(ledger, MARCH)
    changed = ledger.records.change(DOCUMENT, record.id, {**record.values, "handling": "已报送", "minutes": 30})
    assert (changed.values["handling"], changed.values["minutes"]) == ("已报送", 30)
    assert ledger.check().ok


def test_late_record_counts_apart_in_the_first_open_month(ledger: Ledger, document: Written, seal: Seal) -> None:
    ledger.records.add(DOCUMENT, document())
    seal(ledger, MARCH)
    late = ledger.records.add(DOCUMENT, document(title="迟到的通知", minutes=9), late=True)
    assert (late.month, late.late, late.values["received_on"]) == (APRIL, True, "2026-03-05")
    assert ledger.records.in_month(DOCUMENT, APRIL) == (late,)
    assert ledger.tallies.of(DOCUMENT, MARCH, APRIL) == Tally(things=1, receipts=1)
    corrected = ledger.records.change(DOCUMENT, late.id, {"received_on": "2026-03-04"})
    assert (corrected.month, corrected.late) == (APRIL, True)
    assert ledger.check().ok


def test_late_says_nothing_in_a_month_that_is_still_ahead(ledger: Ledger, document: Written, seal: Seal) -> None:
    assert not ledger.records.add(DOCUMENT, document(), late=True).late
    seal(ledger, MARCH)
    ahead = ledger.records.add(DOCUMENT, document(received_on="2026-05-02"), late=True)
    assert (ahead.month, ahead.late) == (MAY, False)


def test_month_before_the_first_sealed_one_takes_late_entries_only(ledger: Ledger, document: Written, seal: Seal) -> None:
    before = ledger.records.add(DOCUMENT, document(received_on="2026-02-01"))
    seal(ledger, MARCH)
    for write in (
        lambda: ledger.records.add(DOCUMENT, document(received_on="2025-03-01")),
        lambda: ledger.records.change(DOCUMENT, before.id, {"title": "别的"}),
        lambda: ledger.records.withdraw(DOCUMENT, before.id),
    ):
        with pytest.raises(BeforeFirstSealed, match="补登"):
            write()
    late = ledger.records.add(DOCUMENT, document(received_on="2025-03-01"), late=True)
    assert (late.month, late.late) == (APRIL, True)


def test_late_record_dated_anew_into_the_open_month_is_late_no_more(ledger: Ledger, document: Written, seal: Seal) -> None:
    seal(ledger, MARCH)
    late = ledger.records.add(DOCUMENT, document(), late=True)
    moved = ledger.records.change(DOCUMENT, late.id, {"received_on": "2026-04-02"})
    assert (moved.month, moved.late) == (APRIL, False)
    assert ledger.check().ok


def test_first_sealed_month_may_be_any_and_later_ones_follow(ledger: Ledger, seal: Seal) -> None:
    months = ledger.months
    assert (months.last_sealed(), months.next_to_seal(), months.signed_head()) == (None, None, (0, GENESIS))
    assert months.sealed(MARCH) is None
    seal(ledger, MARCH)
    assert (months.last_sealed(), months.next_to_seal()) == (MARCH, APRIL)
    for wrong in (MAY, Month(2026, 2)):
        with pytest.raises(MonthOutOfOrder):
            seal(ledger, wrong)
    with pytest.raises(SealedMonth):
        seal(ledger, MARCH, 2)
    seal(ledger, APRIL)
    assert [sealed.month for sealed in months.all()] == [MARCH, APRIL]


def test_seal_keeps_what_was_signed(ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    head = ledger.history.head()
    ledger.months.seal(MARCH, revision=1, file_name="月报.pdf", sha256="ab" * 32, expected_head=head)
    sealed = ledger.months.sealed(MARCH)
    assert sealed
    assert (sealed.revision, sealed.file_name, sealed.sha256) == (1, "月报.pdf", "ab" * 32)
    assert (sealed.chain_seq, sealed.chain_head) == head == ledger.months.signed_head()
    assert (sealed.open_for_correction, sealed.reason) == (False, "")
    assert sealed.sealed_at == clock().isoformat(timespec="seconds")
    last = ledger.history.entries(head[0])
    assert [(entry.action, entry.kind, entry.number) for entry in last] == [("seal", "month", "2026-03")]


def test_a_seal_bears_the_time_of_its_entry_whenever_the_second_changes(
    ledger: Ledger, clock: Any, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ticking() -> Any:
        clock.advance(seconds=1)
        return clock.now

    object.__setattr__(ledger._book, "clock", ticking)
    seal(ledger, MARCH)
    assert ledger.check().ok


def test_seal_is_refused_when_the_ledger_moved(ledger: Ledger, document: Written) -> None:
    head = ledger.history.head()
    ledger.records.add(DOCUMENT, document())
    with pytest.raises(MonthChanged):
        ledger.months.seal(MARCH, revision=1, file_name="a", sha256="b", expected_head=head)
    with pytest.raises(MonthChanged):
        ledger.months.seal(MARCH, revision=0, file_name="a", sha256="b", expected_head=ledger.history.head())
    assert ledger.months.all() == ()


def test_corrected_month_is_open_until_its_next_revision(ledger: Ledger, document: Written, seal: Seal) -> None:
    seal(ledger, MARCH)
    ledger.months.reopen(MARCH, " 漏记一件 ")
    opened = ledger.months.sealed(MARCH)
    assert opened and (opened.open_for_correction, opened.reason, opened.revision) == (True, "漏记一件", 1)
    ledger.records.add(DOCUMENT, document())
    with pytest.raises(MonthChanged):
        seal(ledger, MARCH, 1)
    seal(ledger, MARCH, 2)
    sealed = ledger.months.sealed(MARCH)
    assert sealed and (sealed.open_for_correction, sealed.revision, sealed.reason) == (False, 2, "漏记一件")
    assert ledger.months.signed_head() == (sealed.chain_seq, sealed.chain_head)
    assert [entry.action for entry in ledger.history.entries(1)] == ["seal", "reopen", "add", "seal"]
    with pytest.raises(SealedMonth):
        ledger.records.add(DOCUMENT, document())
    assert ledger.months.next_to_seal() == APRIL


def test_reopening_needs_a_reason_and_a_sealed_month(ledger: Ledger, seal: Seal) -> None:
    with pytest.raises(MonthNotSealed):
        ledger.months.reopen(MARCH, "漏记")
    seal(ledger, MARCH)
    with pytest.raises(ReasonMissing):
        ledger.months.reopen(MARCH, " ")
    ledger.months.reopen(MARCH, "漏记")
    with pytest.raises(MonthNotSealed):
        ledger.months.reopen(MARCH, "再来")


def test_a_month_is_closed_once_it_is_sealed(ledger: Ledger, document: Written, seal: Seal) -> None:
    ledger.records.add(DOCUMENT, document())
    assert not ledger.months.is_closed(MARCH)
    seal(ledger, MARCH)
    assert ledger.months.is_closed(MARCH) and not ledger.months.is_closed(APRIL)
