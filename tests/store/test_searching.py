"""Any substring and first letters of pinyin find records of every kind, newest first, and say where the words stand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.finding import spans_of
from burden_desktop.domain.kinds import DOCUMENT, KINDS, MEETING, PROBLEM
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger

Written = Callable[..., dict[str, Any]]
LETTERS = dict(zip("消防检查通知云川县应急管理局", "xfjctzycxyjglj", strict=True))


def spell(text: str) -> str:
    return "".join(LETTERS.get(character, character.lower()) for character in text)


@pytest.fixture
def ledger(path: Path, point: Point, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(path, point, clock=clock, spell=spell) as made:
        yield made


def found(ledger: Ledger, text: str) -> list[str]:
    return [hit.record.number for hit in ledger.searching.find(KINDS, text)]


def test_words_of_any_length_and_letters_find_across_kinds(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document(title="关于消防检查的通知", doc_no="云消〔2026〕3号", note="请转消防员"))
    ledger.records.add(MEETING, MEETING.validate({"held_on": "2026-03-09", "organ": "云川县应急管理局", "title": "消防工作会"}))
    ledger.records.add(PROBLEM, PROBLEM.validate({"fact": "重复查消防台账", "category": "留痕", "found_on": "2026-03-01"}))
    for text in ("消", "消防", "XF", "xf"):
        assert found(ledger, text) == ["会2026-0001", "收2026-0001", "问2026-0001"]
    assert found(ledger, "xfjc") == ["收2026-0001"]
    assert found(ledger, "yjglj") == ["会2026-0001"]
    assert found(ledger, "〕3") == found(ledger, "消防员") == ["收2026-0001"]
    assert found(ledger, "") == found(ledger, "水利") == []


def test_hits_say_where_the_words_stand(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document(title="消防检查和消防演练", organ="云川县消防局"))
    (hit,) = ledger.searching.find(KINDS, "消防")
    assert hit.spans == {"organ": ((3, 5),), "title": ((0, 2), (5, 7))}
    (hit,) = ledger.searching.find(KINDS, "xfjc")
    assert hit.spans == {"title": ((0, 4),)}
    (hit,) = ledger.searching.find(KINDS, "2026-0001")
    assert hit.spans == {"number": ((1, 10),)}


def test_changed_and_withdrawn_records_are_found_as_they_stand(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document(title="消防检查"))
    ledger.records.change(DOCUMENT, record.id, {"title": "应急管理"})
    assert found(ledger, "xfjc") == [] and found(ledger, "yjgl") == [record.number]
    ledger.records.withdraw(DOCUMENT, record.id)
    assert found(ledger, "yjgl") == []
    ledger.trash.reinstate(DOCUMENT, record.id)
    assert found(ledger, "yjgl") == [record.number]


def test_first_rows_are_the_last_recorded(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(DOCUMENT, [document(title=f"消防第{place}号", received_on=f"2026-03-{place:02d}") for place in range(1, 29)])
    assert [hit.record.id for hit in ledger.searching.find(KINDS, "消防", limit=3)] == [28, 27, 26]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(title=st.text("消防检查Ab1-", min_size=1, max_size=12), start=st.integers(0, 11), length=st.integers(1, 12))
def test_every_part_of_a_title_finds_it(ledger: Ledger, document: Written, title: str, start: int, length: int) -> None:
    record = ledger.records.add(DOCUMENT, document(title=title))
    part = str(record.values["title"])[start : start + length].strip()
    if part:
        hits = {hit.record.id: hit for hit in ledger.searching.find(KINDS, part, limit=1_000)}
        (begin, end), *_ = hits[record.id].spans["title"]
        assert title[begin:end].lower() == part.lower()
        assert record.id in {hit.record.id for hit in ledger.searching.find(KINDS, spell(part), limit=1_000)}


def test_letters_of_another_length_mark_nothing(document: Written) -> None:
    values = document(title="消防检查")
    assert spans_of(DOCUMENT, "收2026-0001", values, ["", "", "xf"], "xf") == {}
