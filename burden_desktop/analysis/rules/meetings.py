"""Rules on meetings: how many, how long, who must come, and the local presets."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from ...domain.bodies.organ import LEVEL_LABELS
from ...domain.months.rules import Severity
from ...domain.record import Record
from .evidence import Evidence, Fact, Parameters, called, count, day, number

_RANKS: Final = {"主要": 3, "分管": 2, "一般": 1}
_TOLD: Final = {"主要": "主要负责同志", "分管": "分管负责同志", "一般": "一般工作人员"}
_COMPREHENSIVE, _GROUPS = "综合", "分组讨论"
_WEEKDAYS: Final = "一二三四五六日"
# What tells one level's round of a meeting from another's, not its topic.
_ROUND: Final = re.compile(r"[\W_]+|^(?:全[国省市县区镇乡]|[\u4e00-\u9fff]{1,6}?[省市县区镇乡])+|^[省市县镇乡](?![场域城民容镇村级])|(?:电视电话|视频|动员|部署|推进|工作|专题|会议|大会|[动部推]?会)+$")
LEAST_TOPIC: Final = 4


def comprehensive(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """From the second 综合 meeting of one body in a calendar year."""
    before: dict[str, int] = defaultdict(int)
    for past in evidence.comprehensive:
        before[past.organ] += 1
    for record in evidence.of("meeting"):
        if record.values.get("nature") != _COMPREHENSIVE:
            continue
        organ = evidence.body(record)
        before[organ] += 1
        if before[organ] > number(parameters, "a_year"):
            yield Fact(
                (record.number,),
                f"提示：{called(record)}是{organ}今年召开的第{before[organ]}次综合性会议（按本监测点登记），建议核实。",
                record.number,
            )


def length(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """分组讨论 within a day and a half, others within half a day. The length of a main report is not recorded, so that
    bound is quoted in the pack and tested by nobody."""
    for record in evidence.of("meeting"):
        minutes = count(record, "duration_minutes")
        in_groups = record.values.get("nature") == _GROUPS
        limit = number(parameters, "groups_minutes" if in_groups else "minutes")
        if minutes is not None and minutes > limit:
            kind_of, bound = ("分组讨论会议", "1天半") if in_groups else ("会议", "半天")
            known = record.values.get("nature") is not None
            yield Fact(
                (record.number,),
                f"疑似会期超长：{called(record)}历时{minutes}分钟，超过{kind_of}{bound}（{limit}分钟）以内的要求"
                f"{'' if known else '（未填会议性质，按一般会议对照）'}，建议核实。",
                record.number,
                None if known else Severity.REMIND,
            )


def topic_of(title: str) -> str:
    """A meeting's topic without level, place and the word 会议: 全市安全生产工作会议 and 县安全生产部署会 are one."""
    bare = title
    while (shorter := _ROUND.sub("", bare)) != bare:
        bare = shorter
    return bare


def by_topic(evidence: Evidence, levels: int) -> Iterator[tuple[str, str, list[Record]]]:
    """Topics that bodies of at least `levels` levels called in the month → topic, the levels in words, the meetings."""
    topics: dict[str, list[Record]] = defaultdict(list)
    for record in evidence.of("meeting"):
        topic = topic_of(str(record.values["title"]))
        if record.level and len(topic) >= LEAST_TOPIC:
            topics[topic].append(record)
    for topic, records in topics.items():
        found = dict.fromkeys(record.level for record in records if record.level)
        if len(found) >= levels:
            yield topic, "、".join(LEVEL_LABELS[level] for level in found), records


def layered(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """套会: the same topic called by bodies of several levels in the month."""
    for topic, told, records in by_topic(evidence, number(parameters, "levels")):
        yield Fact(
            tuple(record.number for record in records),
            f"疑似层层开会：“{topic}”本月由{told}先后开会{len(records)}场次，建议核实能否合并或套开。",
            f"{topic}|{evidence.month}",
        )


def principal(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """Who must come stands above who called."""
    for record in evidence.of("meeting"):
        called_by, must_come = record.values.get("convener_level"), record.values.get("attendee_level")
        if _RANKS.get(str(must_come), 0) > _RANKS.get(str(called_by), len(_RANKS)):
            yield Fact(
                (record.number,),
                f"提示：{called(record)}由{_TOLD[str(called_by)]}召集，要求{_TOLD[str(must_come)]}参会，建议核实。",
                record.number,
            )


def local_length(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A local bound on every meeting."""
    limit = number(parameters, "minutes")
    for record in evidence.of("meeting"):
        minutes = count(record, "duration_minutes")
        if minutes is not None and minutes > limit:
            yield Fact((record.number,), f"疑似会期超长：{called(record)}历时{minutes}分钟，当地要求不超过{limit}分钟，建议核实。", record.number)


def week_of_month(on: date) -> int:
    """1 for the days up to the first Sunday, then by calendar weeks."""
    return (on.day + on.replace(day=1).weekday() - 1) // 7 + 1


def local_free_days(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """A weekday, and a week of the month, kept free of meetings."""
    weekday, week = number(parameters, "weekday"), number(parameters, "week")
    for record in evidence.of("meeting"):
        on = day(record)
        if on is None:
            continue
        if on.isoweekday() == weekday:
            told = f"星期{_WEEKDAYS[weekday - 1]}（无会日）"
        elif week and week_of_month(on) == week:
            told = f"当月第{week}周（无会周）"
        else:
            continue
        yield Fact((record.number,), f"提示：{called(record)}在{on.month}月{on.day}日召开，属{told}，建议核实。", record.number)
