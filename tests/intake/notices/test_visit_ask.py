"""What a visit asks for besides its days, and the name of a meeting out of its paper's title."""

from datetime import date

import pytest

from burden_desktop.intake.notices.meeting_name import meeting_name
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.to_draft import to_draft
from burden_desktop.intake.notices.visit_ask import visit_details


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("实地走访，对各乡镇评分排名并全县通报。", {"scoring": "是"}),
        ("采取随机抽查方式，不打分、不排名。", {"scoring": "否"}),
        ("听取汇报、查阅台账，请备好佐证照片。", {"materials": "汇报、台账、照片、佐证"}),
        ("不听取汇报，不查台账。", {}),
        ("考核组一行五人到村。", {"visitors": 5}),
        ("第一组一行3人，第二组一行4人。", {}),
        ("请做好准备。", {}),
    ],
)
def test_only_what_is_said_of_a_visit_is_taken(words: str, told: dict[str, str | int]) -> None:
    assert visit_details(words) == told


def test_draft_of_a_visit_bears_what_it_asks() -> None:
    text = "关于开展人居环境专项督查的通知\n各乡镇：\n12月1日至3日实地督查，查阅台账，评分排名。\n白桦县督查室\n2026年11月24日"
    draft = to_draft(read_notice(text, received_on=date(2026, 11, 24)), "inspection", date(2026, 11, 24), text)
    assert (draft.values["scoring"], draft.values["materials"], draft.values["starts_on"]) == ("是", "台账", "2026-12-01")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("白桦县人民政府办公室关于召开全县森林防火工作会议的通知", "全县森林防火工作会议"),
        ("关于举办基层统计人员业务培训班的通知（第二号）", "基层统计人员业务培训班"),
        ("关于邀请参加家校社协同育人座谈会的函", "家校社协同育人座谈会"),
        ("关于取消全县农技培训会的通知", "全县农技培训会"),
        ("关于变更全区网格员业务培训地点的补充通知", "关于变更全区网格员业务培训地点的补充通知"),
        ("会议通知单", "会议通知单"),
    ],
)
def test_meeting_is_called_by_its_own_name(title: str, name: str) -> None:
    assert meeting_name(title) == name
