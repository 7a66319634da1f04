"""Records go in whole, come out as they went in, and their numbers never come twice."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.errors.entry import UnknownRecord
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.tally import Tally
from burden_desktop.store import Ledger
from burden_desktop.store.records import place_after

DOCUMENT, MEETING, INSPECTION = KINDS[:3]
MARCH = Month(2026, 3)
Written = Callable[..., dict[str, Any]]


def test_record_comes_back_as_it_was_kept(ledger: Ledger, document: Written, clock: Any) -> None:
    values = document(doc_no="云政办〔2026〕3号", deadline="2026-03-20", pages=4, asks="填表、制定配套")
    kept = ledger.records.add(DOCUMENT, values)
    assert kept.values == values
    assert (kept.number, kept.month, kept.late, kept.level) == ("收2026-0001", MARCH, False, Level.COUNTY)
    assert kept.created_at == kept.changed_at == clock().isoformat(timespec="seconds")
    assert ledger.records.get(DOCUMENT, kept.id) == kept
    assert ledger.records.by_number("收2026-0001") == kept
    assert ledger.records.in_month(DOCUMENT, MARCH) == (kept,)


def test_every_kind_can_be_kept(ledger: Ledger, document: Written, meeting: Written) -> None:
    visit = INSPECTION.validate({"starts_on": "2026-03-09", "organ": "省应急管理厅", "title": "安全检查", "minutes": 90})
    added = [
        ledger.records.add(DOCUMENT, document()),
        ledger.records.add(MEETING, meeting()),
        ledger.records.add(INSPECTION, visit),
    ]
    assert [record.number for record in added] == ["收2026-0001", "会2026-0001", "检2026-0001"]
    assert [ledger.records.by_number(record.number) for record in added] == added


def test_numbers_run_by_kind_and_year_of_the_date(ledger: Ledger, document: Written) -> None:
    days = ("2025-12-31", "2026-01-01", "2025-11-02", "2026-01-03")
    added = ledger.records.add_many(DOCUMENT, [document(received_on=day) for day in days])
    assert [record.number for record in added] == ["收2025-0001", "收2026-0001", "收2025-0002", "收2026-0002"]


def test_number_of_a_withdrawn_record_is_not_given_again(ledger: Ledger, document: Written) -> None:
    last = ledger.records.add_many(DOCUMENT, [document(), document()])[-1]
    ledger.records.withdraw(DOCUMENT, last.id)
    assert ledger.records.add(DOCUMENT, document()).number == "收2026-0003"


def test_withdrawn_record_is_in_no_list_and_no_count(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    ledger.records.withdraw(DOCUMENT, record.id)
    assert ledger.records.in_month(DOCUMENT, MARCH) == ledger.records.page(DOCUMENT) == ()
    assert ledger.records.page(DOCUMENT, text="安全") == ()
    assert ledger.records.count(DOCUMENT) == 0
    assert ledger.tallies.of(DOCUMENT, MARCH, MARCH) == Tally()
    assert ledger.tallies.first_month() is None
    for look in (
        lambda: ledger.records.get(DOCUMENT, record.id),
        lambda: ledger.records.by_number(record.number),
        lambda: ledger.records.withdraw(DOCUMENT, record.id),
        lambda: ledger.records.change(DOCUMENT, record.id, document(title="另一件")),
    ):
        with pytest.raises(UnknownRecord):
            look()
    assert ledger.check().ok


def test_change_is_kept_and_told(ledger: Ledger, document: Written, clock: Any) -> None:
    record = ledger.records.add(DOCUMENT, document())
    clock.advance(hours=1)
    changed = ledger.records.change(DOCUMENT, record.id, {**record.values, "title": "关于取消检查的通知", "pages": 2})
    assert (changed.values["title"], changed.values["pages"]) == ("关于取消检查的通知", 2)
    assert changed.changed_at > changed.created_at == record.created_at
    assert ledger.records.page(DOCUMENT, text="取消") == (changed,)
    assert ledger.records.page(DOCUMENT, text="安全") == ()
    assert changed.family != record.family
    assert ledger.check().ok


def test_change_of_some_fields_leaves_the_others(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document(pages=7))
    changed = ledger.records.change(DOCUMENT, record.id, {"handling": "已办结"})
    assert changed.values == {**record.values, "handling": "已办结"}


def test_change_that_changes_nothing_leaves_no_entry(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    assert ledger.records.change(DOCUMENT, record.id, record.values) == record
    assert len(ledger.history.entries(1)) == 1


def test_new_date_moves_the_record_to_its_month(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    moved = ledger.records.change(DOCUMENT, record.id, {"received_on": "2026-05-01"})
    assert (moved.month, moved.number) == (Month(2026, 5), record.number)
    assert ledger.records.in_month(DOCUMENT, MARCH) == ()


def test_new_body_changes_the_level(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document())
    assert ledger.records.change(DOCUMENT, record.id, {"organ": "省财政厅"}).level is Level.PROVINCE


def test_many_are_kept_whole_or_not_at_all(ledger: Ledger, document: Written) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        ledger.records.add_many(DOCUMENT, [document(), {**document(), "title": None}])
    assert ledger.records.count(DOCUMENT) == 0
    assert ledger.history.entries(1) == ()
    assert ledger.records.add_many(DOCUMENT, []) == ()
    assert ledger.records.add(DOCUMENT, document()).number == "收2026-0001"


def test_receipts_of_one_paper_are_one_thing(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(
        DOCUMENT,
        [
            document(doc_no="云政办〔2026〕3号", channel="电子公文", minutes=10),
            document(doc_no="云政办〔2026〕3号", channel="纸质", minutes=5),
            document(doc_no="云政办〔2026〕4号"),
            document(doc_no="云政办〔2026〕3号", received_on="2026-04-01"),
        ],
    )
    tally = ledger.tallies.of
    assert tally(DOCUMENT, MARCH, MARCH) == Tally(things=2, receipts=3, minutes=15)
    assert tally(DOCUMENT, MARCH.january, Month(2026, 4)) == Tally(things=2, receipts=4, minutes=15)
    assert tally(DOCUMENT, Month(2026, 5), Month(2026, 6)) == Tally()


def test_meetings_stand_alone_and_add_up_their_duration(ledger: Ledger, meeting: Written) -> None:
    ledger.records.add_many(MEETING, [meeting(starts_at="9:00", ends_at="10:30"), meeting(), meeting(duration_minutes=30)])
    assert ledger.tallies.of(MEETING, MARCH, MARCH) == Tally(things=3, receipts=3, minutes=120)


def test_first_month_looks_at_every_kind(ledger: Ledger, document: Written, meeting: Written) -> None:
    ledger.records.add(DOCUMENT, document())
    ledger.records.add(MEETING, meeting(held_on="2025-11-03"))
    assert ledger.tallies.first_month() == Month(2025, 11)


@pytest.mark.parametrize("newest_first", [True, False])
def test_pages_put_together_are_the_whole_list(ledger: Ledger, document: Written, newest_first: bool) -> None:
    days = [f"2026-03-{1 + n * 7 % 5:02d}" for n in range(23)]
    added = ledger.records.add_many(DOCUMENT, [document(received_on=day) for day in days])
    shown: list[Any] = []
    after = None
    while page := ledger.records.page(DOCUMENT, after=after, limit=5, newest_first=newest_first):
        shown.extend(page)
        after = place_after(DOCUMENT, page[-1])
    assert shown == sorted(added, key=lambda record: place_after(DOCUMENT, record), reverse=newest_first)


def test_page_and_count_keep_to_a_month(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(DOCUMENT, [document(), document(received_on="2026-04-01")])
    assert [record.month for record in ledger.records.page(DOCUMENT, month=MARCH)] == [MARCH]
    assert (ledger.records.count(DOCUMENT), ledger.records.count(DOCUMENT, MARCH)) == (2, 1)


def test_month_is_read_in_order_of_dates(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(DOCUMENT, [document(received_on=f"2026-03-{day}") for day in ("09", "02", "09", "01")])
    shown = [(record.values["received_on"], record.id) for record in ledger.records.in_month(DOCUMENT, MARCH)]
    assert shown == sorted(shown)


# --- search ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["关", "安全", "关于开展安全检查的通知", "云川县", "办〔2026〕3", "2026-0001", "PPT", "ppt", " 检查 ", '引"号', "百分之5%", "_"]
)
def test_any_substring_is_found(ledger: Ledger, document: Written, text: str) -> None:
    record = ledger.records.add(
        DOCUMENT, document(doc_no="云政办〔2026〕3号", note='用PPT汇报，引"号，百分之5%，a_b', handling="转办\n第二行")
    )
    assert ledger.records.page(DOCUMENT, text=text) == (record,)
    assert ledger.records.count(DOCUMENT, text=text) == 1


@pytest.mark.parametrize("text", ["无", "安检", "通知云川", "全安", '"', "*", "NOT 安全", "安全 OR 检查", "3号关于"])
def test_what_does_not_stand_there_is_not_found(ledger: Ledger, document: Written, text: str) -> None:
    ledger.records.add(DOCUMENT, document(doc_no="云政办〔2026〕3号"))
    assert ledger.records.page(DOCUMENT, text=text) == ()


def test_search_for_nothing_shows_all(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document())
    assert len(ledger.records.page(DOCUMENT, text=" \u200b")) == 1


WORDS = st.text(alphabet="甲乙丙丁〔〕ab1\"' -*", min_size=1, max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(alphabet="甲乙丙丁〔〕ab1\"' -*", min_size=1, max_size=14), text=WORDS)
def test_search_finds_exactly_the_substrings(ledger: Ledger, document: Written, title: str, text: str) -> None:
    values = {**document(organ="某"), "title": title}
    record = ledger.records.add(DOCUMENT, values)
    found = record in ledger.records.page(DOCUMENT, text=text, limit=10_000)
    line = " ".join(text.split())
    words = (record.number, "某", *(str(values[field.name]) for field in DOCUMENT.text_fields if values[field.name]))
    assert found == any(line in word for word in words)


# --- bodies ------------------------------------------------------------------------------------------


def test_unknown_body_is_added_with_the_level_that_its_name_tells(ledger: Ledger, document: Written) -> None:
    ledger.records.add(DOCUMENT, document(organ="云川县水利局、云川县财政局"))
    unknown = ledger.records.add(DOCUMENT, document(organ="某某协会"))
    assert {(organ.name, organ.level) for organ in ledger.organs.all()} == {("云川县水利局", Level.COUNTY), ("某某协会", None)}
    assert unknown.level is None
    assert ledger.organs.named("没有的局") is None
    with pytest.raises(KeyError):
        ledger.organs.get(99)


def test_level_said_of_a_body_is_the_level_of_its_records(ledger: Ledger, document: Written) -> None:
    record = ledger.records.add(DOCUMENT, document(organ="某某协会"))
    body = ledger.organs.named("某某协会")
    assert body
    said = ledger.organs.describe(body.id, level=Level.CITY, nature="社会团体", line="农业")
    assert (said.level, said.nature, said.line) == (Level.CITY, "社会团体", "农业")
    assert ledger.records.get(DOCUMENT, record.id).level is Level.CITY
    ledger.organs.describe(body.id, level=None)
    assert ledger.records.get(DOCUMENT, record.id).level is None
    assert [entry.kind for entry in ledger.history.entries(1)] == ["document", "organ", "organ"]


def test_merged_names_are_one_body_and_records_keep_what_was_written(ledger: Ledger, document: Written) -> None:
    first, second = ledger.records.add_many(DOCUMENT, [document(organ="县府办"), document()])
    short, full = ledger.organs.named("县府办"), ledger.organs.named("云川县人民政府办公室")
    assert short and full
    merged = ledger.organs.merge(short.id, into=full.id)
    assert merged.aliases == ("县府办",)
    assert ledger.organs.named("县府办") == merged
    assert ledger.records.get(DOCUMENT, first.id).values["organ"] == "县府办"
    third = ledger.records.add(DOCUMENT, document(organ="县府办"))
    assert {ledger.records.get(DOCUMENT, record.id).level for record in (first, second, third)} == {Level.COUNTY}
    assert ledger.history.entries()[3].action == "merge"
    assert ledger.check().ok
    with pytest.raises(ValueError, match=str(full.id)):
        ledger.organs.merge(full.id, into=full.id)


def test_body_merged_on_takes_its_other_names_along(ledger: Ledger, document: Written) -> None:
    ledger.records.add_many(DOCUMENT, [document(organ=name) for name in ("甲局", "乙局", "丙局")])
    one, two, three = (ledger.organs.named(name) for name in ("甲局", "乙局", "丙局"))
    assert one and two and three
    ledger.organs.merge(one.id, into=two.id)
    assert ledger.organs.merge(two.id, into=three.id).aliases == ("乙局", "甲局")
    assert [organ.name for organ in ledger.organs.all()] == ["丙局"]


def test_kinds_are_those_of_the_domain() -> None:
    assert kind_named("document") is DOCUMENT
