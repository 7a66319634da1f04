"""What the clerk need not write himself: the meeting's name, the day before a typed line; and no visit where nobody comes."""

from datetime import date

import pytest

from burden_desktop.tasks.read_notice import read_both

DAY = date(2026, 11, 25)
CHECK = "关于低保核查的通知\n各乡镇人民政府：\n{words}\n柳河县民政局\n2026年11月24日\n"


@pytest.mark.parametrize("words", ["请认真组织开展低保对象核查，11月28日前完成。", "请做好低保对象核查，结果于11月28日前报县民政局。", "为规范管理，请做好核查工作。"])
def test_check_that_nobody_comes_for_is_no_visit(words: str) -> None:
    assert [draft.kind for draft in read_both(CHECK.format(words=words), DAY) if draft.kind == "inspection"] == []


@pytest.mark.parametrize("words", ["我局定于11月27日派出核查组到各乡镇实地核查。", "县局委托第三方机构于11月27日起开展核查，请村干部带路。"])
def test_check_that_somebody_comes_for_is_a_visit(words: str) -> None:
    drafts = read_both(CHECK.format(words=words), DAY)
    assert [draft.kind for draft in drafts] == ["document", "inspection"]


def test_meeting_without_a_title_has_its_own_name_as_doubtful() -> None:
    words = "各乡镇：定于12月1日下午3:00在县政府四楼召开全县森林防火工作调度会，请分管领导参加，名单11月30日前报县林业局办公室。"
    paper, meeting = read_both(words, DAY)
    assert paper.values["title"] == meeting.values["title"] == "全县森林防火工作调度会"
    assert "title" in meeting.uncertain and meeting.reading is not None and meeting.reading.title is None


def test_meeting_that_names_none_has_none() -> None:
    assert "title" not in read_both("各村：明天上午9点在镇政府召开会议，请准时参加。", DAY)[-1].values


def test_visit_of_days_in_words_has_both_ends() -> None:
    text = "关于开展联合检查的函\n各乡镇：\n县应急局、县住建局组成检查组，于二〇二六年十二月二十一日至二十二日到你乡开展检查。\n柳河县应急管理局\n2026年11月24日\n"
    visit = read_both(text, DAY)[-1]
    assert (visit.values["starts_on"], visit.values["ends_on"]) == ("2026-12-21", "2026-12-22")


def test_typed_line_in_words_takes_its_day() -> None:
    [draft] = read_both("11.24 县民政局 来电要求报送低保名单，27日前", DAY)
    assert (draft.kind, draft.values["received_on"], draft.values["organ"], draft.values["deadline"]) == ("report_request", "2026-11-24", "县民政局", "2026-11-27")


def test_typed_visit_of_yesterday_is_one_of_yesterday() -> None:
    [draft] = read_both("昨天 县委宣传部 检查文明创建", DAY)
    assert (draft.kind, draft.values["starts_on"], draft.values["title"]) == ("inspection", "2026-11-24", "检查文明创建")


def test_day_to_come_before_a_line_is_not_the_day_of_receipt() -> None:
    [draft] = read_both("11.27 县民政局 来电要求报送低保名单", DAY)
    assert draft.values["received_on"] == "2026-11-25"
