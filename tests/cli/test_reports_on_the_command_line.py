"""Half-year review, fact sheet and copies through the commands."""

from pathlib import Path

import pytest
from python_calamine import load_workbook

from .conftest import Console


@pytest.fixture
def touched(console: Console) -> Console:
    console.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=一件事", "characters=9000", "scope=综合")
    console.ok("add", "document", "received_on=2026-03-06", "organ=青禾县水利局", "title=另一件事")
    return console


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_review_is_written_as_pages_word_and_tables(touched: Console) -> None:
    told = touched.ok("review", "2026-H1", "--out", touched.folder / "out")
    assert told.count("半年回看") == 3
    assert written(touched.folder / "out") == [f"SQ-01-2026-H1-半年回看.{kind}" for kind in ("docx", "pdf", "xlsx")]
    assert "不是半年" in touched.refused("review", "2026-1", "--out", touched.folder / "out")


def test_fact_sheet_is_for_a_body_that_findings_concern(touched: Console) -> None:
    assert touched.lines("factsheet", "2026-03") == [{"organ": "青禾县民政局", "findings": 1}]
    touched.ok("factsheet", "2026-03", "--organ", "青禾县民政局", "--out", touched.folder / "out")
    assert written(touched.folder / "out") == [f"SQ-01-2026-03-提醒事实单-青禾县民政局.{kind}" for kind in ("docx", "pdf")]
    assert "不需要提醒事实单" in touched.refused("factsheet", "2026-03", "--organ", "青禾县水利局", "--out", touched.folder)
    assert touched.run("factsheet", "2026-03", "--organ", "青禾县民政局")[0] == 2


def test_copies_of_a_month(touched: Console) -> None:
    touched.ok("copies", "2026-03", "--out", touched.folder / "out")
    assert written(touched.folder / "out") == ["SQ-01-2026-03-月报.docx", "SQ-01-2026-03-月报.xlsx"]


def test_months_to_come_hold_no_figure_in_the_review(touched: Console) -> None:
    """The clock stands on 2 April 2026: May and June are no zeros."""
    touched.ok("review", "2026-H1", "--out", touched.folder / "out")
    sheets = load_workbook(touched.folder / "out" / "SQ-01-2026-H1-半年回看.xlsx")
    rows, *_ = [rows for name in sheets.sheet_names if (rows := sheets.get_sheet_by_name(name).to_python()) and "6月" in map(str, rows[0])]
    row = next(row for row in rows if str(row[0]).startswith("收文"))
    told = dict(zip(map(str, rows[0]), row, strict=True))
    assert (told["3月"], told["4月"]) == (2, 0) and {told["5月"], told["6月"]} == {"—"}


def test_a_twin_in_the_family_is_named_by_kin(console: Console) -> None:
    for day in ("05", "06"):
        console.ok("add", "document", f"received_on=2026-03-{day}", "organ=青禾县民政局", "title=关于报送低保核查情况的通知")
    console.ok("add", "document", "received_on=2026-03-07", "organ=青禾县水利局", "title=关于做好春灌工作的通知")
    told = console.ok("kin", "收2026-0001")
    assert "已归为同件：收2026-0002" in told and "没有发现可能同件的其他记录" in told
    assert console.ok("kin", "收2026-0003").strip() == "没有发现可能同件的其他记录。"
    assert console.lines("kin", "收2026-0003") == []
