"""工作群·应用: a chat group or an app that the point is made to use. Counted are those in use on a month's last day."""

from typing import Final

from ..field import Field, FieldType
from ..kind import Kind, Problem, Values
from ..months.stock import Stock
from ..reading.written import Value
from ..texts import label, say

TYPES: Final = (label("群"), label("APP"), label("小程序"), label("公众号"))
IN_USE, STOPPED = label("在用"), label("停用")


def _derive(values: Values) -> dict[str, Value]:
    return {"status": STOPPED if values["closed_on"] else IN_USE}


def _check(values: Values) -> tuple[Problem, ...]:
    start, end = values["created_on"], values["closed_on"]
    if end and values["status"] != STOPPED:
        return (Problem("closed_on", say("已填停用日期，状态请改为停用。")),)
    if start and end and str(end) < str(start):
        return (Problem("closed_on", say("停用日期早于建立日期。")),)
    return ()


APP_GROUP: Final = Kind(
    name="app_group",
    label=label("工作群·应用"),
    mark="群",
    unit=label("个"),
    receipt_unit=label("个"),
    dated_by="created_on",
    derive=_derive,
    check=_check,
    stock=Stock(begins="created_on", ends="closed_on", status="status", stands=(IN_USE,), word=IN_USE),
    fields=(
        Field("title", label("名称"), required=True, in_list=True, in_appendix=True,
              aliases=("群名", "群名称", "工作群名称", "应用名称", "APP名称", "平台名称", "软件名称", "群或应用名称", "小程序名称", "工作群", "应用")),
        Field("organ", label("主管单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("建群单位", "主办单位", "开发单位", "管理单位", "牵头单位", "主管部门", "推广单位", "要求单位", "建立单位", "部门", "单位")),
        Field("type", label("类型"), FieldType.CHOICE, required=True, choices=TYPES, in_list=True, in_appendix=True,
              aliases=("类别", "种类", "平台类型", "应用类型", "群类型", "形式")),
        Field("status", label("状态"), FieldType.CHOICE, choices=(IN_USE, STOPPED), follow_up=True, in_list=True, in_appendix=True,
              aliases=("使用状态", "使用情况", "目前状态", "现状", "清理情况", "处置情况")),
        Field("check_in", label("打卡积分排名"), FieldType.FLAGS, choices=("打卡", "积分", "排名"), in_list=True, in_appendix=True,
              aliases=("打卡", "打卡积分排名情况", "积分排名", "打卡要求", "考核要求")),
        Field("created_on", label("建立日期"), FieldType.DATE, in_list=True, in_appendix=True,
              aliases=("建群时间", "建群日期", "建立时间", "启用时间", "启用日期", "上线时间", "开始使用时间", "加入时间")),
        Field("closed_on", label("停用日期"), FieldType.DATE, follow_up=True, in_list=True, in_appendix=True,
              aliases=("停用时间", "解散时间", "解散日期", "注销时间", "下线时间", "退出时间", "清理时间")),
    ),
)
