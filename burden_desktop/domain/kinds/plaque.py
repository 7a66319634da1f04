"""挂牌: a plaque that somebody wants on the wall. Counted are those that hang on a month's last day."""

from typing import Final

from ..field import Field, FieldType
from ..kind import Kind, Problem, Values
from ..months.stock import Stock
from ..reading.written import Value
from ..texts import label, say

HANGS, TAKEN_DOWN, PLANNED = label("在挂"), label("已摘"), label("拟挂")


def _derive(values: Values) -> dict[str, Value]:
    return {"status": TAKEN_DOWN if values["taken_down_on"] else HANGS}


def _check(values: Values) -> tuple[Problem, ...]:
    up, down = values["put_up_on"], values["taken_down_on"]
    if down and values["status"] != TAKEN_DOWN:
        return (Problem("taken_down_on", say("已填摘牌日期，状态请改为已摘。")),)
    if up and down and str(down) < str(up):
        return (Problem("taken_down_on", say("摘牌日期早于挂牌日期。")),)
    return ()


PLAQUE: Final = Kind(
    name="plaque",
    label=label("挂牌"),
    mark="牌",
    unit=label("块"),
    receipt_unit=label("块"),
    dated_by="put_up_on",
    derive=_derive,
    check=_check,
    stock=Stock(begins="put_up_on", ends="taken_down_on", status="status", stands=(HANGS,), word=HANGS),
    fields=(
        Field("title", label("牌子名称"), required=True, in_list=True, in_appendix=True,
              aliases=("挂牌名称", "牌匾名称", "标牌名称", "牌名", "牌子", "牌匾", "机构牌子", "标识牌名称", "挂牌内容", "名称")),
        Field("organ", label("要求挂牌单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("要求单位", "授牌单位", "设牌单位", "主管部门", "主管单位", "对应部门", "来源单位", "责任部门", "挂牌单位", "部门", "单位")),
        Field("status", label("状态"), FieldType.CHOICE, choices=(HANGS, TAKEN_DOWN, PLANNED), follow_up=True, in_list=True,
              in_appendix=True, aliases=("挂牌状态", "目前状态", "现状", "清理情况", "处置情况")),
        Field("place", label("位置"), in_list=True, in_appendix=True, aliases=("悬挂位置", "挂牌位置", "悬挂地点", "地点", "挂牌地点", "所在位置")),
        Field("basis", label("依据"), in_list=True, in_appendix=True,
              aliases=("挂牌依据", "设立依据", "文件依据", "政策依据", "依据文件", "设牌依据")),
        Field("put_up_on", label("挂牌日期"), FieldType.DATE, in_list=True, in_appendix=True,
              aliases=("挂牌时间", "悬挂日期", "悬挂时间", "设立时间", "授牌时间", "授牌日期")),
        Field("taken_down_on", label("摘牌日期"), FieldType.DATE, follow_up=True, in_list=True, in_appendix=True,
              aliases=("摘牌时间", "清理时间", "清理日期", "拆除时间", "拆除日期")),
    ),
)
