"""Registers whose shape is odd: split dates, margins, repeated pages, wrong endings, quoted lines, look-alikes."""

from datetime import date

from .drawn import Formula, Register, Table, at, meeting, paper, plain, visit, wrong

MONTH_AND_DAY = Register(
    "东岗镇2025年收文登记簿.xlsx",
    (
        Table(
            name="收文",
            merged=((1, 1, 1, 8), (2, 1, 2, 2), (2, 3, 3, 3), (2, 4, 3, 4), (2, 5, 3, 5), (2, 6, 3, 6), (2, 7, 3, 7)),
            mapping={
                "收文日期/月": "received_on",
                "收文日期/日": "received_on",
                "来文机关": "organ",
                "来文字号": "doc_no",
                "文件标题": "title",
                "收文号": None,
                "送阅": None,
            },
            lines=(
                plain("东岗镇2025年收文登记簿", "", "", "", "", "", ""),
                plain("收文日期", "", "来文机关", "来文字号", "文件标题", "收文号", "送阅"),
                plain("月", "日", "", "", "", "", ""),
                paper(
                    [3, 4, "平陵县民政局", "平民〔2025〕7号", "关于清明祭扫的通知", "收1", ""],
                    received_on="2025-03-04",
                    organ="平陵县民政局",
                    doc_no="平民〔2025〕7号",
                    title="关于清明祭扫的通知",
                ),
                paper(
                    ["", 6, "平陵县林业局", "平林〔2025〕8号", "关于护林员培训的通知", "收2", ""],
                    received_on="2025-03-06",
                    organ="平陵县林业局",
                    doc_no="平林〔2025〕8号",
                    title="关于护林员培训的通知",
                ),
                wrong("bad_date", 4, 31, "平陵县林业局", "平林〔2025〕9号", "关于补植补造的通知", "收3", ""),
                paper(
                    ["4", "2", "平陵县人民政府办公室", "平政办明电〔2025〕15号", "关于清明假期值班的通知", "收4", ""],
                    received_on="2025-04-02",
                    organ="平陵县人民政府办公室",
                    doc_no="平政办明电〔2025〕15号",
                    title="关于清明假期值班的通知",
                ),
            ),
        ),
    ),
)

MARGINS = Register(
    "白鹭学校来文.xlsx",
    (
        Table(
            name="登记",
            merged=((3, 2, 3, 7),),
            mapping={"收文日期（年-月-日）": "received_on", "来文单位": "organ", "文 件 标 题": "title", "文 号": "doc_no", "办理人": None, "完成情况": "handling"},
            lines=(
                plain(),
                plain(),
                plain("", "白鹭县第二小学来文登记"),
                plain(),
                plain("", "收文日期（年-月-日）", "来文单位", "文 件 标 题", "文 号", "办理人", "完成情况"),
                paper(
                    ["", at("2026-03-09T10:00"), "白鹭县教育局", "关于开展作业管理检查的通知", "白教〔2026〕12号", "甲", "完成"],
                    received_on="2026-03-09",
                    organ="白鹭县教育局",
                    title="关于开展作业管理检查的通知",
                    doc_no="白教〔2026〕12号",
                    handling="完成",
                ),
                plain(),
                plain(),
                plain("", "白鹭县第二小学来文登记"),
                plain("", "收文日期（年-月-日）", "来文单位", "文 件 标 题", "文 号", "办理人", "完成情况"),
                paper(
                    ["", date(2026, 3, 10), "白鹭县教育局", "关于开展作业管理检查的补充通知", "白教〔2026〕13号", "甲", ""],
                    received_on="2026-03-10",
                    organ="白鹭县教育局",
                    title="关于开展作业管理检查的补充通知",
                    doc_no="白教〔2026〕13号",
                ),
                wrong("bad_date", "", "2026-13-01", "白鹭县教育局", "关于近视防控的通知", "白教〔2026〕14号", "", ""),
            ),
        ),
    ),
)

QUOTED_LINES = Register(
    "收文.csv",
    (
        Table(
            mapping={"收文日期": "received_on", "来文单位": "organ", "文件标题": "title", "发文文号": "doc_no", "备注": "note"},
            lines=(
                plain("收文日期", "来文单位", "文件标题", "发文文号", "备注"),
                paper(
                    ["2026-02-02", "云岭市委办公室\n云岭市人民政府办公室", "关于进一步精文减会\n切实为基层减负的通知", "云办发〔2026〕1号", '批"阅"字,转各村'],
                    received_on="2026-02-02",
                    title="关于进一步精文减会切实为基层减负的通知",
                    doc_no="云办发〔2026〕1号",
                    note='批"阅"字,转各村',
                ),
                paper(
                    ["2026-02-03", "云岭市应急管理局", "关于进一步精文减会切实为基层减负的通知", "云应急〔2026〕9号", "=转"],
                    received_on="2026-02-03",
                    organ="云岭市应急管理局",
                    title="关于进一步精文减会切实为基层减负的通知",
                    doc_no="云应急〔2026〕9号",
                    note="=转",
                ),
                paper(
                    ["2026-02-05", "云岭市应急管理局", "关于报送值班表的函", "", ""],
                    received_on="2026-02-05",
                    organ="云岭市应急管理局",
                    title="关于报送值班表的函",
                ),
                paper(
                    ["2026-02-05", "云岭市应急管理局", "关于报送值班表的函", "", ""],
                    received_on="2026-02-05",
                    organ="云岭市应急管理局",
                    title="关于报送值班表的函",
                ),
            ),
        ),
    ),
    twice=((("*", 4), ("*", 5)),),
    how={"encoding": "utf-8", "quote": True},
)

REALLY_OLD_EXCEL = Register(
    "会议统计.xlsx",
    (
        Table(
            name="一季度",
            mapping={"会议日期": "starts_at", "会议名称": "title", "会议召集单位": "organ", "会议时长（分钟）": "duration_minutes", "会议级别": None, "会议地点": "place"},
            lines=(
                plain("2026年一季度会议统计", "", "", "", "", ""),
                plain("会议日期", "会议名称", "会议召集单位", "会议时长（分钟）", "会议级别", "会议地点"),
                meeting(
                    [date(2026, 1, 6), "人大代表联络站会", "白鹭县人大办", 40, "县级", "县人大三楼"],
                    starts_at="2026-01-06",
                    title="人大代表联络站会",
                    organ="白鹭县人大办",
                    duration_minutes=40,
                    place="县人大三楼",
                ),
                meeting(
                    ["1月7日 9：30", "政协委员座谈会", "白鹭县政协办", "50分", "县级", "同上"],
                    starts_at="2026-01-07T09:30",
                    title="政协委员座谈会",
                    organ="白鹭县政协办",
                    duration_minutes=50,
                    place="县人大三楼",
                ),
                plain("小计", "2", "", 90, "", ""),
            ),
        ),
    ),
    how={"shape": "xls"},
)

TEXT_IN_XLS = Register(
    "会议通知列表.xls",
    (
        Table(
            mapping={"会议标题": "title", "发起单位": "organ", "开会时间": "starts_at", "开会地点": "place", "与会人员": "attendees", "状态": None},
            lines=(
                plain("会议标题", "发起单位", "开会时间", "开会地点", "与会人员", "状态"),
                meeting(
                    ["数字政府建设推进会", "南塘县数据局", "2026-03-11 15:00:00", "县政务中心", "镇长", "已读"],
                    title="数字政府建设推进会",
                    organ="南塘县数据局",
                    starts_at="2026-03-11T15:00",
                    place="县政务中心",
                    attendees="镇长",
                ),
                meeting(
                    ["医保基金监管会", "南塘县医保局", "2026-03-12 00:00:00", "", "", "未读"],
                    title="医保基金监管会",
                    organ="南塘县医保局",
                    starts_at="2026-03-12",
                ),
            ),
        ),
    ),
    how={"shape": "tab", "encoding": "gb18030"},
)

NO_NUMBER_COLUMN = Register(
    "便函登记2026.xlsx",
    (
        Table(
            name="便函",
            mapping={"收到时间": "received_on", "来函单位": "organ", "内容摘要": "title", "收文方式": "channel", "办结时限": "deadline"},
            lines=(
                plain("收到时间", "来函单位", "内容摘要", "收文方式", "办结时限"),
                paper(
                    ["3月3日上午", "南塘县文旅局", "请协助提供古树名木照片", "工作群", "3月6日"],
                    received_on="2026-03-03",
                    organ="南塘县文旅局",
                    title="请协助提供古树名木照片",
                    channel="工作群",
                    deadline="2026-03-06",
                ),
                paper(
                    [at("2026-03-04T15:30"), "南塘县供销社", "请报送再生资源网点", "电话", ""],
                    received_on="2026-03-04",
                    organ="南塘县供销社",
                    title="请报送再生资源网点",
                    channel="电话",
                ),
                plain("共2件"),
            ),
        ),
    ),
)

TOTALS_EVERYWHERE = Register(
    "2025迎检一览表.xlsx",
    (
        Table(
            name="迎检一览",
            merged=((1, 1, 1, 7), (6, 1, 6, 7)),
            mapping={"月份": None, "检查日期": "starts_on", "检查名称": "title", "检查单位": "organ", "检查类别": "visit_type", "人数": "visitors", "备案情况": "plan_status"},
            lines=(
                plain("二〇二五年迎检一览表"),
                plain("月份", "检查日期", "检查名称", "检查单位", "检查类别", "人数", "备案情况"),
                visit(
                    ["1月", "1月9日", "燃气安全检查", "江口区城管局", "检查", 2, "计划内"],
                    starts_on="2025-01-09",
                    title="燃气安全检查",
                    organ="江口区城管局",
                    visit_type="检查",
                    visitors=2,
                ),
                visit(
                    ["", "1月10日", "创卫复审督导", "市爱卫办", "督查", 5, ""],
                    starts_on="2025-01-10",
                    title="创卫复审督导",
                    organ="市爱卫办",
                    visit_type="督查",
                    visitors=5,
                ),
                plain("1月小计", "", "2项", "", "", Formula("=SUM(F3:F4)", 7), ""),
                plain("以下为二月份"),
                visit(
                    ["2月", "2月12日至14日", "经济普查质量抽查", "江口区统计局", "检查", Formula("=1+2", 3), ""],
                    starts_on="2025-02-12",
                    ends_on="2025-02-14",
                    title="经济普查质量抽查",
                    organ="江口区统计局",
                    visit_type="检查",
                    visitors=3,
                ),
                plain("2月小计", "", "1项", "", "", 3, ""),
                plain("累计", "", "3项", "", "", 10, ""),
                plain("制表人：", "", "", "审核人：", "", "", "日期："),
            ),
        ),
    ),
)

LAYOUTS = (
    MONTH_AND_DAY,
    MARGINS,
    QUOTED_LINES,
    REALLY_OLD_EXCEL,
    TEXT_IN_XLS,
    NO_NUMBER_COLUMN,
    TOTALS_EVERYWHERE,
)
