"""Papers and messages in one paste: nothing of it vanishes in another's words, and no paper is torn."""

from datetime import date

import pytest

from burden_desktop.intake.notices.several_notices import left_out, several_notices

DAY = date(2026, 11, 25)
FIRST = (
    "柳河县林业局文件\n柳林发〔2026〕31号\n关于做好冬季植树工作的通知\n各乡镇人民政府：\n请于12月5日前将植树面积表报县林业局。\n"
    "附件：1.植树面积表\n      2.填表说明\n柳河县林业局\n2026年11月20日\n"
)
SECOND = "柳河县水务局文件\n柳水发〔2026〕12号\n关于冬季供水安全的通知\n各乡镇人民政府：\n请做好水管防冻。\n柳河县水务局\n2026年11月21日\n"
PRINTED = "抄送：县政府办公室。\n柳河县林业局办公室 2026年11月20日印发\n"
CALL = "11月27日上午9点 县政府四楼 全县冬季防火会议，请各乡镇分管领导参加\n"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (FIRST + "\n" + SECOND, ["柳河县林业局", "柳河县水务局"]),
        (SECOND + FIRST, ["柳河县水务局", "柳河县林业局"]),
        (FIRST + PRINTED + SECOND, ["柳河县林业局", "柳河县水务局"]),
        (CALL + FIRST, ["11月27日", "柳河县林业局"]),
        (FIRST + "\n" + CALL, ["柳河县林业局", "11月27日"]),
        (CALL + FIRST + CALL + "\n" + SECOND, ["11月27日", "柳河县林业局", "11月27日", "柳河县水务局"]),
        (FIRST.replace("1.植树面积表", "关于冬季供水安全的通知") + SECOND, ["柳河县林业局"]),
        (FIRST + "附件1\n" + SECOND, ["柳河县林业局"]),
        (FIRST.replace("做好", "印发") + SECOND, ["柳河县林业局"]),
        (FIRST + "附件1\n植树面积表\n填报单位：      11月27日前报送\n", ["柳河县林业局"]),
        ("请收。\n" + FIRST, ["请收。"]),
    ],
)
def test_papers_and_messages_are_told_apart(text: str, begins: list[str]) -> None:
    parts = several_notices(text, DAY)
    assert [part[: len(words)] for part, words in zip(parts, begins, strict=True)] == begins
    assert "".join("".join(parts).split()) == "".join(text.split())


LOOSE = ("各乡镇今天下午5点前把值班表报县应急局。", "明天上午县水利局来检查水库，请准备好台账。", "各乡镇11月28日前报低保名单到县民政局。")


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_messages_without_heads_are_told_apart(between: str) -> None:
    assert several_notices(between.join(LOOSE), DAY) == LOOSE


@pytest.mark.parametrize(
    "text",
    [
        "各村：11月28日上午9点开会，地点镇政府三楼。\n\n请带好本村的台账和名册，不要迟到。",
        "关于召开调度会的通知\n\n各村定于11月28日上午9点在镇政府召开调度会，请准时参加。\n\n各村11月27日前报参会名单到镇党政办，逾期不候。",
    ],
)
def test_paragraphs_of_one_notice_stay_together(text: str) -> None:
    assert several_notices(text, DAY) == (text,)


CHAT = """柳河县工作群
县应急局小何 08:12
各乡镇今天下午5点前把值班表报县应急局。
县水利局老李 08:20
水利局明天上午来检查水库
县民政局 08:30
各乡镇：11月28日前报低保名单
上河镇老周 08:31
我镇的路不通，今天去不了
"""


def test_every_call_in_a_chat_is_a_notice_and_the_rest_is_told() -> None:
    parts = several_notices(CHAT, DAY)
    assert [part[-5:] for part in parts] == ["县应急局。", "来检查水库", "报低保名单"]
    assert left_out(CHAT) == ("柳河县工作群", "我镇的路不通，今天去不了")


def test_message_above_the_first_head_of_a_chat_is_a_notice_too() -> None:
    text = "各乡镇11月26日前报送防火值班表。\n" + CHAT.removeprefix("柳河县工作群\n")
    assert several_notices(text, DAY)[0] == "各乡镇11月26日前报送防火值班表。" and len(several_notices(text, DAY)) == 4
    assert left_out(text) == ("我镇的路不通，今天去不了",)
