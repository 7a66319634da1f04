"""Citizens' identity and telephone numbers are masked before a typed, changed or imported record is stored, in every text field."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from burden_desktop.domain.field import FieldType
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.report.register import register_csv
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import change, enter
from burden_desktop.tasks.import_register import preview, store_rows

from ..conftest import StandingClock
from ..records import POINT

MOBILE = "13900000000"
MASKED = "*" * 11
DOCUMENT = {"received_on": "2026-03-05", "organ": "甲局", "title": "关于某事的通知"}
VISIT = {"starts_on": "2026-03-05", "organ": "甲局", "title": "某次检查", "filing_no": "备2026-13900000000"}


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_text_of_every_kind_is_masked(kind: Kind) -> None:
    words = [field.name for field in kind.fields if field.type in (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.ORGAN)]
    masked = kind.masked(dict.fromkeys(words, f"找老某 {MOBILE}"))
    assert {name for name, value in masked.items() if MOBILE in value} == {"doc_no", "filing_no"} & set(words)


def test_typed_and_changed_records_are_masked_and_numbers_of_papers_stay(ledger: Ledger) -> None:
    typed = enter(ledger, "document", {**DOCUMENT, "note": f"联系电话：{MOBILE}，经费13900000000元", "doc_no": "甲发〔2026〕3号"})
    assert (typed.values["note"], typed.values["doc_no"]) == (f"联系电话：{MASKED}，经费13900000000元", "甲发〔2026〕3号")
    changed = change(ledger, "document", typed.id, {"handling": f"已转 {MOBILE}"})
    assert changed.values["handling"] == f"已转 {MASKED}"
    visit = enter(ledger, "inspection", VISIT)
    assert visit.values["filing_no"] == "备2026-13900000000"


def test_history_holds_no_number_either(ledger: Ledger) -> None:
    enter(ledger, "document", {**DOCUMENT, "note": f"电话{MOBILE}"})
    assert MOBILE.encode() not in Path(ledger.path).read_bytes()


def test_imported_rows_are_masked_and_the_same_register_brings_nothing_new(ledger: Ledger, tmp_path: Path) -> None:
    register = tmp_path / "收文.csv"
    register.write_text(f"收文日期,来文单位,标题,备注\n2026-03-05,甲局,关于某事的通知,联系人{MOBILE}\n", "utf-8")
    first = store_rows(ledger, preview(register, None, date(2026, 4, 2)))
    assert [record.values["note"] for record in first.records] == [f"联系人{MASKED}"]
    again = store_rows(ledger, preview(register, None, date(2026, 4, 2)))
    assert (again.records, [row.changed for row in again.standing.known.values()]) == ((), [()])


def test_a_masked_record_goes_out_and_comes_back_as_it_is(ledger: Ledger, tmp_path: Path) -> None:
    kept = enter(ledger, "document", {**DOCUMENT, "note": f"电话{MOBILE}"})
    out = tmp_path / "收文导出.csv"
    out.write_bytes(register_csv(kind_named("document"), [kept]))
    row = preview(out, None, date(2026, 4, 2)).rows[0]
    assert row.values["note"] == kept.values["note"] == f"电话{MASKED}"
    assert store_rows(ledger, preview(out, None, date(2026, 4, 2))).records == ()
