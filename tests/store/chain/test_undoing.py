"""Undo, redo and the trash: taken back by the chain's own content, also after a restart, never into a sealed month."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.errors.steps import CannotRedo, CannotUndo
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]


def _state(ledger: Ledger) -> dict[str, dict[str, Any]]:
    """What the lists show: number → values."""
    return {record.number: dict(record.values) for record in ledger.records.page(DOCUMENT, limit=500)}


def test_steps_are_taken_back_one_after_the_other_and_done_again(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.change(DOCUMENT, record.id, {"pages": 3})
    ledger.records.withdraw(DOCUMENT, record.id)
    states = [{}, {record.number: {**record.values}}, {record.number: {**record.values, "pages": 3}}, {}]
    told = [ledger.undoing.undo() for _ in range(4)]
    assert [step and step.action for step in told] == ["withdraw", "change", "add", None]
    assert _state(ledger) == states[0]
    for after in states[1:]:
        assert ledger.undoing.redo() is not None
        assert _state(ledger) == after
    assert ledger.undoing.redo() is None
    assert ledger.check().ok


def test_undo_goes_on_after_a_restart(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.change(DOCUMENT, record.id, {"title": "改了的标题"})
    ledger.undoing.undo()
    ledger.close()
    with Ledger.open(path, clock=clock) as again:
        assert _state(again)[record.number]["title"] == record.values["title"]
        again.undoing.redo()
        assert _state(again)[record.number]["title"] == "改了的标题"
        again.undoing.undo()
        again.undoing.undo()
        assert _state(again) == {}
        assert again.records.count(DOCUMENT, text="安全检查") == 0


def test_something_new_ends_redo(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document())
    ledger.undoing.undo()
    ledger.records.add(DOCUMENT, document(title="另一份通知"))
    assert ledger.undoing.redo() is None
    assert ledger.undoing.undo() is not None
    assert _state(ledger) == {}


def test_several_rows_in_one_step_are_taken_back_together(ledger: Ledger, document: Written) -> None:
    records = ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号") for n in range(5)])
    with ledger.one_step():
        for record in records[:3]:
            ledger.records.change(DOCUMENT, record.id, {"urgency": "平急"})
    taken = ledger.undoing.undo()
    assert taken is not None
    assert taken.numbers == tuple(record.number for record in records[:3])
    assert not any(values["urgency"] for values in _state(ledger).values())
    ledger.undoing.undo()
    assert _state(ledger) == {}
    ledger.undoing.redo()
    assert len(_state(ledger)) == 5


def test_nothing_is_taken_back_into_a_sealed_month(ledger: Ledger, document: Written, seal: Callable[..., None]) -> None:
    ledger.records.add_many(DOCUMENT, [document(), document(received_on="2026-04-01")])
    seal(ledger, Month(2026, 3))
    head = ledger.history.head()
    with pytest.raises(CannotUndo, match="已封存"):
        ledger.undoing.undo()
    assert ledger.history.head() == head
    assert len(_state(ledger)) == 2


def test_a_late_paper_whose_date_was_changed_goes_back_to_where_it_was_booked(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    ledger.records.add(DOCUMENT, document())
    seal(ledger, Month(2026, 3))
    late = ledger.records.add(DOCUMENT, document(received_on="2026-03-20", title="补登"), late=True)
    moved = ledger.records.change(DOCUMENT, late.id, {"received_on": "2026-04-02"})
    assert (str(moved.month), moved.late) == ("2026-04", False)
    assert ledger.undoing.undo() is not None
    back = ledger.records.get(DOCUMENT, late.id)
    assert (str(back.month), back.late, back.values["received_on"]) == ("2026-04", True, "2026-03-20")
    assert ledger.undoing.redo() is not None
    assert not ledger.records.get(DOCUMENT, late.id).late
    assert ledger.check().ok


def test_a_step_that_cannot_be_taken_back_is_told_once_and_then_passed_over(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    april = ledger.records.add(DOCUMENT, document(received_on="2026-04-01", title="四月的"))
    march = ledger.records.add(DOCUMENT, document())
    ledger.records.change(DOCUMENT, march.id, {"title": "三月改过"})
    seal(ledger, Month(2026, 3))
    with pytest.raises(CannotUndo, match=march.number):
        ledger.undoing.undo()
    taken = ledger.undoing.undo()
    assert taken is not None and (taken.numbers, taken.passed) == ((april.number,), 1)
    assert set(_state(ledger)) == {march.number}
    redone = ledger.undoing.redo()
    assert redone is not None and redone.numbers == (april.number,)
    assert ledger.check().ok


def test_an_earlier_step_of_a_thing_is_not_taken_back_behind_a_later_one(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    record = ledger.records.add(DOCUMENT, document(received_on="2026-04-01"))
    ledger.records.change(DOCUMENT, record.id, {"received_on": "2026-03-30"})
    seal(ledger, Month(2026, 3))
    with pytest.raises(CannotUndo):
        ledger.undoing.undo()
    assert ledger.undoing.undo() is None
    assert set(_state(ledger)) == {record.number}


def test_a_body_that_is_no_longer_there_holds_up_no_earlier_step(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(DOCUMENT, [document(organ="甲局"), document(organ="乙局"), document(organ="丙局")])
    ids = {organ.name: organ.id for organ in ledger.organs.all()}
    ledger.organs.merge(ids["乙局"], into=ids["甲局"])
    ledger._book.connection.execute("DELETE FROM organ_alias")  # as a rescue that could not read it
    with pytest.raises(CannotUndo, match="乙局"):
        ledger.undoing.undo()
    assert ledger.undoing.undo() is not None


def test_withdrawn_record_comes_back_under_its_number(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.withdraw(DOCUMENT, record.id)
    assert ledger.trash.get(DOCUMENT, record.id).number == record.number
    assert ledger.trash.reinstate(DOCUMENT, record.id).values == record.values
    assert ledger.records.count(DOCUMENT, text="安全检查") == 1
    assert ledger.history.entries()[-1].action == "reinstate"
    assert ledger.check().ok


def test_withdrawn_record_does_not_come_back_into_a_sealed_month(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.withdraw(DOCUMENT, record.id)
    seal(ledger, Month(2026, 3))
    with pytest.raises(SealedMonth):
        ledger.trash.reinstate(DOCUMENT, record.id)


def test_purged_content_stops_undo(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.change(DOCUMENT, record.id, {"pages": 3})
    ledger._book.connection.execute("DELETE FROM history_content WHERE seq = 3")
    assert ledger.undoing.undo() is None


def test_who_changed_is_kept_beside_the_change_and_not_in_the_public_entry(ledger: Ledger, document: Written) -> None:
    ledger.history.account = "wangyuan"
    record = ledger.records.add(DOCUMENT, document())
    (change,) = ledger.history.of_record(record.number)
    assert change.beside == {"by": "wangyuan"}
    assert "wangyuan" not in str(change.entry.public())
    assert ledger.check().ok


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["add", "many", "change", "withdraw", "undo", "redo"]), max_size=14))
def test_any_work_can_be_taken_back_to_the_beginning_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, point: Any, clock: Any, document: Written, acts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("undo") / "ledger.db"
    with Ledger.create(path, point, clock=clock) as ledger:
        for turn, act in enumerate(acts):
            records = ledger.records.page(DOCUMENT, limit=50)
            if act == "add":
                ledger.records.add(DOCUMENT, document(title=f"第{turn}号"))
            elif act == "many":
                ledger.records.add_many(DOCUMENT, [document(title=f"第{turn}号之{n}") for n in range(3)])
            elif act == "change" and records:
                ledger.records.change(DOCUMENT, records[turn % len(records)].id, {"note": f"改{turn}"})
            elif act == "withdraw" and records:
                ledger.records.withdraw(DOCUMENT, records[turn % len(records)].id)
            elif act == "undo":
                ledger.undoing.undo()
            elif act == "redo":
                ledger.undoing.redo()
        while ledger.undoing.redo():
            pass
        last = _state(ledger)
        steps = 0
        while ledger.undoing.undo():
            steps += 1
        assert _state(ledger) == {}
        for _ in range(steps):
            assert ledger.undoing.redo()
        assert _state(ledger) == last
        assert ledger.check().ok


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["add", "late", "date", "note", "withdraw", "undo", "redo", "seal", "merge"]), st.integers(0, 9)),
                max_size=16))  # fmt: skip
def test_no_work_leaves_a_stack_that_is_stuck(
    tmp_path_factory: pytest.TempPathFactory, point: Any, clock: Any, document: Written, seal: Callable[..., None], acts: list[tuple[str, int]]
) -> None:
    with Ledger.create(tmp_path_factory.mktemp("stuck") / "ledger.db", point, clock=clock) as ledger:
        for turn, (act, choice) in enumerate(acts):
            try:
                _act(ledger, document, seal, act, choice, turn)
            except (SealedMonth, CannotUndo, CannotRedo):
                continue
        refused, before = 0, len(ledger.history.entries())
        while True:
            try:
                if ledger.undoing.undo() is None:
                    break
                refused = 0
            except CannotUndo:
                refused += 1
                assert refused == 1, "the same reason twice, and no step taken"
            assert len(ledger.history.entries()) < before + 200, "goes round in circles"
        left = _state(ledger)
        assert ledger.undoing.undo() is None and _state(ledger) == left
        last = ledger.months.last_sealed()
        for record in ledger.records.page(DOCUMENT, limit=500):
            steps = ledger.history.of_record(record.number)
            # What stands at the end stands because a closed month holds it now, or held it when something was done.
            assert last and any(str((step.before or {}).get("booked_in", "")) <= str(last) or str((step.after or {}).get("booked_in", "")) <= str(last) for step in steps)
        assert ledger.check().ok


def _act(ledger: Ledger, document: Written, seal: Callable[..., None], act: str, choice: int, turn: int) -> None:
    records = ledger.records.page(DOCUMENT, limit=50)
    day = f"2026-0{2 + choice % 4}-1{choice}"
    if act in ("add", "late"):
        ledger.records.add(DOCUMENT, document(title=f"第{turn}号", received_on=day, organ=f"{'甲乙丙'[choice % 3]}局"), late=act == "late")
    elif act == "date" and records:
        ledger.records.change(DOCUMENT, records[choice % len(records)].id, {"received_on": day})
    elif act == "note" and records:
        ledger.records.change(DOCUMENT, records[choice % len(records)].id, {"note": f"改{turn}", "minutes": turn})
    elif act == "withdraw" and records:
        ledger.records.withdraw(DOCUMENT, records[choice % len(records)].id)
    elif act == "undo":
        ledger.undoing.undo()
    elif act == "redo":
        ledger.undoing.redo()
    elif act == "seal":
        seal(ledger, ledger.months.next_to_seal() or Month(2026, 2 + choice % 2))
    elif act == "merge" and len(bodies := ledger.organs.all()) > 1:
        ledger.organs.merge(bodies[0].id, into=bodies[1].id)
