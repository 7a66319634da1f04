"""What a chat holds besides its notices is told, with citizens' numbers masked."""

from datetime import date
from pathlib import Path

from burden_desktop.intake.notices.several_notices import left_out, several_notices
from burden_desktop.tasks.read_notice import read_lines

DAY = date(2026, 9, 7)
CHAT = """镇农办小何 08:12
各村今天下午5点前把秋粮进度表报镇农办，谢谢配合。
上河村老周 08:20
我村的表昨天交过了，打13912345678问会计
下河村老吴 08:21
收到
"""


def test_talk_of_others_is_told_and_acknowledgements_are_not() -> None:
    assert len(several_notices(CHAT, DAY)) == 1
    assert left_out(CHAT) == ("我村的表昨天交过了，打13912345678问会计",)


def test_answer_of_read_names_the_talk_with_numbers_masked(tmp_path: Path) -> None:
    path = tmp_path / "群.txt"
    path.write_text(CHAT, encoding="utf-8")
    [answer] = read_lines((path,), DAY)
    assert answer["deadline"] == "2026-09-07T17:00"
    [words] = answer["talk_left_out"]
    assert words.startswith("我村的表昨天交过了") and "13912345678" not in words


def test_notice_alone_leaves_nothing_out(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("各村今天下午5点前把秋粮进度表报镇农办。", encoding="utf-8")
    [answer] = read_lines((path,), DAY)
    assert "talk_left_out" not in answer


def test_line_of_a_register_in_a_file_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "一行.txt"
    path.write_text("4.9 县水利局 云水发〔2026〕21号 关于召开全县山洪灾害防御工作会议的通知 4.13前报名单", encoding="utf-8")
    [answer] = read_lines((path,), date(2026, 4, 9))
    assert (answer["title"], answer["doc_no"], answer["deadline"]) == ("关于召开全县山洪灾害防御工作会议的通知", "云水发〔2026〕21号", "2026-04-13")
