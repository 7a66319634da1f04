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
