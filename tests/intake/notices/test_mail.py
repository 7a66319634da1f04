"""A mail's head: the sender without the address, the day of sending, and what 今天 means in it."""

from datetime import date

import pytest

from burden_desktop.intake.notices.mail import from_sending_day
from burden_desktop.intake.notices.notice import read_notice

CAME = date(2026, 10, 12)
HEAD = "发件人: 柳河县统计局办公室 <tj@example.org>\n发送时间: 2026年10月8日 9:12\n收件人: 各乡镇统计站\n主题: 紧急！关于报送劳动工资报表的通知\n"
BODY = "\n各乡镇统计站：\n请于今天下午下班前报送劳动工资报表。\n"


def test_address_is_no_body_and_the_day_of_sending_is_the_papers() -> None:
    reading = read_notice(HEAD + BODY, received_on=CAME)
    assert (reading.organ, reading.issued_on, reading.title) == ("柳河县统计局办公室", "2026-10-08", "关于报送劳动工资报表的通知")
    assert "organ" not in reading.uncertain


def test_today_in_a_mail_is_the_day_of_sending_and_doubtful() -> None:
    reading = read_notice(HEAD + BODY, received_on=CAME)
    assert (reading.deadline, "deadline" in reading.uncertain) == ("2026-10-08", True)


def test_deadline_still_to_come_goes_before_one_that_is_past() -> None:
    reading = read_notice(HEAD + BODY.replace("报表。", "报表，10月20日前报送总结。"), received_on=CAME)
    assert reading.deadline == "2026-10-20"


def test_two_bodies_of_a_head_are_doubtful() -> None:
    reading = read_notice(HEAD.replace(" <tj", "; 柳河县发改局 <tj") + BODY, received_on=CAME)
    assert (reading.organ, "organ" in reading.uncertain) == ("柳河县统计局办公室、柳河县发改局", True)


def test_person_who_sends_is_no_body() -> None:
    reading = read_notice(HEAD.replace("柳河县统计局办公室", "小何") + BODY + "柳河县统计局\n2026年10月7日\n", received_on=CAME)
    assert (reading.organ, reading.issued_on) == ("柳河县统计局", "2026-10-07")


def test_head_alone_is_read() -> None:
    assert read_notice(HEAD, received_on=CAME).title == "关于报送劳动工资报表的通知"


def test_text_that_only_begins_like_a_head_keeps_its_lines() -> None:
    reading = read_notice("时间：10月20日上午9点\n地点：县政府四楼\n各乡镇：请参加全县防火会议。", received_on=CAME)
    assert reading.starts_at == "2026-10-20T09:00"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("今天下午5点前", "2026年10月8日下午5点前"),
        ("明天前", "2026年10月9日前"),
        ("本周五前", "2026年10月9日前"),
        ("10月9日（周五）前", "10月9日（周五）前"),
        ("每周五前", "每周五前"),
    ],
)
def test_near_days_are_told_from_the_day_of_sending(words: str, meant: str) -> None:
    assert from_sending_day(words, date(2026, 10, 8)) == meant
