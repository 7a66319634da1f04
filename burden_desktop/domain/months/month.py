"""The month: the unit in which the ledger is summed, closed and signed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..errors.entry import InvalidMonth
from ..pattern import pattern

_WRITTEN = pattern(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, 1990-01 to 2100-12. Months compare and sort by time."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1990 <= self.year <= 2100 and 1 <= self.number <= 12):
            raise InvalidMonth(text=f"{self.year}-{self.number}")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """`2026-03` → Month. Raises InvalidMonth."""
        return _month_of(text)

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def label(self) -> str:
        return f"{self.year}年{self.number}月"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return self.plus(1).first_day - timedelta(days=1)

    @property
    def previous(self) -> "Month":
        return self.plus(-1)

    @property
    def same_month_last_year(self) -> "Month":
        return self.plus(-12)

    @property
    def january(self) -> "Month":
        """The first month of the same year: where "year to date" begins."""
        return Month(self.year, 1)

    def plus(self, months: int) -> "Month":
        serial = self.year * 12 + self.number - 1 + months
        return Month(serial // 12, serial % 12 + 1)

    def contains(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)


@lru_cache(maxsize=512)
def _month_of(text: str) -> Month:
    """Each of many thousand rows names one of few months."""
    written = _WRITTEN.fullmatch(text.strip())
    if not written:
        raise InvalidMonth(text=text)
    return Month(int(written[1]), int(written[2]))
