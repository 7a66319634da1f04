"""Records that were entered and stand nowhere: named where no honest date explains it, and nobody else accused."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.nowhere import left_out_at_first, nowhere


@dataclass
class Told:
    """Signed months one after the other; only what the question reads."""

    seq: int = 0
    files: list[Any] = field(default_factory=list)

    def month(self, month: str, *steps: tuple[str, str, str], holds: tuple[str, ...] = (), revision: int = 1) -> Any:
        """`steps` are (day, action, number); then the month is sealed."""
        since, entries = self.seq, []
        for day, action, number in steps:
            self.seq += 1
            kind = "month" if action in ("seal", "reopen") else {"收": "document", "会": "meeting", "牌": "plaque"}[number[0]]
            entries.append({"seq": self.seq, "at": f"{day}T09:30:00+08:00", "action": action, "kind": kind, "number": number, "digest": "", "hash": ""})
        made = SimpleNamespace(
            month=Month.parse(month), revision=revision, since=(since, ""), last_seq=self.seq,
            body={"chain": {"entries": entries}, "records": [{"number": number} for number in holds]},
        )  # fmt: skip
        self.files.append(made)
        return made


SEALED = ("2026-04-02", "seal", "2026-03")


@pytest.fixture
def told() -> Told:
    made = Told()
    made.month("2026-03", ("2026-03-05", "add", "收2026-0001"), holds=("收2026-0001",))
    return made


def test_what_came_in_april_and_stands_in_no_april_is_named(told: Told) -> None:
    april = told.month("2026-04", SEALED, ("2026-04-10", "add", "收2026-0002"), ("2026-04-30", "add", "收2026-0003"), holds=("收2026-0003",))
    assert nowhere(april) == ("收2026-0002",)


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ([("2026-04-10", "add", "收2026-0002"), ("2026-04-11", "withdraw", "收2026-0002")], "withdrawn"),
        ([("2026-04-10", "add", "收2026-0002"), ("2026-04-11", "purge", "收2026-0002")], "purged"),
        ([("2026-05-01", "add", "收2026-0002")], "of May, by the day of its entry"),
        ([("2026-04-10", "add", "收2026-0002"), ("2026-05-01", "change", "收2026-0002")], "moved to May"),
        ([("2026-04-10", "add", "会2026-0001")], "a meeting ahead"),
        ([("2026-04-10", "add", "牌2026-0001")], "a plaque that is down again"),
        ([("2026-04-10", "add", "收2027-0001")], "a date mistakenly set to next year"),
        ([("2026-04-05", "reopen", "2026-03"), ("2026-04-10", "add", "收2026-0002")], "of March, which stood open"),
        ([("2026-04-10", "add", "收2026-0002"), ("2026-04-11", "restore", "收2026-0002")], "a restore took it"),
    ],
)
def test_what_an_honest_date_explains_accuses_nobody(told: Told, steps: list[tuple[str, str, str]], why: str) -> None:
    assert nowhere(told.month("2026-04", SEALED, *steps)) == (), why


def test_what_the_program_regrouped_in_may_moved_nothing_there(told: Told) -> None:
    steps = [("2026-04-10", "add", "收2026-0002"), ("2026-05-01", "regroup", "收2026-0002")]
    assert nowhere(told.month("2026-04", SEALED, *steps)) == ("收2026-0002",)


def test_withdrawn_and_brought_back_stands_again(told: Told) -> None:
    steps = [("2026-04-10", action, "收2026-0002") for action in ("add", "withdraw", "reinstate")]
    assert nowhere(told.month("2026-04", SEALED, *steps)) == ("收2026-0002",)


def test_before_the_first_report_older_months_may_be_entered() -> None:
    first = Told().month("2026-03", ("2026-03-05", "add", "收2026-0001"))
    assert nowhere(first) == () and left_out_at_first(first) == ("收2026-0001",)


def test_a_meeting_must_be_held_by_the_end_of_its_year(told: Told) -> None:
    december = told.month("2026-12", ("2026-12-02", "seal", "2026-11"), ("2026-12-03", "add", "会2026-0009"))
    assert nowhere(december) == ("会2026-0009",)


def test_what_was_entered_before_closing_is_due_in_the_next_month_if_every_month_is_in_hand(told: Told) -> None:
    april = told.month("2026-04", SEALED, ("2026-05-01", "add", "收2026-0002"))
    may = told.month("2026-05", ("2026-05-02", "seal", "2026-04"))
    june = told.month("2026-06", ("2026-06-02", "seal", "2026-05"))
    assert nowhere(may, (april,)) == ("收2026-0002",)
    assert nowhere(june, (april, may)) == ("收2026-0002",)
    assert nowhere(june, (april,)) == (), "May, which should hold it, is not in hand"


def test_a_corrected_month_in_hand_must_hold_what_was_entered_while_it_stood_open(told: Told) -> None:
    reopened = [SEALED, ("2026-04-05", "reopen", "2026-03"), ("2026-04-10", "add", "收2026-0002"), ("2026-04-10", "add", "收2026-0003")]
    corrected = told.month("2026-03", *reopened, holds=("收2026-0001", "收2026-0003"), revision=2)
    april = told.month("2026-04", ("2026-04-12", "seal", "2026-03"))
    assert nowhere(april, told.files[:2]) == ("收2026-0002",)
    assert nowhere(corrected, told.files[:1]) == ()
