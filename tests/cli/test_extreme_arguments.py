"""Whatever stands on the command line, the answer is a sentence and never a traceback."""

from pathlib import Path

import pytest

from .conftest import Console

PAPER = ("received_on=2026-03-05", "organ=青禾县民政局", "title=关于报送情况的通知")


def test_numbers_beyond_all_measure_are_refused(console: Console) -> None:
    assert "过大" in console.refused("add", "document", *PAPER, f"copies={'9' * 5000}")
    console.ok("add", "document", *PAPER, f"copies={'0' * 5000}7")
    for count in ("9" * 20, "9" * 5000, "-1", ""):
        assert console.run("figures", "2025-03", f"document={count}")[0] == 2
    assert console.run("search", "通知", "--limit", "9" * 20)[0] == 2
    for year in ("-5", "99999"):
        assert console.run("target", "document", "--base", "600", "--year", year, "--percent", "30")[0] == 2


def test_bytes_that_are_no_utf8_are_named(console: Console) -> None:
    for words in (("add", "document", *PAPER[:2], "title=\udcff"), ("search", "\udcff")):
        status, _, told = console.run(*words)
        assert status == 2 and "UTF-8" in told


@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31", "2026-W50", "20261201", "later"])
def test_moments_that_no_certificate_knows_are_wrong_usage(console: Console, tmp_path: Path, moment: str) -> None:
    assert console.run("verify", tmp_path / "x.pdf", "--trust", tmp_path, "--at", moment)[0] == 2


def test_a_field_written_twice_is_refused(console: Console) -> None:
    assert "两次" in console.refused("add", "document", *PAPER, "收文日期=2026-03-06")


def test_joining_and_parting_at_once_is_refused(console: Console) -> None:
    console.ok("add", "document", *PAPER)
    assert console.run("kin", "收2026-0001", "--part", "--join", "收2026-0002")[0] == 2


def test_an_empty_ledger_path_is_wrong_usage(console: Console) -> None:
    console.ledger = Path()
    status, _, told = console.run("check")
    assert status == 2 and "--ledger" in told


def test_a_name_of_two_lines_is_refused(console: Console, tmp_path: Path) -> None:
    console.ledger = tmp_path / "other.db"
    assert "换行" in console.refused("init", "--name", "青石镇\n某村", "--code", "QS-1")


def test_a_template_is_a_workbook(console: Console, tmp_path: Path) -> None:
    assert ".xlsx" in console.refused("template", "document", "--out", tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()


def test_a_month_to_come_is_no_past_figure(console: Console) -> None:
    assert "还没有过完" in console.refused("figures", "2030-04", "document=7")


def test_a_report_folder_that_is_a_file_is_named(
    identified: Console, closing: tuple[object, ...], tmp_path: Path
) -> None:
    file = tmp_path / "not-a-folder"
    file.write_text("x", "utf-8")
    words = [*closing]
    words[words.index("--out") + 1] = file
    assert "not-a-folder" in identified.refused("close", "2026-03", *words)
    identified.ok("add", "document", *PAPER)
