"""Short days and hours as a quick hand types them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.field import Field, FieldType
from burden_desktop.domain.reading.calendar_words import clock_of
from burden_desktop.domain.reading.typed import completed, day_of, in_series

THURSDAY = date(2026, 4, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5", "2026-04-05"), ("05", "2026-04-05"), ("5日", "2026-04-05"), ("３１", None), ("30号", "2026-04-30"),
        ("3.5", "2026-03-05"), ("3-5", "2026-03-05"), ("3/5", "2026-03-05"), ("3月5日", "2026-03-05"), ("3．5", "2026-03-05"),
        ("0305", "2026-03-05"), ("26.3.5", "2026-03-05"), ("260305", "2026-03-05"), ("20260305", "2026-03-05"),
        ("2026-03-05", "2026-03-05"), ("2026年3月5日", "2026-03-05"), ("11.20", "2025-11-20"), ("10.19", "2026-10-19"),
        ("今天", "2026-04-02"), ("昨天", "2026-04-01"), ("昨", "2026-04-01"), ("Yesterday", "2026-04-01"), ("前天", "2026-03-31"), ("明天", "2026-04-03"),
        ("大后天", "2026-04-05"), ("+3", "2026-04-05"), ("-2", "2026-03-31"), ("周五", "2026-04-03"), ("上周五", "2026-03-27"),
        ("下周一", "2026-04-06"), ("本周日", "2026-04-05"), ("上月28", "2026-03-28"), ("下月5日", "2026-05-05"),
        ("2.30", None), ("13.1", None), ("明年", None), ("0", None), ("2026", None), ("昨天下午", None), ("", None),
    ],
)  # fmt: skip
def test_short_day_is_read_or_left_alone(typed: str, day: str | None) -> None:
    found = day_of(typed, THURSDAY)
    assert (found.isoformat() if found else None) == day


def test_day_close_to_the_turn_of_the_year_is_in_the_year_meant() -> None:
    assert day_of("12.28", date(2026, 1, 5)) == date(2025, 12, 28)
    assert day_of("1.5", date(2026, 12, 20)) == date(2027, 1, 5)
    assert day_of("3.5", date(2026, 12, 20)) == date(2026, 3, 5)


def test_deadline_lies_ahead() -> None:
    assert day_of("1", THURSDAY, ahead=True) == date(2026, 5, 1)
    assert day_of("5", THURSDAY, ahead=True) == date(2026, 4, 5)
    assert day_of("3.5", THURSDAY, ahead=True) == date(2026, 3, 5), "a late record's, not next year's"
    assert day_of("3.5", date(2026, 12, 20), ahead=True) == date(2027, 3, 5)
    deadline = Field("deadline", "办理时限", FieldType.DATE)
    assert completed("1", deadline, THURSDAY) == "2026-05-01"


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("230p", "14:30"), ("14:30", "14:30"), ("1430", "14:30"), ("930", "09:30"), ("9", "09:00"), ("14", "14:00"), ("9am", "09:00"),
        ("12p", "12:00"), ("12a", "00:00"), ("2:30 PM", "14:30"), ("11p", "23:00"), ("下午2点半", "14:30"), ("下午两点半", "14:30"),
        ("上午十点", "10:00"), ("下午三点二十分", "15:20"), ("早上8点", "08:00"), ("9点一刻", "09:15"), ("晚7:30", "19:30"),
        ("中午1点", "13:00"), ("2", None), ("25", None), ("1475", None), ("13p", None), ("晚上12点", None), ("凌晨12点", None),
        ("午后", None), ("12345", None),
    ],
)  # fmt: skip
def test_short_hour_is_read_or_left_alone(typed: str, clock: str | None) -> None:
    assert clock_of(typed) == clock


def test_what_is_no_day_or_hour_stays_as_typed() -> None:
    assert completed("大概周末", Field("d", "日期", FieldType.DATE), THURSDAY) == "大概周末"
    assert completed("午后", Field("t", "时间", FieldType.TIME), THURSDAY) == "午后"
    assert completed("２３０p", Field("t", "时间", FieldType.TIME), THURSDAY) == "14:30"
    assert completed("5", Field("n", "份数", FieldType.COUNT), THURSDAY) == "5"


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_whole_date_means_itself_on_any_day(day: date, today: date) -> None:
    assert day_of(day.isoformat(), today) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-199, 199))
def test_month_and_day_mean_the_near_one(today: date, distance: int) -> None:
    meant = today + timedelta(days=distance)
    found = day_of(f"{meant.month}.{meant.day}", today)
    assert found is None or abs((found - today).days) <= 366


@pytest.mark.parametrize(
    ("typed", "last", "whole"),
    [
        ("3", "云农发〔2025〕88号", "云农发〔2026〕3号"), ("１２", "云农发〔2026〕8号", "云农发〔2026〕12号"), ("3", "", "3"),
        ("3", "云令第7号", "3"), ("〔2026〕3号", "云农发〔2025〕88号", "〔2026〕3号"), ("0", "云农发〔2025〕88号", "0"),
    ],
)  # fmt: skip
def test_bare_number_goes_on_in_the_series_of_the_last_paper(typed: str, last: str, whole: str) -> None:
    assert in_series(typed, last, THURSDAY) == whole
