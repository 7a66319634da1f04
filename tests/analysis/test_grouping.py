"""Groupings of a month add up to it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.analysis.grouping import groups_of, repeated_papers
from burden_desktop.analysis.summarise import first_of_each
from burden_desktop.domain.earlier import Earlier
from burden_desktop.domain.record import Record

from ..records import paper, visit

papers = st.builds(
    lambda id, channel, number, late, asks: paper(
        id, channel=channel, doc_no=f"号〔2026〕{number}号" if number else None, late=late, asks=asks
    ),
    st.integers(1, 9999), st.sampled_from([None, "纸质", "邮件"]), st.integers(0, 4), st.booleans(), st.sampled_from([None, "填表", "填表、制定配套"]),
)


@given(st.lists(papers, max_size=25))
def test_every_grouping_adds_up_to_the_things_of_the_month(records: list[Record]) -> None:
    things = len(first_of_each([record for record in records if not record.late]))
    groups = groups_of("document", records, {"青禾县民政局": "民政"})
    assert set(groups) == {"line", "channel", "carrier", "genre", "asks"}
    for by, counts in groups.items():
        if by != "asks":
            assert sum(count for _, count in counts) == things


def test_what_nobody_knows_stands_last() -> None:
    groups = groups_of("document", [paper(1), paper(2), paper(3, channel="邮件")], {})
    assert groups["channel"] == (("邮件", 1), ("不明", 2))
    assert groups["line"] == (("不明", 3),)
    assert groups_of("inspection", [visit(1)], {"青禾县民政局": "民政"})["line"] == (("民政", 1),)


def test_repeated_papers_come_most_often_first() -> None:
    records = [paper(1), *(paper(id, title="同一件", doc_no="青民发〔2026〕3号") for id in (2, 3))]
    earlier = {"青民发〔2026〕3号": [Earlier("收2026-0900", date(2026, 2, 1), "青禾县民政局", "同一件")]}
    (found,) = repeated_papers(records, earlier)
    assert (found.times, found.numbers) == (3, ("收2026-0002", "收2026-0003"))
    assert repeated_papers([paper(1)], {}) == ()
