"""Registers of our own making, in the fashions of clerks and office systems."""

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from burden_desktop.domain.errors.reading import NoRegister, UnreadableFile
from burden_desktop.intake.registers.register import read_register
from burden_desktop.intake.registers.rows import public_row

TODAY = date(2026, 5, 1)
ROWS = "收文日期,来文单位,文号,文件标题,份数,密级\n2026.3.5,梅溪县水利局,梅水发[2026]8号,关于检修水闸的通知,2份,\n"


def read(path: Path):  # type: ignore[no-untyped-def]
    return read_register(path, kind=None, today=TODAY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_csv_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "收文.csv"
    path.write_bytes(ROWS.encode(encoding))
    (row,) = read(path).rows
    assert public_row(row) == {
        "sheet": "*", "row": 2, "kind": "document", "received_on": "2026-03-05", "organ": "梅溪县水利局",
        "doc_no": "梅水发〔2026〕8号", "title": "关于检修水闸的通知", "copies": 2,
    }


def test_bad_rows_go_to_the_clerk(tmp_path: Path) -> None:
    path = tmp_path / "收文.csv"
    path.write_text(
        ROWS + "2026年2月30日,县林业局,,关于防火的通知,1,\n2026.3.6,县林业局,,,1,\n2026.3.7,县委办,,关于某事的通知,1,秘密\n合计,,,,4,\n,,,,,\n",
        encoding="utf-8",
    )
    reading = read(path)
    assert [(row.row, row.reason) for row in reading.rejected] == [(3, "bad_date"), (4, "missing_title"), (5, "classified")]
    assert [(row.row, row.reason) for row in reading.ignored] == [(6, "total"), (7, "empty")]


def test_ditto_repeats_and_duplicates_are_paired(tmp_path: Path) -> None:
    path = tmp_path / "2025年收文.csv"
    path.write_text("登记日期,来文单位,文号,标题\n3月5日,县水利局,水〔2025〕8号,关于检修的通知\n〃,同上,水〔2025〕9号,关于蓄水的通知\n3.9,县水利局,水[2025]8号,关于检修的通知\n", encoding="utf-8")
    reading = read(path)
    assert [row.values["received_on"] for row in reading.rows] == ["2025-03-05", "2025-03-05", "2025-03-09"]
    assert reading.rows[1].values["organ"] == "县水利局"
    assert reading.duplicates == ((0, 2),)


def test_workbook_with_two_row_heading_and_merged_cells(tmp_path: Path) -> None:
    path = tmp_path / "会议.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("参会")
        sheet.merge_range(0, 0, 0, 5, "2025年参加会议登记")
        sheet.merge_range(1, 0, 2, 0, "会议名称")
        sheet.merge_range(1, 1, 1, 3, "会议时间")
        sheet.write_row(2, 1, ["日期", "开始", "结束"])
        sheet.merge_range(1, 4, 2, 4, "召集单位")
        sheet.merge_range(1, 5, 2, 5, "时长")
        sheet.write_row(3, 0, ["防汛会", "3月14日", "下午3点", "", "县水利局", "1小时30分"])
        sheet.write_row(4, 0, ["森林防火会", "2025.3.20", "9:00", "8:00", "县林业局", "半天"])
    reading = read(path)
    assert public_row(reading.rows[0])["starts_at"] == "2025-03-14T15:00"
    assert reading.rows[0].values["duration_minutes"] == 90
    assert [(row.row, row.reason) for row in reading.rejected] == [(5, "end_before_start")]


def test_excel_dates_and_several_sheets(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        papers = book.add_worksheet("收文")
        papers.write_row(0, 0, ["收文日期", "来文单位", "标题"])
        papers.write_datetime(1, 0, datetime(2026, 1, 5))  # noqa: DTZ001 - a sheet's day has no zone
        papers.write_row(1, 1, ["县水利局", "关于检修的通知"])
        visits = book.add_worksheet("迎检")
        visits.write_row(0, 0, ["检查时间", "检查单位", "检查事项", "检查人数"])
        visits.write_row(1, 0, ["2025.12.30—2026.1.4", "县水利局", "水库检查", "5人"])
    reading = read(path)
    assert [row.kind for row in reading.rows] == ["document", "inspection"]
    assert reading.rows[0].values["received_on"] == "2026-01-05"
    assert (reading.rows[1].values["starts_on"], reading.rows[1].values["ends_on"]) == ("2025-12-30", "2026-01-04")


def test_web_table_named_xls(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    cells = "<tr><td rowspan=2>2026-03-05</td><td>县水利局</td><td>关于甲的通知</td></tr><tr><td>县林业局</td><td>关于乙的通知</td></tr>"
    path.write_bytes(f"<html><table><tr><th>来文时间<th>来文机关<th>文件名称</tr>{cells}</table></html>".encode("gb18030"))
    assert [row.values["received_on"] for row in read(path).rows] == ["2026-03-05", "2026-03-05"]


def test_file_without_headings_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NoRegister):
        read(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rubbish", b"\x00\x01\x02\xff" * 50])
def test_broken_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    with pytest.raises((UnreadableFile, NoRegister), match=r"坏\.xlsx"):
        read(path)


def test_merged_cell_of_an_ods_fills_down(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<table:table-row>" + "".join(cells) + "</table:table-row>"

    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'

    names = " ".join(f'xmlns:{word}="urn:oasis:names:tc:opendocument:xmlns:{word}:1.0"' for word in ("office", "table", "text"))
    rows = row(cell("收文日期"), cell("来文单位"), cell("标题")) + row(
        cell("2026-03-05"), cell("县水利局", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'), cell("关于甲的通知")
    ) + row(cell("2026-03-06"), "<table:covered-table-cell/>", cell("关于乙的通知"))
    content = f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="收文">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    path = tmp_path / "收文.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    assert [row.values["organ"] for row in read(path).rows] == ["县水利局", "县水利局"]


def test_month_and_day_stand_under_any_word_and_ditto_days_repeat(tmp_path: Path) -> None:
    path = tmp_path / "2024年收文.csv"
    path.write_text("收文,,来文单位,标题\n月,日,,\n1,3,市教育局,关于期末工作的通知\n,8,同上,关于寒假的通知\n", encoding="utf-8")
    assert [row.values["received_on"] for row in read(path).rows] == ["2024-01-03", "2024-01-08"]
    path.write_text("收文时间,来文单位,标题\n1月3日,市教育局,关于期末工作的通知\n同日,〃,关于寒假的通知\n", encoding="utf-8")
    assert [row.values["received_on"] for row in read(path).rows] == ["2024-01-03", "2024-01-03"]


@pytest.mark.parametrize("head", ["会议日期,会议时间", "会议时间,会议日期"])
def test_day_and_hour_side_by_side_are_told_apart(tmp_path: Path, head: str) -> None:
    path = tmp_path / "会议.csv"
    cells = {"会议日期": "2026/3/2", "会议时间": "下午2:30-4:00"}
    path.write_text(f"{head},会议名称,召集单位\n{','.join(cells[name] for name in head.split(','))},宣传会,县委宣传部\n", encoding="utf-8")
    (row,) = read(path).rows
    assert (row.values["held_on"], row.values["starts_at"], row.values["ends_at"]) == ("2026-03-02", "14:30", "16:00")


def test_a_school_year_lends_each_month_its_own_year(tmp_path: Path) -> None:
    path = tmp_path / "2025-2026学年来文.csv"
    path.write_text("日期,来文单位,文件标题\n9月1日,县教育局,关于开学的通知\n3月2日,县教育局,关于春季开学的通知\n", encoding="utf-8")
    assert [row.values["received_on"] for row in read(path).rows] == ["2025-09-01", "2026-03-02"]


def test_order_settles_what_a_number_means_and_what_it_does_not_settle_goes_back(tmp_path: Path) -> None:
    path = tmp_path / "2026.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("收文")
        for number, row in enumerate([["收文日期", "来文单位", "标题"], *([day, "甲局", f"关于{day}的通知"] for day in (3.9, 3.1, 3.11, 4.1))]):
            sheet.write_row(number, 0, row)
    reading = read(path)
    assert [row.values["received_on"] for row in reading.rows] == ["2026-03-09", "2026-03-10", "2026-03-11"]
    assert [(row.row, row.reason) for row in reading.rejected] == [(5, "bad_date")]


def test_words_that_fit_no_field_are_kept_to_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "收文.csv"
    path.write_text("收文日期,来文单位,标题,份数,办理时限\n2026-03-05,甲局,关于某事的通知,若干,月底前\n", encoding="utf-8")
    reading = read(path)
    assert [(cell.row, cell.field, cell.text) for cell in reading.unread] == [(2, "copies", "若干"), (2, "deadline", "月底前")]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("一天半", 720), ("上午半天", 240), ("一小时二十分", 80), ("两个小时", 120), ("二个半小时", 150), ("约1小时", 60), ("1:30", 90), ("3课时", None), ("1.5", None)],
)
def test_lengths_in_words_are_minutes_and_a_number_of_no_unit_is_left_open(tmp_path: Path, written: str, minutes: int | None) -> None:
    path = tmp_path / "会议.csv"
    path.write_text(f"会议日期,会议名称,召集单位,会议时长\n2026-03-05,防汛会,县水利局,{written}\n", encoding="utf-8")
    assert read(path).rows[0].values.get("duration_minutes") == minutes


def test_an_upper_heading_speaks_only_for_what_no_lower_one_tells(tmp_path: Path) -> None:
    path = tmp_path / "收文.csv"
    path.write_text("收文日期,来文单位,标题,办理情况,\n,,,承办人,结果\n2026-03-05,甲局,关于某事的通知,某人,已办结,急\n", encoding="utf-8")
    reading = read(path)
    assert reading.rows[0].values["handling"] == "已办结"
    assert [(cell.field, cell.text) for cell in reading.unread] == [("", "急")]


@pytest.mark.parametrize(("file", "kind"), [("2026年参会记录.csv", "meeting"), ("2026年迎检记录.csv", "inspection"), ("2026年收文.csv", "document")])
def test_bare_headings_take_their_kind_from_the_files_name(tmp_path: Path, file: str, kind: str) -> None:
    path = tmp_path / file
    path.write_text("序号,时间,单位,内容,备注\n1,3月5日,县委办,关于某件事情,\n", encoding="utf-8")
    assert [row.kind for row in read(path).rows] == [kind]


def test_hidden_rows_come_in_hidden_sheets_stay_out_and_a_tick_means_by_video(tmp_path: Path) -> None:
    path = tmp_path / "会议登记.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, old = book.add_worksheet("会议"), book.add_worksheet("旧表")
        for name in (sheet, old):
            name.write_row(0, 0, ["会议日期", "召集单位", "会议名称", "是否视频会议"])
            name.write_row(1, 0, ["2026-03-05", "县政府办", "春耕会议", "是"])
            name.write_row(2, 0, ["2026-03-06", "县政府办", "防火会议", "否"])
            name.write_row(3, 0, ["2026-03-07", "县政府办", "防汛会议", "√"])
        sheet.set_row(2, None, None, {"hidden": True})
        old.hide()
    reading = read(path)
    assert [(row.sheet, row.row, row.values.get("format")) for row in reading.rows] == [("会议", 2, "视频"), ("会议", 3, None), ("会议", 4, "视频")]


def test_whether_a_visit_was_filed_says_nothing_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "迎检登记.csv"
    path.write_text("检查日期,检查单位,检查事项,是否备案,是否列入计划\n2026-03-05,县财政局,资金检查,是,\n2026-03-06,县农业局,春耕检查,,是\n", "utf-8")
    assert [row.values.get("plan_status") for row in read(path).rows] == [None, "计划内"]
