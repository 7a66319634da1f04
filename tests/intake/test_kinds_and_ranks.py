"""Kinds under titles that mislead, ranks of several levels, and senders of messages without a signature."""

from datetime import date

import pytest

from burden_desktop.domain.bodies.organ import guess_level
from burden_desktop.intake.notices.kind import kind_of
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.organ import at_end, passed_on_from, sender_above
from burden_desktop.intake.notices.people import attendee_level

DAY = date(2026, 4, 8)


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        ("关于开展执法人员情况统计的通知", "请填写统计表。", "report_request"),
        ("关于实行矛盾纠纷季度报告的通知", "请于季度末报送。", "report_request"),
        ("关于核报春季受助学生信息的通知", "请核准。", "report_request"),
        ("关于开展食品安全专项检查的通告", "我局定于9月4日至9月15日对学校食堂开展专项检查。", "inspection"),
        ("关于规范执法检查行为的通告", "请各单位遵守。", "document"),
        ("关于反馈巡察情况的通知", "经研究，定于6月11日下午3:00在你乡会议室召开反馈会。", "meeting"),
        ("关于反馈巡察情况的通知", "现将问题反馈给你们，请整改。", "document"),
        ("关于邀请出席产教融合成果展示活动开幕式的函", "", "meeting"),
        ("关于人大会议期间做好信访工作的通知", "大会将于3月10日至13日召开。", "document"),
        ("关于调训村党组织书记的通知", "定于4月22日至24日在县委党校举办能力提升班。", "meeting"),
        ("转发青禾市治欠工作领导小组办公室关于开展冬季督导检查的通知的通知", "市督导组拟于1月5日到我县督导。", "inspection"),
    ],
)
def test_kind_of_a_misleading_title(title: str, opening: str, kind: str) -> None:
    assert kind_of(title, opening) == kind


@pytest.mark.parametrize(
    ("words", "addressee", "rank"),
    [
        ("乡镇由分管负责同志、林业站站长参加。", "各乡镇人民政府：", "deputy"),
        ("各单位选派办公室负责人、机要员各1人参加。", "各乡镇、县直各单位：", "staff"),
        ("培训对象：各乡镇农业农村办公室工作人员、经营主体负责人。", "各乡镇人民政府：", "staff"),
        ("各站站长参加。", "各乡镇综合文化站：", "principal"),
        ("请镇里安排一名副镇长和林业站长陪同。", "", "deputy"),
        ("各校负责人在校等候。", "各完小负责人：", "principal"),
        ("诚邀贵镇分管农业的负责人莅临。", "东沟镇人民政府：", "deputy"),
    ],
)
def test_heads_of_offices_are_no_heads_of_the_township(words: str, addressee: str, rank: str) -> None:
    assert attendee_level(words, addressee, invited=True) == rank


def test_meeting_turned_into_writing_has_no_time_left() -> None:
    text = "通知\n各乡镇：\n原定4月10日上午召开的座谈会，改为书面座谈，不再集中开会。请于4月12日前将发言材料发至邮箱。\n青禾县老干部局\n2026年4月8日"
    reading = read_notice(text, received_on=DAY)
    assert (reading.starts_at, reading.attendee_level, reading.deadline) == (None, None, "2026-04-12")


def test_sender_of_a_message() -> None:
    assert sender_above(["县数字办小唐 08:31", "各镇注意"]) == ("县数字办",)
    assert sender_above(["东沟区水利局 王局", "各位镇长"]) == ("东沟区水利局",)
    assert sender_above(["各村委会", "请报表"]) == ()
    assert passed_on_from("刚接县水利局通知：各镇参会。") == ("县水利局",)
    assert at_end(["今天下班前把调研路线报县委办"]) == ()


@pytest.mark.parametrize(("name", "level"), [("青禾市乡镇消防救援站建设工作专班", "city"), ("东沟镇人民政府", "township"), ("青禾县乡镇企业局", "county")])
def test_word_for_towns_in_a_name_is_no_town(name: str, level: str) -> None:
    told = guess_level(name)
    assert told is not None and told.value == level


def test_title_goes_on_over_its_lines() -> None:
    spaced = "　关 于 召 开 东 沟 镇 第 十 届 人 民 代 表\n　大 会 第 四 次 会 议 的 通 知\n各代表团：\n定于4月14日上午九时在镇政府召开会议。\n东沟镇人大主席团\n2026年4月8日"
    assert read_notice(spaced, received_on=DAY).title == "关于召开东沟镇第十届人民代表大会第四次会议的通知"
    bare = "全县2026年度党建述职评议暨重点任务\n推进会有关事项的通知\n各乡镇党委：\n1.时间：4月20日上午9:00\n2.地点：县委党校报告厅\n中共青禾县委组织部\n2026年4月8日"
    reading = read_notice(bare, received_on=DAY)
    assert (reading.kind, reading.title) == ("meeting", "全县2026年度党建述职评议暨重点任务推进会有关事项的通知")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("观摩点为甲村、乙村；集中会议在县政务中心三楼多功能厅。", "县政务中心三楼多功能厅"),
        ("县、乡设分会场（本级应急指挥室）。", "本级应急指挥室"),
        ("县分会场设在教师进修学校；各中心校在本校设收看点。", "本校"),
        ("明早8点半乡政府三楼开调度会。", "乡政府三楼"),
        ("会议时间改为4月26日下午2:30，地点仍为文化中心小剧场。", "文化中心小剧场"),
    ],
)
def test_place_is_the_readers(words: str, place: str) -> None:
    assert read_notice(f"关于召开推进会的通知\n各乡镇：\n定于4月26日召开推进会。\n二、地点：{words}\n青禾县农业农村局\n2026年4月8日" if words.startswith("观摩") else f"关于召开推进会的通知\n各乡镇：\n{words}\n青禾县农业农村局\n2026年4月8日", received_on=DAY).place == place


def test_telegram_head_and_web_line_give_the_number() -> None:
    telegram = "发往：各乡镇　　　　等级：加急　　　　青应急明电〔2026〕19号\n关于召开电话会议的紧急通知\n各乡镇：\n定于4月8日16:30召开电话会议。\n青禾县应急管理局\n2026年4月8日"
    assert read_notice(telegram, received_on=DAY).doc_no == "青应急明电〔2026〕19号"
    page = "青禾县教育局\n关于召开例会的通知\n文号：青教办﹝2026﹞8号    来源：办公室    点击：214\n各学校：\n定于4月10日9:00召开例会。\n青禾县教育局\n2026年4月8日"
    assert read_notice(page, received_on=DAY).doc_no == "青教办〔2026〕8号"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("整改指令书\n东沟镇人民政府：\n第三督查组在你镇检查发现问题，请于4月20日前整改并将情况报县安委办。", "report_request"),
        ("县纪委：\n现将我镇监测情况报告如下：接受检查9次。部门要求报送材料过多。\n特此报告。", "document"),
        ("函\n东沟镇人民政府：\n我院定于4月15日上午开庭，特邀你镇干部旁听。请于4月13日前将旁听人员名单发我院。", "document"),
        ("明早8点半乡政府三楼开耕地调度会，带上销号表。", "meeting"),
    ],
)
def test_kind_of_a_text_without_a_title(text: str, kind: str) -> None:
    assert kind_of(None, text) == kind


def test_review_that_the_reader_makes_himself_is_no_visit() -> None:
    assert kind_of("关于做好补贴资格复核的函", "请你们在10个工作日内，完成辖区人员的资格复核，填写《复核表》报县残联。") == "report_request"
    assert kind_of("关于做好补贴资格复核的函", "县残联定于4月20日派出复核组到各乡镇复核。") == "inspection"


def test_label_with_its_value_is_no_addressee() -> None:
    text = "会议通知\n会议时间：4月10日下午2:30\n会议地点：区政府305会议室\n参会单位及人员：\n各街道办事处：分管副主任、应急办主任\n东沟区应急委\n2026年4月8日"
    reading = read_notice(text, received_on=DAY)
    assert (reading.starts_at, reading.place, reading.attendee_level) == ("2026-04-10T14:30", "区政府305会议室", "deputy")


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        ("关于对考核发现问题整改情况开展“回头看”的通知", "定于10月26日组织4个核查组开展回头看。", "inspection"),
        ("关于做好问题整改“回头看”的通知", "请各乡镇自行开展回头看。", "document"),
        ("关于组织人大代表视察饮水工程的通知", "拟于11月11日组织代表视察。", "inspection"),
        ("甲局、乙局关于采购人员培训安排的通知", "定于8月27日举办。", "meeting"),
    ],
)
def test_kind_of_what_looks_back_and_of_deputies(title: str, opening: str, kind: str) -> None:
    assert kind_of(title, opening) == kind


def test_day_behind_a_signature_on_the_last_line_is_no_start() -> None:
    text = "预备通知：拟于9月上旬召开现场会，具体时间另行通知。请于9月3日前将路线图报县农业农村局。县农业农村局 8月27日"
    reading = read_notice(text, received_on=date(2026, 8, 27))
    assert (reading.starts_at, reading.deadline) == (None, "2026-09-03")


def test_purpose_is_no_demand_for_a_plan() -> None:
    text = "关于核实种植意向的函\n各乡镇：\n为科学编制明年计划，请于4月20日前将意向表反馈我局。\n青禾县烟草专卖局（营销部）\n2026年4月8日"
    reading = read_notice(text, received_on=DAY)
    assert (reading.asks_supporting_file, reading.organ) == (False, "青禾县烟草专卖局（营销部）")


def test_sentence_on_the_line_of_the_signature_is_read() -> None:
    one = "请于9月3日前将统计表报镇农办。镇农办 8月27日"
    for text in (one, f"各村：\n明天县里来查档案。\n{one}"):
        reading = read_notice(text, received_on=date(2026, 8, 27))
        assert (reading.organ, reading.deadline, reading.issued_on) == ("镇农办", "2026-09-03", "2026-08-27")


def test_corrected_hour_is_the_one_behind_ought_to_be() -> None:
    text = "关于更正会议通知有关内容的通知\n各镇：\n通知中“会议时间：4月20日上午”有误，应为“4月21日（星期二）上午9:00”，其余不变。\n青禾县林业局\n2026年4月8日"
    assert read_notice(text, received_on=DAY).starts_at == "2026-04-21T09:00"


@pytest.mark.parametrize(("name", "level"), [("区住建局村镇科", "county"), ("周村镇人民政府", "township")])
def test_section_for_villages_and_towns_is_no_town(name: str, level: str) -> None:
    told = guess_level(name)
    assert told is not None and told.value == level


def test_units_asked_besides_do_not_lower_the_rank() -> None:
    assert attendee_level("参会人员：分管领导，民政办主任；麦地乡、桃园乡民政专干一并参加。", "各乡镇（街道）：", invited=True) == "deputy"


def test_new_hour_of_a_meeting_called_off_and_held_later() -> None:
    text = "各位支部书记：民主生活会改期，原4月10日的会取消，新时间4月16日（周四）下午2点，地点还在镇三楼党员活动室。党建办"
    reading = read_notice(text, received_on=DAY)
    assert (reading.kind, reading.starts_at, reading.place) == ("meeting", "2026-04-16T14:00", "镇三楼党员活动室")


def test_sender_who_hands_on_is_named_alone() -> None:
    assert read_notice("桃园乡中心学校转发县教育局安全股通知：\n各校每周报送巡查记录。", received_on=DAY).organ == "桃园乡中心学校"
