"""One paste, several notices: split where it is sure, whole where a paper passes on another."""

from datetime import date

import pytest

from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.several_notices import several_notices

DAY = date(2026, 4, 2)
ONE = "梅溪县水利局文件\n梅水发〔2026〕8号\n关于做好水库管护工作的通知\n各乡镇：\n请做好管护。\n梅溪县水利局\n2026年4月2日\n"
TWO = "梅溪县财政局\n梅财函〔2026〕9号\n关于报送预算的函\n各乡镇：\n请报送预算。\n梅溪县财政局\n二〇二六年四月三日\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (ONE, 1),
        (ONE + "\n" + TWO, 2),
        (ONE + "———————\n" + TWO, 2),
        (ONE + TWO + ONE, 3),
        (ONE.replace("做好", "转发做好") + TWO, 1),
        (ONE + "附件\n" + TWO, 1),
        ("梅溪县水利局文件\n————————\n" + ONE, 1),
        ("3.5 县农业农村局 关于做好春耕工作的通知\n3.6 县水利局 关于防汛的通知 梅水发[2026]3号", 2),
        ("关于防汛的通知\n关于抗旱的通知", 1),
        ("机密★1年\n" + ONE + TWO, 1),
    ],
)
def test_notices_are_told_apart(text: str, count: int) -> None:
    parts = several_notices(text, DAY)
    assert len(parts) == count
    assert "".join("".join(parts).split()) == "".join(text.replace("———————", "" if count == 2 else "———————").split())


CHAT = """镇农业办 2026-04-02 09:12:33
@所有人 请各村4月8日前报春耕进度表。

镇安监办 2026-04-02 10:00:01
各村：4月3日下午3点县检查组来查烟花，准备台账。
柳村 2026-04-02 10:02:00
收到
"""


def test_messages_of_a_chat_are_told_apart_and_acknowledgements_left_out() -> None:
    parts = several_notices(CHAT, DAY)
    assert parts == ("【镇农业办】@所有人 请各村4月8日前报春耕进度表。", "【镇安监办】各村：4月3日下午3点县检查组来查烟花，准备台账。")


def test_hour_of_a_message_is_not_the_meetings() -> None:
    (only,) = several_notices("小李 14:03\n各村：明天上午9点开会，地点镇政府。\n王村 14:05\n收到\n老张 14:06\n[强]", DAY)
    assert read_notice(only, received_on=DAY).starts_at == "2026-04-03T09:00"


def test_what_the_same_person_adds_at_once_belongs_to_his_message() -> None:
    assert several_notices("[9:12] 小李：各村今天下班前报名单\n[9:13] 小李：邮箱在群文件\n[9:15] 老张：收到", DAY) == ("各村今天下班前报名单\n邮箱在群文件",)


@pytest.mark.parametrize(
    "text",
    [
        "关于召开会议的通知\n各村：\n安排如下\n签到 8:30\n动员 9:00\n交流 14:30\n镇党政办\n2026年4月2日",
        "4月6日 9:00 会议：全体人员参加\n4月6日 14:00 培训：业务人员",
        "小李 14:03\n各村：明天上午9点开会",
    ],
)
def test_timetable_and_a_single_message_are_no_chat(text: str) -> None:
    assert several_notices(text, DAY) == (text,)
