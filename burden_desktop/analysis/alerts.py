"""Is this month's count unusual against the point's own past? The method follows the months of history.

Under 3 months: none yet. 3 to 6: compared, nothing tested. From 7: EARS C1. From 12: a Poisson prediction limit for
one month, and a Poisson CUSUM that sees a slow rebound (反弹). Mean ± 2 sd misfires on small counts and is not used.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..domain.months.month import Month
from .ears import BASELINE, c1_limit
from .poisson import cusum, is_unusual, prediction_limit, reference_value

GATHERING: Final = 3
YEAR: Final = 12
WINDOW: Final = 24
ALPHA: Final = 0.01


@dataclass(frozen=True, slots=True)
class Series:
    """A count per month of one thing: `of` names it (收文; 市级收文; 甲局收文), `history` the months before, oldest
    first and without a gap, `now` the month in question."""

    of: str
    unit: str
    month: Month
    history: Sequence[int]
    now: int


@dataclass(frozen=True, slots=True)
class Alert:
    """What is unusual, in a sentence; `method` is c1, prediction or cusum."""

    method: str
    of: str
    sentence: str


def basis(months: int) -> str:
    """Which method a history of that many months allows, in a sentence for the report."""
    if months < GATHERING:
        return f"历史数据{months}个月，正在积累基线，暂不作统计提示。"
    if months < BASELINE:
        return f"历史数据{months}个月，只作比较，满{BASELINE}个月后开始作统计提示。"
    if months < YEAR:
        return f"历史数据{months}个月，按最近{BASELINE}个月的平均和波动（EARS C1）提示偏多。"
    return f"历史数据{months}个月，按过去{YEAR}个月推算单月常见范围（泊松预测限），并用累积和观察缓慢回升。"


def alerts_of(series: Series, alpha: float = ALPHA) -> tuple[Alert, ...]:
    """What is unusual in `now`; at most one alert for the month itself and one for a slow rise."""
    months = len(series.history)
    if months < BASELINE:
        return ()
    if months < YEAR:
        return _by_c1(series, alpha)
    return _by_prediction(series, alpha) + _by_cusum(series)


def _by_c1(series: Series, alpha: float) -> tuple[Alert, ...]:
    limit = c1_limit(series.history, alpha)
    if series.now <= limit:
        return ()
    usual = sum(series.history[-BASELINE:]) / BASELINE
    return (Alert("c1", series.of, _sentence(series, BASELINE, usual, math.floor(limit))),)


def _by_prediction(series: Series, alpha: float) -> tuple[Alert, ...]:
    total = sum(series.history[-YEAR:])
    if not is_unusual(series.now, total, YEAR, alpha):
        return ()
    limit = prediction_limit(total, YEAR, alpha)
    return (Alert("prediction", series.of, _sentence(series, YEAR, total / YEAR, limit)),)


def _sentence(series: Series, months: int, usual: float, limit: int) -> str:
    unit = series.unit
    return (
        f"{series.of}：过去{months}个月平均每月{usual:.1f}{unit}，本月{series.now}{unit}，"
        f"超出常见范围上限{limit}{unit}，提示关注。"
    )


def interval(usual: float) -> tuple[float, float]:
    """(k, h) of the CUSUM for a usual monthly mean: it watches for a rise by one standard deviation, 30 % or one,
    whichever is most. A steady month of chance alone signals less than once in ten years (tested)."""
    raised = usual + max(1.0, math.sqrt(usual), 0.3 * usual)
    return reference_value(usual, raised), 3.5 * math.sqrt(usual) + 1


def _by_cusum(series: Series) -> tuple[Alert, ...]:
    """The oldest 12 of the last 24 months are the baseline; what followed them is summed up."""
    window = series.history[-WINDOW:]
    usual = sum(window[:YEAR]) / YEAR
    later = [*window[YEAR:], series.now]
    if usual == 0 or len(later) < 2 or series.now <= usual:
        return ()  # what stands at or below the usual is rising no more, whatever was summed up before
    k, h = interval(usual)
    sums = cusum(later, k)
    if sums[-1] < h or sums[-2] == 0:
        return ()
    run = next((place for place, value in enumerate(reversed(sums)) if value == 0), len(sums))
    since = series.month.plus(1 - run)
    extra = sum(later[-run:]) - usual * run
    return (
        Alert(
            "cusum",
            series.of,
            f"{series.of}：自{since.label}起连续{run}个月缓慢回升，比原来平均每月{usual:.1f}{series.unit}"
            f"累计多{extra:.0f}{series.unit}，提示关注是否反弹。",
        ),
    )
