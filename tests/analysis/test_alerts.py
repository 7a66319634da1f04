"""Alerts follow the months of history and speak of counts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.analysis.alerts import Series, alerts_of, basis, interval
from burden_desktop.analysis.poisson import run_length
from burden_desktop.domain.months.month import Month


def series(history: list[int], now: int) -> Series:
    return Series("收文", "件", Month(2026, 3), history, now)


@pytest.mark.parametrize(
    ("months", "told"), [(0, "积累基线"), (2, "积累基线"), (3, "只作比较"), (6, "只作比较"), (7, "C1"), (11, "C1"), (12, "泊松")]
)
def test_the_method_follows_the_months_of_history(months: int, told: str) -> None:
    assert told in basis(months)


@pytest.mark.parametrize("months", range(7))
def test_a_short_history_raises_no_alert(months: int) -> None:
    assert alerts_of(series([2] * months, 900)) == ()


def test_seven_months_use_c1_with_a_floor() -> None:
    # mean 4, sd floored at 0.5: limit 4 + 2.3263 * 0.5 = 5.16
    assert alerts_of(series([4] * 7, 5)) == ()
    (alert,) = alerts_of(series([4] * 7, 6))
    assert (alert.method, alert.sentence) == (
        "c1", "收文：过去7个月平均每月4.0件，本月6件，超出常见范围上限5件，提示关注。")


def test_twelve_months_use_a_prediction_limit() -> None:
    history = [8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9, 8]  # 100 in 12 months: the limit is 16
    assert alerts_of(series(history, 16)) == ()
    (alert,) = alerts_of(series(history, 17))
    assert (alert.method, alert.sentence) == (
        "prediction", "收文：过去12个月平均每月8.3件，本月17件，超出常见范围上限16件，提示关注。")


def test_only_the_last_months_count() -> None:
    assert alerts_of(series([900] * 5 + [8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9, 8], 17))[0].method == "prediction"


def test_a_slow_rebound_is_seen_though_no_month_stands_out() -> None:
    history = [8] * 12 + [8, 12, 13, 12, 13]
    assert [alert.method for alert in alerts_of(series(history, 13))] == ["cusum"]
    (alert,) = alerts_of(series(history, 13))
    assert alert.sentence == "收文：自2025年11月起连续5个月缓慢回升，比原来平均每月8.0件累计多23件，提示关注是否反弹。"


def test_one_high_month_is_no_slow_rise() -> None:
    assert [alert.method for alert in alerts_of(series([8] * 14, 40))] == ["prediction"]


def test_nothing_ever_counted_says_nothing_of_a_rise() -> None:
    assert alerts_of(series([0] * 20, 0)) == ()
    assert [alert.method for alert in alerts_of(series([0] * 20, 9))] == ["prediction"]


@pytest.mark.parametrize("usual", [0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15])
def test_chance_alone_signals_less_than_once_in_ten_years(usual: float) -> None:
    """The exact run length of the chosen interval (Lucas 1985), k to the nearest and h up to the next quarter."""
    k, h = interval(usual)
    assert run_length(usual, round(k * 4) / 4, math.ceil(h * 4) / 4) > 120


@given(st.lists(st.integers(0, 300), max_size=30), st.integers(0, 300))
def test_fewer_papers_never_alarm_where_more_do_not(history: list[int], now: int) -> None:
    single = [alert for alert in alerts_of(series(history, now)) if alert.method != "cusum"]
    if not single:
        fewer = [alert for alert in alerts_of(series(history, max(0, now - 1))) if alert.method != "cusum"]
        assert not fewer


def test_a_month_that_fell_back_rises_no_more() -> None:
    history = [8] * 12 + [8, 12, 13, 12, 13]
    assert alerts_of(series(history, 8)) == () == alerts_of(series(history, 0))
