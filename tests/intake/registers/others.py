"""Registers of the kinds that belong to no visit, meeting or paper: forms, certificates, plaques, groups, problems."""

from datetime import date

from .drawn import Register, Table, other, plain, wrong

FORMS = Register(
    "2026年报表登记.xlsx",
    (
        Table(
            name="报表",
            mapping={
                "序号": None,
                "报表名称": "title",
                "布置单位": "organ",
                "收到日期": "received_on",
                "报送时限": "deadline",
                "填报频次": "frequency",
                "数据项数": "items",
                "填报用时（分钟）": "minutes",
            },
            lines=(
                plain("序号", "报表名称", "布置单位", "收到日期", "报送时限", "填报频次", "数据项数", "填报用时（分钟）"),
                other(
                    "report_request",
                    [1, "农村人居环境月报表", "白鹭县农业农村局", "2026.3.2", "2026.3.5", "每月", 32, 90],
                    title="农村人居环境月报表",
                    organ="白鹭县农业农村局",
                    received_on="2026-03-02",
                    deadline="2026-03-05",
                    items=32,
                    minutes=90,
                ),
                other(
                    "report_request",
                    [2, "防返贫监测摸底表", "白鹭县乡村振兴服务中心", "3月3日", "", "", "18项", "2小时"],
                    title="防返贫监测摸底表",
                    organ="白鹭县乡村振兴服务中心",
                    received_on="2026-03-03",
                    items=18,
                    minutes=120,
                ),
                wrong("bad_date", 3, "企业用工调查表", "白鹭县人社局", "3月3X日", "", "", "", ""),
                wrong("missing_title", 4, "", "白鹭县人社局", "3月4日", "", "", "", ""),
            ),
        ),
    ),
)

CERTIFICATES = Register(
    "证明事项登记.csv",
    (
        Table(
            mapping={"开具日期": "requested_on", "证明事项": "title", "索要单位": "organ", "依据": "basis", "办理情况": "handling"},
            lines=(
                plain("开具日期", "证明事项", "索要单位", "依据", "办理情况"),
                other(
                    "certificate",
                    ["2025-09-01", "居民养犬证明", "石河县城管局", "", "未出具"],
                    requested_on="2025-09-01",
                    title="居民养犬证明",
                    organ="石河县城管局",
                    handling="未出具",
                ),
                other(
                    "certificate",
                    ["2025.9.3", "亲属关系证明", "某银行石河支行", "行内规定", "已告知"],
                    requested_on="2025-09-03",
                    title="亲属关系证明",
                    organ="某银行石河支行",
                    basis="行内规定",
                    handling="已告知",
                ),
            ),
        ),
    ),
    how={"encoding": "utf-8"},
)

BOARDS_AND_GROUPS = Register(
    "挂牌和工作群清单.ods",
    (
        Table(
            name="挂牌",
            mapping={"牌子名称": "title", "要求挂牌单位": "organ", "悬挂地点": "place", "挂牌依据": "basis", "挂牌时间": "put_up_on", "状态": "status"},
            lines=(
                plain("村级组织挂牌清单", "", "", "", "", ""),
                plain("牌子名称", "要求挂牌单位", "悬挂地点", "挂牌依据", "挂牌时间", "状态"),
                other(
                    "plaque",
                    ["退役军人服务站", "金沙县退役军人局", "党群服务中心大门", "金退〔2023〕2号", date(2023, 5, 4), "在挂"],
                    title="退役军人服务站",
                    organ="金沙县退役军人局",
                    place="党群服务中心大门",
                    basis="金退〔2023〕2号",
                    put_up_on="2023-05-04",
                    status="在挂",
                ),
                other(
                    "plaque",
                    ["志愿服务队", "金沙县团委", "二楼", "", "", "已摘"],
                    title="志愿服务队",
                    organ="金沙县团委",
                    place="二楼",
                    status="已摘",
                ),
                plain("合计", "2块", "", "", "", ""),
            ),
        ),
        Table(
            name="工作群",
            mapping={"群（应用）名称": "title", "主管单位": "organ", "类别": "type", "状态": "status", "建立时间": "created_on"},
            lines=(
                plain("群（应用）名称", "主管单位", "类别", "状态", "建立时间"),
                other(
                    "app_group",
                    ["河长巡河", "金沙县水利局", "APP", "在用", "2024年3月1日"],
                    title="河长巡河",
                    organ="金沙县水利局",
                    type="APP",
                    status="在用",
                    created_on="2024-03-01",
                ),
                other(
                    "app_group",
                    ["全镇信息报送群", "金沙县委办", "群", "停用", ""],
                    title="全镇信息报送群",
                    organ="金沙县委办",
                    type="群",
                    status="停用",
                ),
            ),
        ),
    ),
)

PROBLEMS = Register(
    "问题整改清单2026.xls",
    (
        Table(
            name="整改",
            mapping={
                "序号": None,
                "问题表现": "fact",
                "问题类别": "category",
                "发现时间": "found_on",
                "来源": "source",
                "责任单位": "responsible_unit",
                "责任领导": "responsible_leader",
                "整改时限": "deadline",
                "整改状态": "status",
                "整改结果": "result",
            },
            lines=(
                plain("2026年形式主义突出问题整改清单", "", "", "", "", "", "", "", "", ""),
                plain("序号", "问题表现", "问题类别", "发现时间", "来源", "责任单位", "责任领导", "整改时限", "整改状态", "整改结果"),
                other(
                    "problem",
                    [1, "同一份报表在三个群里重复布置", "报表", "2月3日", "监测", "农业办", "分管副镇长", "2026.2.28", "整改中", ""],
                    fact="同一份报表在三个群里重复布置",
                    category="报表",
                    found_on="2026-02-03",
                    source="监测",
                    responsible_unit="农业办",
                    responsible_leader="分管副镇长",
                    deadline="2026-02-28",
                    status="整改中",
                ),
                other(
                    "problem",
                    [2, "村级牌子超出清单", "挂牌", "20260205", "群众", "民政办", "", "", "已整改", "已摘除3块"],
                    fact="村级牌子超出清单",
                    category="挂牌",
                    found_on="2026-02-05",
                    source="群众",
                    responsible_unit="民政办",
                    status="已整改",
                    result="已摘除3块",
                ),
                wrong("bad_date", 3, "会议过长", "会议", "2月30日", "监测", "党政办", "", "", "", ""),
            ),
        ),
    ),
)

OTHERS = (FORMS, CERTIFICATES, BOARDS_AND_GROUPS, PROBLEMS)
