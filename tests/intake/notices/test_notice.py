"""Notices of our own making: what a careful reader takes from them, and what must stay empty."""

from datetime import date

import pytest

from burden_desktop.domain.errors.entry import Classified
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.to_draft import to_draft

MEETING = """梅溪县水利局文件
梅水发[2026]８号
关于召开全县小型水库
管护工作会议的通知
各乡镇人民政府：
　　一、会议时间
　　4月9日（星期四）上午9:00，会期半天。8:40前签到。
　　二、会议地点
　　县水利局四楼会议室。
　　三、参会人员
　　各乡镇分管负责同志。
　　四、请于4月7日12:00前报送参会回执。
梅溪县水利局
二〇二六年四月二日
"""


def test_meeting_notice_is_read_whole() -> None:
    reading = read_notice(MEETING, received_on=date(2026, 4, 2))
    assert reading.kind == "meeting"
    assert reading.title == "关于召开全县小型水库管护工作会议的通知"
    assert reading.doc_no == "梅水发〔2026〕8号"
    assert (reading.organ, reading.level, reading.issued_on) == ("梅溪县水利局", "county", "2026-04-02")
    assert (reading.starts_at, reading.duration_minutes, reading.deadline) == ("2026-04-09T09:00", 240, "2026-04-07T12:00")
    assert (reading.place, reading.format, reading.attendee_level) == ("县水利局四楼会议室", "onsite", "deputy")
    assert not reading.asks_report


def test_changed_meeting_gives_the_new_time() -> None:
    text = "关于调整防汛工作会议时间的通知\n各村：\n原定于5月6日上午9:00召开的防汛工作会议，现调整为5月8日下午3:00在镇政府二楼会议室召开。\n白杨镇人民政府\n2026年5月5日"
    reading = read_notice(text, received_on=date(2026, 5, 5))
    assert (reading.starts_at, reading.place) == ("2026-05-08T15:00", "镇政府二楼会议室")


def test_cancelled_meeting_has_no_time() -> None:
    text = "关于取消全县农技培训会的通知\n各乡镇：\n原定5月6日上午9:00召开的培训会取消。\n梅溪县农业农村局\n2026年5月5日"
    assert read_notice(text, received_on=date(2026, 5, 5)).starts_at is None


def test_report_request_counts_working_days_after_receipt() -> None:
    text = "关于填报高龄补贴核查表的通知\n各乡镇人民政府：\n收到通知后2个工作日内将《高龄补贴核查表》报县民政局。\n梅溪县民政局\n2026年3月5日"
    reading = read_notice(text, received_on=date(2026, 3, 6))  # a Friday
    assert (reading.kind, reading.deadline, reading.asks_report) == ("report_request", "2026-03-10", True)


def test_deadline_of_another_level_is_left_out() -> None:
    text = "关于做好统计年报工作的通知\n各县统计局，各乡镇：\n乡镇于12月10日前完成填报；县级主管部门于12月5日前完成培训。\n云岭市统计局\n2025年12月1日"
    assert read_notice(text, received_on=date(2025, 12, 1)).deadline == "2025-12-10"


def test_ledger_not_looked_at_is_not_asked() -> None:
    text = "关于开展校园食堂检查的通知\n各学校：\n3月10日至12日实地检查，不查台账。\n梅溪县教育局\n2026年3月1日"
    reading = read_notice(text, received_on=date(2026, 3, 2))
    assert (reading.kind, reading.starts_at, reading.ends_at, reading.asks_ledger) == ("inspection", "2026-03-10", "2026-03-12", False)


@pytest.mark.parametrize("mark", ["秘密★1年", "机密", "密级：秘密", "【绝密】"])
def test_secret_notice_is_refused(mark: str) -> None:
    with pytest.raises(Classified):
        read_notice(f"{mark}\n{MEETING}", received_on=date(2026, 4, 2))


def test_words_in_a_sentence_are_no_mark() -> None:
    text = MEETING.replace("会期半天", "学习宣传《保守国家秘密法》，会期半天")
    assert read_notice(text, received_on=date(2026, 4, 2)).kind == "meeting"


def test_draft_of_a_meeting_is_canonical() -> None:
    draft = to_draft(read_notice(MEETING, received_on=date(2026, 4, 2)), "meeting", date(2026, 4, 2))
    assert (draft.values["held_on"], draft.values["starts_at"], draft.values["format"]) == ("2026-04-09", "09:00", "现场")


@pytest.mark.parametrize("text", ["", "\n\n", "通知", "2026年3月5日", "：", "各村：", "关于"])
def test_scraps_are_read_without_a_crash(text: str) -> None:
    assert read_notice(text, received_on=None).title in (None, text.strip() or None)


def test_an_hour_without_a_half_of_the_day_is_no_night_hour() -> None:
    text = "关于召开夏管工作会的通知\n各村：\n会议时间：5月6日3:00—4:30\n会议地点：镇政府\n白杨镇人民政府\n2026年5月5日"
    reading = read_notice(text, received_on=date(2026, 5, 5))
    assert (reading.starts_at, reading.ends_at, reading.duration_minutes) == ("2026-05-06T15:00", "2026-05-06T16:30", 90)


def test_a_rule_of_dashes_behind_a_date_is_read_at_once() -> None:
    # Took six minutes: found by fuzzing. No clock here, the run itself would not end.
    assert read_notice("2026.3.5" + "—" * 300 + "关于办", received_on=date(2026, 5, 5)).kind == "document"


@pytest.mark.parametrize("words", ["会议20日上午召开", "会议0日", "会期..天", "会期0小时", "会期1.2.3天"])
def test_a_day_of_the_month_or_a_broken_figure_is_no_length(words: str) -> None:
    # Found by fuzzing.
    assert read_notice(f"关于召开防汛会的通知\n各村：\n{words}。", received_on=date(2026, 5, 5)).duration_minutes in (None, 576)
