"""Months, points, sentences, rates and the chain's own arithmetic."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.bodies.organ import lead_organ
from burden_desktop.domain.chain.history import GENESIS, Entry, digest_of, first_break, link
from burden_desktop.domain.errors.entry import InvalidMonth, InvalidPoint, MissingName
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rates import change_rate, reduction_rate
from burden_desktop.domain.point import Point
from burden_desktop.domain.texts import Texts, say


def test_a_month_knows_its_days_and_neighbours() -> None:
    month = Month.parse("2024-02")
    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert str(month.previous) == "2024-01"
    assert str(month.january.previous) == "2023-12"
    assert str(month.same_month_last_year) == "2023-02"
    assert month.contains(date(2024, 2, 29)) and not month.contains(date(2023, 2, 1))
    assert month.label == "2024年2月" and Month.of(date(2024, 2, 3)) == month


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "1989-12", "2101-01", "2026-3", "三月", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(InvalidMonth):
        Month.parse(text)


@given(st.integers(1990 * 12, 2100 * 12 + 11), st.integers(-500, 500))
def test_counting_months_forth_and_back_ends_where_it_began(serial: int, steps: int) -> None:
    month = Month(serial // 12, serial % 12 + 1)
    if 1990 * 12 <= serial + steps <= 2100 * 12 + 11:
        assert month.plus(steps).plus(-steps) == month
        assert (month.plus(steps) > month) == (steps > 0)


@pytest.mark.parametrize("code", ["", "青禾", "a b", "x" * 41, "a/b", "a_b"])
def test_a_point_code_is_letters_digits_and_hyphens(code: str) -> None:
    with pytest.raises(InvalidPoint):
        Point("石桥镇", code)
    with pytest.raises(MissingName):
        Point(" ", "SQ-1")


def test_rates_have_no_value_without_a_base() -> None:
    assert change_rate(6, 4) == 0.5 and reduction_rate(6, 4) == -0.5
    assert change_rate(6, 0) is None and change_rate(6, None) is None and reduction_rate(6, 0) is None


def test_sentences_are_said_in_the_language_of_the_front() -> None:
    words = {"请填写{field}。": "Please fill in {field}.", "标题": "the title"}
    t = Texts(lambda text: words.get(text, text), "en")
    assert t.of(say("请填写{field}。", field=say("标题"))) == "Please fill in the title."
    assert str(say("请填写{field}。", field="标题")) == "请填写标题。"
    assert Texts()("") == ""


def test_the_first_of_joint_bodies_leads() -> None:
    assert lead_organ("甲局、乙局") == "甲局"


def chain_of(actions: list[str]) -> list[Entry]:
    entries, head = [], GENESIS
    for seq, action in enumerate(actions, start=1):
        digest = digest_of(b"salt", None, {"action": action})
        head = link(head, seq, "2026-03-01T08:00:00+08:00", action, "document", f"收2026-{seq:04d}", digest)
        entries.append(Entry(seq, "2026-03-01T08:00:00+08:00", action, "document", f"收2026-{seq:04d}", digest, head))
    return entries


@given(st.lists(st.sampled_from(["add", "change", "withdraw"]), min_size=2, max_size=12), st.data())
def test_any_altered_dropped_or_swapped_entry_breaks_the_chain(actions: list[str], data: st.DataObject) -> None:
    entries = chain_of(actions)
    assert first_break(entries) is None
    at = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(["at", "action", "kind", "number", "digest", "hash"]))
    altered = [*entries]
    altered[at] = replace(altered[at], **{field: getattr(altered[at], field) + "x"})
    assert first_break(altered) == at + 1
    if at < len(entries) - 1:
        assert first_break(entries[:at] + entries[at + 1 :]) == at + 1
        swapped = [*entries]
        swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
        assert first_break(swapped) == at + 1


def test_a_later_part_follows_from_the_head_before_it() -> None:
    entries = chain_of(["add"] * 5)
    assert first_break(entries[2:], entries[1].hash, 2) is None
    assert first_break(entries[2:], entries[0].hash, 2) == 3
    assert first_break([]) is None
