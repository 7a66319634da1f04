"""EARS C1, C2, C3 of the US CDC: is this count above what the last periods let expect?

Source: Hutwagner et al. (2003), Journal of Urban Health 80; the statistics as in R's surveillance::earsC. The
deviation has a floor (Burkom), since small counts would otherwise make every new paper unusual.
"""

from collections.abc import Sequence
from statistics import NormalDist, mean, stdev
from typing import Final

BASELINE: Final = 7
FLOOR: Final = 0.5
_LAG: Final = 2


def quantile(alpha: float) -> float:
    """z(1 − alpha) of the normal distribution."""
    return NormalDist().inv_cdf(1 - alpha)


def c1_limit(history: Sequence[int], alpha: float, *, baseline: int = BASELINE, floor: float = FLOOR) -> float:
    """The upper limit of the count that follows `history`: mean + z · sd of the last `baseline` periods."""
    last = history[-baseline:]
    return mean(last) + quantile(alpha) * max(stdev(last), floor)


def c2_limit(history: Sequence[int], alpha: float, *, baseline: int = BASELINE, floor: float = FLOOR) -> float:
    """As C1, but the two periods just before are left out, so that a slow rise does not hide itself."""
    return c1_limit(history[:-_LAG], alpha, baseline=baseline, floor=floor)


def c3_statistic(series: Sequence[int], *, baseline: int = BASELINE, floor: float = FLOOR) -> float:
    """Sum over the last three counts of max(0, C2 − 1); the series ends with the count in question."""
    total = 0.0
    for end in range(len(series) - 3, len(series)):
        last = series[: end - _LAG][-baseline:]
        total += max(0.0, (series[end] - mean(last)) / max(stdev(last), floor) - 1)
    return total
