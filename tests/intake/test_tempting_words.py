"""Words that tempt: what reads like a visit, a report, a deadline or another's affair, each beside what it must not be taken for."""

from datetime import date

import pytest

from burden_desktop.domain.reading.draft import NoticeReading
from burden_desktop.intake.notices.ask import asks_report
from burden_desktop.intake.notices.clause import for_others
from burden_desktop.intake.notices.kind import kind_of
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.organ import organ_line
from burden_desktop.intake.notices.people import attendee_level
from burden_desktop.intake.notices.place import meeting_place

FOOT = "梧江县水利局\n2026年7月6日"


def read(text: str) -> NoticeReading:
    return read_notice(text, received_on=date(2026, 7, 6))


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("关于图斑核查有关情况的通知", "请各乡镇逐图斑实地核查，填写核查表报县局。", "report_request"),
        ("关于图斑核查的通知", "县局将组织核查组到各乡镇核查，请各乡镇组织人员带路。", "inspection"),
        ("关于安全检查的通知", "请各村对照清单检查，边查边改。", "document"),
        ("关于安全检查的通知", "请各村对照清单自查，县局适时抽查。", "inspection"),
        ("关于协助开展“一标三实”信息采集的函", "请安排网格员配合入户。", "document"),
        ("关于配合做好数据采集并上报的通知", "请按时上报。", "report_request"),
        ("关于开展信息采集的通知", "请填表。", "report_request"),
        ("关于创建档案审核的通知", "审核组到校审核。", "inspection"),
        ("关于做好补贴审核发放工作的通知", "请按时发放。", "document"),
        ("关于做好普查员选聘工作的通知", "请选聘到位。", "document"),
        ("关于开展红色资源普查的通知", "请填报。", "report_request"),
    ],
)
def test_who_looks_decides_the_kind(title: str, body: str, kind: str) -> None:
    assert kind_of(title, body) == kind


def test_what_is_looked_at_is_not_what_the_reader_does() -> None:
    assert read(f"关于开展督查的通知\n各乡镇：\n县河长办将于7月20日至22日对各乡镇整改情况进行现场督查。\n{FOOT}").starts_at == "2026-07-20"
    assert read(f"关于开展督查的通知\n各乡镇：\n整改时间为7月20日至22日。\n{FOOT}").starts_at is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [("对交办问题整改情况进行督查", False), ("交流发言材料另定", False), ("整改情况交县局办公室", True), ("报送《年终结余对账单》", True), ("对账单由银行打印", False)],
)
def test_what_is_handed_over_to_whom(words: str, asked: bool) -> None:
    assert asks_report(words, "", "document") is asked


@pytest.mark.parametrize(("words", "others"), [("县委改革办要我们报典型案例", False), ("县委改革办要统筹推进", True), ("县局要求各科室配合", True)])
def test_what_others_want_of_us_is_ours(words: str, others: bool) -> None:
    assert for_others(words) is others


@pytest.mark.parametrize(("line", "whole"), [("推进“互联网+政务服务”工作领导小组", True), ("数学+语文", False), ("a+b局", False)])
def test_plus_in_the_name_of_a_body(line: str, whole: bool) -> None:
    assert bool(organ_line(line)) is whole


def test_label_in_a_column_of_its_own() -> None:
    table = "防汛会议通知\n时  间  7月9日上午9：30\n地  点  县水利局会商室\n参会人员  各乡镇乡镇长\n县防汛抗旱指挥部\n2026年7月6日"
    reading = read(table)
    assert (reading.starts_at, reading.place, reading.attendee_level) == ("2026-07-09T09:30", "县水利局会商室", "principal")
    assert read(f"关于值班的通知\n各村：\n时间  紧，请抓紧。\n{FOOT}").starts_at is None


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("地点：县水利局会商室（视频会议，乡镇在各乡镇视频室参会）", "各乡镇视频室"),
        ("地点：县水利局会商室（一楼，东侧）", "县水利局会商室（一楼，东侧）"),
        ("地点：县水利局会商室，请乡镇在规定时间参会", "县水利局会商室"),
    ],
)
def test_place_with_brackets(words: str, place: str) -> None:
    assert meeting_place(words) == place


def test_head_of_a_bulletin_is_not_its_title() -> None:
    head = "县委党建办通报（第6期）\n梧江县委党建工作领导小组办公室　　2026年7月2日\n"
    told = "　　上月，县委党建办对各乡镇进行了检查。各乡镇要举一反三，抓好整改。"
    reading = read(f"{head}关于二季度检查情况的通报\n{told}")
    assert (reading.title, reading.organ, reading.issued_on) == ("关于二季度检查情况的通报", "梧江县委党建工作领导小组办公室", "2026-07-02")
    assert read(f"关于举办第2期培训班的通知\n各村：\n请参加。\n{FOOT}").title == "关于举办第2期培训班的通知"


@pytest.mark.parametrize(
    ("words", "rank"), [("县里来考核，两村支书在村等，台账放桌上。", "principal"), ("县里来考核，书记主任各忙各的。", None), ("县里来考核，请在村等级评定表上签字。", None)]
)
def test_who_waits_on_the_spot_attends(words: str, rank: str | None) -> None:
    assert attendee_level(words, "各村：", invited=False) == rank
