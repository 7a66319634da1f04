"""The report's parts: what they say of the figures, and that no part says it wrongly on paper."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from python_calamine import load_workbook

from burden_desktop import paths
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.detail import Matter, MonthDetail, PersonMinutes, TargetState
from burden_desktop.domain.months.half_year import Half, HalfReview, RuleHit, kind_half
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer, Remark
from burden_desktop.domain.months.summary import EditedText, Finding, KindFigures, MonthSummary, RulesUsed
from burden_desktop.domain.record import Record
from burden_desktop.report.blocks import (
    Band,
    Banded,
    Bars,
    Block,
    Cell,
    Grid,
    Heading,
    Panels,
    Prose,
    as_grid,
    tables_in,
    words_of,
)
from burden_desktop.report.document import document_pdf
from burden_desktop.report.drawing import draw
from burden_desktop.report.faces import Faces
from burden_desktop.report.fact_sheet_blocks import fact_sheet_blocks
from burden_desktop.report.finding_blocks import SHOWN, advice
from burden_desktop.report.month_blocks import generated_texts, month_blocks
from burden_desktop.report.pen import PlainPen
from burden_desktop.report.review_blocks import review_blocks
from burden_desktop.report.sheet import Sheets
from burden_desktop.report.tables_book import tables_book
from burden_desktop.report.word import word_file

from .invented_month import ISSUE, MAKER, record, summary_of

Months = Callable[[int], list[Record]]
FACES = Faces(paths.resources() / "fonts")  # shared by sheets that are never finished
MADE = datetime(2026, 4, 5, 9, 30, tzinfo=UTC)


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(word for block in blocks for word in words_of(block))


def finding(place: int = 0, **more: object) -> Finding:
    told = {"rule": "document-length", "severity": "quote", "records": (f"收2026-{place:04d}",), "fact": f"疑似篇幅超长：第{place}件。",
            "identity": "ab", "title": "文件篇幅", "words": "一般不超过5000字。", "exact": True, "source": "《若干规定》", **more}
    return Finding(**told)  # type: ignore[arg-type]


def rich(records: list[Record]) -> MonthSummary:
    detail = MonthDetail(
        groups={"document": {"line": (("民政", 2), ("不明", 1)), "channel": (("纸质", 2), ("不明", 1)), "carrier": (("白头", 1),), "asks": (("填表", 2),)}},
        hours={"document": PersonMinutes(90, 30)},
        hours_by_organ=(("青禾县教育局", PersonMinutes(90, 30)),),
        targets={"document": TargetState(600, 30, 2018, 120, 150)},
        matters=(Matter("asked_after", "关于甲的通知", "青禾县教育局", 2, ("表2026-0001", "表2026-0002"), ("收2026-0001",)),),
        by_hand={"document": ("same_month_last_year",)},
        acts={"withdraw": 2, "change": 1},
        ledger_seconds=1500,
        basis="历史数据5个月，只作比较，满7个月后开始作统计提示。",
        unofficial_years=(2027,),
    )
    return replace(summary_of(records), detail=detail, findings=(finding(),), rules=RulesUsed("2026.1", ("document-length",)))


def test_the_month_says_groups_hours_targets_and_how_it_was_counted(month: Months) -> None:
    records = month(12)
    told = words(month_blocks(rich(records), records, ISSUE))
    for said in (
        "按渠道，纸质2件、不明1件", "其中白头1件", "提出具体要求的，填表2件", "按条线，民政2件", "约2.0小时，其中估算0.5小时",
        "压减收文（件）", "2018年600", "20.0%", "发文后再要报表", "关于甲的通知", "表2026-0001、表2026-0002（此前收2026-0001）", "手工录入，不是由台账记录统计：收文的上年同月", "修改1次、撤销2次",
        "规则包版本2026.1，本监测点调整过1条规则", "只作比较", "2027年的放假和调休安排尚未列入日历", "用时约25分钟",
    ):
        assert said in told, said


def test_findings_stand_under_their_rule_with_words_source_and_remark() -> None:
    remark = Remark(Answer.EXPLAINED, "附件较多", "2026-04-01")
    summary = replace(summary_of([record(0)]), findings=(finding(remark=remark), finding(2), finding(3, rule="b", exact=False, title="其他", records=())))
    told = words(month_blocks(summary, [record(0)], ISSUE))
    assert told.count("《若干规定》：“一般不超过5000字。”") == 1
    assert "1. 文件篇幅（对照原文，2条）" in told and "2. 其他（对照原文，1条）" in told
    assert "已说明：附件较多" in told and "《若干规定》。要点：一般不超过5000字。" in told


def test_of_many_findings_the_rest_is_named_by_number() -> None:
    summary = replace(summary_of([record(0)]), findings=tuple(finding(place) for place in range(SHOWN + 3)))
    told = words(month_blocks(summary, [record(0)], ISSUE))
    assert f"另有3条，涉及记录：收2026-{SHOWN:04d}、" in told
    assert all(f"收2026-{place:04d}" in told for place in range(SHOWN + 3))


def test_of_very_many_findings_the_data_hold_the_rest() -> None:
    summary = replace(summary_of([record(0)]), findings=tuple(finding(place) for place in range(300)))
    told = words(month_blocks(summary, [record(0)], ISSUE))
    assert "另有290条，涉及290条记录：收2026-0010、" in told and "等，逐条见所附数据。" in told
    assert "收2026-0299" not in told


def test_advice_counts_the_rules_touched_most_and_leaves_statistics_out() -> None:
    assert advice(()) == "本月无。" == advice((finding(severity="statistic"),))
    told = advice((finding(), finding(1), finding(2, title="时限过紧")))
    assert "共提示3条，较多的是：文件篇幅2条、时限过紧1条" in told


def test_an_edited_text_stands_in_the_place_of_the_made_one_and_is_marked(month: Months) -> None:
    records = month(12)
    summary = summary_of(records)
    made = generated_texts(summary, records)
    assert set(made) == {"opening", "document", "meeting", "inspection", "advice"}
    edited = replace(summary, texts={"opening": EditedText("本月平稳。", made["opening"][1]), "document": EditedText("收文如常。", "旧")})
    told = words(month_blocks(edited, records, ISSUE))
    assert "本月平稳。" in told and made["opening"][1] not in told
    assert "文字经人工修改，表格和图中的数字仍由程序统计：总体情况、收文。" in told


def test_a_nil_month_says_what_there_is_and_no_more() -> None:
    titles = [block.text for block in month_blocks(summary_of([]), [], ISSUE) if isinstance(block, Heading)]
    assert titles == ["一、总体情况", "二、口径说明"]


def test_equal_counts_name_no_first_body() -> None:
    records = [record(place) for place in range(6)]
    told = words(month_blocks(summary_of(records), records, ISSUE))
    assert "涉及6个单位。" in told and "最多的是" not in told


def test_first_month_without_history_has_dashes_and_no_rates(month: Months) -> None:
    records = month(9)
    told = words(month_blocks(summary_of(records, previous=None), records, ISSUE))
    assert "%" not in told
    assert "无记录" in told


# --- paper


def lines_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for page in document for line in page.get_textpage().get_text_range().split("\r\n")]
    finally:
        document.close()


def test_no_line_of_three_thousand_records_begins_or_ends_with_a_mark_that_must_not_stand_there(month: Months) -> None:
    from burden_desktop.report.render import render

    odd = [
        record(place, title=f"关于印发《青禾县{'基层减负' * (place % 9)}工作方案（试行）》的通知，请遵照执行：“五个一”；（第{place}号）？", organ="青禾县" + "教育和体育" * (place % 6) + "局")
        for place in range(3_000)
    ]
    facts = tuple(finding(place, fact=f"疑似篇幅超长：青禾县教育局《关于“{'减负' * (place % 30)}”（试行）的通知》，建议核实。") for place in range(60))
    summary = replace(summary_of(odd), findings=facts)
    rendered = render(summary, odd, ISSUE, {}, draft=False, content_hash="0f" * 32)
    for line in lines_of(rendered.pdf):
        text = line.strip()
        assert not re.match("[，。；：？！、）》」』”’]", text), text
        assert not re.search("[（《「『“‘]$", text), text


def sheets() -> Sheets:
    made = Sheets(FACES, PlainPen())
    made.new_page(wide=False)
    return made


@pytest.mark.parametrize("left", range(30, 330, 60))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(left: int) -> None:
    grid = Grid("表", (Cell("列", 1),), (("值",),) * 3)
    for following in ((Prose("字" * 200),), (grid,), (Bars("图", (("甲", 1), ("乙", 2)), "件"),), (Prose("依据", small=True), grid)):
        pages = sheets()
        pages.y = pages.bottom + left
        draw(pages, (Heading("一、标题"), *following))
        on = [place for place, page in enumerate(pages.pages) if page.bookmarks]
        assert len(pages.pages[on[0]].operators) > 1


@pytest.mark.parametrize("left", range(20, 200, 7))
def test_the_head_of_a_band_never_stands_without_a_row(left: int) -> None:
    bands = tuple(Band(f"{name}带", "依据：“原文”", ((f"{name}行一", "一"), (f"{name}行二", "二")), f"{name}余") for name in "甲乙丙")
    pages = sheets()
    pages.y = pages.bottom + left
    pages.text = lambda x, y, text, *more, **aligned: pages.page.operators.append(text)  # type: ignore[method-assign]
    draw(pages, (Banded("表", "带", (Cell("事实", 3), Cell("编号", 1)), bands),))
    told = [[operator for operator in page.operators if operator[:1] in "甲乙丙依"] for page in pages.pages]
    assert [text for page in told for text in page if "（续）" not in text and text[0] != "依"] == [
        text for name in "甲乙丙" for text in (f"{name}带", f"{name}行一", f"{name}行二", f"{name}余")
    ]
    for page in told:
        assert not page or page[-1][1:] not in ("带", "带（续）", "：“原文”"), told
        assert not page or page[0][1:] in ("带", "带（续）"), told


def test_no_row_of_several_lines_is_broken_over_pages() -> None:
    rows = tuple((f"第{row:03}行" + "字" * (row % 5 * 30), str(row)) for row in range(120))
    pages = sheets()
    pages.text = lambda x, y, text, *more, **aligned: pages.page.operators.append(text)  # type: ignore[method-assign]
    draw(pages, (Grid("表", (Cell("事由", 3), Cell("行", 1)), rows),))
    told = ["".join(part for part in page.operators if part[:1] in "第字" or part.isdigit()) for page in pages.pages]
    assert len(told) > 3
    for text, number in rows:
        assert sum(f"{text}{number}" in page for page in told) == 1, text


def test_facts_without_records_have_the_whole_width() -> None:
    bands = (Band("1. 数量异常", "", (("过去12个月平均每月" + "字" * 40, ""),)), Band("2. 其他", "", (("字" * 40, "收2026-0001"),)))
    pages = sheets()
    drawn: list[str] = []
    pages.text = lambda x, y, text, *more, **aligned: drawn.append(text)  # type: ignore[method-assign]
    draw(pages, (Banded("表", "规则", (Cell("事实", 1), Cell("编号", 1)), bands),))
    assert "过去12个月平均每月" + "字" * 40 in drawn and "字" * 40 not in drawn


def test_the_last_row_of_a_table_never_stands_alone() -> None:
    for rows in range(24, 36):
        pages = sheets()
        draw(pages, (Grid("表", (Cell("列", 1),), tuple((str(row),) for row in range(rows)), min_height=20),))
        if len(pages.pages) > 1:
            assert sum("BT" in operator for operator in pages.pages[-1].operators) >= 3  # the heading and two rows


def test_body_of_82_characters_fits_everywhere() -> None:
    name = "青禾县" + "基层治理和服务群众工作" * 7 + "领导小组"
    held = [record(place, organ=name) for place in range(3)] + [record(4, organ="青禾县教育局")]
    pdf = document_pdf("月报", ("2026年3月", name), month_blocks(summary_of(held), held, ISSUE), name, MADE)
    assert name in "".join(lines_of(pdf))


# --- the same parts elsewhere


def test_word_copy_holds_every_text_and_table(month: Months) -> None:
    records = month(12)
    blocks = month_blocks(rich(records), records, ISSUE)
    made = word_file("基层减负监测月报", ("2026年第3期",), (*blocks, Prose("控制\x0b字符")), made_at=MADE)
    document = docx.Document(io.BytesIO(made))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(block.text in told for block in blocks if isinstance(block, (Heading, Prose)))
    assert len(document.tables) == len(tables_in(blocks))
    assert [cell.text for cell in document.tables[0].rows[1].cells][:2] == ["收文（件）", str(summary_of(records).kinds["document"].month)]
    assert "控制字符" in told
    heading = next(paragraph for paragraph in document.paragraphs if paragraph.style.name == "Heading 1")
    assert str(heading.runs[0].font.color.rgb) == "000000"
    fonts = {run._element.rPr.rFonts.get(qn("w:eastAsia")) for paragraph in document.paragraphs for run in paragraph.runs}
    assert fonts <= {"宋体", "黑体"}, "what an office computer has"
    first = document.tables[0]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in first.rows]
    assert kept == [True] * (len(kept) - 1) + [None], "a short table is not broken over pages"


def test_tables_book_has_a_sheet_a_table_with_numbers_as_numbers(month: Months) -> None:
    records = month(12)
    tables = tables_in(month_blocks(rich(records), records, ISSUE))
    book = load_workbook(io.BytesIO(tables_book((*tables, tables[0], Grid("=1/2:" * 9, (Cell("甲", 1),), (("=1",),))))))
    assert len(book.sheet_names) == len(tables) + 2 and book.sheet_names[0] == "总体情况"
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[1][:2] == ["收文（件）", float(summary_of(records).kinds["document"].month)]
    assert book.get_sheet_by_index(len(tables) + 1).to_python()[1] == ["=1"]
    assert load_workbook(io.BytesIO(tables_book(()))).sheet_names


def test_a_chart_has_the_same_figures_as_a_table() -> None:
    assert as_grid(Panels("图", ("上月", "本月"), (("收文", (None, 3)),))).rows == (("收文", "—", "3"),)
    assert as_grid(Bars("图", (("甲", 3),), "件")).rows == (("甲", "3"),)


def review(**more: object) -> HalfReview:
    document = kind_named("document")
    kinds = {"document": kind_half(document, (None, 3, 4, 5, 6, 7), (1, 1, 1, 1, 1, None), (5,) * 6)}
    told = {"point": MAKER, "half": Half(2026, 1), "kinds": kinds, "hits": (RuleHit("a", "文件篇幅", "《若干规定》", 4, {Answer.ACCEPTED: 1}),),
            "last": summary_of([]), **more}
    return HalfReview(**told)  # type: ignore[arg-type]


def test_review_compares_halves_of_which_all_months_are_known() -> None:
    told = words(review_blocks(review()))
    assert "收文25件" in told and "比上个半年" not in told
    assert "已答复1条，尚未答复3条" in told and "没有设定压减目标" in told
    grids = [block for block in review_blocks(review()) if isinstance(block, Grid)]
    assert grids[0].rows == (("收文（件）", "25", "—", "—", "30", "—"),), "a half with a month missing has nothing to be compared"
    whole = kind_half(kind_named("document"), (2, 3, 4, 5, 6, 5), (1, 1, 1, 1, 1, None), (5,) * 6)
    compared = [block for block in review_blocks(review(kinds={"document": whole})) if isinstance(block, Grid)]
    assert compared[0].rows == (("收文（件）", "25", "—", "—", "30", "-16.7%"),)
    assert grids[1].rows == (("收文（件）", "—", "3", "4", "5", "6", "7"),)


def test_review_without_anything_says_so() -> None:
    told = words(review_blocks(review(kinds={}, hits=(), problems_begin=2, problems_end=1, scope=("口径甲。",))))
    assert "2026年上半年没有记录" in told and "未发现需要提示" in told
    assert "期初未整改2件，期末未整改1件" in told and "1. 口径甲。" in told


def test_a_half_without_any_record_has_no_table_of_headings_alone() -> None:
    none = kind_half(kind_named("document"), (None,) * 6, (1,) * 6, (None,) * 6)
    blocks = review_blocks(review(kinds={"document": none}, hits=()))
    grids = [block for block in blocks if isinstance(block, Grid)]
    assert [grid.rows for grid in grids] == [(("收文（件）", "—", "6", "—", "—", "—"),)], "nothing known is no 0"
    told = words(blocks)
    assert "2026年上半年没有记录" in told and "各月没有数字" in told and "没有可以对照规则的内容" in told


def test_advice_names_all_rules_that_were_touched_equally_often() -> None:
    def advised(*titles: str) -> str:
        return advice([replace(finding(), title=title) for title in titles])

    assert "共提示5条，甲、乙、丙、丁、戊各1条。" in advised(*"甲乙丙丁戊")
    assert "共提示2条，均为甲。" in advised(*"甲甲")
    assert "较多的是：甲2条、乙1条、丙1条、丁1条。" in advised(*"甲甲乙丙丁")
    assert "较多的是：甲3条、乙2条。" in advised(*"甲甲甲乙乙丙丁戊己庚辛")
    assert "较多的是：甲2条、乙2条、丙2条、丁2条。" in advised(*"甲乙丙丁甲乙丙丁戊")


def test_fact_sheet_says_to_whom_what_by_which_rule_and_until_when() -> None:
    blocks = fact_sheet_blocks(MAKER, Month(2026, 3), "青禾县教育局", (finding(),), (("收2026-0000", "2026-03-05", "关于甲的通知"),), date(2026, 4, 20))
    told = words(blocks)
    for said in ("致：青禾县教育局", "《若干规定》：“一般不超过5000字。”", "疑似篇幅超长", "收2026-0000", "关于甲的通知", "2026年4月20日前", "不是认定"):
        assert said in told


@pytest.mark.parametrize(
    ("text", "months"), [("2026-H1", (1, 6)), ("2026-h2", (7, 12))]
)
def test_half_of_a_year(text: str, months: tuple[int, int]) -> None:
    half = Half.parse(text)
    assert (half.months[0].number, half.months[-1].number) == months
    assert str(half.before) == ("2025-H2" if half.number == 1 else "2026-H1")


@pytest.mark.parametrize("text", ["2026", "2026-H3", "26-H1", "H1"])
def test_what_is_no_half_is_refused(text: str) -> None:
    from burden_desktop.domain.errors.months import InvalidHalf

    with pytest.raises(InvalidHalf):
        Half.parse(text)


def test_figures_without_a_problem_list_say_none() -> None:
    summary = replace(summary_of([record(0)]), kinds={**summary_of([record(0)]).kinds, "problem": KindFigures(1, 2, None, 1, None, 1, 0)})
    from burden_desktop.report.work_blocks import problem_blocks

    held = replace(record(1), kind="problem", values={"fact": "重复报表", "deadline": "2026-03-20", "status": "反弹", "responsible_unit": "青禾县民政局"})
    told = words(tuple(problem_blocks(summary, [held])))
    assert "上月末未整改2件，本月末未整改1件，其中逾期1件，反弹1件。" in told and "反弹，逾期" in told
    assert words(tuple(problem_blocks(summary_of([], previous=None), []))) == "本月无。"


def test_a_month_that_is_not_over_says_until_when(month: Months) -> None:
    records = month(5)
    early = replace(ISSUE, closed_at="2026-03-24T09:30:00+08:00")
    assert "本月尚未结束，以下为截至3月24日的数字" in words(month_blocks(summary_of(records), records, early))
    assert "尚未结束" not in words(month_blocks(summary_of(records), records, ISSUE))


def test_a_nil_month_is_called_so() -> None:
    assert "2026年3月零报告：本月无收文" in words(month_blocks(summary_of([]), [], ISSUE))


def test_numbers_of_peoples_own_are_told(month: Months) -> None:
    records = month(12)
    summary = summary_of(records)
    things = summary.kinds["document"].month
    own = replace(summary, texts={"opening": EditedText(f"收文{things}件，其中9000件下降12.5%。", "旧")})
    assert "人工修改的文字中有程序没有统计出的数字：总体情况（9000件、12.5%）。" in words(month_blocks(own, records, ISSUE))
    assert "程序没有统计出" not in words(month_blocks(replace(summary, texts={"opening": EditedText("平稳。", "旧")}), records, ISSUE))
