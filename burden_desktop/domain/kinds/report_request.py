"""报表: a table that somebody above asked the point to fill in and hand over."""

from typing import Final

from ..field import UNCLEAR, YES_NO_UNCLEAR, Field, FieldType
from ..kind import Kind, Problem, Values
from ..pattern import pattern
from ..texts import label, say

CHANNELS: Final = ("一表通", "电子公文", "邮件", "群", "纸质", "多渠道")

_NOT_WORDS = pattern(r"[\W_]+")


def _same_form(values: Values) -> str | None:
    return _NOT_WORDS.sub("", str(values["title"])) + "|" + str(values["organ"]).split("、")[0]


def _check(values: Values) -> tuple[Problem, ...]:
    received, due = values["received_on"], values["deadline"]
    if received and due and str(due) < str(received):
        return (Problem("deadline", say("报送时限早于收到日期，请核对其中一个。")),)
    return ()


REPORT_REQUEST: Final = Kind(
    name="report_request",
    label=label("报表"),
    mark="表",
    unit=label("张"),
    receipt_unit=label("张次"),
    dated_by="received_on",
    check=_check,
    alike=_same_form,
    alike_days=6,  # a weekly form is another one each week
    fields=(
        Field("received_on", label("收到日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("布置日期", "布置时间", "下发日期", "下发时间", "接收日期", "收表日期", "收到时间", "通知日期", "日期", "时间")),
        Field("organ", label("布置单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("要求单位", "下发单位", "报表单位", "索报单位", "收表单位", "制表单位", "来表单位", "主管部门", "布置部门", "下发部门", "单位")),
        Field("title", label("报表名称"), required=True, in_list=True, in_appendix=True,
              aliases=("报表", "表名", "表格名称", "报表标题", "表册名称", "填报表格", "填报事项", "报送事项", "报送材料名称", "表格", "名称", "标题")),
        Field("deadline", label("报送时限"), FieldType.DATE, in_list=True, in_appendix=True,
              aliases=("报送截止日期", "截止日期", "截止时间", "上报时限", "上报时间", "填报时限", "完成时限", "报送时间", "要求报送时间", "时限")),
        Field("frequency", label("报送频次"), in_list=True, in_appendix=True,
              aliases=("频次", "频率", "报送频率", "填报频次", "填报频率", "报送周期", "周期", "报表周期")),
        Field("channel", label("报送渠道"), FieldType.CHOICE, choices=CHANNELS, in_list=True, in_appendix=True,
              aliases=("渠道", "报送方式", "填报方式", "填报渠道", "方式", "报送平台", "填报平台")),
        Field("in_catalogue", label("在报表目录内"), FieldType.CHOICE, choices=YES_NO_UNCLEAR, default=UNCLEAR, in_list=True,
              in_appendix=True, aliases=("是否在目录内", "目录内", "是否清单内", "清单内", "是否纳入目录", "是否准入")),
        Field("stamp_required", label("要求盖章"), FieldType.CHOICE, choices=YES_NO_UNCLEAR, default=UNCLEAR, in_appendix=True,
              aliases=("是否盖章", "盖章", "是否要求盖章", "需盖章", "加盖公章")),
        Field("items", label("数据项"), FieldType.COUNT, in_appendix=True, aliases=("数据项数", "指标数", "指标", "填报项", "填报内容", "数据项数量", "字段数")),
        Field("minutes", label("填报用时（分钟）"), FieldType.COUNT, follow_up=True, in_appendix=True,
              aliases=("填报用时", "用时", "填表用时", "耗时", "填报耗时")),
    ),
)
