"""`add` takes what an import takes, tells what it took, and tells of a record that is there already."""

import pytest

from .conftest import Console

PAPER = ("收文日期=2026-03-10", "来文单位=县水务局", "标题=关于防汛的通知")
MEETING = ("开会日期=2026-03-10", "召集单位=县水务局", "会议名称=防汛会议")
FORM = ("收到日期=2026-03-10", "布置单位=县水务局", "报表名称=蓄水统计表")
GROUP = ("名称=防汛群", "主管单位=县水务局")


@pytest.mark.parametrize(
    ("kind", "words", "value", "field", "stored", "told"),
    [
        ("参会", MEETING, "会议时长=240分钟", "duration_minutes", 240, "会议时长（分钟）记为240。\n"),
        ("参会", MEETING, "会议时长=半天", "duration_minutes", 240, "会议时长（分钟）记为240。\n"),
        ("参会", MEETING, "会议时长=5", "duration_minutes", 5, ""),
        ("参会", MEETING, "参会人数=2人", "headcount", 2, "参会人数记为2。\n"),
        ("参会", MEETING, "会议形式=线上", "format", "视频", "会议形式记为视频。\n"),
        ("收文", PAPER, "要求=报送", "asks", "报送贯彻情况", "要求记为报送贯彻情况。\n"),
        ("工作群", (*GROUP, "类型=微信群"), "打卡=是", "check_in", "打卡", "类型记为群。\n打卡积分排名记为打卡。\n"),
        ("报表", FORM, "报送时限=2026-03-18 18:00", "deadline", "2026-03-18", "报送时限记为2026-03-18。\n"),
        ("报表", FORM, "报送时限=3月18日18时", "deadline", "2026-03-18", "报送时限记为2026-03-18。\n"),
    ],
)
def test_a_value_is_taken_as_from_a_register(console: Console, kind: str, words: tuple[str, ...], value: str, field: str, stored: object, told: str) -> None:
    code, _, err = console.run("add", kind, *words, value)
    assert (code, err) == (0, told)
    assert console.lines("list", kind, "--json")[0][field] == stored


@pytest.mark.parametrize("value", ["份数=若干", "形式=布告", "要求=速办", "办理时限=月底吧", "要求=是"])
def test_what_no_import_reads_is_refused_as_before(console: Console, value: str) -> None:
    assert value.partition("=")[2] in console.refused("add", "收文", *PAPER, value)


def test_a_paper_entered_twice_is_kept_and_told(console: Console) -> None:
    words = ("add", "收文", *PAPER, "发文字号=云水发〔2026〕3号")
    assert console.run(*words)[2] == ""
    code, out, told = console.run(*words)
    assert (code, out) == (0, "已保存，编号收2026-0002。\n")
    assert told == "台账里已有同样的一条收2026-0001，两条都保留，已归为同件。如果是误录，请在窗口中撤销一条。\n"
    assert console.run(*words[:2], "收文日期=2026-03-11", *words[3:])[2] == "", "on another day it is another receipt"
    assert console.run("add", "参会", *MEETING)[2] == ""
    assert "已有同样的一条会2026-0001，两条都保留。" in console.run("add", "参会", *MEETING)[2]
