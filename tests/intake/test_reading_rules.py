"""Each reading rule by itself: a text that it is for, and texts beside it that it must leave alone."""

from datetime import date

import pytest

from burden_desktop.domain.bodies.organ import guess_level
from burden_desktop.domain.reading.draft import NoticeReading
from burden_desktop.intake.notices.ask import asks_report
from burden_desktop.intake.notices.clause import for_others
from burden_desktop.intake.notices.kind import kind_of
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.organ import before_colon, letterhead
from burden_desktop.intake.notices.people import attendee_level
from burden_desktop.intake.notices.place import meeting_format, meeting_place
from burden_desktop.intake.notices.time import duration_minutes

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


FOOT = "梧江县水利局\n2026年7月6日"


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        ("参会人员：各乡镇党委副书记、组织委员，各村党组织书记。\n不安排主要负责同志参会。", "deputy"),
        ("参会人员：各乡镇党委书记、组织委员，各村党组织书记。", "principal"),
        ("参会人员：各乡镇主要负责同志。\n不要求主要负责同志书面述职。", "principal"),
    ],
)
def test_who_is_told_not_to_come_does_not_raise_the_rank(body: str, rank: str) -> None:
    assert attendee_level(body, "各乡镇人民政府：", invited=True) == rank


@pytest.mark.parametrize(
    ("date_line", "day"), [("2026年7月6日11时", "2026-07-06"), ("2026年7月6日 16:30", "2026-07-06"), ("7月6日16:30召开", None), ("共11时", None)]
)
def test_hour_behind_the_day_of_issue(date_line: str, day: str | None) -> None:
    assert read(f"关于做好防御工作的通知\n各乡镇：\n请做好防御。\n梧江县防汛指挥部\n{date_line}").issued_on == day


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("石冲乡、南坝街道、县民政局要于4月20日前报整改情况", True),
        ("三、石冲乡、南坝街道要逐项整改", True),
        ("各乡镇、街道、县直单位要于4月20日前报整改情况", False),
        ("你镇、你乡要逐项整改", False),
        ("县司法局会同县委编办完成评估", True),
        ("镇司法所会同各村完成排查", False),
    ],
)
def test_units_called_by_name_are_others(sentence: str, others: bool) -> None:
    assert for_others(sentence) is others


def test_month_end_of_others_is_no_deadline() -> None:
    others = "2026年8月底前，县司法局会同县委编办完成赋权事项评估。"
    assert read(f"关于改革的通知\n各乡镇：\n{others}\n{FOOT}").deadline is None
    assert read(f"关于改革的通知\n各乡镇：\n2026年8月底前，各乡镇完成赋权事项评估。\n{FOOT}").deadline == "2026-08-31"
    assert read(f"关于改革的通知\n各乡镇：\n请在8月底前完成评估。\n{FOOT}").deadline == "2026-08-31"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("形成书面报告，于7月8日上午交党政办302室", "2026-07-08"),
        ("请于7月8日送镇财政所", "2026-07-08"),
        ("请于7月8日上午报到", None),
        ("会议材料于7月8日送达各村", None),
        ("县局将于7月8日交流经验", None),
    ],
)
def test_day_of_handing_in_is_a_deadline(words: str, due: str | None) -> None:
    assert read(f"关于有关工作的通知\n各村：\n{words}。\n{FOOT}").deadline == due


PLAN = """梧江县人民政府办公室
关于印发《梧江县污水治理行动方案》的通知
各乡镇人民政府，县直各单位：
　　现印发给你们，请认真落实。
梧江县人民政府办公室
2026年7月6日
梧江县污水治理行动方案
　　一、总体目标。到2028年6月30日前全面完成。
　　二、实施步骤。{step}
附件：1.各乡镇要于7月9日前完成的任务表
"""


def test_plan_asks_its_reader_where_it_calls_him() -> None:
    asked = read(PLAN.format(step="各乡镇于7月15日前制定具体实施方案，报县水利局备案。"))
    assert (asked.deadline, asked.asks_supporting_file, asked.asks_report) == ("2026-07-15", True, False)
    others = read(PLAN.format(step="县生态环境局于7月15日前制定具体实施方案。"))
    assert (others.deadline, others.asks_supporting_file) == (None, False)
    told = read(PLAN.format(step="各地经验表明，各部门配合是关键，2026年7月15日前试点。"))
    assert told.deadline is None


def test_heading_of_a_point_asks_nothing() -> None:
    assert not asks_report("三、材料报送\n请各县（市、区）于6月17日前将情况表报市办", "", "inspection")
    assert asks_report("三、材料报送。请将情况表报市办", "", "inspection")
    assert asks_report("三、报送整改情况报告，7月9日前发邮箱", "", "document")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("时间地点：9月15日至16日；授课地点：县委党校201教室。", "县委党校201教室"),
        ("地点：7号楼三楼会议室", "7号楼三楼会议室"),
        ("会议地点由礼堂改为第二会议厅（主会场），各乡镇分会场地点不变，仍设在乡镇综治中心会议室。", "乡镇综治中心会议室"),
        ("会议地点由礼堂改为第二会议厅。", "第二会议厅"),
        ("地点：大会在镇政府三楼大会议室；会后分组讨论", "镇政府三楼大会议室"),
        ("地点：大会堂东厅", "大会堂东厅"),
    ],
)
def test_place_of_the_reader(words: str, place: str) -> None:
    assert meeting_place(words) == place


@pytest.mark.parametrize(
    ("line", "organ"),
    [("县文旅局王科长：各乡镇文化站长：明天取消", "县文旅局"), ("【转发】县文旅局小王：请各站回复", "县文旅局"), ("王科长：请各站回复", ""), ("镇农业局长期培训：请各站回复", "")],
)
def test_person_behind_a_body_is_left_off(line: str, organ: str) -> None:
    assert "".join(before_colon(line)) == organ


def test_visit_day_by_day_lasts_to_the_last() -> None:
    days = "一、时间安排\n7月20日下午抵达县城；\n7月21日在沙洲镇座谈；\n7月22日上午走访后返程。\n"
    reading = read(f"关于赴梧江县开展调研的函\n沙洲镇人民政府：\n{days}{FOOT}")
    assert (reading.starts_at, reading.ends_at) == ("2026-07-20", "2026-07-22")
    apart = read(f"关于赴梧江县开展调研的函\n沙洲镇人民政府：\n一、时间安排\n7月20日实地调研。\n7月28日前反馈意见。\n{FOOT}")
    assert (apart.starts_at, apart.ends_at) == ("2026-07-20", None)


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("关于做好高标准农田县级验收准备工作的通知", "县局定于11月中旬对项目开展县级验收。", "inspection"),
        ("关于做好高标准农田县级验收准备工作的通知", "请整理资料，验收由各镇自行组织。", "document"),
        ("关于实行重点项目进度周报制度的通知", "每周四报送。", "report_request"),
        ("关于订阅《梧江日报》的通知", "请做好征订。", "document"),
        (None, "县委巡察组近日将进驻我镇。请各单位形成书面报告，于6月8日上午交党政办。", "report_request"),
        (None, "县委巡察组6月8日进驻我镇，请各单位准备整改报告。", "inspection"),
    ],
)
def test_visit_or_what_is_to_be_handed_in(title: str | None, body: str, kind: str) -> None:
    assert kind_of(title, body) == kind


def test_issue_line_of_minutes_stands_above_the_text() -> None:
    text = "梧江县人民政府常务会议纪要\n〔2026〕7号\n梧江县人民政府办公室　　2026年7月3日\n　　7月2日，县长主持召开常务会议。会议要求，各乡镇要在7月25日前完成早稻抢收，坚决防止撂荒。\n　　出席：略。\n　　发：各乡镇人民政府。"
    reading = read(text)
    assert (reading.doc_no, reading.issued_on, reading.deadline, reading.organ) == ("〔2026〕7号", "2026-07-03", "2026-07-25", "梧江县人民政府办公室")
    assert read("关于开展防汛工作的通知\n〔2026〕7号\n各乡镇：\n请做好防汛。\n" + FOOT).doc_no is None


def test_body_below_a_telephone_number_is_the_sender() -> None:
    assert read("@所有人\n各乡镇民政办：\n走访情况填在群里在线文档，今晚8点前填完\n有事随时打我电话 139****2207\n梧江县民政局救助股").organ == "梧江县民政局救助股"
    assert read("@所有人\n各乡镇民政办：\n走访情况填在群里在线文档，今晚8点前填完\n请按以下口径填写走访人数和户数并同时抄送给县民政局的\n救助股").organ is None


@pytest.mark.parametrize(
    ("line", "number"),
    [("编号：梧安委督〔2026〕19号", "梧安委督〔2026〕19号"), ("编号：20260706-3", None), ("（计划编号：梧督计2026-08）", None), ("合同编号：梧采〔2026〕3号合同", None)],
)
def test_number_behind_its_label(line: str, number: str | None) -> None:
    assert read(f"梧江县安委会办公室\n督 办 单\n{line}\n沙湾镇人民政府：\n请督促整改。\n{FOOT}").doc_no == number


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("请在10个工作日内将项目实施方案报县农业农村局审批", True),
        ("请将方案报送情况通报各村", False),
        ("县局将方案报市局审批", False),
        ("已将方案报县政府批准", False),
    ],
)
def test_plan_that_needs_approval_is_the_readers(words: str, plan: bool) -> None:
    assert read(f"关于资金的通知\n各乡镇：\n{words}。\n{FOOT}").asks_supporting_file is plan


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于对乡村振兴促进法贯彻实施情况开展执法检查的函", "inspection"),
        ("关于贯彻落实全县督查工作会议精神的通知", "document"),
        ("关于贯彻执行检查考核办法的通知", "document"),
    ],
)
def test_how_a_law_is_carried_out_can_be_looked_at(title: str, kind: str) -> None:
    assert kind_of(title, "定于7月8日开展。") == kind


def test_patrol_of_the_reader_himself_is_no_visit() -> None:
    assert kind_of(None, "请立即上岗到位，加密巡查水库、山塘，险情第一时间报告。") != "inspection"
    assert kind_of(None, "明天县局到桥头村检查秸秆禁烧。") == "inspection"


@pytest.mark.parametrize(
    ("words", "due"),
    [("纸质版7月8日上午送到党政办205", "2026-07-08"), ("7月8日送学员返程", None), ("慰问品7月8日由镇里送到各户", None), ("7月8日交通管制", None)],
)
def test_what_is_brought_on_a_day_is_due_that_day(words: str, due: str | None) -> None:
    assert read(f"关于有关工作的通知\n各村：\n{words}。\n{FOOT}").deadline == due


def test_day_of_the_call_is_not_the_day_of_the_meeting() -> None:
    call = "市农业农村局7月6日来电：请有关乡镇于7月9日上午10:00参加全市晚稻视频调度会，每个乡镇1名分管领导。会议约1小时。县农业农村局办公室"
    reading = read(call)
    assert (reading.starts_at, reading.duration_minutes, reading.attendee_level) == ("2026-07-09T10:00", 60, "deputy")


@pytest.mark.parametrize(("words", "kept"), [("不翻阅纸质台账", False), ("翻阅纸质台账", True), ("不得翻新台账", False)])
def test_traces_not_leafed_through(words: str, kept: bool) -> None:
    assert read(f"关于考评的通知\n各乡镇：\n{words}。\n{FOOT}").asks_ledger is kept


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("防火期至7月30日止", None),
        ("公示期至7月30日止，请各村张贴", None),
        ("请于7月30日止完成登记", "2026-07-30"),
        ("报名期至7月30日止，请报镇里", "2026-07-30"),
        ("问题当场反馈，学校5个工作日内整改", None),
        ("收到本函后10日内提出书面意见", "2026-07-16"),
        ("企业于7月20日前将申报书报所在乡镇；各乡镇于7月30日前将推荐意见报县局", "2026-07-30"),
        ("各乡镇组织企业于7月20日前报送", "2026-07-20"),
    ],
)
def test_only_what_the_reader_must_do_has_a_deadline(words: str, due: str | None) -> None:
    assert read(f"关于有关工作的通知\n各乡镇人民政府：\n{words}。\n{FOOT}").deadline == due


def test_those_who_are_addressed_are_not_clients() -> None:
    assert read(f"关于有关工作的通知\n各企业：\n企业于7月20日前将台账报镇里。\n{FOOT}").deadline == "2026-07-20"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("镇安委办每周通报一次巡查情况", False),
        ("各村每周报一次巡查情况", True),
        ("车辆信息7月9日前报会务组", False),
        ("车辆管理情况报告7月9日前报县局", True),
        ("收到后提出书面意见", True),
    ],
)
def test_bulletins_and_cars_are_no_reports(words: str, asked: bool) -> None:
    assert asks_report(words, "", "document") is asked


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于对原镇长经济责任审计征求意见的函", "report_request"),
        ("关于“三支一扶”人员年度考核工作的通知", "document"),
        ("关于开展乡镇年度考核工作的通知", "inspection"),
        ("关于对安全员履职情况开展考核的通知", "inspection"),
        ("关于举办“巾帼带头人”能力提升班的通知", "meeting"),
        ("关于做好基层领导班子建设的通知", "document"),
    ],
)
def test_title_tells_who_is_looked_at(title: str, kind: str) -> None:
    assert kind_of(title, "请认真落实。") == kind


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        ("请各村站长通知本村1名代表参会，村书记不参加。", None),
        ("请各村书记参加会议。", "principal"),
        ("参会人员准时入场。", None),
        ("参会人员：业务骨干1名。", "staff"),
        ("县直各单位主要负责同志参加会议。", None),
        ("主会场：县农业农村局主要负责同志参加。\n分会场：各村分管干部参加。", "deputy"),
        ("请有关人员参加。", None),
    ],
)
def test_rank_is_given_only_where_the_words_are_plain(body: str, rank: str | None) -> None:
    assert attendee_level(body, "各村：", invited=True) == rank


@pytest.mark.parametrize(("line", "issuer"), [("岭川县城乡居民养老保险中心通知", "岭川县城乡居民养老保险中心"), ("镇党委书记办公会通知", None), ("会议通知", None), ("关于防汛的通知", None)])
def test_head_of_a_page_that_only_says_notice(line: str, issuer: str | None) -> None:
    assert letterhead(line) == issuer
