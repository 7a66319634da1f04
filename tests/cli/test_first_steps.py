"""What a clerk meets who uses the command line for the first time: wrong files, folders, names, and what is said of them."""

import json
import re
from pathlib import Path

import pytest

from burden_desktop.store.ledger import Ledger

from .conftest import Console

ROWS = "收文日期,来文单位,标题\n2026-03-05,县水利局,关于检修的通知\n2026-03-06,县林业局,关于防火的通知\n"
PROGRAM_WORDS = re.compile(r"\b[A-Za-z]*(?:Error|Exception|BadZipFile)\b|Traceback|Errno|\[WinError")


def _paper(console: Console) -> None:
    console.ok("add", "收文", "收文日期=2026-03-05", "来文单位=青禾县民政局", "标题=关于某事的通知")


@pytest.fixture
def strange(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "strange"
    folder.mkdir()
    contents = {
        "a.zip": b"PK\x03\x04 half a zip", "a.xlsx": b"PK\x03\x04" + bytes(200), "a.db": b"SQLite format 3\x00" + bytes(200),
        "a.pdf": b"%PDF-1.7\n1 0 obj\n<</ByteRange [0 1 2 3]>>\nendobj\n%%EOF\n", "a.p12": b"\x30\x82", "a.txt": b"\xff\xfe\x00", "empty.pdf": b"",
    }  # fmt: skip
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in (*contents, "gone.pdf")}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_command_answers_a_strange_file_with_a_word_of_programs(console: Console, strange: dict[str, Path], language: str) -> None:
    (console.folder / "pass").write_text("春风又绿江南岸明月照我还\n", "utf-8")
    word = ("--passphrase-file", console.folder / "pass")
    told = console.run("--language", language, "verify", *strange.values(), "--trust", strange["a.pdf"].parent)[1]
    assert told and not PROGRAM_WORDS.search(told)
    for file in strange.values():
        for words in (
            ("restore", file), ("restore", file, "--dry-run"), ("takeover", file),
            ("audit", file, file), ("check", "--signed", file), ("read", file), ("import", file, "--dry-run"), ("calendar", file),
            ("figures", "--file", file), ("identity", "show", file, *word), ("rescue", console.folder / "r.db", "--base", file),
        ):  # fmt: skip
            code, out, told = console.run("--language", language, *words)
            assert code == 1 and (told + out).strip(), (words, told, out)
            assert not PROGRAM_WORDS.search(told + out), (words, told, out)


def test_a_file_where_a_folder_is_wanted_is_named(closing: tuple[object, ...], identified: Console) -> None:
    c = identified
    _paper(c)
    file = c.folder / "file"
    file.write_text("x", "utf-8")
    for words in (
        ("report", "2026-03", "--out", file), ("copies", "2026-03", "--out", file), ("review", "2026-H1", "--out", file),
        ("demo", "--out", file), ("close", "2026-03", *closing[:-1], file), ("handover", file / "h.zip"),
        ("export", "收文", "--out", file / "a.xlsx"),
    ):  # fmt: skip
        assert f"{file} 是文件，不是文件夹" in c.refused(*words), words
    assert c.ok("close", "2026-03", *closing)
    early = c.run("verify", c.folder / "out", "--trust", c.folder / "trust", "--at", "2026-04-02T08:00+08:00")[1]
    assert "签名时间（2026-04-02 09:30）晚于收到时间（2026-04-02 08:00）" in early, "as the clock on the wall shows them"


def test_a_handover_goes_into_a_folder_gets_its_ending_and_is_made_again(console: Console) -> None:
    stick = console.folder / "stick"
    stick.mkdir()
    for _ in range(2):
        console.ok("handover", stick)
        console.ok("handover", "--out", stick / "移交")
        _paper(console)
    assert sorted(file.name for file in stick.iterdir()) == ["SQ-01-移交-20260402.zip", "移交.zip"]
    (stick / "移交.zip").write_bytes((stick / "移交.zip").read_bytes() + b"edited")
    assert "不是本程序先前写下的原样" in console.refused("handover", stick / "移交")
    assert console.run("handover")[0] == console.run("handover", stick, "--out", stick)[0] == 2


def test_a_register_goes_into_a_folder_gets_its_ending_and_is_made_again(console: Console) -> None:
    out = console.folder / "out"
    out.mkdir()
    for _ in range(2):
        for target in (out, out / "我的", out / "g.csv"):
            console.ok("export", "收文", "--out", target)
        console.ok("template", "工作群", "--out", out)
        _paper(console)
    assert sorted(file.name for file in out.iterdir()) == ["g.csv", "工作群·应用登记表.xlsx", "我的.xlsx", "收文.xlsx"]
    (out / "g.csv").write_text("收文日期,来文单位,标题\n", "utf-8")
    assert "不是本程序先前写下的原样" in console.refused("export", "收文", "--out", out / "g.csv")


def test_a_backup_is_taken_over_where_no_ledger_is(console: Console) -> None:
    _paper(console)
    backup = Path(console.ok("backup").strip())
    console.ledger = console.folder / "new" / "ledger.db"
    assert "青禾县石桥镇（SQ-01）" in console.ok("takeover", backup)
    assert len(console.lines("list", "收文")) == 1
    assert "已经存在" in console.refused("takeover", backup)


def test_verifying_an_empty_folder_says_that_it_is_empty(identified: Console) -> None:
    (identified.folder / "empty").mkdir()
    code, told, _ = identified.run("verify", identified.folder / "empty", "--trust", identified.folder / "trust")
    assert (code, told) == (1, "empty\t拒收\n\t这个文件夹里没有PDF文件。\n")


def test_the_dry_run_promises_what_the_import_then_does(closing: tuple[object, ...], identified: Console) -> None:
    c, register = identified, identified.folder / "收文.csv"
    register.write_text(ROWS, "utf-8")
    c.ok("import", register)
    c.ok("close", "2026-03", *closing)
    register.write_text(ROWS + "2026-03-07,县林业局,关于补植的通知\n2026-04-01,县水利局,关于蓄水的通知\n", "utf-8")
    dry, before = c.run("import", register, "--dry-run"), c.lines("list", "收文")
    assert dry[1].splitlines() == [
        "1行可导入，2行台账里已有，1行需要核对，0行略过。",
        "第2–3行台账里已有：收2026-0001、收2026-0002。",
        "第4行没有导入：日期属于已封存的月份。可以改为补登，或先更正该月。",
    ]
    late = c.ok("import", register, "--dry-run", "--late")
    told = c.json("import", register, "--dry-run")
    assert c.lines("list", "收文") == before and late.startswith("2行可导入，2行台账里已有，0行需要核对")
    done = c.json("import", register)
    assert {**told, "added": done["added"]} == done and len(done["added"]) == 1


def test_a_dry_run_needs_no_ledger_and_says_that_it_saw_none(console: Console) -> None:
    register = console.folder / "收文.csv"
    register.write_text(ROWS, "utf-8")
    console.ledger = console.folder / "none" / "ledger.db"
    assert console.ok("import", register, "--dry-run").splitlines()[1:] == ["没有与台账对照：已有的行和已封存的月份，要导入时才知道。"]
    assert "already_there" not in console.json("import", register, "--dry-run")
    console.ledger = console.folder / "broken.db"
    console.ledger.write_bytes(b"no ledger")
    code, out, told = console.run("import", register, "--dry-run", "--json")
    assert code == 0 and len(json.loads(out)["rows"]) == 2 and "不是减负监测台账" in told


def test_many_rows_that_are_there_and_what_changed_in_them_are_told_shortly(console: Console) -> None:
    lines = [f"2026-03-{day:02d},县水利局,关于第{day}批检修的通知,{day}" for day in range(1, 9)]
    register = console.folder / "收文.csv"
    register.write_text("\n".join(("收文日期,来文单位,标题,份数", *lines, "")), "utf-8")
    console.ok("import", register)
    register.write_text("\n".join(("收文日期,来文单位,标题,份数", *lines[:-1], lines[-1] + "0", "")), "utf-8")
    assert console.ok("import", register).splitlines()[1:] == [
        "第2–9行台账里已有：收2026-0001等8条。",
        "第9行的份数与上次导入时不同；台账里的收2026-0008没有改动，需要时请在窗口里修改。",
    ]


@pytest.mark.parametrize("word", ["app_group", "app-group", "工作群·应用", "工作群", "应用", "工作群应用", "工作群・应用"])
def test_a_kind_is_known_by_what_a_keyboard_can_type(console: Console, word: str) -> None:
    console.ok("add", word, "名称=移风易俗群", "要求单位=青禾县民政局", "形式=群")
    assert len(console.lines("list", word)) == 1


def test_headings_of_registers_are_known_as_fields(console: Console) -> None:
    console.ok("add", "收文", "收到日期=2026-03-05", "发文机关=青禾县民政局", "文件标题=关于某事的通知", "文号=青民〔2026〕3号")
    (paper,) = console.lines("list", "收文")
    assert (paper["title"], paper["received_on"], paper["doc_no"]) == ("关于某事的通知", "2026-03-05", "青民〔2026〕3号")
    assert "没有“标提”这一栏" in console.refused("add", "收文", "标提=某事")
    assert "写了两次" in console.refused("add", "收文", "标题=某事", "文件标题=某事")




def test_a_name_without_ending_is_a_folder_for_the_ledger(console: Console) -> None:
    console.ledger = console.folder / "new"
    console.ok("init", "--name", "青禾县石桥镇", "--code", "SQ-01")
    assert (console.folder / "new" / "ledger.db").is_file() and not (console.folder / "new.lock").exists()
    assert console.json("check")["ok"]
    plain = console.folder / "台账"
    plain.write_bytes((console.folder / "new" / "ledger.db").read_bytes())
    console.ledger = plain
    assert console.json("check")["ok"], "a file that is there is the ledger, whatever its name"


def test_what_was_read_is_told_in_the_words_of_an_office(console: Console) -> None:
    notice = console.folder / "通知.txt"
    notice.write_text(
        "关于召开全县安全生产视频会议的通知\n各乡镇人民政府：\n定于2026年4月8日下午2:30召开全县安全生产视频会议，会期1小时，请各乡镇主要负责同志参加，"
        "并于4月10日前报送贯彻落实情况。\n青禾县应急管理局\n2026年4月1日\n", "utf-8"
    )  # fmt: skip
    told = dict(line.split("\t") for line in console.ok("read", notice, "--received-on", "2026-04-02").splitlines())
    assert told["类别"] == "参会" and told["会议形式"] == "视频" and told["单位层级"] == "县级" and told["参会人级别"] == "主要"
    assert told["开始时间"] == "2026-04-08 14:30" and told["要求报送"] == "是"
    assert not any(re.search(r"[a-z_\[\]']", words) for name, words in told.items() for words in (name, words) if name != "文件")
    answer = console.json("read", notice, "--received-on", "2026-04-02")
    assert (answer["kind"], answer["format"], answer["level"], answer["attendee_level"]) == ("meeting", "video", "county", "principal")


def test_a_target_is_cancelled_without_saying_what_it_was(console: Console) -> None:
    assert "没有压减目标" in console.ok("target", "收文", "--base", "0")
    assert "--percent" in console.run("target", "收文", "--base", "600", "--year", "2018")[2]
    console.ok("target", "收文", "--base", "600", "--year", "2018", "--percent", "30")
    assert "已取消收文" in console.ok("target", "收文", "--base", "0")
    assert "没有压减目标" in console.ok("target", "收文", "--base", "0")


@pytest.mark.parametrize(("written", "day"), [("昨天", "2026-04-01"), ("3.5", "2026-03-05"), ("3月5日", "2026-03-05"), ("2026.3.5", "2026-03-05")])
def test_a_day_written_short_is_taken_and_told(console: Console, written: str, day: str) -> None:
    code, _, told = console.run("add", "收文", f"收文日期={written}", "来文单位=青禾县民政局", "标题=关于某事的通知")
    assert (code, told) == (0, "" if written.startswith("2026") else f"收文日期记为{day}。\n")
    assert console.lines("list", "收文")[0]["received_on"] == day
    assert "2月没有30日" in console.refused("add", "收文", "收文日期=2.30", "来文单位=青禾县民政局", "标题=关于某事的通知")


def test_a_list_has_headings_and_says_when_it_is_empty(console: Console) -> None:
    assert console.ok("list", "会议") == "没有参会记录。\n" and console.ok("list", "会议", "--json") == ""
    _paper(console)
    headings, paper = console.ok("list", "文件", "--month", "2026年3月").splitlines()
    assert headings.split("\t")[:4] == ["编号", "收文日期", "来文单位", "发文字号"] and paper.startswith("收2026-0001\t2026-03-05\t")


@pytest.mark.parametrize("month", ["2026-3", "2026/03", "2026.3", "2026年3月"])
def test_a_month_is_read_as_hands_write_it(console: Console, month: str) -> None:
    assert console.json("month", month)["month"] == "2026-03"


@pytest.mark.parametrize("month", ["3", "3月", "2026年13月", "03-2026", "2026", "202603"])
def test_what_is_no_month_is_refused(console: Console, month: str) -> None:
    assert "不是月份" in console.run("month", month)[2]


def test_the_level_of_a_point_is_one_that_there_is(console: Console) -> None:
    made = ("init", "--name", "青禾县石桥镇", "--code", "SQ-01", "--level")
    assert "乡级（township）" in console.run(*made, "镇上")[2]
    for place, level in enumerate(("乡级", "乡", "township")):
        console.ledger = console.folder / f"{place}" / "ledger.db"
        console.ok(*made, level)
        with Ledger.open(console.ledger, clock=console.clock) as ledger:
            assert ledger.point.level == "township"


def test_the_month_names_what_the_rules_found(console: Console) -> None:
    assert "需要关注" not in console.ok("month", "2026-03")
    assert "不需要提醒事实单" in console.ok("factsheet", "2026-03") and console.ok("factsheet", "2026-03", "--json") == ""
    console.ok("add", "收文", "收文日期=2026-03-05", "来文单位=青禾县民政局", "标题=关于报送情况的函", "形式=便函便笺", "要求=填表")
    answer, told = console.json("month", "2026-03"), console.ok("month", "2026-03").splitlines()
    assert answer["findings"] and told[8] == f"需要关注{len(answer['findings'])}项："
    assert told[9:] == [f"{one['fact']}（{'、'.join(one['records'])}）" for one in answer["findings"]]
    assert "青禾县民政局\t" in console.ok("factsheet", "2026-03")


def test_keys_and_rescued_ledgers_go_into_a_folder_or_get_their_ending(identified: Console) -> None:
    c, folder = identified, identified.folder
    (folder / "keys").mkdir()
    word = ("--passphrase-file", folder / "pass")
    for target in ("keys", "keys/新"):
        c.ok("identity", "new", "--name", "青禾县石桥镇", "--code", "SQ-01", "--out", folder / target, *word)
        c.ok("identity", "export", folder / "id.p12", "--out", folder / target, *word)
    assert sorted(file.name for file in (folder / "keys").iterdir()) == ["SQ-01.p12", "id.cer", "新.cer", "新.p12"]
    _paper(c)
    assert str(folder / "saved" / "ledger.db") in c.ok("rescue", folder / "saved")
    assert c.run("search", " ")[0] == 2


def test_what_stays_out_of_a_row_that_comes_in_is_told(console: Console) -> None:
    register = console.folder / "收文.csv"
    rows = [f"2026-03-{day:02d},县水利局,关于第{day}批检修的通知,若干,小组" for day in range(1, 13)]
    register.write_text("\n".join(("收文日期,来文单位,标题,份数,承办人", *rows, rows[0], "")), "utf-8")
    for words in (("--dry-run",), ()):
        told = console.ok("import", register, *words).splitlines()
        assert told[1:3] == ["没有收下的栏目：承办人。", "第2行的份数“若干”读不懂，这一格空着。"]
        assert told[11:] == ["第11行的份数“若干”读不懂，这一格空着。", "同样的情况另有3处，用 --json 可以全部列出。", "第14行与第2行像是同一件，两行都在内，请核对。"]
    assert console.ok("import", register).splitlines()[1:] == ["没有收下的栏目：承办人。", "第2–14行台账里已有：收2026-0001等13条。"]
