"""How tables lie in a workbook: beside each other, printed in two columns, going on over sheets without headings."""

from datetime import date

import pytest

from burden_desktop.domain.reading.draft import RegisterReading
from burden_desktop.intake.registers.register import read_tables
from burden_desktop.intake.registers.sheet import Cell, Sheet

TODAY = date(2026, 4, 2)
HEAD = ("收文日期", "来文单位", "文号", "标题")
ONE = ("2026-03-02", "县水利局", "水〔2026〕1号", "关于防汛的通知")
TWO = ("2026-03-03", "县财政局", "财〔2026〕1号", "关于预算的通知")
THREE = ("2026-03-04", "县审计局", "", "关于审计的通知")


def _read(*sheets: Sheet, file: str = "登记.xlsx") -> RegisterReading:
    return read_tables(file, sheets, kind=None, today=TODAY)


def _said(reading: RegisterReading) -> list[tuple[str, int, str, object, object]]:
    return [(row.sheet, row.row, row.kind, row.values["title"], row.values.get("organ")) for row in reading.rows]


def test_two_kinds_beside_each_other_are_two_tables() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("收文登记", "", "", "", "", "参会登记"),
        ("收文日期", "来文单位", "标题", "", "", "会议日期", "会议名称", "召集单位"),
        ("3月2日", "县水利局", "关于防汛的通知", "", "", "3月3日", "防汛会", "县水利局"),
        ("3月4日", "县财政局", "关于预算的通知", "", "", "3月6日", "财政会", "县财政局"),
        ("3月8日", "县审计局", "关于审计的通知"),
    )
    reading = _read(Sheet("一", rows))
    assert _said(reading) == [
        ("一", 3, "document", "关于防汛的通知", "县水利局"),
        ("一", 4, "document", "关于预算的通知", "县财政局"),
        ("一", 5, "document", "关于审计的通知", "县审计局"),
        ("一", 3, "meeting", "防汛会", "县水利局"),
        ("一", 4, "meeting", "财政会", "县财政局"),
    ]
    assert (reading.rejected, [row.row for row in reading.ignored]) == ((), [1])


def test_one_table_printed_in_two_columns_is_read_left_then_right() -> None:
    reading = _read(Sheet("一", ((*HEAD, *HEAD), (*ONE, *TWO), (*THREE, "", "", "", ""))))
    assert [(row.row, row.values["title"]) for row in reading.rows] == [(2, "关于防汛的通知"), (3, "关于审计的通知"), (2, "关于预算的通知")]


def test_an_empty_column_inside_one_table_parts_nothing() -> None:
    head, row = (*HEAD, "", "份数", "备注"), (*ONE, "", 2.0, "已办")
    reading = _read(Sheet("一", (head, row)))
    assert [(one.values["copies"], one.values["note"]) for one in reading.rows] == [(2, "已办")]


def test_a_sheet_without_headings_goes_on_with_those_of_the_sheet_before() -> None:
    reading = _read(Sheet("1", (("收文登记簿",), HEAD, ONE)), Sheet("2", (TWO, THREE)))
    assert [(row.sheet, row.row, row.values["received_on"]) for row in reading.rows] == [
        ("1", 3, "2026-03-02"), ("2", 1, "2026-03-03"), ("2", 2, "2026-03-04"),
    ]  # fmt: skip
    assert reading.mapping["2"] == reading.mapping["1"]


def test_a_sheet_of_something_else_is_no_continuation() -> None:
    reading = _read(Sheet("1", (HEAD, ONE)), Sheet("2", (("张数", "页数", "说明", "本簿共三页"), ("1", "2", "3", "4"))))
    assert [row.sheet for row in reading.rows] == ["1"]
    assert {row.sheet for row in reading.ignored} == {"2"}


@pytest.mark.parametrize(("cell", "day"), [("0305", "2026-03-05"), ("260305", "2026-03-05"), (260305.0, "2026-03-05"), ("1231", "2026-12-31")])
def test_packed_days_are_read_in_the_year_that_the_book_tells(cell: Cell, day: str) -> None:
    reading = _read(Sheet("2026年", (HEAD, (cell, *ONE[1:]))))
    assert [row.values["received_on"] for row in reading.rows] == [day]


@pytest.mark.parametrize("cell", ["0230", "1305", "210305", "305", "十二日", 4.1])
def test_days_that_may_mean_two_things_go_to_the_clerk(cell: Cell) -> None:
    reading = _read(Sheet("2026年", (HEAD, (cell, *ONE[1:]))))
    assert ([row.reason for row in reading.rejected], reading.rows) == (["bad_date"], ())


def test_letter_spaced_names_are_closed_up_and_two_names_are_not() -> None:
    reading = _read(Sheet("2026年", (HEAD, ("3.5", " 县 卫 健 局 ", "", "关于防控的通知"), ("3.6", "县委办 县府办", "", "关于值班的通知"))))
    assert [row.values["organ"] for row in reading.rows] == ["县卫健局", "县委办 县府办"]


def test_sheets_of_the_months_may_have_headings_of_their_own() -> None:
    march = (("3月参会登记",), ("日期", "时间", "会议名称", "召集单位", "时长(小时)"), ("5", "14:30", "防汛会", "县水利局", 1.5), ("合计", "1场", "", "", 1.5))
    april = (("会议时间", "会议名称", "主办单位", "用时"), ("8日下午3点", "信访会", "县信访局", "1小时"))
    reading = _read(Sheet("2026年3月", march), Sheet("2026年4月", april))
    said = [(row.values["held_on"], row.values["starts_at"], row.values["duration_minutes"]) for row in reading.rows]
    assert said == [("2026-03-05", "14:30", 90), ("2026-04-08", "15:00", 60)]
    assert [(row.row, row.reason) for row in reading.ignored if row.sheet == "2026年3月"] == [(1, "title_row"), (4, "total")]
