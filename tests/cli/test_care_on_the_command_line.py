"""Care of a ledger as a clerk does it at the prompt: move it, purge, back up to a stick, look before a restore."""

import contextlib
import json
import sqlite3

from .conftest import Console


def _paper(console: Console, title: str = "关于某事的通知") -> str:
    return str(console.json("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", f"title={title}")["number"])


def test_a_ledger_moves_to_a_successor(console: Console) -> None:
    _paper(console)
    assert "共1个文件" in console.ok("handover", console.folder / "移交.zip")
    console.ledger = console.folder / "new" / "ledger.db"
    assert "核对无误" in console.ok("takeover", console.folder / "移交.zip")
    assert console.json("check")["counts"]["document"] == 1


def test_a_restore_is_looked_at_before_and_undone_after(console: Console) -> None:
    first = _paper(console)
    backup = console.ok("backup").strip()
    second = _paper(console)
    found = json.loads(console.ok("restore", backup, "--dry-run", "--json"))
    assert (found["lost"]["document"], found["gained"]["document"], found["forked"]) == ([second], [], False)
    assert f"会少收文1条：{second}" in console.ok("restore", backup, "--dry-run")
    told = console.ok("restore", backup)
    assert [row["number"] for row in console.lines("list", "document")] == [first]
    safety = told.split("另存在 ")[1].split("；")[0]
    console.ok("restore", safety)
    assert {row["number"] for row in console.lines("list", "document")} == {first, second}


def test_backups_go_to_a_second_place_and_a_missing_one_is_told(console: Console) -> None:
    _paper(console)
    place = console.folder / "盘"
    place.mkdir()
    console.ok("backup", "--second-place", place)
    (made,) = place.glob("*.db")
    made.unlink()
    place.rmdir()
    code, _, told = console.run("backup")
    assert code == 0 and "不在" in told
    console.ok("backup", "--second-place", "-")


def test_a_purged_record_is_gone_and_a_rescue_needs_no_sound_ledger(console: Console) -> None:
    kept, wrong = _paper(console), _paper(console, "误录的标题")
    assert "已清除" in console.ok("purge", wrong, "--reason", "误录")
    assert console.json("check")["ok"]
    console.ledger.write_bytes(bytes(100) + console.ledger.read_bytes()[100:])
    assert "全是零" in console.refused("list", "document")
    rescued = console.json("rescue", console.folder / "rescued.db")
    assert (rescued["records"], rescued["lost"]) == (1, []), "what was purged is not lost"
    console.ledger = console.folder / "rescued.db"
    assert [row["number"] for row in console.lines("list", "document")] == [kept]


def test_derived_figures_that_differ_are_named_and_repaired(console: Console) -> None:
    _paper(console)
    console.json("month", "2026-03")
    with contextlib.closing(sqlite3.connect(console.ledger)) as connection:
        connection.execute("UPDATE month_count SET things = things + 1")
        connection.execute("UPDATE period_count SET things = things + 1")
        connection.commit()
    code, out, err = console.run("check", "--json")
    found = json.loads(out)
    assert (code, found["ok"], found["chain"]["ok"]) == (1, False, True) and found["derived"]
    assert "check --repair" in err and found["derived"][0] in err
    assert json.loads(console.ok("check", "--repair", "--json"))["derived"] == []


def test_a_record_of_a_closed_month_is_purged_only_when_that_is_said(identified: Console, closing: tuple[object, ...]) -> None:
    console, number = identified, _paper(identified)
    console.json("close", "2026-03", *closing)
    assert "属于已封存的2026年3月" in console.refused("purge", number, "--reason", "误录个人信息")
    assert "已签署的数字不变" in console.ok("purge", number, "--reason", "误录个人信息", "--yes")
    assert console.json("check")["ok"]


def test_check_says_how_much_there_is_which_months_are_closed_and_when_it_was_backed_up(
    identified: Console, closing: tuple[object, ...]
) -> None:
    identified.ok("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=一件事")
    told = identified.ok("check")
    assert "共1条记录。" in told and "还没有封存过月份" in told
    identified.ok("close", "2026-03", *closing)
    identified.ok("correct", "2026-03", "--reason", "核对")
    identified.ok("backup")
    told = identified.ok("check")
    assert "已封存：2026年3月。" in told and "正在更正、尚未重新封存的：2026年3月。" in told
    assert "最近一次备份：2026-04-02 09:30（" in told
