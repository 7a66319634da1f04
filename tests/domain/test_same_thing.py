"""What is one thing is a pure function of what the receipts say and of what a person said."""

from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.same_thing import Member, families_of, joined, parted, things_of

DAYS = 31
TITLE = "春耕|县农业农村局"
papers = st.lists(
    st.tuples(st.integers(1, 90), st.sampled_from([None, None, "甲〔2026〕1号", "甲〔2026〕2号", "甲〔2026〕3号"])), min_size=1, max_size=7
)


def day(number: int) -> str:
    return f"2026-{(number - 1) // 28 + 1:02d}-{(number - 1) % 28 + 1:02d}"


def paper(number: str, day: str, doc_no: str | None = None, alike: str | None = TITLE, **more: object) -> Member:
    return Member(number, day, doc_no, alike, **more)  # type: ignore[arg-type]


def things(*members: Member) -> set[frozenset[str]]:
    return {frozenset(one.number for one in block) for block in things_of(members, DAYS)}


def together(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


@given(papers, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_does_not_matter(told: list[tuple[int, str | None]], random: object) -> None:
    members = [paper(str(id), day(number), doc_no) for id, (number, doc_no) in enumerate(told)]
    shuffled = list(members)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert families_of(members, DAYS) == families_of(shuffled, DAYS)
    by_name: dict[str | None, set[str]] = {}
    for number, family in families_of(members, DAYS).items():
        by_name.setdefault(family, set()).add(number)
    assert {frozenset(ids) for ids in by_name.values()} == things(*members)


def test_a_paper_without_number_joins_the_nearest_of_two_numbers() -> None:
    first, second = paper("a", "2026-03-01", "甲1号"), paper("b", "2026-03-20", "甲2号")
    assert things(first, second, paper("c", "2026-03-18")) == together("a", "bc")


def test_the_number_wins_over_the_title() -> None:
    first, loose, last = paper("a", "2026-08-07", "甲1号", alike=None), paper("b", "2026-09-02"), paper("c", "2026-09-17", "甲1号")
    assert things(first, loose, last) == together("abc")


def test_a_title_tells_for_the_days_of_its_kind_and_no_longer() -> None:
    assert things(paper("a", "2026-03-01"), paper("b", "2026-04-01")) == together("ab")
    assert things(paper("a", "2026-03-01"), paper("b", "2026-04-02")) == together("a", "b")


def test_what_tells_nothing_is_one_with_nothing() -> None:
    mere = [paper(number, "2026-03-01", alike=None) for number in "ab"]
    assert families_of(mere, DAYS) == {"a": None, "b": None}


def test_what_is_joined_brings_along_what_each_is_one_with() -> None:
    one, same, other = paper("a", "2026-03-01", "甲1号"), paper("b", "2026-03-02", "甲1号"), paper("c", "2026-03-03", "乙9号")
    said = paper("b", "2026-03-02", "甲1号", said=joined(same, other))
    assert things(one, said, other) == together("abc")
    assert things(one, said, other, paper("d", "2026-06-01", "甲1号")) == together("abcd")


def test_what_is_parted_is_alone_and_the_others_stay_together() -> None:
    middle = paper("b", "2026-03-02", said="a")
    alone = paper("b", "2026-03-02", alike=None, said=parted(middle))
    end = paper("c", "2026-03-03", alike=None, said="b")
    assert things(paper("a", "2026-03-01"), alone, end) == together("ac", "b")
    again = paper("d", "2026-03-04", alike=None, said=joined(paper("d", "2026-03-04"), alone))
    assert things(paper("a", "2026-03-01"), alone, end, again) == together("ac", "bd")


def test_what_was_withdrawn_still_holds_together_what_was_joined_to_it() -> None:
    gone = paper("b", "2026-03-02", gone=True)
    assert things(paper("a", "2026-03-01", said="b"), gone, paper("c", "2026-06-01", said="b")) == together("ac")
    assert things(paper("a", "2026-03-01", said="p"), paper("c", "2026-06-01", said="p")) == together("ac"), "p was purged"


def test_what_was_withdrawn_leads_nobody() -> None:
    assert things(paper("a", "2026-03-01", gone=True), paper("b", "2026-03-20"), paper("c", "2026-04-10")) == together("bc")


def test_a_closed_month_stays_as_it_was_signed() -> None:
    members = [
        paper("a", "2026-02-27", family="F", fixed=True), paper("b", "2026-03-01", family="F"), paper("c", "2026-03-02", "甲1号", family="甲1号"),
    ]  # fmt: skip
    assert families_of(members, DAYS) == {"b": "F", "c": "F"}


def test_a_name_that_others_bear_is_not_given_twice() -> None:
    members = [paper("a", "2026-02-27", family="甲1号", fixed=True), paper("b", "2026-06-01", "甲1号")]
    assert families_of(members, DAYS) == {"b": "甲1号|2"}
    assert families_of(members[1:], DAYS, lambda name: name in ("甲1号", "甲1号|2")) == {"b": "甲1号|3"}
