"""Registers of inspections: day ranges, kinds of visit, people of both sides, 备案."""

from datetime import date

from .drawn import Register, Table, meeting, paper, plain, visit, wrong

DAY_RANGES = Register(
    "迎接督查检查考核台账（2025年）.xlsx",
    (
        Table(
            name="迎检台账",
            merged=((1, 1, 1, 9), (2, 1, 2, 9)),
            mapping={
                "序号": None,
                "督查检查考核名称": "title",
                "组织实施单位": "organ",
                "起止日期": "starts_on",
                "检查方式": "visit_type",
                "检查组人数": "visitors",
                "陪同人数": "escorts",
                "是否列入计划": "plan_status",
                "备注": "note",
            },
            lines=(
                plain("石门镇迎接督查检查考核台账"),
                plain("填报单位：石门镇党政办　　　填报时间：2025年12月31日"),
                plain("序号", "督查检查考核名称", "组织实施单位", "起止日期", "检查方式", "检查组人数", "陪同人数", "是否列入计划", "备注"),
                visit(
                    [1, "安全生产专项督查", "石河县应急管理局", "3.5-3.7", "督查", "4人", 2, "计划内", ""],
                    title="安全生产专项督查",
                    organ="石河县应急管理局",
                    starts_on="2025-03-05",
                    ends_on="2025-03-07",
                    visit_type="督查",
                    visitors=4,
                    escorts=2,
                    plan_status="计划内",
                ),
                visit(
                    [2, "耕地保护抽查", "石河县自然资源局", "2025.3.12—3.14", "检查", 3, 3, "计划外已备案", ""],
                    title="耕地保护抽查",
                    organ="石河县自然资源局",
                    starts_on="2025-03-12",
                    ends_on="2025-03-14",
                    visit_type="检查",
                    visitors=3,
                    escorts=3,
                    plan_status="计划外已备案",
                ),
                visit(
                    [3, "基层治理调研", "市委政法委", "4月1日-2日", "调研", "2", "", "", "座谈"],
                    title="基层治理调研",
                    organ="市委政法委",
                    starts_on="2025-04-01",
                    ends_on="2025-04-02",
                    visit_type="调研",
                    visitors=2,
                    note="座谈",
                ),
                visit(
                    [4, "年度综合考核", "石河县委组织部", "2025年12月28日至2026年1月3日", "考核", 6, 5, "计划内", ""],
                    title="年度综合考核",
                    organ="石河县委组织部",
                    starts_on="2025-12-28",
                    ends_on="2026-01-03",
                    visit_type="考核",
                    visitors=6,
                    escorts=5,
                    plan_status="计划内",
                ),
                wrong("end_before_start", 5, "信访督办", "石河县信访局", "5月8日至5月6日", "督查", 1, "", "", ""),
                wrong("bad_date", 6, "卫生检查", "石河县卫健局", "4月31日", "检查", 1, "", "", ""),
                wrong("missing_title", 7, "", "石河县卫健局", "4月29日", "检查", 1, "", "", ""),
                visit(
                    [8, "禁种铲毒踏查", "石河县公安局", date(2025, 5, 9), "业务指导", "", "", "不清楚", ""],
                    title="禁种铲毒踏查",
                    organ="石河县公安局",
                    starts_on="2025-05-09",
                    visit_type="业务指导",
                    plan_status="不清楚",
                ),
                plain("合计：8项", "", "", "", "", 16, 10, "", ""),
            ),
        ),
    ),
)

FROM_AND_TO = Register(
    "迎检登记表.csv",
    (
        Table(
            mapping={
                "迎检事项": "title",
                "来访单位": "organ",
                "开始时间": "starts_on",
                "结束时间": "ends_on",
                "性质": "visit_type",
                "来人": "visitors",
                "陪同": "escorts",
                "备案编号": "filing_no",
                "反馈时间": "feedback_on",
            },
            lines=(
                plain("2024年迎检登记表", "", "", "", "", "", "", "", ""),
                plain("", "", "", "", "", "", "", "", ""),
                plain("迎检事项", "来访单位", "开始时间", "结束时间", "性质", "来人", "陪同", "备案编号", "反馈时间"),
                visit(
                    ["防溺水工作检查", "金沙县教育局", "6月3日", "6月3日", "检查", "2", "1", "金督备〔2024〕11号", "6月10日"],
                    title="防溺水工作检查",
                    organ="金沙县教育局",
                    starts_on="2024-06-03",
                    ends_on="2024-06-03",
                    visit_type="检查",
                    visitors=2,
                    escorts=1,
                    filing_no="金督备〔2024〕11号",
                    feedback_on="2024-06-10",
                ),
                visit(
                    ["农村改厕验收", "市农业农村局", "2024.6.5", "2024.6.6", "验收", "5", "3", "", ""],
                    title="农村改厕验收",
                    organ="市农业农村局",
                    starts_on="2024-06-05",
                    ends_on="2024-06-06",
                    visitors=5,
                    escorts=3,
                ),
                wrong("end_before_start", "秸秆禁烧巡查", "市生态环境局", "2024-06-09", "2024-06-08", "督查", "2", "2", "", ""),
                wrong("bad_date", "小散工程检查", "市住建局", "6月/日", "", "检查", "", "", "", ""),
                plain("备注：本表由党政办汇总，每月5日前更新。", "", "", "", "", "", "", "", ""),
            ),
        ),
    ),
    how={"encoding": "utf-8-sig"},
)

TWO_TABLES = Register(
    "新桥镇三月工作台账2026.xlsx",
    (
        Table(
            name="3月",
            merged=((1, 1, 1, 6), (8, 1, 8, 6)),
            mapping={
                "收文时间": "received_on",
                "发文单位": "organ",
                "文件名称": "title",
                "文件字号": "doc_no",
                "会议时间": "starts_at",
                "会议名称": "title",
                "召集单位": "organ",
                "时长": "duration_minutes",
            },
            lines=(
                plain("一、收文情况", "", "", "", "", ""),
                plain("序号", "收文时间", "发文单位", "文件名称", "文件字号", "备注"),
                paper(
                    [1, "3月2日", "新桥县委办", "关于开好民主生活会的通知", "新办发〔2026〕7号", ""],
                    received_on="2026-03-02",
                    organ="新桥县委办",
                    title="关于开好民主生活会的通知",
                    doc_no="新办发〔2026〕7号",
                ),
                paper(
                    [2, "3月3日", "新桥县财政局", "关于预算公开的通知", "新财〔2026〕18号", "月底前"],
                    received_on="2026-03-03",
                    organ="新桥县财政局",
                    title="关于预算公开的通知",
                    doc_no="新财〔2026〕18号",
                    note="月底前",
                ),
                plain("小计", "", "", "2件", "", ""),
                plain("", "", "", "", "", ""),
                plain("", "", "", "", "", ""),
                plain("二、参会情况", "", "", "", "", ""),
                plain("序号", "会议时间", "召集单位", "会议名称", "时长", "备注"),
                meeting(
                    [1, "3月4日下午3点", "新桥县委办", "重点项目推进会", "2小时", ""],
                    starts_at="2026-03-04T15:00",
                    organ="新桥县委办",
                    title="重点项目推进会",
                    duration_minutes=120,
                ),
                wrong("bad_date", 2, "3月32日", "新桥县委办", "信息工作例会", "1h", ""),
                plain("小计", "", "", "2场", "", ""),
            ),
        ),
    ),
)

SIDE_SHEETS = Register(
    "减负台账汇总.xls",
    (
        Table(name="封面", mapping={}, lines=(plain("减负监测台账"), plain("青石街道办事处"), plain("二〇二五年"))),
        Table(
            name="收文登记",
            mapping={"日期": "received_on", "来文单位": "organ", "文件标题": "title", "文号": "doc_no", "密级": None},
            lines=(
                plain("收文登记（2025年）", "", "", "", ""),
                plain("日期", "来文单位", "文件标题", "文号", "密级"),
                paper(
                    ["7.1", "江口区委组织部", "关于“七一”慰问的通知", "江组〔2025〕9号", "公开"],
                    received_on="2025-07-01",
                    organ="江口区委组织部",
                    title="关于“七一”慰问的通知",
                    doc_no="江组〔2025〕9号",
                ),
                wrong("classified", "7.2", "江口区委办", "（试样）某件", "江办〔2025〕2号", "绝密"),
                paper(
                    ["7.10", "江口区司法局", "关于人民调解案件评选的通知", "江司〔2025〕5号", ""],
                    received_on="2025-07-10",
                    organ="江口区司法局",
                    title="关于人民调解案件评选的通知",
                    doc_no="江司〔2025〕5号",
                ),
            ),
        ),
        Table(
            name="迎检登记",
            mapping={"日期": "starts_on", "检查单位": "organ", "检查内容": "title", "检查人员数": "visitors", "结果": None},
            lines=(
                plain("迎检登记（2025年）", "", "", "", ""),
                plain("日期", "检查单位", "检查内容", "检查人员数", "结果"),
                visit(
                    ["7月8日、9日", "江口区消防救援大队", "夏季消防检查", 2, "合格"],
                    starts_on="2025-07-08",
                    ends_on="2025-07-09",
                    organ="江口区消防救援大队",
                    title="夏季消防检查",
                    visitors=2,
                ),
                visit(
                    ["7月10日下午", "江口区城管局", "门前三包检查", "3名", ""],
                    starts_on="2025-07-10",
                    organ="江口区城管局",
                    title="门前三包检查",
                    visitors=3,
                ),
            ),
        ),
    ),
)

VISITS = (DAY_RANGES, FROM_AND_TO, TWO_TABLES, SIDE_SHEETS)
