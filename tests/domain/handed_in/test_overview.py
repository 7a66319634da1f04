"""Points by months: handed in, with notice, missing, not yet due, before the enrolment."""

from dataclasses import replace

from burden_desktop.domain.handed_in.overview import BEFORE, HANDED_IN, MISSING, NOT_DUE, WITH_NOTICE, arranged
from burden_desktop.domain.handed_in.receiving import ACCEPTED, NOTICED, Received
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.texts import say

MONTHS = tuple(Month(2026, number) for number in range(1, 6))


def file(month: int, outcome: str = ACCEPTED) -> Received:
    notices = (say("迟报：应于{due}前报送。", due="x"),) if outcome == NOTICED else ()
    return Received("0", "2026-04-01", "a.pdf", outcome, code="A", month=str(Month(2026, month)), revision=1, notices=notices)


def test_each_month_of_a_point_has_its_state() -> None:
    seen = arranged([("A", "甲镇", Month(2026, 2)), ("B", "乙镇", Month(2026, 1))], MONTHS, (file(2), file(3, NOTICED)), Month(2026, 4))
    assert [cell.state for cell in seen.rows[0].cells] == [BEFORE, HANDED_IN, WITH_NOTICE, MISSING, NOT_DUE]
    assert [cell.revision for cell in seen.rows[0].cells] == [0, 1, 1, 0, 0]
    assert [cell.state for cell in seen.rows[1].cells] == [MISSING] * 4 + [NOT_DUE]
    assert seen.count(Month(2026, 3), HANDED_IN, WITH_NOTICE) == 1


def test_a_file_that_a_later_revision_replaces_says_so() -> None:
    first, second = file(2), replace(file(2), sha256="1", revision=2)
    cell = arranged([("A", "甲镇", Month(2026, 1))], MONTHS, (first, second), Month(2026, 4)).rows[0].cells[1]
    assert (str(cell.replaced(first)), cell.replaced(second)) == ("已由第2版替换。", None)
