"""A register comes in as a whole, or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.reading.import_outcome import ImportOutcome
from burden_desktop.domain.reading.rejection import why_rejected
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import change, enter, withdraw
from burden_desktop.tasks.import_register import preview, standing, store_rows

from ..conftest import StandingClock
from ..records import POINT

HEAD = ("收文日期", "来文单位", "文号", "标题", "渠道", "办理情况")
ONE = ("2026-03-05", "县水利局", "水〔2026〕8号", "关于检修的通知", "纸质", "")
TWO = ("2026-03-06", "县林业局", "林〔2026〕4号", "关于森林防火的通知", "纸质", "")
THREE = ("2026-03-07", "县水利局", "水〔2026〕9号", "关于蓄水的通知", "电子公文", "")
SHEETS = {
    "收文": (("收文日期", "来文单位", "标题"), ("2026-03-05", "甲局", "关于某事的通知")),
    "参会": (("开会日期", "召集单位", "会议名称"), ("2026-02-05", "甲局", "某次会议")),
}


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


def _register(path: Path, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
    path.write_text("\n".join(",".join(row) for row in (head, *rows)), "utf-8")
    return path


def _import(ledger: Ledger, path: Path, *, late: bool = False) -> ImportOutcome:
    return store_rows(ledger, preview(path, None, date(2026, 4, 2)), late=late)


def test_a_row_of_a_sealed_month_goes_back_to_the_clerk(tmp_path: Path, clock: StandingClock) -> None:
    with xlsxwriter.Workbook(tmp_path / "登记.xlsx") as book:
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as ledger:
        ledger.months.seal(Month(2026, 2), revision=1, file_name="f.pdf", sha256="0" * 64, expected_head=ledger.history.head())
        outcome = _import(ledger, tmp_path / "登记.xlsx")
        assert [record.kind for record in outcome.records] == ["document"]
        assert [(row.sheet, row.row, row.reason) for row in outcome.reading.rejected] == [("参会", 2, "sealed_month")]
        assert ("会议名称", "某次会议") in outcome.reading.rejected[0].cells
        assert [record.late for record in _import(ledger, tmp_path / "登记.xlsx", late=True).records] == [True]
        assert ledger.check().ok


def test_the_growing_register_adds_only_what_is_new(tmp_path: Path, ledger: Ledger) -> None:
    march = _register(tmp_path / "收文.csv", ONE, TWO)
    assert [record.number for record in _import(ledger, march).records] == ["收2026-0001", "收2026-0002"]
    grown = _register(tmp_path / "收文.csv", ONE, TWO, THREE)
    before = standing(ledger, preview(grown, None, date(2026, 4, 2)))
    outcome = _import(ledger, grown)
    assert before.new == outcome.standing.new == (2,)
    assert [record.number for record in outcome.records] == ["收2026-0003"]
    assert {index: row.number for index, row in outcome.standing.known.items()} == {0: "收2026-0001", 1: "收2026-0002"}
    assert _import(ledger, grown).records == ()


def test_rows_are_known_again_after_edits_on_either_side(tmp_path: Path, ledger: Ledger) -> None:
    _import(ledger, _register(tmp_path / "收文.csv", ONE, TWO))
    record = ledger.records.by_number("收2026-0001")
    change(ledger, "document", record.id, {"title": "另拟的标题", "received_on": "2026-03-09", "doc_no": ""})
    mended = ("2026-03-06", "县林业局", "林〔2026〕4号", "关于森林防火工作的通知", "纸质", "已办")
    outcome = _import(ledger, _register(tmp_path / "收文(2).csv", ONE, mended))
    assert outcome.records == ()
    assert outcome.standing.known[1].changed == ("title", "handling")


def test_a_register_of_another_month_brings_its_own_recurring_papers(tmp_path: Path, ledger: Ledger) -> None:
    """Much the same file name, the same body and title: on a day outside this register it is another paper."""
    bulletin = ("县应急管理局", "", "安全生产情况通报", "纸质", "")
    _import(ledger, _register(tmp_path / "收文2月.csv", ("2026-02-09", *bulletin), ("2026-02-20", *bulletin)))
    outcome = _import(ledger, _register(tmp_path / "收文3月.csv", ("2026-03-09", *bulletin), ("2026-03-20", *bulletin)))
    assert [record.values["received_on"] for record in outcome.records] == ["2026-03-09", "2026-03-20"]


def test_a_day_mended_within_the_register_is_the_same_row(tmp_path: Path, ledger: Ledger) -> None:
    _import(ledger, _register(tmp_path / "收文.csv", ONE, TWO, THREE))
    outcome = _import(ledger, _register(tmp_path / "收文.csv", ONE, ("2026-03-07", *TWO[1:]), THREE))
    assert outcome.records == ()
    assert outcome.standing.known[1].changed == ("received_on",)


def test_a_second_receipt_is_no_repeat_and_two_equal_rows_stay_two(tmp_path: Path, ledger: Ledger) -> None:
    again = ("2026-03-05", "县水利局", "水〔2026〕8号", "关于检修的通知", "工作群", "")
    _import(ledger, _register(tmp_path / "收文.csv", ONE, ONE))
    outcome = _import(ledger, _register(tmp_path / "收文.csv", ONE, ONE, again, ONE))
    assert outcome.standing.new == (2, 3)
    assert len({record.family for record in outcome.records}) == 1


def test_a_typed_record_answers_for_its_row_under_a_short_name_too(tmp_path: Path, ledger: Ledger) -> None:
    enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县水利局", "title": "关于检修的通知"})
    full = ledger.organs.named("青禾县水利局")
    short = ledger.organs.point_at(["县水利局"])["县水利局"].id
    assert full
    ledger.organs.merge(short, into=full.id)
    assert _import(ledger, _register(tmp_path / "收文.csv", ONE)).records == ()


def test_an_undone_import_can_be_made_again_and_a_withdrawn_row_stays_away(tmp_path: Path, ledger: Ledger) -> None:
    register = _register(tmp_path / "收文.csv", ONE, TWO)
    _import(ledger, register)
    taken_back = ledger.undoing.undo()
    assert taken_back and len(taken_back.numbers) == 2
    assert len(_import(ledger, register).records) == 2
    withdraw(ledger, "document", ledger.records.by_number("收2026-0004").id)
    assert _import(ledger, register).records == ()


def test_a_row_without_sender_goes_back_with_its_words(tmp_path: Path, ledger: Ledger) -> None:
    outcome = _import(ledger, _register(tmp_path / "收文.csv", ("2026-03-05", "", "", "关于检修的通知", "", "")))
    (row,) = outcome.reading.rejected
    assert (row.reason, str(why_rejected(row))) == ("missing_organ", "没有填写来文单位。")
    assert ("标题", "关于检修的通知") in row.cells
