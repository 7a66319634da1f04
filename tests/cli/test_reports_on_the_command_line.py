"""Half-year review, fact sheet and copies through the commands."""

from pathlib import Path

import pytest

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
