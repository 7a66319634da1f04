"""Each reading rule by itself: a text that it is for, and texts beside it that it must leave alone."""

from datetime import date

import pytest

from burden_desktop.domain.draft import NoticeReading
from burden_desktop.domain.organ import guess_level
from burden_desktop.intake.notice import read_notice
from burden_desktop.intake.notice_ask import asks_report
from burden_desktop.intake.notice_kind import kind_of
from burden_desktop.intake.notice_organ import letterhead
from burden_desktop.intake.notice_place import meeting_format, meeting_place
from burden_desktop.intake.notice_time import duration_minutes

MONDAY = date(2026, 7, 6)


def read(text: str, on: date = MONDAY) -> NoticeReading:
    return read_notice(text, received_on=on)


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        ("关于重点工作有关安排的通知", "经研究，定于7月9日上午9时在县府301会议室听取各镇项目推进情况汇报。", "meeting"),
        ("关于签约服务情况的通知", "我局定于7月13日至17日组织专家组到各卫生院对签约质量开展评估。", "inspection"),
        # what only comes later in the paper, or is told of the past, is not its purpose
        ("关于重点工作有关安排的通知", "一、各镇抓紧复耕。\n二、各镇核实图斑。\n三、县里做好调度。\n四、定于8月1日组织工作组到各镇开展抽查。", "document"),
        ("关于重点工作有关安排的通知", "去年定于7月9日召开的推进会作出部署，请各镇落实。", "document"),
        ("关于重点工作有关安排的通知", "请各镇对照清单逐项落实，7月底前完成。", "document"),
        ("关于印发防汛预案的通知", "定于7月9日召开动员会，现将预案印发给你们。", "document"),
    ],
)
def test_neutral_title_leaves_the_kind_to_the_opening(title: str, opening: str, kind: str) -> None:
    assert kind_of(title, opening) == kind


def test_people_sent_to_the_reader_come_to_look() -> None:
    reading = read("函\n松坪镇人民政府：\n兹有我站工作人员2人，于7月8日至9日前往你镇开展墒情调查，请予接洽。\n梧江县土肥站\n2026年7月6日")
    assert (reading.kind, reading.starts_at, reading.ends_at) == ("inspection", "2026-07-08", "2026-07-09")


@pytest.mark.parametrize(
    "words",
    ["兹介绍我公司2名同志前往贵镇联系线路迁改事宜，请予接洽。", "兹有你镇村民李某前来我所办理户口迁移，请协助核实住址。"],
)
def test_people_who_only_call_or_are_sent_from_the_reader_do_not_inspect(words: str) -> None:
    assert read(f"函\n松坪镇人民政府：\n{words}\n梧江县供电公司\n2026年7月6日").kind == "document"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("在录播教室开会，时间40分钟左右。", 40),
        ("时间约1个半小时。", 90),
        ("每家发言时间5分钟。", None),
        ("汇报时间8分钟以内。", None),
        ("提前时间30分钟入场。", None),
    ],
)
def test_length_is_told_by_the_word_time(words: str, minutes: int | None) -> None:
    assert duration_minutes(words) == minutes


@pytest.mark.parametrize(("name", "level"), [("河湾中心小学政教处", "other"), ("梧江一中团委", None), ("梧江县教育局学校安全科", "county"), ("镇小学校舍改造办公室", "township")])
def test_office_of_a_school_is_the_schools(name: str, level: str | None) -> None:
    told = guess_level(name)
    assert (told.value if told else None) == level


@pytest.mark.parametrize(("line", "issuer"), [("交 办 函", None), ("催办函", None), ("县委督查办函", "县委督查办"), ("镇综治办函", "镇综治办")])
def test_what_a_letter_does_is_no_body(line: str, issuer: str | None) -> None:
    assert letterhead(line) == issuer


def test_day_with_a_dot_needs_an_hour_behind_it() -> None:
    assert read("【通知】7.9下午2:30-4:00在区府505室召开联络员会，请准时参加。区妇儿工委办").starts_at == "2026-07-09T14:30"
    assert read("请7月20日前报送耕地面积，合计7.9万亩，会议另行通知。镇农业办").starts_at is None
    assert read("关于召开会议的通知\n各村：\n依据规程3.5上午不另作要求的条款，7月9日上午9点在镇政府开会。\n镇农业办\n2026年7月6日").starts_at == "2026-07-09T09:00"


def test_hours_of_the_telephone_call_are_not_those_of_the_meeting() -> None:
    reading = read("镇政府电话通知记录\n来电时间：2026年7月6日10:15    来电人：小杨\n内容：7月15日业务培训（线上），登录钉钉，9点开始，请业务人员参加。\n接听：值班室")
    assert (reading.starts_at, reading.format) == ("2026-07-15T09:00", "video")


def test_place_loses_what_stands_in_brackets_of_an_earlier_one() -> None:
    assert meeting_place("地  点：镇政府二楼小会议室（原定三楼，因维修调整）") == "镇政府二楼小会议室"
    assert meeting_place("地点：县府大院（原文化馆东侧）三楼") != "县府大院"
    assert meeting_place("地点：镇政府二楼小会议室（东侧）") == "镇政府二楼小会议室（东侧）"


@pytest.mark.parametrize(("words", "form"), [("培训（线上）", "video"), ("请登录钉钉参会", "video"), ("线上报名，现场开会", "onsite"), ("培训材料登录系统下载", "onsite")])
def test_online_in_brackets_is_by_video(words: str, form: str) -> None:
    assert meeting_format("", words) == form


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("各村将转移情况在群里报一次", True),
        ("请将处理结果书面回复本院", True),
        ("请补录一季度排查数据", True),
        ("此函不需书面回复办理结果", False),
        ("请以书面回复是否参会", False),
        ("请补交参会回执", False),
    ],
)
def test_words_of_reporting(words: str, asked: bool) -> None:
    assert asks_report(words, "", "document") is asked


def test_organ_above_a_bare_word_is_not_part_of_the_title() -> None:
    assert read("梧江县审计局\n谈 话 通 知\n沙湾镇人民政府：\n7月13日起对你镇就地审计。\n梧江县审计局\n2026年7月6日").title == "谈话通知"
    whole = read("梧江县审计局\n关于做好配合工作的通知\n沙湾镇人民政府：\n请予配合。\n梧江县审计局\n2026年7月6日").title
    assert whole == "梧江县审计局关于做好配合工作的通知"
