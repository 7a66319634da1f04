"""Groupings of a month add up to it."""


from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.analysis.grouping import bodies_of, groups_of
from burden_desktop.analysis.rules.evidence import lead
from burden_desktop.analysis.summarise import first_of_each
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


def test_bodies_are_counted_by_the_name_of_the_directory_and_by_who_leads() -> None:
    names = {"县农业局": "青禾县农业农村局", "教育局": "教育局"}
    records = [paper(1, organ="县农业局"), paper(2, organ="青禾县农业农村局"), paper(3, organ="教育局、卫健局")]
    told = bodies_of(records, lambda record: names.get(lead(record), lead(record)))
    assert told == (("青禾县农业农村局", 2), ("教育局", 1))
