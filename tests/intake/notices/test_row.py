"""One line copied from an office system's list: what stands beside title and number is told apart."""

from datetime import date

import pytest

from burden_desktop.intake.notices.notice import read_notice


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "收文 白桦县财政局 白财办〔2026〕31号 关于开展部门预算执行情况自查的通知  2026-11-20 09:41 待办 办理时限：2026-11-28 经办人：某",
            ("关于开展部门预算执行情况自查的通知", "白财办〔2026〕31号", "白桦县财政局", "2026-11-28"),
        ),
        ("12\t2026-11-05\t白桦县民政局\t白民函〔2026〕9号\t关于做好殡葬整治的函\t平件\t已阅", ("关于做好殡葬整治的函", "白民函〔2026〕9号", "白桦县民政局", None)),
        ("【OA】[待阅] 关于征集投资项目的通知(白发改字〔2026〕88号) 2026-11-09", ("关于征集投资项目的通知", "白发改字〔2026〕88号", None, None)),
        ("白桦县督查室 发布文号：督查通报第一期 关于重点事项进展的通报", ("关于重点事项进展的通报", "督查通报第一期", "白桦县督查室", None)),
        ("关于校舍检查的通知 白桦县教育局基建科 安保科", ("关于校舍检查的通知", None, "白桦县教育局基建科、安保科", None)),
        ("白桦县减负办 县纪委办公室关于典型问题的通报", ("白桦县减负办县纪委办公室关于典型问题的通报", None, "白桦县减负办、县纪委办公室", None)),
        ("县应急局 关于报送安全生产总结的通知 白应急〔2026〕12号 12.5前报", ("关于报送安全生产总结的通知", "白应急〔2026〕12号", "县应急局", "2026-12-05")),
    ],
)
def test_row_is_told_apart(line: str, told: tuple[str | None, ...]) -> None:
    reading = read_notice(line, received_on=date(2026, 11, 20))
    assert (reading.title, reading.doc_no, reading.organ, reading.deadline) == told


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("【白桦县农业农村局-某】@所有人 各乡镇：请于今天下午5点前把统计表报到我局邮箱。", "白桦县农业农村局"),
        ("镇综治办：各村请于本周四前把台账送综治中心。", "镇综治办"),
        ("镇安办提示：\n各企业6月3日前将活动方案交到201室。", "镇安办"),
        ("【紧急通知】各村：今天下班前报表。", None),
    ],
)
def test_sender_that_opens_a_message_is_its_organ(text: str, organ: str | None) -> None:
    assert read_notice(text, received_on=date(2026, 6, 1)).organ == organ


def test_county_office_without_a_place_is_told_by_whom_it_writes_to() -> None:
    text = "关于报送工作总结的通知\n各乡镇人民政府：\n请于7月10日前报送总结。\n局办公室\n2026年7月1日"
    assert read_notice(text, received_on=date(2026, 7, 1)).level == "county"
    assert read_notice(text.replace("各乡镇人民政府", "局属各单位"), received_on=date(2026, 7, 1)).level is None
