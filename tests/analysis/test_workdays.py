"""Working days follow the official arrangement, and unknown years say that they do not."""

from datetime import date

import pytest

from burden_desktop.analysis.holiday_list import missing_holidays
from burden_desktop.analysis.workdays import Workdays, holiday_name, read_year
from burden_desktop.domain.errors.calendar import UnreadableCalendar

DAYS = Workdays()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 13), True), (date(2026, 2, 14), True),  # a Saturday that makes up for the festival
        (date(2026, 2, 16), False), (date(2026, 2, 17), False), (date(2026, 2, 28), True),
        (date(2025, 10, 8), False), (date(2025, 10, 11), True), (date(2026, 3, 7), False), (date(2004, 5, 4), False),
    ],
)
def test_make_up_days_work_and_holidays_rest(day: date, works: bool) -> None:
    assert DAYS.is_working(day) is works


def test_holidays_are_told_from_weekends() -> None:
    assert DAYS.is_holiday(date(2026, 2, 17)) and not DAYS.is_holiday(date(2026, 3, 7))
    assert (holiday_name(date(2026, 2, 17)), holiday_name(date(2026, 3, 9)), holiday_name(date(2031, 1, 1))) == (
        "Spring Festival", None, None)


def test_days_between_do_not_count_the_first() -> None:
    assert DAYS.between(date(2026, 3, 6), date(2026, 3, 9)) == 1
    assert DAYS.between(date(2026, 2, 13), date(2026, 2, 24)) == 2  # the 14th makes up, the 24th is the first day back
    assert DAYS.between(date(2026, 3, 9), date(2026, 3, 9)) == DAYS.between(date(2026, 3, 9), date(2026, 3, 2)) == 0


@pytest.mark.parametrize("count", range(6))
def test_after_is_the_inverse_of_between(count: int) -> None:
    start = date(2026, 4, 30)
    assert DAYS.between(start, DAYS.after(start, count)) == count


def test_unknown_year_knows_weekends_only_and_says_so() -> None:
    assert DAYS.is_official(2026) and not DAYS.is_official(2027) and not DAYS.is_official(2003)
    assert DAYS.is_working(date(2027, 10, 1)) and not DAYS.is_working(date(2027, 10, 2))


def test_a_year_can_be_added_from_a_file() -> None:
    added = Workdays(read_year("\ufeff# 2027年放假安排\n2027-10-01 休\n2027-10-9,班（补班）\n\n"))
    assert not added.is_official(2027), "two days are no arrangement"
    assert not added.is_working(date(2027, 10, 1)) and added.is_holiday(date(2027, 10, 1))
    assert added.is_working(date(2027, 10, 9)) and not added.is_working(date(2027, 10, 10))


WHOLE = (
    "2027年1月1日至3日 放假\n2027-02-05至2027-02-11 休\n2027年4月3日—5日 休\n2027年5月1日至5日 休\n2027年6月7日至9日 休\n"
    "2027年9月15日至17日 休\n2027年10月1日至7日 放假\n2027-02-20 班\n"
)


def test_a_year_is_known_once_all_seven_holidays_rest() -> None:
    days = read_year(WHOLE)
    assert Workdays(days).is_official(2027) and missing_holidays(days, 2027) == ()
    assert not days[date(2027, 2, 8)] and days[date(2027, 2, 20)] and len(days) == 32
    for line, holiday in zip(WHOLE.splitlines(), ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"), strict=False):
        less = read_year(WHOLE.replace(f"{line}\n", ""))
        assert (missing_holidays(less, 2027), Workdays(less).is_official(2027)) == ((holiday,), False)


def test_a_mid_autumn_day_in_october_lengthens_the_national_week() -> None:
    text = "2031-01-01 休\n2031-01-22至2031-01-29 休\n2031-04-04 休\n2031-05-01至2031-05-05 休\n2031-06-24 休\n2031-10-01至2031-10-0{} 休"
    assert missing_holidays(read_year(text.format(8)), 2031) == ()
    assert missing_holidays(read_year(text.format(7)), 2031) == ("中秋节",)


def test_a_day_that_says_the_contrary_of_the_program_is_told_apart() -> None:
    own = Workdays(read_year("2026-10-10 休\n2026-10-01 休\n2027-10-01 休"))
    assert [day.month for day in own.added if own.overruled(day)] == [10] and own.overruled(date(2026, 10, 10))


@pytest.mark.parametrize(("text", "line"), [("2027-02-11至2027-02-05 休", 1), ("2027-01-01至2027-03-01 休", 1), ("2027-01-01", 1), ("2027-01-01 休\n2027-13-01 班", 2), ("", 1), ("# 空", 1)])
def test_a_file_that_cannot_be_read_names_the_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableCalendar, match=f"第{line}行"):
        read_year(text)


def test_the_first_year_that_is_known_has_its_holidays() -> None:
    assert holiday_name(date(2004, 1, 1)) is not None
    assert holiday_name(date(2003, 1, 1)) is None
