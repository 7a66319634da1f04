"""Parts of the report on hours, targets and problems under way."""

from collections.abc import Iterator, Sequence

from ..domain.kinds import kind_named
from ..domain.months.detail import PersonMinutes
from ..domain.months.month import Month
from ..domain.months.rates import reduction_rate
from ..domain.months.summary import MonthSummary
from ..domain.record import Record
from .blocks import Block, Cell, Grid, Prose

_BODIES = 5


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}"


def hours_blocks(summary: MonthSummary) -> Iterator[Block]:
    """Person-hours by kind: written down, estimated, together; and the bodies that took most."""
    hours = summary.detail.hours
    if not hours:
        return
    total = sum(hours.values(), PersonMinutes())
    most = summary.detail.hours_by_organ[:_BODIES]
    told = "、".join(f"{organ}{_hours(effort.total)}小时" for organ, effort in most)
    estimated = f"，其中估算{_hours(total.estimated)}小时" if total.estimated else ""
    yield Prose(f"本月基层投入工时约{_hours(total.total)}小时{estimated}。占用工时较多的单位：{told}。")
    yield Grid(
        "投入工时（小时）",
        (Cell("工时（小时）", 96), Cell("已登记", 60, 1), Cell("估算", 60, 1), Cell("合计", 60, 1)),
        tuple(
            (kind_named(name).label, _hours(effort.known), _hours(effort.estimated), _hours(effort.total))
            for name, effort in hours.items()
        ),
        size=8.5, min_height=14.5,
    )


def target_blocks(summary: MonthSummary) -> Iterator[Block]:
    """Base, target, and where the year stands. Only records marked 纳入精简统计 count."""
    targets = summary.detail.targets
    if not targets:
        return
    rows = []
    for name, state in targets.items():
        kind = kind_named(name)
        rate = None if state.since else reduction_rate(state.counted, state.same_period)
        rows.append((
            f"压减{kind.label}（{kind.unit}）", f"{state.base_year}年{state.base}", str(state.same_period), str(state.counted),
            "—" if rate is None else f"{rate:.1%}", f"{state.percent}%",
        ))
    labels = (("压减目标", 90, 0), ("基数", 70, 1), ("同期基数", 56, 1), ("本年累计", 56, 1), ("压减率", 56, 1), ("目标", 46, 1))
    yield Grid("压减目标", tuple(Cell(*label) for label in labels), tuple(rows), size=8.5, min_height=14.5)
    partly = [state.since for state in targets.values() if state.since]
    if partly:
        since = Month.parse(min(partly)).label
        yield Prose(f"台账自{since}起才有本年记录，未覆盖全年，不计算压减率；可补录以前各月的数字。", small=True)


def problem_blocks(summary: MonthSummary, problems: Sequence[Record]) -> Iterator[Block]:
    """Problems that are not put right at the month's end, and how many there were a month before."""
    figures = summary.kinds.get("problem")
    if figures is None or not (problems or figures.month or figures.previous):
        yield Prose("本月无。")
        return
    before = f"上月末未整改{figures.previous}件，" if figures.previous is not None else ""
    overdue = [record for record in problems if _overdue(record, summary)]
    late = f"，其中逾期{len(overdue)}件" if overdue else ""
    back = sum(record.values.get("status") == "反弹" for record in problems)
    yield Prose(f"{before}本月末未整改{figures.month}件{late}{f'，反弹{back}件' if back else ''}。")
    if problems:
        yield Grid(
            "问题整改跟踪",
            (Cell("编号", 60), Cell("问题事实", 190), Cell("整改责任单位", 90), Cell("时限", 54), Cell("状态", 48)),
            tuple(
                (
                    record.number,
                    str(record.values.get("fact") or ""),
                    str(record.values.get("responsible_unit") or ""),
                    str(record.values.get("deadline") or ""),
                    f"{record.values.get('status') or ''}{'，逾期' if record in overdue else ''}",
                )
                for record in problems
            ),
            size=8.5,
        )


def _overdue(record: Record, summary: MonthSummary) -> bool:
    due = record.values.get("deadline")
    return bool(due) and str(due) <= summary.month.last_day.isoformat()
