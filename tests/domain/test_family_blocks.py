"""What is one thing does not depend on the order of entry, and nobody's word is overruled."""

from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.family_blocks import Member, blocks_of, moves

DAYS = 31
papers = st.lists(
    st.tuples(st.integers(1, 90), st.sampled_from([None, None, "甲〔2026〕1号", "甲〔2026〕2号", "甲〔2026〕3号"])), min_size=1, max_size=7
)


def day(number: int) -> str:
    return f"2026-{(number - 1) // 28 + 1:02d}-{(number - 1) % 28 + 1:02d}"


def entered(order: list[Member]) -> set[frozenset[int]]:
    """The things after each was entered by itself."""
    standing: list[Member] = []
    for member in order:
        moved = moves(standing, [member], DAYS, "t|o")
        families = {one.id: moved.get(one.id, one.family) for one in (*standing, member)}
        standing = [Member(one.id, one.day, one.number, families[one.id]) for one in (*standing, member)]
    by_family: dict[str | None, set[int]] = {}
    for one in standing:
        by_family.setdefault(one.family, set()).add(one.id)
    return {frozenset(ids) for ids in by_family.values()}


@given(papers, st.randoms(use_true_random=False))
def test_any_order_of_entry_gives_the_same_things(told: list[tuple[int, str | None]], random: object) -> None:
    members = [Member(id, day(number), doc_no, None) for id, (number, doc_no) in enumerate(told)]
    shuffled = list(members)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert entered(members) == entered(shuffled) == {frozenset(one.id for one in block) for block in blocks_of(members, DAYS)}


def test_a_paper_without_number_joins_the_nearest_of_two_numbers() -> None:
    first, second = Member(1, "2026-03-01", "甲1号", None), Member(2, "2026-03-20", "甲2号", None)
    loose = Member(3, "2026-03-18", None, None)
    assert {frozenset({1}), frozenset({2, 3})} == entered([first, loose, second]) == entered([loose, second, first])


def test_what_a_person_joined_or_parted_stays_so() -> None:
    standing = [Member(1, "2026-03-01", None, "t|o|2026-03-01"), Member(2, "2026-03-02", None, "own|收2026-0002"), Member(4, "2026-03-03", None, "t|o|2026-03-01")]
    assert moves(standing, [Member(3, "2026-03-04", None, None)], DAYS, "t|o") == {3: "t|o|2026-03-01"}


def test_a_closed_month_stays_as_it_was_signed() -> None:
    standing = [Member(1, "2026-02-27", None, "F", fixed=True), Member(2, "2026-03-01", None, "F")]
    assert moves(standing, [Member(3, "2026-03-02", "甲1号", "甲1号")], DAYS, "t|o") == {3: "F"}
