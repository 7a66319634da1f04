"""问题整改: a fact found that must be put right. Counted are those not yet put right on a month's last day."""

from typing import Final

from ..field import Field, FieldType
from ..kind import Kind, Problem, Values
from ..months.stock import Stock
from ..texts import label, say

SOURCES: Final = (label("监测"), label("群众"), label("巡视"), label("审计"), label("察访"), label("上级"))
TO_VERIFY, UNDER_WAY, PUT_RIGHT, BACK = label("待核实"), label("整改中"), label("已整改"), label("反弹")


def _check(values: Values) -> tuple[Problem, ...]:
    problems = []
    for name, sentence in (
        ("deadline", say("整改时限早于发现日期。")),
        ("revisited_on", say("回访日期早于发现日期。")),
    ):
        if values["found_on"] and values[name] and str(values[name]) < str(values["found_on"]):
            problems.append(Problem(name, sentence))
    return tuple(problems)


PROBLEM: Final = Kind(
    name="problem",
    label=label("问题整改"),
    mark="问",
    unit=label("件"),
    receipt_unit=label("件"),
    dated_by="found_on",
    titled_by="fact",
    check=_check,
    stock=Stock(
        begins="found_on", ends="revisited_on", status="status", stands=(TO_VERIFY, UNDER_WAY, BACK), word=label("未整改")
    ),
    fields=(
        Field("found_on", label("发现日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("发现时间", "反馈日期", "反馈时间", "交办日期", "交办时间", "登记日期", "日期", "时间")),
        Field("fact", label("问题事实"), required=True, in_list=True, in_appendix=True,
              aliases=("问题", "问题描述", "问题内容", "存在问题", "存在的问题", "具体问题", "主要问题", "问题表现", "事实", "情况说明", "反馈问题", "问题情况")),
        Field("category", label("问题类别"), required=True, in_list=True, in_appendix=True,
              aliases=("类别", "问题类型", "类型", "问题分类", "分类", "所属类别")),
        Field("source", label("来源"), FieldType.CHOICE, choices=SOURCES, in_list=True, in_appendix=True,
              aliases=("问题来源", "线索来源", "发现渠道", "发现途径", "来源渠道")),
        Field("organ", label("涉及单位"), FieldType.ORGAN, in_list=True, in_appendix=True,
              aliases=("问题单位", "责任来源单位", "涉及部门", "被反映单位", "来文单位", "单位")),
        Field("responsible_unit", label("整改责任单位"), in_appendix=True,
              aliases=("责任单位", "整改单位", "牵头单位", "责任部门", "整改责任部门", "整改主体")),
        Field("responsible_leader", label("责任领导"), in_appendix=True, aliases=("整改责任人", "责任人", "牵头领导", "包抓领导", "分管领导")),
        Field("deadline", label("整改时限"), FieldType.DATE, in_list=True, in_appendix=True,
              aliases=("整改期限", "完成时限", "整改完成时限", "截止日期", "限期", "时限")),
        Field("clause", label("对应条款"), in_appendix=True, aliases=("违反条款", "依据条款", "对应规定", "违反规定", "条款", "依据")),
        Field("links", label("相关记录（编号）"), follow_up=True, in_appendix=True, aliases=("相关记录", "关联记录", "佐证记录", "记录编号")),
        Field("status", label("状态"), FieldType.CHOICE, choices=(TO_VERIFY, UNDER_WAY, PUT_RIGHT, BACK), default=TO_VERIFY,
              follow_up=True, in_list=True, in_appendix=True, aliases=("整改状态", "整改进度", "整改进展", "完成情况")),
        Field("revisited_on", label("回访日期"), FieldType.DATE, follow_up=True, in_list=True, in_appendix=True,
              aliases=("回访时间", "复查日期", "复查时间", "销号日期", "销号时间", "核查时间", "完成日期", "完成时间", "整改完成时间")),
        Field("result", label("整改结果"), FieldType.LONG_TEXT, follow_up=True, in_appendix=True,
              aliases=("结果", "整改情况", "整改成效", "整改措施", "整改落实情况", "回访结果", "备注")),
    ),
)
