"""迎检: somebody comes to look. Visits on one matter are counted as visits and as one matter."""

from typing import Final

from ..field import UNCLEAR, YES_NO_UNCLEAR, Field, FieldType
from ..kind import Kind, Problem, Values
from ..pattern import pattern
from ..reading.written import Value
from ..texts import label, say

VISIT_TYPES: Final = ("督查", "检查", "考核", "调研", "业务指导", "评估验收")
PLAN_STATES: Final = ("计划内", "计划外已备案", "计划外未备案", UNCLEAR)
MATERIALS: Final = ("汇报", "PPT", "台账", "照片", "佐证")

_NOT_WORDS = pattern(r"[\W_]+")


def _same_matter(values: Values) -> str | None:
    return _NOT_WORDS.sub("", str(values["title"])) + "|" + str(values["organ"]).split("、")[0]


def _derive(values: Values) -> dict[str, Value]:
    return {"ends_on": values["starts_on"]}


def _check(values: Values) -> tuple[Problem, ...]:
    start, end = values["starts_on"], values["ends_on"]
    if start and end and str(end) < str(start):
        return (Problem("ends_on", say("结束日期早于开始日期。")),)
    return ()


INSPECTION: Final = Kind(
    name="inspection",
    label=label("迎检"),
    mark="检",
    unit=label("项"),
    receipt_unit=label("次"),
    dated_by="starts_on",
    entered_ahead=True,
    derive=_derive,
    check=_check,
    alike=_same_matter,
    alike_days=60,
    fields=(
        Field("starts_on", label("开始日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("迎检日期", "检查日期", "迎检时间", "检查时间", "来访日期", "来访时间", "日期", "时间")),
        Field("organ", label("检查单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("来访单位", "组织单位", "牵头单位", "督查单位", "检查部门", "检查考核单位", "单位")),
        Field("title", label("事项"), required=True, in_list=True, in_appendix=True,
              aliases=("检查事项", "迎检事项", "检查内容", "督查内容", "检查项目", "名称", "内容", "事由", "标题")),
        Field("visit_type", label("类型"), FieldType.CHOICE, choices=VISIT_TYPES, default="检查", in_list=True, in_appendix=True,
              aliases=("检查类型", "迎检类型", "检查类别", "形式", "类别")),
        Field("ends_on", label("结束日期"), FieldType.DATE, in_appendix=True, aliases=("结束时间",)),
        Field("plan_status", label("计划和备案"), FieldType.CHOICE, choices=PLAN_STATES, default=UNCLEAR, in_list=True, in_appendix=True,
              aliases=("计划情况", "是否计划内", "计划状态", "备案情况")),
        Field("filing_no", label("备案号"), in_appendix=True, aliases=("备案编号",)),
        Field("visitors", label("来访人数"), FieldType.COUNT, in_list=True, in_appendix=True,
              aliases=("检查人数", "来人数", "来人", "人数", "检查组人数")),
        Field("escorts", label("陪同人数"), FieldType.COUNT, in_list=True, in_appendix=True, aliases=("陪同", "陪检人数")),
        Field("materials", label("所要材料"), FieldType.FLAGS, choices=MATERIALS, in_appendix=True, aliases=("材料", "准备材料")),
        Field("scoring", label("打分或排名"), FieldType.CHOICE, choices=YES_NO_UNCLEAR, default=UNCLEAR, in_appendix=True,
              aliases=("是否打分", "是否排名", "打分排名")),
        Field("principal_required", label("要求主要负责人到场"), FieldType.CHOICE, choices=YES_NO_UNCLEAR, default=UNCLEAR,
              in_appendix=True, aliases=("主要负责人到场",)),
        Field("feedback_on", label("结论反馈日期"), FieldType.DATE, follow_up=True, in_appendix=True,
              aliases=("结论反馈", "反馈日期", "反馈时间")),
        Field("minutes", label("迎检用时（分钟）"), FieldType.COUNT, follow_up=True, in_appendix=True, aliases=("迎检用时", "用时")),
        Field("note", label("备注"), FieldType.LONG_TEXT, follow_up=True, aliases=("说明",)),
    ),
)
