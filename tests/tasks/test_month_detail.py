"""Bases by hand, targets, hours and what was done to the ledger, from a real one."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from burden_desktop.analysis.hours import Effort
from burden_desktop.domain.errors.past_figures import FiguresKnown, UnreadableFigures
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.detail import PersonMinutes, Target
from burden_desktop.domain.months.half_year import Half
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure, read_past_figures
from burden_desktop.domain.months.summary import MonthSummary
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.month_detail import set_efforts, set_targets
from burden_desktop.tasks.past_figures import keep_past_figures, read_past_file
from burden_desktop.tasks.review import halves_of, review_of
from burden_desktop.tasks.summarise import gather, sum_up

from ..records import POINT
from ..report.invented_month import ISSUE

MARCH = Month(2026, 3)


@pytest.fixture
def ledger(tmp_path: Path, clock: Any) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as made:
        yield made


def add(ledger: Ledger, day: str, **written: object) -> Any:
    return enter.enter(ledger, "document", {"organ": "青禾县民政局", "title": f"{day}的通知", "received_on": day, **written})


def summary(ledger: Ledger, month: Month = MARCH) -> MonthSummary:
    return sum_up(gather(ledger, month))


def test_figures_by_hand_stand_in_for_months_before_the_ledger(ledger: Ledger) -> None:
    add(ledger, "2026-03-05")
    figures = [PastFigure("document", Month(2025, number), number * 10) for number in (1, 2, 3)]
    assert keep_past_figures(ledger, [*figures, PastFigure("document", Month(2026, 2), 7)]) == 4
    told = summary(ledger)
    document = told.kinds["document"]
    assert (document.previous, document.same_month_last_year, document.last_year_to_date) == (7, 30, 60)
    assert told.detail.by_hand == {"document": ("previous", "same_month_last_year", "last_year_to_date", "year_to_date")}
    assert told.kinds["meeting"].previous is None
    assert told.detail.trend["document"] == (None, None, None, None, 7, 1)


def test_an_incomplete_year_by_hand_is_no_base(ledger: Ledger) -> None:
    add(ledger, "2026-03-05")
    keep_past_figures(ledger, [PastFigure("document", Month(2025, 3), 30)])
    document = summary(ledger).kinds["document"]
    assert (document.same_month_last_year, document.last_year_to_date) == (30, None)


def test_the_ledger_knows_better_than_a_hand(ledger: Ledger) -> None:
    add(ledger, "2026-03-05")
    with pytest.raises(FiguresKnown):
        keep_past_figures(ledger, [PastFigure("document", MARCH, 5)])
    keep_past_figures(ledger, [PastFigure("document", Month(2026, 1), 5)])
    keep_past_figures(ledger, [PastFigure("document", Month(2026, 1), 5), PastFigure("document", Month(2026, 2), 6)])
    assert [change.after for change in ledger.history.of_record("2026-01")] == [{"kind": "document", "things": 5}]
    assert ledger.check().ok


def test_a_table_of_figures_is_read(tmp_path: Path) -> None:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    for row, cells in enumerate((["月份", "收文", "参会", "合计"], ["2025年1月", 31, 6, 37], ["2025-02", 28, "", 28], ["合计", 59, 6, 65])):
        sheet.write_row(row, 0, cells)
    book.close()
    (tmp_path / "上年.xlsx").write_bytes(stream.getvalue())
    assert read_past_file(tmp_path / "上年.xlsx") == (
        PastFigure("document", Month(2025, 1), 31), PastFigure("meeting", Month(2025, 1), 6), PastFigure("document", Month(2025, 2), 28))


@pytest.mark.parametrize(("rows", "row"), [([], 1), ([["月份", "收文"], ["2025-01", "约30"]], 2), ([["月份", "收文"], ["2025-01", -3]], 2)])
def test_a_table_that_cannot_be_read_names_the_row(rows: list[list[object]], row: int) -> None:
    with pytest.raises(UnreadableFigures, match=f"第{row}行"):
        read_past_figures(rows, KINDS)


def test_the_target_counts_what_is_marked_as_counted(ledger: Ledger) -> None:
    for day, counted in (("2026-01-05", "是"), ("2026-02-05", "否"), ("2026-03-05", "是")):
        add(ledger, day, counted=counted)
    set_targets(ledger, {"document": Target(base=8, percent=50, base_year=2018)})
    told = summary(ledger)
    state = told.detail.targets["document"]
    assert (state.counted, state.same_period, state.percent) == (2, 2, 50)
    assert "reduction-target" in {finding.rule for finding in told.findings}


def test_hours_use_the_points_own_defaults(ledger: Ledger) -> None:
    add(ledger, "2026-03-05", minutes=50)
    add(ledger, "2026-03-06")
    set_efforts(ledger, {"document": Effort(35)})
    detail = summary(ledger).detail
    assert detail.hours == {"document": PersonMinutes(50, 35)}
    assert detail.hours_by_organ == (("青禾县民政局", PersonMinutes(50, 35)),)


def test_time_on_the_ledger_and_withdrawals_are_told(ledger: Ledger) -> None:
    ledger.time.add(date(2026, 3, 5), 40)
    ledger.time.add(date(2026, 3, 5), 50)
    ledger.time.add(date(2026, 4, 1), 900)
    enter.withdraw(ledger, "document", add(ledger, "2026-03-05").id)
    detail = summary(ledger).detail
    assert detail.ledger_seconds == 90
    assert detail.acts == {"withdraw": 1}
    assert detail.basis.startswith("历史数据0个月")


def test_a_year_without_a_calendar_says_so(ledger: Ledger) -> None:
    assert summary(ledger).detail.unofficial_years == ()
    assert summary(ledger, Month(2027, 3)).detail.unofficial_years == (2027,)


def test_merged_bodies_are_one_in_the_report(ledger: Ledger) -> None:
    from burden_desktop.report.blocks import words_of
    from burden_desktop.report.month_blocks import month_blocks

    add(ledger, "2026-03-05", organ="县农业农村局")
    add(ledger, "2026-03-06", organ="青禾县农业农村局")
    add(ledger, "2026-03-07", organ="青禾县教育局、青禾县卫健局")
    ids = {organ.name: organ.id for organ in ledger.organs.all()}
    ledger.organs.merge(ids["县农业农村局"], into=ids["青禾县农业农村局"])
    material = gather(ledger, MARCH)
    told = sum_up(material)
    assert told.bodies("document") == (("青禾县农业农村局", 2), ("青禾县教育局", 1))
    assert dict(told.by_organ["document"])["县农业农村局"] == 1
    assert [organ for organ, _ in told.detail.hours_by_organ] == ["青禾县农业农村局", "青禾县教育局"]
    said = "\n".join(word for block in month_blocks(told, material.all_records, ISSUE) for word in words_of(block))
    assert "涉及2个单位" in said and "县农业农村局计入青禾县农业农村局" in said and "按牵头单位统计" in said


def test_a_base_of_part_of_the_year_is_told_and_gives_no_rate(ledger: Ledger) -> None:
    from burden_desktop.report.wording import so_far, summary_row

    add(ledger, "2025-02-05")
    add(ledger, "2026-03-05")
    told = summary(ledger)
    assert (told.kinds["document"].last_year_to_date, told.year_is_whole("document")) == (1, False)
    assert "累计收文1件，上年自2025年2月起才有记录（收文1件），不作同比。" in so_far(told)
    assert summary_row("document", told.kinds["document"], whole=False)[-2:] == ("1", "—")
    keep_past_figures(ledger, [PastFigure("document", Month(2025, 1), 3)])
    again = summary(ledger)
    assert (again.kinds["document"].last_year_to_date, again.year_is_whole("document")) == (4, True)
    assert "下降75.0%（上年同期4件）" in so_far(again)


def test_a_first_month_as_base_is_told(ledger: Ledger) -> None:
    from burden_desktop.report.account_notes import account_notes

    add(ledger, "2026-02-27")
    add(ledger, "2026-03-05")
    first = "上月（2026年2月）是台账有记录的第一个月"
    assert any(first in note for note in account_notes(summary(ledger)))
    add(ledger, "2026-01-05")
    assert not any("第一个月" in note for note in account_notes(summary(ledger)))
    assert not any("第一个月" in note for note in account_notes(summary(ledger, Month(2026, 1))))


def test_a_year_of_which_months_are_missing_has_no_reduction_rate(ledger: Ledger) -> None:
    from burden_desktop.report.blocks import Grid
    from burden_desktop.report.work_blocks import target_blocks

    add(ledger, "2026-03-05")
    set_targets(ledger, {"document": Target(base=600, percent=30, base_year=2018)})
    told = summary(ledger)
    assert told.detail.targets["document"].since == "2026-03"
    grid, note = target_blocks(told)
    assert isinstance(grid, Grid) and grid.rows[0][4] == "—" and "未覆盖全年" in str(note)
    keep_past_figures(ledger, [PastFigure("document", Month(2026, number), 9) for number in (1, 2)])
    (whole,) = target_blocks(summary(ledger))
    assert isinstance(whole, Grid) and whole.rows[0][3:5] == ("19", "87.3%")


def test_a_year_begun_late_is_compared_with_nothing(ledger: Ledger) -> None:
    from burden_desktop.report.account_notes import account_notes
    from burden_desktop.report.wording import so_far, summary_row

    add(ledger, "2026-03-05")
    keep_past_figures(ledger, [PastFigure("document", Month(2025, number), 10) for number in (1, 2, 3)])
    told = summary(ledger)
    assert not told.year_is_whole("document") and told.year_is_whole("plaque")
    assert so_far(told) == "1—3月，累计收文1件，本年自2026年3月起才有记录，不作同比。"
    assert summary_row("document", told.kinds["document"], whole=told.year_is_whole("document"))[-2:] == ("30", "—")
    assert any("收文的本年累计只含2026年3月以后的数字" in note for note in account_notes(told))
    keep_past_figures(ledger, [PastFigure("document", Month(2026, number), 9) for number in (1, 2)])
    assert "同比下降36.7%（上年同期30件）" in so_far(summary(ledger))


def test_a_kind_is_compared_only_with_months_since_it_was_kept(ledger: Ledger) -> None:
    """An older register of papers was brought in; meetings are kept since March: February had no 0 meetings."""
    for day in ("2025-03-05", "2026-01-05", "2026-02-05", "2026-03-05"):
        add(ledger, day)
    enter.enter(ledger, "meeting", {"organ": "青禾县民政局", "title": "第1次会议", "held_on": "2026-03-05"})
    told = summary(ledger)
    meeting, document = told.kinds["meeting"], told.kinds["document"]
    assert (meeting.previous, meeting.same_month_last_year, meeting.last_year_to_date, meeting.year_to_date) == (None, None, None, 1)
    assert (document.previous, document.same_month_last_year) == (1, 1)
    assert told.kinds["inspection"].previous is None, "nobody ever kept it"
    assert told.detail.trend["meeting"] == (None, None, None, None, None, 1)
    assert told.detail.trend["inspection"][-1] == 0, "this very report says so"
    assert told.detail.uncovered == {"meeting": "2026-03"}
    halves = halves_of(ledger, Half(2026, 1), MARCH)
    assert halves["meeting"].months == (None, None, 1, None, None, None) and halves["document"].months[:3] == (1, 1, 1)
    review = review_of(ledger, Half(2026, 1), MARCH)
    assert any("参会自2026年3月起有记录" in line for line in review.scope)


def test_a_closed_month_told_that_there_was_none(ledger: Ledger) -> None:
    add(ledger, "2026-02-05")
    ledger.months.seal(Month(2026, 2), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=ledger.history.head())
    enter.enter(ledger, "meeting", {"organ": "青禾县民政局", "title": "第1次会议", "held_on": "2026-03-05"})
    assert summary(ledger).kinds["meeting"].previous == 0


def test_a_part_of_last_year_is_no_base_for_a_kind_that_began_in_it(ledger: Ledger) -> None:
    for day in ("2025-01-05", "2026-03-05"):
        add(ledger, day)
    for day in ("2025-02-05", "2026-03-05"):
        enter.enter(ledger, "meeting", {"organ": "青禾县民政局", "title": f"{day}会议", "held_on": day})
    told = summary(ledger)
    assert told.kinds["meeting"].last_year_to_date is None and told.kinds["document"].last_year_to_date == 1


def test_a_paper_received_in_two_months_is_one_in_the_half_as_in_the_year(ledger: Ledger) -> None:
    for day in ("2026-02-05", "2026-03-05"):
        enter.enter(ledger, "document", {"received_on": day, "organ": "青禾县民政局", "title": "关于低保的通知", "doc_no": "青民发〔2026〕1号"})
    add(ledger, "2026-03-09")
    enter.enter(ledger, "plaque", {"title": "议事厅", "organ": "青禾县民政局", "put_up_on": "2026-02-01"})
    half = halves_of(ledger, Half(2026, 1), MARCH)["document"]
    assert half.months[1:3] == (1, 2) and half.total == summary(ledger).kinds["document"].year_to_date == 2
    assert halves_of(ledger, Half(2026, 2))["document"].before is None
    assert any("收文中同一文件或事项" in line and "只计一次" in line for line in review_of(ledger, Half(2026, 1), MARCH).scope)


def test_a_review_calls_open_only_what_can_still_be_closed(ledger: Ledger) -> None:
    """The clock stands on 2 April 2026."""
    for day in ("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-01"):
        add(ledger, day)
    told = " ".join(review_of(ledger, Half(2026, 1), Month(2026, 4)).scope)
    assert "下列月份尚未封存，数字可能变动：2026年1月、2026年2月、2026年3月。" in told and "2026年4月尚未过完" in told
    ledger.months.seal(Month(2026, 2), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=ledger.history.head())
    told = " ".join(review_of(ledger, Half(2026, 1), Month(2026, 4)).scope)
    assert "尚未封存，数字可能变动：2026年3月。" in told and "只作对比，不再封存：2026年1月。" in told
    told = " ".join(review_of(ledger, Half(2025, 2), Month(2026, 4)).scope)
    assert "尚未封存" not in told and "台账在本半年没有记录" in told
