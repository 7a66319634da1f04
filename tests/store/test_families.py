"""One paper through three channels is one paper; the same title a season later is another."""

from collections.abc import Callable
from typing import Any

import pytest

from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.kinds import DOCUMENT, INSPECTION, REPORT_REQUEST
from burden_desktop.domain.months.month import Month
from burden_desktop.store import Ledger

from .family_play import play

Written = Callable[..., dict[str, Any]]
NUMBER = "云政办〔2026〕3号"


def things(ledger: Ledger, kind: Any = DOCUMENT) -> int:
    return ledger.tallies.of(kind, Month(2026, 1), Month(2026, 12)).things


def test_paper_without_number_is_one_within_a_month(ledger: Ledger, document: Written) -> None:
    for day in ("2026-03-05", "2026-03-06", "2026-04-05"):
        ledger.records.add(DOCUMENT, document(received_on=day))
    assert things(ledger) == 1
    ledger.records.add(DOCUMENT, document(received_on="2026-06-20"))
    assert things(ledger) == 2
    ledger.records.add(DOCUMENT, document(received_on="2026-06-21", organ="云川县民政局"))
    assert things(ledger) == 3


@pytest.mark.parametrize("numbers", [(NUMBER, None, NUMBER), (None, NUMBER, NUMBER), (None, None, NUMBER), (NUMBER, NUMBER, None)])
@pytest.mark.parametrize("at_once", [True, False])
def test_receipt_without_the_number_belongs_to_those_with_it(
    ledger: Ledger, document: Written, numbers: tuple[str | None, ...], at_once: bool
) -> None:
    rows = [document(doc_no=number, received_on=f"2026-03-0{day}") for day, number in enumerate(numbers, 1)]
    if at_once:
        ledger.records.add_many(DOCUMENT, rows)
    else:
        for row in rows:
            ledger.records.add(DOCUMENT, row)
    assert things(ledger) == 1


def test_two_numbers_under_one_title_are_two_papers(ledger: Ledger, document: Written) -> None:
    rows = [document(doc_no=number) for number in (None, NUMBER, "云政办〔2026〕4号")]
    ledger.records.add_many(DOCUMENT, rows)
    assert things(ledger) == 2
    ledger.records.add(DOCUMENT, document(doc_no=NUMBER, received_on="2026-11-01", organ="云川市人民政府"))
    assert things(ledger) == 2, "a number is the same whenever it comes, and from whom"


def test_visits_on_one_matter_are_one_matter_for_a_while(ledger: Ledger) -> None:
    for day in ("2026-03-05", "2026-04-20", "2026-09-10"):
        ledger.records.add(INSPECTION, INSPECTION.validate({"starts_on": day, "organ": "云川县应急管理局", "title": "安全检查"}))
    assert things(ledger, INSPECTION) == 2


def test_weekly_form_is_another_one_each_week(ledger: Ledger) -> None:
    for day in ("2026-03-02", "2026-03-02", "2026-03-09"):
        form = {"received_on": day, "organ": "云川县民政局", "title": "救助情况周报表"}
        ledger.records.add(REPORT_REQUEST, REPORT_REQUEST.validate(form))
    assert things(ledger, REPORT_REQUEST) == 2


def test_a_family_stays_together_until_a_title_changes(ledger: Ledger, document: Written) -> None:
    first = ledger.records.add(DOCUMENT, document())
    assert ledger.records.change(DOCUMENT, first.id, {"handling": "已办"}).family == first.family
    again = ledger.records.add(DOCUMENT, document(received_on="2026-03-21"))
    moved = ledger.records.change(DOCUMENT, first.id, {"received_on": "2026-03-20"})
    assert moved.family == ledger.records.get(DOCUMENT, again.id).family
    assert ledger.records.change(DOCUMENT, first.id, {"title": "关于别的事的通知"}).family != first.family
    assert ledger.check().ok


@pytest.mark.parametrize("seed", range(15))
def test_families_follow_from_what_stands_whatever_was_done(ledger: Ledger, seed: int) -> None:
    """`make families` draws hundreds of sets."""
    play(ledger, seed, 12, ("document", "inspection", "report_request")[seed % 4 % 3])


def test_a_number_that_was_changed_and_changed_back_counts_as_it_stands(ledger: Ledger, document: Written) -> None:
    first = ledger.records.add(DOCUMENT, document(doc_no="〔2026〕1号"))
    ledger.records.add(DOCUMENT, document(received_on="2026-03-06", organ="云川县民政局", doc_no="云民〔2026〕7号"))
    assert things(ledger) == 2
    ledger.records.change(DOCUMENT, first.id, {"doc_no": "云民〔2026〕07号"})
    assert things(ledger) == 1
    ledger.undoing.undo()
    assert things(ledger) == 2
    ledger.undoing.redo()
    assert things(ledger) == 1 and ledger.check().ok


def test_what_a_person_joined_outlives_what_is_taken_back(ledger: Ledger, document: Written) -> None:
    one = ledger.records.add(DOCUMENT, document())
    other = ledger.records.add(DOCUMENT, document(organ="云川县民政局"))
    ledger.joining.join(other, one)
    ledger.records.withdraw(DOCUMENT, one.id)
    ledger.records.change(DOCUMENT, other.id, {"organ": "云川县财政局"})
    ledger.undoing.undo()
    ledger.undoing.undo()
    assert things(ledger) == 1
    ledger.undoing.undo()
    assert things(ledger) == 2 and ledger.check().ok


def test_a_withdrawn_number_leaves_its_loose_receipts_together(ledger: Ledger, document: Written) -> None:
    numbered = ledger.records.add(DOCUMENT, document(doc_no=NUMBER))
    loose = [ledger.records.add(DOCUMENT, document(received_on=f"2026-03-0{day}")).id for day in (6, 7)]
    ledger.records.withdraw(DOCUMENT, numbered.id)
    assert {ledger.records.get(DOCUMENT, id).family for id in loose} == {ledger.records.get(DOCUMENT, loose[0]).family} != {numbered.family}
    assert ledger.trash.reinstate(DOCUMENT, numbered.id).family == ledger.records.get(DOCUMENT, loose[1]).family == NUMBER


def test_a_closed_month_keeps_its_families_and_an_open_record_can_be_joined_to_them(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    signed = ledger.records.add(DOCUMENT, document())
    mere = ledger.records.add(DOCUMENT, document(title="会议通知"))
    twice = [ledger.records.add(DOCUMENT, document(title="关于防汛的通知", received_on=day)) for day in ("2026-03-30", "2026-04-02")]
    seal(ledger, Month(2026, 3))
    later = ledger.records.add(DOCUMENT, document(received_on="2026-04-03", doc_no=NUMBER))
    assert later.family == signed.family == ledger.records.get(DOCUMENT, signed.id).family
    other = ledger.joining.join(twice[1], signed)
    assert other.family == signed.family, "its own receipt of March is signed as another thing: it alone goes over"
    assert ledger.records.get(DOCUMENT, twice[0].id).family == twice[0].family
    with pytest.raises(SealedMonth):
        ledger.joining.join(later, mere)
    with pytest.raises(SealedMonth):
        ledger.joining.part(signed)
    assert ledger.check().ok


def test_a_month_opened_for_correction_follows_from_what_the_records_say(
    ledger: Ledger, document: Written, seal: Callable[..., None]
) -> None:
    """A number that came late draws to it what was signed as another thing; a full stop more or less changes nothing."""
    march = ledger.records.add(DOCUMENT, document(received_on="2026-03-01"))
    april = ledger.records.add(DOCUMENT, document(received_on="2026-04-28"))
    seal(ledger, Month(2026, 3))
    seal(ledger, Month(2026, 4))
    ledger.records.add(DOCUMENT, document(received_on="2026-03-30", doc_no=NUMBER), late=True)
    assert ledger.records.get(DOCUMENT, april.id).family == april.family, "signed"
    before = ledger.history.head()[0]
    ledger.months.reopen(Month(2026, 4), "漏登")
    assert ledger.records.get(DOCUMENT, april.id).family == march.family
    assert ledger.acts.since(before) == {}, "nobody changed the record"
    assert [entry.action for entry in ledger.history.entries(before)] == ["reopen", "regroup"]
    ledger.records.change(DOCUMENT, april.id, {"title": f"{april.values['title']}。"})
    ledger.undoing.undo()
    assert ledger.records.get(DOCUMENT, april.id).family == march.family and ledger.check().ok


def test_what_the_program_regroups_is_no_edit_by_the_clerk(ledger: Ledger, document: Written) -> None:
    first = ledger.records.add(DOCUMENT, document())
    ledger.records.add(DOCUMENT, document(doc_no=NUMBER))
    assert ledger.records.get(DOCUMENT, first.id).family == NUMBER
    assert [entry.action for entry in ledger.history.entries()][-2:] == ["add", "regroup"]
    assert ledger.acts.since(0) == {}
    ledger.records.change(DOCUMENT, first.id, {"pages": 3})
    assert ledger.acts.since(0) == {"change": 1}
    ledger.undoing.undo()
    ledger.undoing.undo()
    assert ledger.records.get(DOCUMENT, first.id).family == first.family and ledger.check().ok
