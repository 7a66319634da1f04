"""Poisson limits and CUSUM against published figures."""

import math
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.analysis.poisson import (
    at_most,
    cusum,
    garwood,
    mass,
    prediction_limit,
    probability_limit,
    reference_value,
    run_length,
)


# GraphPad FAQ 'confidence interval of a count'; R epitools::pois.exact: to the published digits.
@pytest.mark.parametrize(
    ("count", "confidence", "published"),
    [
        (25, 0.90, ("17.38", "34.92")), (25, 0.95, ("16.18", "36.90")), (25, 0.99, ("14.00", "41.00")),
        (10, 0.95, ("4.80", "18.39")),
    ],
)
def test_garwood_gives_the_published_interval(count: int, confidence: float, published: tuple[str, str]) -> None:
    lower, upper = garwood(count, confidence)
    assert (lower, upper) == pytest.approx(tuple(map(float, published)), abs=0.006)


def test_garwood_of_nothing_begins_at_zero() -> None:
    lower, upper = garwood(0, 0.95)
    assert (lower, f"{upper:.3f}") == (0.0, "3.689")


# Computed with scipy 1.17.1 (chi2.ppf) for the same oracle.
@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.6889), (1, 0.0253, 5.5716), (2, 0.2422, 7.2247), (3, 0.6187, 8.7673), (4, 1.0899, 10.2416), (5, 1.6235, 11.6683),
        (6, 2.2019, 13.0595), (7, 2.8144, 14.4227), (8, 3.4538, 15.7632), (9, 4.1154, 17.0848), (10, 4.7954, 18.3904),
        (12, 6.2006, 20.9616), (15, 8.3954, 24.7402), (20, 12.2165, 30.8884), (25, 16.1787, 36.9049), (30, 20.2409, 42.8269),
        (50, 37.111, 65.9188), (100, 81.364, 121.6268),
    ],
)
def test_garwood_agrees_with_chi_square(count: int, low: float, high: float) -> None:
    assert garwood(count, 0.95) == pytest.approx((low, high), abs=6e-5)


def test_a_rate_is_an_interval_over_its_exposure() -> None:
    # Inputs of DescTools' PoissonCI example (Welsh nickel workers).
    lower, upper = garwood(137, 0.95)
    exposure = 24.19893
    assert 137 / exposure == pytest.approx(5.661407, abs=5e-7)
    assert (lower / exposure, upper / exposure) == pytest.approx((4.753125, 6.692709), abs=5e-7)


# scipy 1.17.1 poisson.isf: the smallest U with P(X > U) <= alpha.
@pytest.mark.parametrize(
    ("mean", "limits"),
    [
        (1, (3, 3, 4, 4, 5)), (2, (5, 5, 6, 6, 7)), (3, (6, 7, 8, 8, 9)), (4, (8, 8, 9, 10, 11)), (5, (9, 10, 11, 12, 13)),
        (8, (13, 14, 15, 16, 18)), (10, (15, 17, 18, 19, 21)), (16, (23, 24, 26, 27, 29)), (20, (28, 29, 31, 32, 35)),
    ],
)
def test_probability_limits(mean: float, limits: tuple[int, ...]) -> None:
    assert tuple(probability_limit(mean, alpha) for alpha in (0.05, 0.025, 0.01, 0.005, 0.00135)) == limits


# Lucas (1985), tables 2 to 5, as cited by R spc::pois.cusum.arl.
@pytest.mark.parametrize(
    ("lower", "headstart", "published"), [(False, 0, 438), (False, 5, 333), (True, 0, 437), (True, 5, 318)]
)
def test_run_length_of_lucas(lower: bool, headstart: float, published: int) -> None:
    assert run_length(0.25, 0.25, 10, start=headstart, lower=lower) == pytest.approx(published, abs=0.7)


def test_run_length_refuses_a_chain_without_states() -> None:
    with pytest.raises(ValueError, match="0"):
        run_length(1, 1, 0)


# Lucas (1985): k = (mu1 - mu0) / (ln mu1 - ln mu0).
@pytest.mark.parametrize(("usual", "raised", "k"), [(4, 7, 5.360821), (2, 4, 2.88539), (5, 8, 6.382929), (10, 15, 12.331517)])
def test_reference_value(usual: float, raised: float, k: float) -> None:
    assert reference_value(usual, raised) == pytest.approx(k, abs=5e-7)


def test_cusum_never_falls_below_zero() -> None:
    assert cusum([5, 1, 6, 6], 4) == (1, 0, 2, 4)


@given(st.integers(0, 400), st.integers(1, 24), st.sampled_from([0.05, 0.01]))
def test_a_prediction_is_wider_than_the_limit_of_a_known_mean(total: int, months: int, alpha: float) -> None:
    assert prediction_limit(total, months, alpha) >= probability_limit(total / months, alpha)


def test_a_prediction_nears_the_known_limit_with_long_history() -> None:
    assert prediction_limit(80_000, 10_000, 0.01) == probability_limit(8, 0.01)


def test_a_prediction_is_the_exact_binomial_share() -> None:
    def share_at_least(count: int) -> Fraction:
        trials = 100 + count
        return sum((comb(trials, n) * Fraction(12) ** (trials - n) for n in range(count, trials + 1)), Fraction()) / 13**trials

    limit = prediction_limit(100, 12, 0.01)
    assert limit == 16
    assert share_at_least(limit) > Fraction(1, 100) >= share_at_least(limit + 1)


@given(st.integers(0, 60), st.floats(0, 60))
def test_masses_add_up(count: int, mean: float) -> None:
    assert at_most(count, mean) == pytest.approx(sum(mass(value, mean) for value in range(count + 1)), abs=1e-9)


def test_run_length_of_a_single_state_is_the_wait_for_the_first_event() -> None:
    assert run_length(0.5, 0.25, 0.25) == pytest.approx(1 / (1 - math.exp(-0.5)), rel=1e-12)
