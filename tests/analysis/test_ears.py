"""EARS statistics against the test-suite of R's surveillance package (Salmonella Newport, weeks of 2011)."""

import pytest

from burden_desktop.analysis.ears import c1_limit, c2_limit, c3_statistic

# 12 weeks before 2011, then 20 of 2011; the first monitored one has index 12. alpha 0.05, baseline 7.
NEWPORT = (4, 3, 3, 5, 3, 1, 1, 1, 3, 3, 1, 2, 1, 0, 3, 3, 3, 1, 0, 0, 0, 1, 3, 0, 2, 2, 3, 3, 0, 3, 2, 1)
FIRST = 12
# The first four are published in tests/testthat/test-earsC.R, the rest computed with the same code.
C1 = (3.278854, 3.278854, 3.436517, 3.855617, 3.855617, 3.855617, 3.855617, 3.869743, 3.915356, 3.915356, 3.35549, 3.35549)
C2 = (4.915356, 3.615565, 3.278854, 3.278854, 3.436517, 3.855617, 3.855617, 3.855617, 3.855617, 3.869743, 3.915356, 3.915356)
C3 = (0.0, 0.0, 0.351691, 0.703381, 0.963263, 0.611572, 0.259882, 0.0, 0.0, 0.0, 0.039402, 0.039402)


@pytest.mark.parametrize("week", range(12))
def test_limits_and_sum_are_the_published_ones(week: int) -> None:
    now = FIRST + week
    assert c1_limit(NEWPORT[:now], 0.05) == pytest.approx(C1[week], abs=1e-6)
    assert c2_limit(NEWPORT[:now], 0.05) == pytest.approx(C2[week], abs=1e-6)
    assert c3_statistic(NEWPORT[: now + 1]) == pytest.approx(C3[week], abs=1e-6)


def test_equal_counts_keep_a_floor_under_the_deviation() -> None:
    assert c1_limit([4] * 7, 0.05) == pytest.approx(4 + 1.6448536 * 0.5, abs=1e-6)
