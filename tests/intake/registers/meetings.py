"""Registers of meetings: two-row headings, clock times in every fashion, lengths with units, ranges."""

from datetime import date, time

from .drawn import Register, Table, at, meeting, plain, wrong

TIMES_IN_ONE_CELL = Register(
    "2026年参会情况统计表.xlsx",
    (
        Table(
            name="参会",
            merged=((1, 1, 1, 9),),
            mapping={
                "序\n号": None,
                "会议（培训）名称": "title",
                "组织单位": "organ",
                "会议时间": "starts_at",
                "时长（小时）": "duration_minutes",
                "召开形式": "format",
                "会议地址": "place",
                "参加人员": "attendees",
                "说明": "note",
            },
            lines=(
                plain("2026年一季度参加上级会议情况统计表"),
                plain("序\n号", "会议（培训）名称", "组织单位", "会议时间", "时长（小时）", "召开形式", "会议地址", "参加人员", "说明"),
                meeting(
                    [1, "全县经济工作会议", "白鹭县委", "1月8日上午9:00", 2.5, "现场", "县会议中心", "书记、镇长", ""],
                    title="全县经济工作会议",
                    organ="白鹭县委",
                    starts_at="2026-01-08T09:00",
                    duration_minutes=150,
                    format="onsite",
                    place="县会议中心",
                    attendees="书记、镇长",
                ),
                meeting(
                    [2, "全市防汛视频会", "云岭市防汛抗旱指挥部", "2026.1.9 14:30-16:00", 1.5, "视频", "镇视频会议室", "分管副镇长", ""],
                    title="全市防汛视频会",
                    organ="云岭市防汛抗旱指挥部",
                    starts_at="2026-01-09T14:30",
                    ends_at="2026-01-09T16:00",
                    duration_minutes=90,
                    format="video",
                    place="镇视频会议室",
                    attendees="分管副镇长",
                ),
                meeting(
                    [3, "统计年报培训班", "白鹭县统计局", at("2026-01-13T08:40"), 8, "线下", "县党校", "统计员", "会期一天"],
                    title="统计年报培训班",
                    organ="白鹭县统计局",
                    starts_at="2026-01-13T08:40",
                    duration_minutes=480,
                    format="onsite",
                    place="县党校",
                    attendees="统计员",
                    note="会期一天",
                ),
                meeting(
                    [4, "春运安全调度会", "白鹭县交通运输局", "2026年1月15日下午2时30分", 0.5, "电视电话", "", "", ""],
                    title="春运安全调度会",
                    organ="白鹭县交通运输局",
                    starts_at="2026-01-15T14:30",
                    duration_minutes=30,
                ),
                meeting(
                    [5, "乡村振兴专题会", "白鹭县农业农村局", "1.20", "", "现场", "", "", ""],
                    title="乡村振兴专题会",
                    organ="白鹭县农业农村局",
                    starts_at="2026-01-20",
                    format="onsite",
                ),
                wrong("missing_title", 6, "", "白鹭县农业农村局", "1月21日", "", "", "", "", ""),
                wrong("bad_date", 7, "宣传工作例会", "白鹭县委宣传部", "待定", "", "", "", "", ""),
                wrong("bad_date", 8, "信访工作例会", "白鹭县信访局", "2月31日上午9:00", 1, "", "", "", ""),
                plain("合计", "8场", "", "", 15, "", "", "", ""),
            ),
        ),
    ),
)

START_AND_END = Register(
    "参会登记.ods",
    (
        Table(
            name="2025",
            merged=((1, 1, 1, 8), (2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 4, 2, 6), (2, 7, 3, 7), (2, 8, 3, 8)),
            mapping={
                "序号": None,
                "会议名称": "title",
                "主办部门": "organ",
                "会议起止时间/年月日": "held_on",
                "会议起止时间/起": "starts_at",
                "会议起止时间/止": "ends_at",
                "参会领导": "attendees",
                "备注": "note",
            },
            lines=(
                plain("金沙镇2025年上级会议登记"),
                plain("序号", "会议名称", "主办部门", "会议起止时间", "", "", "参会领导", "备注"),
                plain("", "", "", "年月日", "起", "止", "", ""),
                meeting(
                    [1, "全县教育大会", "金沙县教育局", date(2025, 9, 10), time(9, 0), time(11, 30), "镇长", ""],
                    title="全县教育大会",
                    organ="金沙县教育局",
                    starts_at="2025-09-10T09:00",
                    ends_at="2025-09-10T11:30",
                    attendees="镇长",
                ),
                meeting(
                    [2, "食品安全例会", "金沙县市场监管局", "9月11日", "14：30", "15：15", "副镇长", "视频"],
                    title="食品安全例会",
                    organ="金沙县市场监管局",
                    starts_at="2025-09-11T14:30",
                    ends_at="2025-09-11T15:15",
                    attendees="副镇长",
                    note="视频",
                ),
                meeting(
                    [3, "安全生产例会", "同上", "同上", "下午4点半", "5点半", "", ""],
                    title="安全生产例会",
                    organ="金沙县市场监管局",
                    starts_at="2025-09-11T16:30",
                ),
                wrong("end_before_start", 4, "消防培训", "金沙县消防大队", "2025-09-12", "15:00", "14:00", "", ""),
                plain("", "", "", "", "", "", "", ""),
                meeting(
                    [5, "残联工作会", "金沙县残联", "2025/9/15", "9:00", "", "", ""],
                    title="残联工作会",
                    organ="金沙县残联",
                    starts_at="2025-09-15T09:00",
                ),
            ),
        ),
    ),
)

LENGTHS = Register(
    "会议台账.csv",
    (
        Table(
            mapping={
                "召开日期": "starts_at",
                "会议主题": "title",
                "召集部门": "organ",
                "用时": "duration_minutes",
                "方式": "format",
                "人数": "headcount",
                "参会人": "attendees",
            },
            lines=(
                plain("召开日期", "会议主题", "召集部门", "用时", "方式", "人数", "参会人"),
                meeting(
                    ["2026-3-2", "禁毒工作部署会", "南塘县禁毒办", "1小时20分钟", "视频会议", "3人", "副书记等"],
                    title="禁毒工作部署会",
                    organ="南塘县禁毒办",
                    starts_at="2026-03-02",
                    duration_minutes=80,
                    format="video",
                    headcount=3,
                    attendees="副书记等",
                ),
                meeting(
                    ["2026/3/3", "河长制推进会", "南塘县水利局", "1.5小时", "现场会", "2", ""],
                    title="河长制推进会",
                    organ="南塘县水利局",
                    starts_at="2026-03-03",
                    duration_minutes=90,
                    format="onsite",
                    headcount=2,
                ),
                meeting(
                    ["3月4日", "妇女工作会", "南塘县妇联", "半天", "线下", "", ""],
                    title="妇女工作会",
                    organ="南塘县妇联",
                    duration_minutes=240,
                    starts_at="2026-03-04",
                    format="onsite",
                ),
                meeting(
                    ["2026.3.5", "档案培训", "南塘县档案馆", "2天", "集中", "1", ""],
                    title="档案培训",
                    organ="南塘县档案馆",
                    starts_at="2026-03-05",
                    duration_minutes=960,
                    headcount=1,
                ),
                meeting(
                    ["2026-03-06 09:30", "住房保障会", "南塘县住建局", "120", "电话", "1", ""],
                    title="住房保障会",
                    organ="南塘县住建局",
                    starts_at="2026-03-06T09:30",
                    duration_minutes=120,
                    format="phone",
                    headcount=1,
                ),
                meeting(
                    ["2026-03-09", "退役军人工作会", "南塘县退役军人局", "二个半小时", "腾讯会议", "", ""],
                    title="退役军人工作会",
                    organ="南塘县退役军人局",
                    starts_at="2026-03-09",
                    duration_minutes=150,
                    format="video",
                ),
                meeting(
                    ["2026-03-10", "民兵整组会", "南塘县人武部", "两小时", "", "", ""],
                    title="民兵整组会",
                    organ="南塘县人武部",
                    starts_at="2026-03-10",
                    duration_minutes=120,
                ),
                wrong("bad_date", "2026年3月", "信息工作会", "南塘县委办", "1h", "", "", ""),
            ),
        ),
    ),
    how={"encoding": "gb18030"},
)

MULTI_DAY = Register(
    "培训会议记录.xls",
    (
        Table(
            name="培训",
            mapping={
                "会议名称": "title",
                "通知单位": "organ",
                "开始时间": "starts_at",
                "结束时间": "ends_at",
                "地点": "place",
            },
            lines=(
                plain("会议名称", "通知单位", "开始时间", "结束时间", "地点", "记录人"),
                meeting(
                    ["网格员轮训", "江口区委政法委", at("2025-04-01T08:30"), at("2025-04-03T17:00"), "区党校", "小某"],
                    title="网格员轮训",
                    organ="江口区委政法委",
                    starts_at="2025-04-01T08:30",
                    ends_at="2025-04-03T17:00",
                    place="区党校",
                ),
                meeting(
                    ["物业管理座谈会", "江口区住建局", "2025-4-8 9:00", "11:00", "区住建局二楼", ""],
                    title="物业管理座谈会",
                    organ="江口区住建局",
                    starts_at="2025-04-08T09:00",
                    ends_at="2025-04-08T11:00",
                    place="区住建局二楼",
                ),
                wrong("end_before_start", "社区治理会", "江口区民政局", "2025-04-10 10:00", "2025-04-09 11:00", "", ""),
                wrong("bad_date", "经济普查会", "江口区统计局", "2025-04-31 9:00", "", "", ""),
                plain("小 计", "4", "", "", "", ""),
            ),
        ),
    ),
)

MEETINGS = (TIMES_IN_ONE_CELL, START_AND_END, LENGTHS, MULTI_DAY)
