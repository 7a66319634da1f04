"""参会: a meeting attended because somebody above called it."""

from datetime import datetime
from typing import Final

from ..field import UNCLEAR, YES_NO_UNCLEAR, Field, FieldType
from ..kind import Kind, Problem, Values
from ..reading.written import Value
from ..texts import label, say

RANKS: Final = ("主要", "分管", "一般")


def moment(values: Values, name: str) -> datetime | None:
    """A time field on its own day, or on the meeting's day where only a clock time stands."""
    clock, day = values[name], values["held_on"]
    if not clock or not day:
        return None
    return datetime.fromisoformat(clock if "T" in str(clock) else f"{day}T{clock}")  # type: ignore[arg-type]


def _derive(values: Values) -> dict[str, Value]:
    start, end = moment(values, "starts_at"), moment(values, "ends_at")
    if start and end and end > start:
        return {"duration_minutes": int((end - start).total_seconds() // 60)}
    return {}


def _check(values: Values) -> tuple[Problem, ...]:
    start, end = moment(values, "starts_at"), moment(values, "ends_at")
    problems = []
    if start and values["held_on"] and start.date().isoformat() != values["held_on"]:
        problems.append(Problem("starts_at", say("开始时间不在开会日期当天。")))
    if start and end and end <= start:
        problems.append(Problem("ends_at", say("结束时间不晚于开始时间。")))
    return tuple(problems)


MEETING: Final = Kind(
    name="meeting",
    label=label("参会"),
    mark="会",
    unit=label("场次"),
    receipt_unit=label("场次"),
    dated_by="held_on",
    entered_ahead=True,
    derive=_derive,
    check=_check,
    fields=(
        Field("held_on", label("开会日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("会议日期", "会议时间", "开会时间", "参会日期", "参会时间", "召开日期", "召开时间", "日期", "时间")),
        Field("organ", label("召集单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("主办单位", "召开单位", "组织单位", "会议组织单位", "举办单位", "单位")),
        Field("title", label("会议名称"), required=True, in_list=True, in_appendix=True,
              aliases=("会议", "会议主题", "会议内容", "名称", "标题", "会议事项")),
        Field("starts_at", label("开始时间"), FieldType.TIME, in_list=True, in_appendix=True, aliases=("开始",)),
        Field("ends_at", label("结束时间"), FieldType.TIME, in_appendix=True, aliases=("结束", "散会时间")),
        Field("duration_minutes", label("会议时长（分钟）"), FieldType.COUNT, in_list=True, in_appendix=True,
              aliases=("时长", "会议时长", "会期", "用时")),
        Field("format", label("会议形式"), FieldType.CHOICE, choices=("现场", "视频", "电话"), in_list=True, in_appendix=True,
              aliases=("形式", "方式", "参会形式", "参会方式", "会议方式")),
        Field("place", label("地点"), aliases=("会议地点", "开会地点", "会场")),
        Field("convener_level", label("召集人级别"), FieldType.CHOICE, choices=RANKS, in_appendix=True, aliases=("召集人",)),
        Field("attendee_level", label("参会人级别"), FieldType.CHOICE, choices=RANKS, in_appendix=True, aliases=("要求参会级别",)),
        Field("attendees", label("参会人"), aliases=("参加人", "参会人员", "参加人员", "出席人员")),
        Field("headcount", label("参会人数"), FieldType.COUNT, in_list=True, in_appendix=True, aliases=("人数", "参加人数")),
        Field("escort", label("陪会"), FieldType.CHOICE, choices=YES_NO_UNCLEAR, default=UNCLEAR, in_appendix=True, aliases=("是否陪会",)),
        Field("nature", label("会议性质"), FieldType.CHOICE, choices=("综合", "业务", "分组讨论"), in_appendix=True, aliases=("性质",)),
        Field("travel_minutes", label("往返路途（分钟）"), FieldType.COUNT, follow_up=True, in_appendix=True,
              aliases=("路途用时", "路途")),
        Field("notice", label("会议通知（收文编号）"), follow_up=True, aliases=("会议通知", "通知文号")),
        Field("note", label("备注"), FieldType.LONG_TEXT, follow_up=True, aliases=("说明",)),
    ),
)
