"""A notice that is entered long after its date: the day on which it came is doubtful, its deadline is what it was."""

from datetime import date

import pytest

from burden_desktop.tasks.read_notice import read_both

PAPER = "梅溪县应急管理局\n梅应急〔2026〕31号\n关于报送安全隐患排查情况的通知\n各乡镇人民政府：\n请于10月20日前报送排查情况。\n梅溪县应急管理局\n2026年10月16日\n"


@pytest.mark.parametrize(("day", "doubtful"), [(date(2026, 10, 17), False), (date(2026, 10, 30), True), (date(2026, 11, 25), True)])
def test_the_day_is_doubtful_and_the_deadline_reaches_the_draft(day: date, doubtful: bool) -> None:
    (draft,) = read_both(PAPER, day)
    assert draft.values["deadline"] == "2026-10-20"
    assert draft.values["received_on"] == day.isoformat()
    assert ("received_on" in draft.uncertain) is doubtful
    start = next(mark for mark in draft.evidence if mark.field == "deadline")
    assert "10月20日" in draft.source[start.start : start.stop]


def test_a_notice_without_a_date_of_its_own_is_taken_as_of_today() -> None:
    (draft,) = read_both("关于做好防汛工作的通知\n各村：\n请做好防汛。\n", date(2026, 11, 25))
    assert "received_on" not in draft.uncertain


CALL = "梅溪县应急管理局\n关于召开森林防火会议的通知\n各乡镇：\n定于10月15日（周四）下午3:00在县政府三楼会议室召开全县森林防火工作调度会，请准时参加。\n梅溪县应急管理局\n"


def test_a_past_meeting_without_a_date_of_its_own_keeps_day_and_hour_as_doubtful() -> None:
    draft = read_both(CALL, date(2026, 11, 25))[-1]
    assert (draft.kind, draft.values["held_on"], draft.values["starts_at"]) == ("meeting", "2026-10-15", "15:00")
    assert {"held_on", "starts_at"} <= set(draft.uncertain)
    start = next(mark for mark in draft.evidence if mark.field == "starts_at")
    assert "10月15日" in draft.source[start.start : start.stop]


@pytest.mark.parametrize("day", ["2026年10月20日", "10月20日"])
def test_a_past_deadline_without_a_date_of_its_own_is_kept_as_doubtful(day: str) -> None:
    (draft,) = read_both(f"关于报送秋收情况的通知\n各乡镇：\n请于{day}前将情况报县农业农村局。\n", date(2026, 11, 25))
    assert draft.values["deadline"] == "2026-10-20"
    assert {"deadline", "received_on"} <= set(draft.uncertain)


def test_what_is_told_of_the_past_is_no_deadline() -> None:
    (draft,) = read_both("关于做好防汛工作的通知\n各村：\n截至10月20日，全县未发生险情。请做好防汛。\n", date(2026, 11, 25))
    assert "deadline" not in draft.values and "received_on" not in draft.uncertain


@pytest.mark.parametrize(
    ("line", "came", "due"),
    [
        ("11.24 县民政局 来电要求报送低保名单，27日前", "2026-11-24", "2026-11-27"),
        ("昨天 县民政局 来电要求报送低保名单，27日前", "2026-11-24", "2026-11-27"),
        ("10月12日 县民政局 来电要求报送低保名单，10月20日前", "2026-10-12", "2026-10-20"),
        ("11.28 县民政局 来电要求报送低保名单，27日前", "2026-11-25", "2026-11-27"),
        ("27 份低保名单，请于27日前报送县民政局", "2026-11-25", "2026-11-27"),
    ],
)
def test_a_day_in_front_of_a_line_is_the_day_of_receipt(line: str, came: str, due: str) -> None:
    draft = read_both(line, date(2026, 11, 25))[0]
    assert (draft.values["received_on"], draft.values["deadline"]) == (came, due)
