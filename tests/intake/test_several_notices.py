"""One paste, several notices: split where it is sure, whole where a paper passes on another."""

from datetime import date

import pytest

from burden_desktop.intake.several_notices import several_notices

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
