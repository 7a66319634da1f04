"""The day by which the reader must act: periods, days put off, and days that are somebody else's."""

from datetime import date

import pytest

from burden_desktop.intake.notices.deadline import deadline
from burden_desktop.intake.notices.notice import read_notice

DAY = date(2026, 2, 18)


def due(words: str, on: date = DAY) -> str | None:
    return deadline(words, received_on=on, issued_on=on)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("于每季度末月的25日前报送情况表。", "2026-03-25"),
        ("每季度最后一个月20日前上报进度。", "2026-03-20"),
        ("每季度首月10日前报送上季度数据。", "2026-04-10"),
        ("每季度末前报送一次进度。", "2026-03-31"),
        ("每季度末召开一次会商会。", None),
        ("各市局每季度末月的25日前报送情况表。", None),
    ],
)
def test_quarter_is_due_in_its_last_month_or_the_one_behind(words: str, day: str | None) -> None:
    assert due(words) == day


def test_every_month_on_a_day_needs_something_to_send() -> None:
    assert due("每月25日报送当月数据，年底总结12月5日前报送。") == "2026-02-25"
    assert due("每月25日召开例会。") is None


def test_day_put_off_replaces_the_one_before() -> None:
    told = "2月10日我局要求于2月20日17:00前报送核实结果。现将报送时间延长至2月27日中午12点。"
    assert due(told) == "2026-02-27T12:00"


def test_next_morning_of_a_nightly_round() -> None:
    assert due("每晚不少于1组；次日上午9时前报送日报表。") == "2026-02-19T09:00"
    assert due("会议结束后次日上午9时前报送小结。") is None


def test_daily_hour_from_a_day_to_come() -> None:
    assert due("2月26日起，各乡镇每日16:00前报送日报表。") == "2026-02-26T16:00"


def test_day_with_a_dot_before_qian() -> None:
    assert due("②3.8前把帮扶措施台账更新到位；") == "2026-03-08"
    assert due("详见3.2前述内容。") is None


def test_ratio_sign_parts_hours_too() -> None:
    reading = read_notice("通知\n各村：\n请于2月20日下午3∶00前将统计表报镇农办。\n石桥镇农办\n2026年2月18日", received_on=DAY)
    assert reading.deadline == "2026-02-20T15:00"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("（2）东沟镇、西岭乡、北坪镇准备5分钟发言，发言稿于2月24日17:00前报县委农办审核。", None),
        ("东沟镇、西岭乡等各有关乡镇于2月24日前报送。", "2026-02-24"),
        ("东沟镇于2月24日前报送方案。", None),
    ],
)
def test_units_called_by_name_are_others(words: str, day: str | None) -> None:
    reading = read_notice(f"关于召开农村工作会议的通知\n各乡镇：\n定于2月26日召开会议。\n{words}\n青禾县委办公室\n2026年2月18日", received_on=DAY)
    assert reading.deadline == day


def test_units_called_by_name_are_the_reader_where_they_are_addressed() -> None:
    reading = read_notice("关于报送方案的通知\n东沟镇、西岭乡人民政府：\n东沟镇、西岭乡于2月24日前报送方案。\n青禾县水利局\n2026年2月18日", received_on=DAY)
    assert reading.deadline == "2026-02-24"


def test_clinics_beside_town_governments_are_asked_apart() -> None:
    text = "关于开展防控能力评估的通知\n各镇卫生院，各镇人民政府：\n1.各镇卫生院于2月25日前提交自评报告。\n2.各镇做好协调。\n青禾县卫生健康局\n2026年2月18日"
    assert read_notice(text, received_on=DAY).deadline is None
    assert read_notice(text.replace("，各镇人民政府", ""), received_on=DAY).deadline == "2026-02-25"


def test_day_by_which_the_issuer_acts_is_not_due() -> None:
    assert due("考评结果3月10日前通报。") is None
    assert due("请3月10日前报送自评表，结果3月20日前通报。") == "2026-03-10"


def test_daily_hour_inside_holidays_begins_with_them() -> None:
    assert due("国庆假期数据，3月1日—8日每天下午5点前报镇文旅办。") == "2026-03-01T17:00"
    assert due("假期值班期间每天下午5点前报平安。") is None


def test_units_that_were_reported_on_are_others() -> None:
    assert due("请被通报单位3月9日前作出书面说明，其他单位引以为戒。") is None
    assert due("现将情况通报如下：……请各乡镇3月15日前完成整改。") == "2026-03-15"


def test_counties_spoken_to_with_a_day_are_others() -> None:
    assert due("三、各县（区）3月18日前报送选手名单及总结。") is None
    assert due("一、初赛3月15日前由各县（区）自行组织。") is None
