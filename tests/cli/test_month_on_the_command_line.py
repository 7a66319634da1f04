"""The main job on the command line: record, sum up, close, verify, correct."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from burden_desktop.domain.kinds import KINDS
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.rules import pack_of, set_pack

from .conftest import Console

PAPER = ("received_on=2026-03-05", "organ=青禾县民政局", "title=关于报送情况的通知")


def test_records_go_in_and_come_out(console: Console) -> None:
    assert console.json("add", "document", *PAPER, "channel=纸质") == {"id": 1, "number": "收2026-0001"}
    console.ok("add", "meeting", "held_on=2026-02-27", "organ=云岭市财政局", "title=工作会", "starts_at=9:00", "ends_at=10:00")
    (row,) = console.lines("list", "document")
    assert (row["title"], row["channel"], row["level"], row["copies"]) == ("关于报送情况的通知", "纸质", "county", None)
    (met,) = console.lines("list", "meeting", "--month", "2026-02")
    assert met["duration_minutes"] == 60 and met["level"] == "city"
    assert console.lines("list", "meeting", "--month", "2026-03") == []


def test_the_month_follows_the_contract(console: Console) -> None:
    for day in ("2025-03-04", "2026-02-03", "2026-02-04", "2026-03-05"):
        console.ok("add", "document", f"received_on={day}", "organ=青禾县民政局", f"title=第{day}号")
    for channel in ("纸质", "邮件"):
        console.ok("add", "document", *PAPER, "doc_no=青民发〔2026〕3号", f"channel={channel}", "minutes=10")
    month = console.json("month", "2026-03")
    assert (month["point"], month["month"]) == ("SQ-01", "2026-03")
    (finding,) = month["findings"]
    assert set(finding) == {"rule", "severity", "records", "fact"}
    assert (finding["rule"], finding["severity"], len(finding["records"])) == ("document-growth", "remind", 3)
    assert month["kinds"]["document"] == {
        "month": 2, "previous": 2, "same_month_last_year": 1, "year_to_date": 4, "last_year_to_date": 1,
        "receipts": 3, "minutes": 20,  # of January and February 2025 nothing is known
    }  # fmt: skip
    assert month["by_level"]["document"] == {"county": 2}
    assert month["by_organ"]["document"] == [["青禾县民政局", 2]]
    assert month["kinds"]["inspection"]["previous"] is None, "nobody ever kept any: no base"
    assert console.json("month", "2025-03")["kinds"]["document"]["previous"] is None


def test_a_month_is_closed_verified_corrected_and_verified_again(identified: Console, closing: tuple[object, ...]) -> None:
    identified.ok("add", "document", *PAPER)
    first = identified.json("close", "2026-03", *closing)
    file = Path(first["file"])
    assert file.name == "SQ-01-2026-03-r1.pdf"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == first["sha256"]
    (verdict,) = identified.lines("verify", file, "--trust", identified.folder / "trust")
    assert verdict["accepted"] and verdict["intact"] and verdict["whole_file"] and verdict["trusted"]
    assert (verdict["point"], verdict["month"], verdict["revision"]) == ("SQ-01", "2026-03", 1)
    assert (verdict["chain_head"], verdict["signer"]) == (first["chain_head"], "青禾县石桥镇")

    assert "已封存" in identified.refused("add", "document", *PAPER)
    assert "已封存" in identified.refused("close", "2026-03", *closing)
    assert "理由" in identified.refused("correct", "2026-03", "--reason", " ")
    identified.ok("correct", "2026-03", "--reason", "漏记一件")
    identified.ok("add", "document", "received_on=2026-03-09", "organ=青禾县财政局", "title=漏记的通知")
    second = identified.json("close", "2026-03", *closing)
    assert second["revision"] == 2 and Path(second["file"]).name.endswith("-r2.pdf") and file.exists()
    (verdict,) = identified.lines("verify", second["file"], "--trust", identified.folder / "trust")
    assert verdict["accepted"] and verdict["revision"] == 2


def test_months_close_in_order_and_not_before_they_are_over(identified: Console, closing: tuple[object, ...]) -> None:
    assert "没有结束" in identified.refused("close", "2026-04", *closing)
    identified.ok("close", "2026-01", *closing)
    assert "2026年2月" in identified.refused("close", "2026-03", *closing)
    identified.ok("close", "2026-02", *closing)
    identified.ok("close", "2026-03", *closing)
    early = identified.json("close", "2026-04", *closing, "--early", "机构撤并")
    assert early["revision"] == 1


def test_a_late_paper_is_booked_in_the_open_month_and_counts_apart(identified: Console, closing: tuple[object, ...]) -> None:
    identified.ok("close", "2026-02", *closing)
    identified.ok("add", "document", "received_on=2026-02-05", "organ=青禾县民政局", "title=迟到的通知", "--late")
    figures = identified.json("month", "2026-03")["kinds"]["document"]
    assert (figures["month"], figures["receipts"]) == (0, 0)
    (row,) = identified.lines("list", "document", "--month", "2026-03")
    assert row["late"] and row["received_on"] == "2026-02-05"


def test_a_draft_is_made_without_closing(console: Console) -> None:
    console.ok("add", "document", *PAPER)
    out = console.ok("report", "2026-03", "--out", console.folder / "drafts").strip()
    assert Path(out).read_bytes().startswith(b"%PDF")
    console.ok("add", "document", *PAPER)


def test_check_backup_restore_and_export(console: Console) -> None:
    console.ok("add", "document", *PAPER)
    checked = console.json("check")
    assert checked["ok"] and checked["chain"]["ok"] and checked["counts"]["document"] == 1
    copy = console.ok("backup").strip()
    console.ok("add", "document", *PAPER)
    console.ok("restore", copy)
    assert console.json("check")["counts"]["document"] == 1
    target = console.folder / "收文.xlsx"
    console.ok("export", "document", "--out", target)
    again = console.json("import", target, "--dry-run")
    assert again["error"] is None
    assert [row["title"] for row in again["rows"]] == ["关于报送情况的通知"]


def test_an_import_answers_in_json_also_when_it_fails(console: Console) -> None:
    register = console.folder / "收文登记.csv"
    register.write_text(
        "收文日期,来文单位,文号,标题\n2026-03-05,青禾县民政局,青民发〔2026〕3号,关于报送情况的通知\n2026-02-30,甲局,,坏日期\n",
        "utf-8",
    )
    answer = console.json("import", register)
    assert [row["title"] for row in answer["rows"]] == ["关于报送情况的通知"]
    assert [row["reason"] for row in answer["rejected_rows"]] == ["bad_date"]
    assert len(console.lines("list", "document")) == 1
    code, out, err = console.run("import", console.folder / "没有.xlsx", "--json")
    assert code == 1 and err.strip()
    assert json.loads(out)["error"] and json.loads(out)["rows"] == []


def test_a_secret_notice_is_refused_and_the_next_is_still_read(console: Console) -> None:
    marked, plain = console.folder / "a.txt", console.folder / "b.txt"
    marked.write_text("秘密★1年\n关于某事的通知\n青禾县民政局\n2026年3月5日\n", "utf-8")
    plain.write_text("青民发〔2026〕3号\n关于做好某项工作的通知\n各乡镇人民政府：\n请认真落实。\n青禾县民政局\n2026年3月5日\n", "utf-8")
    code, out, _ = console.run("read", marked, plain, "--received-on", "2026-03-06", "--json")
    first, second = map(json.loads, out.splitlines())
    assert code == 1 and first["classified"] and "某事" not in json.dumps(first, ensure_ascii=False)
    assert second["title"] == "关于做好某项工作的通知" and second["doc_no"] == "青民发〔2026〕3号"
    assert (second["organ"], second["level"], second["issued_on"]) == ("青禾县民政局", "county", "2026-03-05")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "letter", "title=a"), "没有“letter”"),
        (("add", "document", "colour=红"), "colour"),
        (("add", "document", "红"), "栏目=内容"),
        (("add", "document", "received_on=2026-02-30", "organ=a", "title=b"), "日历上没有"),
        (("add", "inspection", "starts_on=2026-03-05", "ends_on=2026-03-04", "organ=a", "title=b"), "早于"),
        (("add", "document", "received_on=2026-03-05", "organ=a", "title=机密"), "密级"),
        (("init", "--name", "甲", "--code", "B"), "已经存在"),
        (("init", "--name", "甲", "--code", "甲"), "代码"),
        (("correct", "2026-03", "--reason", "x"), "没有封存"),
    ],
)
def test_bad_input_gets_a_sentence(console: Console, words: tuple[str, ...], says: str) -> None:
    assert says in console.refused(*words)
    assert console.json("check")["counts"] == {kind.name: 0 for kind in KINDS}


@pytest.mark.parametrize("words", [("month", "2026-13"), ("list",), ("nonsense",), ("close", "2026-03")])
def test_wrong_usage_ends_with_two(console: Console, words: tuple[str, ...]) -> None:
    assert console.run(*words)[0] == 2


def test_identities_that_do_not_fit_are_refused(identified: Console, closing: tuple[object, ...]) -> None:
    folder = identified.folder
    where = ("--passphrase-file", folder / "pass")
    assert "已经存在" in identified.refused("identity", "new", "--name", "a", "--code", "SQ-01", "--out", folder / "id.p12", *where)
    identified.ok("identity", "new", "--name", "别的镇", "--code", "SQ-02", "--out", folder / "other.p12", *where)
    assert "不一致" in identified.refused("close", "2026-03", "--identity", folder / "other.p12", *closing[2:])
    (folder / "wrong").write_text("这不是那个口令，错了", "utf-8")
    wrong = ("--identity", folder / "id.p12", "--passphrase-file", folder / "wrong", "--out", folder / "out")
    assert "口令" in identified.refused("close", "2026-03", *wrong)
    assert "不能读取" in identified.refused("close", "2026-03", "--identity", folder / "none.p12", *closing[2:])
    identified.clock.set(2036, 1, 1)
    assert "过期" in identified.refused("close", "2026-03", *closing)
    identified.clock.set(2026, 4, 9)
    identified.ok("identity", "new", "--name", "青禾县石桥镇", "--code", "SQ-01", "--out", folder / "later.p12", *where)
    identified.clock.set(2026, 4, 3)
    assert "起才有效" in identified.refused("close", "2026-03", "--identity", folder / "later.p12", *closing[2:])
    assert not (folder / "out").exists()


def test_a_ledger_that_is_none_is_named(console: Console) -> None:
    console.ledger = console.folder / "none.db"
    assert "没有台账" in console.refused("list", "document")
    console.ledger = console.folder / "text.db"
    console.ledger.write_text("这不是台账" * 300, "utf-8")
    assert "不是减负监测台账" in console.refused("list", "document")


@pytest.mark.parametrize("english", [("--language=en",), ("--language", "en")])
def test_a_refusal_speaks_the_language_that_was_asked_for(console: Console, english: tuple[str, ...]) -> None:
    console.ledger = console.folder / "none.db"
    assert "There is no ledger" in console.refused(*english, "list", "document")


def test_an_import_names_each_row_that_it_could_not_take(console: Console) -> None:
    register = console.folder / "收文登记.csv"
    register.write_text("收文日期,来文单位,标题\n2026-03-05,甲局,好的通知\n2026-02-30,甲局,坏日期\n2026-03-06,,没有单位\n", "utf-8")
    told = console.ok("import", register)
    assert "已导入1行" in told and "第3行没有导入：“2026-02-30”不是日期" in told and "第4行没有导入：没有填写来文单位" in told


def test_a_file_is_judged_at_the_time_of_receipt(identified: Console, closing: tuple[object, ...]) -> None:
    identified.ok("add", "document", *PAPER)
    file, trust = identified.json("close", "2026-03", *closing)["file"], ("--trust", identified.folder / "trust")
    for at in ("2026-04-02", "2026-04-02T09:30", "2026-04-02T01:31:00Z", "2029-03-01T09:30:00+08:00"):
        assert identified.lines("verify", file, *trust, "--at", at)[0]["accepted"], at
    for at, reason in (("2026-04-01", "晚于收到时间"), ("2026-03-01", "尚未生效"), ("2030-01-01", "过期")):
        code, out, _ = identified.run("verify", file, *trust, "--at", at, "--json")
        assert code == 1 and reason in out, out
    assert identified.run("verify", file, *trust, "--at", "yesterday")[0] == 2


def test_what_is_missing_or_late_among_files_is_told(identified: Console, closing: tuple[object, ...]) -> None:
    files = [identified.json("close", month, *closing)["file"] for month in ("2026-01", "2026-02", "2026-03")]
    told = [one["notices"] for one in identified.lines("verify", files[2], files[0], "--trust", identified.folder / "trust")]
    assert told == [["缺月：没有收到2026年2月的月报。"], ["迟报：应于2026-02-05前报送。"]]


def test_records_before_the_first_closed_month_are_told_and_never_closed(
    identified: Console, closing: tuple[object, ...]
) -> None:
    for day in ("2026-01-09", "2026-02-03"):
        identified.ok("add", "document", f"received_on={day}", "organ=青禾县民政局", f"title=第{day}号")
    status, _, told = identified.run("close", "2026-03", *closing)
    assert status == 0 and "2026年1月起更早的2条记录只作对比" in told
    refused = identified.refused("close", "2026-02", *closing)
    assert "首个封存的月份是2026年3月" in refused and "请先封存" not in refused
    identified.ok("correct", "2026-03", "--reason", "漏记一件")
    assert "更早" not in identified.run("close", "2026-03", *closing)[2]


def test_a_sealed_month_names_late_entry_and_correction(identified: Console, closing: tuple[object, ...]) -> None:
    identified.ok("close", "2026-03", *closing)
    refused = identified.refused("add", "document", *PAPER)
    assert "--late" in refused and "更正重报" in refused


def test_kinds_and_fields_may_be_written_as_the_form_names_them(console: Console) -> None:
    console.ok("add", "收文", "收文日期=2026-03-05", "来文单位=青禾县民政局", "title=关于报送情况的通知")
    assert [row["received_on"] for row in console.lines("list", "收文")] == ["2026-03-05"]
    assert "received_on（收文日期）" in console.refused("add", "document", "收到=2026-03-05")


def test_a_rule_switched_off_later_is_told_beside_the_signed_findings(identified: Console, closing: tuple[object, ...]) -> None:
    identified.ok("add", "inspection", "starts_on=2026-03-10", "organ=青禾县水利局", "title=河道检查")
    identified.ok("close", "2026-03", *closing)
    signed = identified.json("month", "2026-03")
    assert [finding["rule"] for finding in signed["findings"]] == ["inspection-plan"]
    with Ledger.open(identified.ledger, clock=identified.clock) as ledger:
        pack = pack_of(ledger)
        set_pack(ledger, replace(pack, rules=tuple(replace(rule, on=rule.on and rule.id != "inspection-plan") for rule in pack.rules)))
    assert identified.json("month", "2026-03") == signed
    assert "此后改动过的规则（计划和备案）不影响已封存的月份" in identified.ok("month", "2026-03")
