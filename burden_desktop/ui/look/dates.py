"""Days and months in the words of the user's language."""

from datetime import date
from typing import Final

from ...domain.months.month import Month
from ...domain.texts import Texts, label

_WEEKDAYS: Final = (
    label("星期一"), label("星期二"), label("星期三"), label("星期四"), label("星期五"), label("星期六"), label("星期日"),
)  # fmt: skip


def month_in_words(t: Texts, month: Month) -> str:
    return t("{year}年{month}月", year=month.year, month=month.number)


def day_in_words(t: Texts, day: date) -> str:
    """With its weekday."""
    weekday = t(_WEEKDAYS[day.weekday()])
    return t("{year}年{month}月{day}日 {weekday}", year=day.year, month=day.month, day=day.day, weekday=weekday)


def days_left_in_words(t: Texts, days: int) -> str:
    """How far a deadline is: days from today, negative when it has passed."""
    if days < 0:
        return t("已过{days}天", days=-days)
    if days == 0:
        return t("今天到期")
    return t("还有{days}天", days=days)
