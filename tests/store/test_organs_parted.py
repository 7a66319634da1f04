"""A merge of two bodies can be taken back: name, level and records are as they were."""

from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.store import Ledger

Written = Callable[..., dict[str, Any]]


def test_parted_body_is_as_it_was(ledger: Ledger, document: Written) -> None:
    for organ in ("云川县应急管理局", "应急局", "应急局、云川县民政局", "安委办"):
        ledger.records.add(DOCUMENT, document(organ=organ))
    full, short, office = (ledger.organs.named(name) for name in ("云川县应急管理局", "应急局", "安委办"))
    assert full and short and office
    ledger.organs.describe(short.id, level=Level.COUNTY, nature="部门", line="应急")
    ledger.organs.merge(office.id, into=short.id)
    ledger.organs.merge(short.id, into=full.id)
    assert {record.level for record in ledger.records.page(DOCUMENT)} == {Level.COUNTY}
    assert ledger.check().ok
    parted = ledger.organs.part("应急局")
    assert (parted.level, parted.nature, parted.line, parted.aliases) == (Level.COUNTY, "部门", "应急", ("安委办",))
    rows = ledger._book.rows("SELECT organ, organ_id FROM document ORDER BY id")
    assert [organ_id for _, organ_id in rows] == [full.id, parted.id, parted.id, parted.id]
    assert ledger.organs.part("安委办").level is None
    assert ledger.check().ok and [change.entry.action for change in ledger.history.of_record("应急局")][-1] == "part"


def test_name_that_no_merge_made_cannot_be_parted(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document(organ="应急局"))
    for name in ("应急局", "别的局"):
        with pytest.raises(KeyError):
            ledger.organs.part(name)
