"""Poisson arithmetic on monthly counts: limits of a count, of next month's count, and the CUSUM.

Standard library only. Sources: Garwood (1936), Biometrika 28; Przyborowski and Wilenski (1940), Biometrika 31, and
Krishnamoorthy and Peng (2011) on the prediction limit; Lucas (1985), Technometrics 27, on the CUSUM.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final

_SMALL: Final = 1e-12
_STATES: Final = 4_000


def mass(count: int, mean: float) -> float:
    """P(X = count) for a Poisson X of that mean."""
    if mean <= 0:
        return float(count == 0)
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))


def at_most(count: int, mean: float) -> float:
    """P(X ≤ count)."""
    return min(1.0, math.fsum(mass(value, mean) for value in range(count + 1)))


def probability_limit(mean: float, alpha: float) -> int:
    """The smallest U with P(X > U) ≤ alpha when the mean is known."""
    upper, below = 0, mass(0, mean)
    while 1 - below > alpha:
        upper += 1
        below += mass(upper, mean)
    return upper


def garwood(count: int, confidence: float) -> tuple[float, float]:
    """The exact two-sided interval of a Poisson mean after one count. It describes a rate, not the next count."""
    tail = (1 - confidence) / 2
    lower = 0.0 if count == 0 else _where(lambda mean: 1 - at_most(count - 1, mean), tail, count)
    return lower, _where(lambda mean: 1 - at_most(count, mean), 1 - tail, count)


def _where(rising: Callable[[float], float], level: float, count: int) -> float:
    """The mean at which `rising` reaches `level`, by halving."""
    low, high = 0.0, 2.0 * count + 30.0
    while high - low > 1e-10 * (1 + high):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < level else (low, middle)
    return (low + high) / 2


def is_unusual(count: int, total: int, months: int, alpha: float) -> bool:
    """Whether one further month's `count` is more than `total` in `months` months lets expect (error `alpha`).

    Given the sum, the month's share is binomial with p = 1/(months + 1): unusual when P(share ≥ count) ≤ alpha. This
    is stricter than `probability_limit`, since the mean itself is only known from `months` months.
    """
    return count > 0 and _share_at_least(count, total + count, 1 / (months + 1)) <= alpha


def prediction_limit(total: int, months: int, alpha: float) -> int:
    """The largest count of one further month that is not unusual, by doubling and halving."""
    low, high = 0, max(1, total // months + 1)
    while not is_unusual(high, total, months, alpha):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_unusual(middle, total, months, alpha) else (middle, high)
    return low


def _share_at_least(count: int, trials: int, chance: float) -> float:
    """P(B ≥ count) for a binomial B, summed term after term from `count` on."""
    term = math.exp(
        math.lgamma(trials + 1) - math.lgamma(count + 1) - math.lgamma(trials - count + 1)
        + count * math.log(chance) + (trials - count) * math.log1p(-chance)
    )
    total, odds = term, chance / (1 - chance)
    for value in range(count, trials):
        term *= (trials - value) / (value + 1) * odds
        total += term
        if value > trials * chance and term < _SMALL:
            break
    return total


def reference_value(usual: float, raised: float) -> float:
    """k of a Poisson CUSUM between the usual and the raised mean: (μ1 − μ0) / (ln μ1 − ln μ0)."""
    return (raised - usual) / (math.log(raised) - math.log(usual))


def cusum(counts: Iterable[float], k: float) -> tuple[float, ...]:
    """S after each count: max(0, S + x − k), from 0."""
    steps, sum_so_far = [], 0.0
    for count in counts:
        sum_so_far = max(0.0, sum_so_far + count - k)
        steps.append(sum_so_far)
    return tuple(steps)


def run_length(mean: float, k: float, h: float, *, start: float = 0.0, lower: bool = False, grid: int = 4) -> float:
    """The average number of months until a CUSUM signals (S ≥ h): exact where k and h are multiples of 1/grid.

    `lower` watches for falls (S = max(0, S + k − x)). `start` is a headstart. A finite Markov chain, solved exactly.
    Raises ValueError when the chain would have too many states.
    """
    states = round(h * grid)
    step = round(k * grid)
    if states > _STATES or states < 1:
        raise ValueError(h)
    reach = (states + step) // grid + 1
    masses = [mass(count, mean) for count in range(reach + 1)]
    rows = [[0.0] * states for _ in range(states)]
    for state in range(states):
        for count, chance in enumerate(masses):
            moved = state + (step - count * grid if lower else count * grid - step)
            if moved < states:
                rows[state][max(moved, 0)] += chance
        if lower:
            rows[state][0] += max(0.0, 1 - math.fsum(masses))
    return _expected_steps(rows)[round(start * grid)]


def _expected_steps(rows: Sequence[Sequence[float]]) -> list[float]:
    """Solve (I − Q) m = 1 by elimination with row exchange."""
    size = len(rows)
    matrix = [[float(i == j) - rows[i][j] for j in range(size)] + [1.0] for i in range(size)]
    for column in range(size):
        best = max(range(column, size), key=lambda place: abs(matrix[place][column]))
        matrix[column], matrix[best] = matrix[best], matrix[column]
        pivot = matrix[column]
        for row in matrix[column + 1 :]:
            factor = row[column] / pivot[column]
            if factor:
                for place in range(column, size + 1):
                    row[place] -= factor * pivot[place]
    steps = [0.0] * size
    for place in reversed(range(size)):
        row = matrix[place]
        known = math.fsum(row[later] * steps[later] for later in range(place + 1, size))
        steps[place] = (row[size] - known) / row[place]
    return steps
