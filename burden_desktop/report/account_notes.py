"""The paragraphs of 口径说明 on how the figures came about: bases by hand, estimates, changes, rules, time on the ledger."""

from collections.abc import Iterator
from typing import Final

from ..domain.kinds import kind_named
from ..domain.months.detail import MonthDetail
from ..domain.months.month import Month
from ..domain.months.summary import MonthSummary

_FIGURES: Final = {"previous": "上月", "same_month_last_year": "上年同月", "last_year_to_date": "上年同期", "year_to_date": "本年累计"}
_ACTS: Final = {"change": "修改", "withdraw": "撤销", "purge": "清除"}


def account_notes(summary: MonthSummary) -> Iterator[str]:
    """In the order of the report; nothing where there is nothing to say."""
    detail = summary.detail
    by_hand = [f"{kind_named(name).label}的{'、'.join(_FIGURES[figure] for figure in figures)}" for name, figures in detail.by_hand.items()]
    if by_hand:
        yield f"下列数字为手工录入，不是由台账记录统计：{'；'.join(by_hand)}。"
    if _previous_is_the_first(detail):
        yield f"上月（{Month.parse(detail.trend_months[-2]).label}）是台账有记录的第一个月，可能不完整，环比仅供参考。"
    if detail.begins_in:
        began = Month.parse(detail.begins_in).label
        yield f"台账自{began}起才有记录，“上年同期”除手工录入的以外只含{began}以后的数字，不完整的不计算累计同比。"
    partly: dict[str, list[str]] = {}
    for name, since in sorted(detail.uncovered.items(), key=lambda pair: pair[1]):
        if summary.kinds[name].last_year_to_date is not None:
            partly.setdefault(since, []).append(kind_named(name).label)
    if partly:
        told = "；".join(f"{'、'.join(names)}的本年累计只含{Month.parse(since).label}以后的数字" for since, names in partly.items())
        yield f"{told}，不计算累计同比；以前各月可以补录。"
    if detail.known_as:
        merged: dict[str, list[str]] = {}
        for recorded, known in detail.known_as:
            merged.setdefault(known, []).append(recorded)
        bodies = "；".join(f"{'、'.join(names)}计入{known}" for known, names in merged.items())
        yield f"单位按名录归并统计（{bodies}），附表和所附数据保留登记时的名称。"
    if any("、" in name for pairs in summary.by_organ.values() for name, _ in pairs):
        yield "联合行文、联合召集或联合检查的，按牵头单位统计。"
    estimated = [kind_named(name).label for name, effort in detail.hours.items() if effort.estimated]
    if estimated:
        yield f"投入工时按“用时×人数”计算，会议含往返路途；{'、'.join(estimated)}中未填用时或人数的，另按默认值估算，表中单列，合计含估算。"
    if detail.targets:
        yield "压减率只统计标明“纳入精简统计”的记录；同期基数为全年基数按月份折算。"
    acts = [f"{word}{detail.acts[act]}次" for act, word in _ACTS.items() if detail.acts.get(act)]
    if acts:
        yield f"自上一份签名月报以来，台账记录{'、'.join(acts)}，逐条留有历史，链头见所附数据。"
    if summary.rules.version:
        changed = f"，本监测点调整过{len(summary.rules.changed)}条规则的启停或界限" if summary.rules.changed else ""
        yield f"规则包版本{summary.rules.version}{changed}。{detail.basis}"
    for year in detail.unofficial_years:
        yield f"{year}年的放假和调休安排尚未列入日历，工作日按周末推算。"
    if detail.ledger_seconds:
        yield f"本月填写本台账用时约{max(1, round(detail.ledger_seconds / 60))}分钟。"


def _previous_is_the_first(detail: MonthDetail) -> bool:
    """Whether the ledger begins in the month that this one is compared with."""
    trends = [trend for name, trend in detail.trend.items() if len(trend) > 2 and kind_named(name).stock is None]
    return any(trend[-2] is not None for trend in trends) and all(trend[-3] is None for trend in trends)
