"""Registers in and out by command: what is new comes in once, what comes out goes back in, what is refused is kept."""

import json
from pathlib import Path

import pytest
from python_calamine import load_workbook

from .conftest import Console

ROWS = "收文日期,来文单位,文号,标题\n2026-03-05,县水利局,水〔2026〕8号,关于检修的通知\n2026-03-06,县林业局,,关于防火的通知\n2月30日,县林业局,,关于补植的通知\n"


def test_importing_again_tells_what_was_there(console: Console) -> None:
    register = console.folder / "收文.csv"
    register.write_text(ROWS, "utf-8")
    dry = console.json("import", register, "--dry-run")
    assert "added" not in dry and len(dry["rows"]) == 2
    first = console.json("import", register)
    assert first["added"] == [[0, "收2026-0001"], [1, "收2026-0002"]]
    register.write_text(ROWS + "2026-03-07,县水利局,,关于蓄水的通知\n", "utf-8")
    again = console.json("import", register)
    assert again["added"] == [[2, "收2026-0003"]]
    assert [row["number"] for row in again["already_there"]] == ["收2026-0001", "收2026-0002"]
    assert len(console.lines("list", "document")) == 3
    assert "3行台账里已有" in console.ok("import", register)


def test_rejected_rows_are_saved_where_asked(console: Console) -> None:
    register = console.folder / "收文.csv"
    register.write_text(ROWS, "utf-8")
    told = console.ok("import", register, "--rejected", console.folder / "退回")
    assert f"存在 {console.folder / '退回.xlsx'}" in told
    _, row = load_workbook(console.folder / "退回.xlsx").get_sheet_by_index(0).to_python()
    assert row[2] == "“2月30日”不是日期。" and "关于补植的通知" in row


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_is_exported_is_known_when_it_comes_back(console: Console, suffix: str) -> None:
    console.ok("add", "document", "received_on=2026-03-05", "organ=县委办", "title==某事", "handling=同上")
    exported = console.folder / f"收文{suffix}"
    console.ok("export", "document", "--out", exported)
    back = console.json("import", exported)
    assert (len(back["rows"]), back["added"], back["rejected_rows"]) == (1, [], [])


def test_the_dry_run_and_the_import_refuse_the_same_rows_and_say_what_stood_there(console: Console) -> None:
    register = console.folder / "收文.csv"
    register.write_text(
        "2026年收文登记\n收文日期,来文单位,标题\n2026-03-05,县 水 利 局,关于检修的通知\n2026-03-06,,关于防火的通知\n"
        "2026年2月30日,县林业局,关于补植的通知\n小计,,2\n合计,,2\n", "utf-8"
    )  # fmt: skip
    dry = json.loads(console.run("import", register, "--dry-run", "--json")[1])
    stored = json.loads(console.run("import", register, "--json")[1])
    assert dry["rejected_rows"] == stored["rejected_rows"]
    assert [(row["row"], row["reason"]) for row in dry["rejected_rows"]] == [(4, "missing_organ"), (5, "bad_date")]
    assert dry["rows"] == stored["rows"] and dry["rows"][0]["organ"] == "县水利局"
    code, told, _ = console.run("import", register, "--dry-run")
    assert code == 0 and "第4行没有导入：没有填写来文单位" in told and "“2026年2月30日”不是日期" in told
    assert "第6–7行略过：合计" in told and "第1行略过：标题" in told


def test_a_file_that_is_not_there_is_told_plainly(console: Console) -> None:
    code, told, complaint = console.run("import", console.folder / "没有.xlsx", "--dry-run", "--json")
    assert code == 1 and "找不到文件" in json.loads(told)["error"] and "类型" not in complaint


def test_export_to_an_unknown_file_type_is_refused(console: Console) -> None:
    assert ".xlsx、.csv" in console.refused("export", "document", "--out", console.folder / "a.doc")


def test_template_needs_no_ledger(console: Console) -> None:
    target = console.folder / "空表.xlsx"
    console.ledger = Path("/nowhere/a.db")
    console.ok("template", "meeting", "--out", target)
    assert load_workbook(target).sheet_names == ["参会登记表", "填写说明"]
