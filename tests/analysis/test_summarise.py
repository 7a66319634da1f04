"""A month's figures follow its records and nothing else."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.analysis.summarise import Bases, minutes_of, summarise
from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.domain.months.tally import Tally
from burden_desktop.domain.record import Record

from ..records import POINT, meeting, paper, visit

MARCH = Month(2026, 3)
NO_BASE = Bases(None, None, Tally(), None)


def summary_of(records: Sequence[Record], bases: Bases = NO_BASE) -> MonthSummary:
    by_kind = {kind.name: [record for record in records if record.kind == kind.name] for kind in KINDS}
    return summarise(POINT, MARCH, KINDS, by_kind, {kind.name: bases for kind in KINDS})


def test_one_paper_through_three_channels_is_one_thing_and_three_receipts() -> None:
    copies = [paper(i, title="同一件", doc_no="青民发〔2026〕3号", channel=c) for i, c in enumerate(("纸质", "邮件", "工作群"), 1)]
    figures = summary_of([*copies, paper(4)]).kinds["document"]
    assert (figures.month, figures.receipts) == (2, 4)


def test_visits_on_one_matter_are_one_matter() -> None:
    figures = summary_of([visit(1, title="资金检查"), visit(2, title="资金检查", starts_on="2026-03-09")]).kinds["inspection"]
    assert (figures.month, figures.receipts) == (1, 2)


def test_minutes_are_summed_and_unknown_ones_counted() -> None:
    summary = summary_of([paper(1, minutes=30), paper(2), meeting(1, starts_at="9:00", ends_at="10:30"), meeting(2)])
    assert (summary.kinds["document"].minutes, summary.kinds["document"].minutes_unknown) == (30, 1)
    assert (summary.kinds["meeting"].minutes, summary.kinds["meeting"].minutes_unknown) == (90, 1)
    assert minutes_of(paper(3, minutes=0)) == 0


def test_a_late_entry_counts_apart() -> None:
    summary = summary_of([paper(1), paper(2, late=True, minutes=60)])
    figures = summary.kinds["document"]
    assert (figures.month, figures.receipts, figures.late, figures.minutes) == (1, 1, 1, 0)
    assert sum(summary.by_level["document"].values()) == 1


def test_a_missing_base_stays_missing_and_a_zero_base_stays_zero() -> None:
    assert summary_of([]).kinds["document"].previous is None
    figures = summary_of([], Bases(Tally(0, 0), Tally(4, 5), Tally(7, 9), Tally(6, 6))).kinds["meeting"]
    assert (figures.previous, figures.same_month_last_year) == (0, 4)
    assert (figures.year_to_date, figures.last_year_to_date) == (7, 6)


def test_bodies_come_most_first_then_by_name() -> None:
    records = [paper(1, organ="乙局"), paper(2, organ="甲局"), paper(3, organ="丙局"), paper(4, organ="丙局")]
    assert summary_of(records).by_organ["document"] == (("丙局", 2), ("乙局", 1), ("甲局", 1))


def test_a_body_of_unknown_level_is_counted_as_unknown() -> None:
    assert summary_of([paper(1, level=None), paper(2, level=Level.CITY)]).by_level["document"] == {"unknown": 1, "city": 1}


def test_a_month_without_records_is_nil_and_a_late_entry_ends_that() -> None:
    assert summary_of([]).is_nil
    assert not summary_of([paper(1, late=True)]).is_nil


papers = st.builds(
    lambda id, organ, number, late, level: paper(
        id, organ=organ, doc_no=f"号〔2026〕{number}号" if number else None, late=late, level=level
    ),
    st.integers(1, 9999),
    st.sampled_from(["甲局", "乙局", "丙办、丁办"]),
    st.integers(0, 4),
    st.booleans(),
    st.sampled_from([None, Level.COUNTY, Level.CITY]),
)


@given(st.lists(papers, max_size=30), st.randoms())
def test_every_grouping_adds_up_to_the_total_in_any_order(records: list[Record], random: object) -> None:
    summary = summary_of(records)
    figures = summary.kinds["document"]
    assert sum(summary.by_level["document"].values()) == figures.month
    assert sum(count for _, count in summary.by_organ["document"]) == figures.month
    assert figures.month <= figures.receipts == len([r for r in records if not r.late])
    shuffled = [*records]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert summary_of(shuffled).kinds["document"] == figures


@given(st.lists(papers, max_size=15))
def test_one_more_paper_changes_exactly_the_figures_it_should(records: list[Record]) -> None:
    before = summary_of(records).kinds["document"]
    after = summary_of([*records, paper(10_000, organ="新局", minutes=7)]).kinds["document"]
    assert (after.month, after.receipts) == (before.month + 1, before.receipts + 1)
    assert after.minutes == before.minutes + 7
    assert (after.late, after.minutes_unknown) == (before.late, before.minutes_unknown)
