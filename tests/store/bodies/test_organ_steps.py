"""Steps over bodies are taken back and done again as those over records are; names are written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.errors.bodies import NameInUse, NameOfAnother
from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.store import Ledger

Written = Callable[..., dict[str, Any]]


def _directory(ledger: Ledger) -> dict[str, tuple[Any, ...]]:
    return {organ.name: (organ.level, organ.nature, organ.line, organ.aliases) for organ in ledger.organs.all()}


def _pointers(ledger: Ledger) -> list[str]:
    names = {organ.id: organ.name for organ in ledger.organs.all()}
    return [names[id] for (id,) in ledger._book.rows("SELECT organ_id FROM document ORDER BY id")]


def _id(ledger: Ledger, name: str) -> int:
    organ = ledger.organs.named(name)
    assert organ is not None
    return organ.id


def test_every_step_over_bodies_is_undone_and_redone(ledger: Ledger, document: Written) -> None:
    for name in ("云川县应急管理局", "应急局", "安委办"):
        ledger.records.add(DOCUMENT, document(organ=name))
    steps: list[Callable[[], object]] = [
        lambda: ledger.organs.describe(_id(ledger, "应急局"), level=Level.COUNTY, nature="部门", line="应急"),
        lambda: ledger.organ_names.set_aliases(_id(ledger, "应急局"), ["县应急局", "应急办"]),
        lambda: ledger.organs.merge(_id(ledger, "应急局"), into=_id(ledger, "云川县应急管理局")),
        lambda: ledger.organs.merge(_id(ledger, "安委办"), into=_id(ledger, "云川县应急管理局")),
        lambda: ledger.organ_names.lead_with(_id(ledger, "云川县应急管理局"), "应急局"),
        lambda: ledger.organs.part("安委办"),
    ]
    states = [(_directory(ledger), _pointers(ledger))]
    for step in steps:
        step()
        states.append((_directory(ledger), _pointers(ledger)))
    for before in reversed(states[:-1]):
        taken = ledger.undoing.undo()
        assert taken is not None and taken.kinds == {"organ"}
        assert (_directory(ledger), _pointers(ledger)) == before
        assert ledger.check().ok
    for after in states[1:]:
        assert ledger.undoing.redo() is not None
        assert (_directory(ledger), _pointers(ledger)) == after
        assert ledger.check().ok


def test_records_and_bodies_are_taken_back_in_their_order(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document(organ="应急管理局"))
    ledger.records.add(DOCUMENT, document(organ="应急局"))
    ledger.organs.merge(_id(ledger, "应急局"), into=_id(ledger, "应急管理局"))
    ledger.records.add(DOCUMENT, document(organ="应急局"))
    told = [ledger.undoing.undo() for _ in range(3)]
    assert [step and step.action for step in told] == ["add", "merge", "add"]
    assert ledger.check().ok


def test_a_name_of_another_body_or_one_that_records_bear_is_refused(ledger: Ledger, document: Written) -> None:
    for name in ("应急管理局", "民政局"):
        ledger.records.add(DOCUMENT, document(organ=name))
    id = _id(ledger, "应急管理局")
    with pytest.raises(NameOfAnother):
        ledger.organ_names.set_aliases(id, ["民政局"])
    ledger.organ_names.set_aliases(id, ["应急局", "应急管理局", ""])
    ledger.records.add(DOCUMENT, document(organ="应急局、民政局"))
    with pytest.raises(NameInUse) as refused:
        ledger.organ_names.set_aliases(id, [])
    assert refused.value.sentence.values["count"] == 1
    with pytest.raises(KeyError):
        ledger.organ_names.lead_with(id, "没有的名称")
    assert ledger.check().ok
