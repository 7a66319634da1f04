"""Several records at once, the trash and a record's past, as the window asks for them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.chain.past import Difference
from burden_desktop.domain.errors.batch import RecordRefuses
from burden_desktop.domain.errors.entry import Classified
from burden_desktop.domain.listing import Listing
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk


@pytest.fixture
def desk(tmp_path: Path, clock: Any) -> Iterator[LedgerDesk]:
    point = Point("青禾县柳溪镇", "QH-07", reporter="镇党政办")
    made = LedgerDesk(Ledger.create(tmp_path / "ledger.db", point, clock=clock), clock)
    for n in range(3):
        made.add("document", {"received_on": f"2026-04-0{n + 1}", "organ": "青禾县水务局", "title": f"第{n}号通知"})
    yield made
    made.close()


def _ids(desk: LedgerDesk) -> list[int]:
    return [record.id for record in desk.lists.at("document", Listing(descending=False), 0, 10)]


def test_one_field_is_set_in_several_records_and_taken_back_in_one(desk: LedgerDesk) -> None:
    changed = desk.steps.set_field("document", _ids(desk), "urgency", "加急")
    assert [record.values["urgency"] for record in changed] == ["加急"] * 3
    desk.steps.undo()
    assert [desk.lists.at("document", Listing(), n, 1)[0].values["urgency"] for n in range(3)] == [None] * 3
    desk.steps.redo()
    assert desk.lists.at("document", Listing(), 0, 1)[0].values["urgency"] == "加急"


def test_one_record_that_refuses_keeps_all_as_they_were_and_is_named(desk: LedgerDesk) -> None:
    with pytest.raises(RecordRefuses) as refused:
        desk.steps.set_field("document", _ids(desk), "issued_on", "2026-04-02")
    assert "收2026-0001" in str(refused.value)
    assert {record.values["issued_on"] for record in desk.lists.at("document", Listing(), 0, 9)} == {None}


def test_secrecy_mark_is_refused_in_several_records_too(desk: LedgerDesk) -> None:
    with pytest.raises(Classified):
        desk.steps.set_field("document", _ids(desk), "note", "秘密★1年")


def test_several_are_withdrawn_and_brought_back(desk: LedgerDesk) -> None:
    ids = _ids(desk)
    desk.steps.withdraw("document", ids[:2])
    assert desk.lists.count("document", Listing()) == 1
    assert desk.lists.count("document", Listing(withdrawn=True)) == 2
    desk.steps.reinstate("document", ids[:2])
    assert desk.lists.count("document", Listing()) == 3
    assert desk.steps.undo() is not None
    assert desk.lists.count("document", Listing()) == 1


def test_past_tells_who_when_before_and_after(desk: LedgerDesk, clock: Any) -> None:
    (first, *_) = _ids(desk)
    clock.advance(days=1)
    desk.change("document", first, {"title": "改过的通知"})
    desk.steps.undo()
    added, changed, undone = desk.steps.past("document", "收2026-0001")
    assert (added.action, added.by, added.differences) == ("add", "镇党政办", ())
    assert changed.differences[0] == Difference("title", "第0号通知", "改过的通知")
    assert changed.at > added.at
    assert (undone.action, undone.taken_back) == ("change", True)
    assert undone.differences[0] == Difference("title", "改过的通知", "第0号通知")
