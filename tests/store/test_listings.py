"""Lists in the order of any column, from any place, in both directions, as a plain sort of everything would give."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.listing import NUMBER, Listing, sort_key
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger
from burden_desktop.store.listings import order_expression, order_index

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]
SORTS = [NUMBER, *(field.name for field in DOCUMENT.list_fields)]


@pytest.fixture
def filled(ledger: Ledger, document: Written) -> Ledger:
    """Thirty papers, many of them alike in one column or empty there."""
    rows = [
        document(
            received_on=f"2026-0{n % 3 + 1}-0{n % 4 + 1}", title=f"关于第{n % 7}件事的通知", doc_no=f"云发〔2026〕{n}号" if n % 3 else None,
            organ=("云川县教育局", "云川市财政局", "青禾镇人民政府")[n % 3], deadline="2026-04-10" if n % 2 else None,
        )
        for n in range(30)
    ]  # fmt: skip
    ledger.records.add_many(DOCUMENT, rows)
    return ledger


def _numbers(records: Any) -> list[str]:
    return [record.number for record in records]


@pytest.mark.parametrize(("sort", "descending"), list(product(SORTS, [True, False])))
def test_pages_join_into_the_whole_list_from_both_ends(filled: Ledger, sort: str, descending: bool) -> None:
    listing, lists = Listing(sort=sort, descending=descending), filled.listings
    whole = lists.at(DOCUMENT, listing, 0, 100)
    assert len(whole) == lists.count(DOCUMENT, listing) == 30
    assert [sort_key(DOCUMENT, listing, record) for record in whole] == sorted(
        (sort_key(DOCUMENT, listing, record) for record in whole), reverse=descending
    )
    forward = list(lists.at(DOCUMENT, listing, 0, 7))
    while more := lists.after(DOCUMENT, listing, forward[-1], 7):
        forward.extend(more)
    assert _numbers(forward) == _numbers(whole)
    back = list(lists.at(DOCUMENT, listing, 23, 7))
    while more := lists.before(DOCUMENT, listing, back[0], 7):
        back = [*more, *back]
    assert _numbers(back) == _numbers(whole)
    assert [lists.place_of(DOCUMENT, listing, record) for record in whole] == list(range(30))


@pytest.mark.parametrize(
    ("listing", "count"),
    [
        (Listing(month=Month(2026, 2)), 10),
        (Listing(level=Level.CITY), 10),
        (Listing(organ="财政"), 10),
        (Listing(organ="财政", month=Month(2026, 2)), 10),
        (Listing(organ="水利"), 0),
        (Listing(text="第3件"), 4),
        (Listing(text="第3件", month=Month(2026, 1)), 2),
        (Listing(numbers=frozenset({"收2026-0001", "收2026-0009"})), 2),
        (Listing(numbers=frozenset()), 0),
        (Listing(withdrawn=True), 0),
    ],
)
def test_filters_leave_out_the_rest(filled: Ledger, listing: Listing, count: int) -> None:
    assert filled.listings.count(DOCUMENT, listing) == count
    assert len(filled.listings.at(DOCUMENT, listing, 0, 100)) == count


def test_trash_lists_what_was_withdrawn_and_finds_words_in_it(filled: Ledger) -> None:
    gone = filled.listings.at(DOCUMENT, Listing(), 0, 3)
    for record in gone:
        filled.records.withdraw(DOCUMENT, record.id)
    assert {*_numbers(filled.listings.at(DOCUMENT, Listing(withdrawn=True), 0, 100))} == {*_numbers(gone)}
    title = str(gone[0].values["title"])
    assert gone[0].number in _numbers(filled.listings.at(DOCUMENT, Listing(withdrawn=True, text=title), 0, 100))
    assert filled.listings.place_of(DOCUMENT, Listing(), gone[0]) is None
    assert filled.listings.count(DOCUMENT, Listing()) == 27


def test_months_are_those_in_which_something_is_booked(filled: Ledger) -> None:
    assert filled.listings.months(DOCUMENT) == ("2026-03", "2026-02", "2026-01")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_list_field_has_an_index_in_its_order(kind: Kind, ledger: Ledger) -> None:
    for name in (NUMBER, *(field.name for field in kind.list_fields)):
        by = order_expression(kind, name)
        told = ledger._book.rows(
            f"EXPLAIN QUERY PLAN SELECT r.id FROM {kind.name} r INDEXED BY {order_index(kind, name)}"  # noqa: S608 - declared names
            f" WHERE r.withdrawn_at IS NULL AND {by} = 'x' AND r.id < 5 ORDER BY r.id DESC LIMIT 9"
        )
        plan = " ".join(row[3] for row in told)
        assert f"{order_index(kind, name)} (" in plan and "id<?" in plan.replace("rowid", "id")
        assert "TEMP B-TREE" not in plan


listings = st.builds(
    Listing, text=st.sampled_from(["", "通知"]), month=st.sampled_from([None, Month(2026, 3)]), organ=st.sampled_from(["", "县局"]),
    level=st.sampled_from([None, *Level]), withdrawn=st.booleans(), sort=st.sampled_from(["", *SORTS]), descending=st.booleans(),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listings)
def test_saved_view_comes_back_as_it_was(listing: Listing) -> None:
    assert Listing.from_json(listing.as_json()) == listing
