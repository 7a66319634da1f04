"""What waits for the clerk: papers with a deadline, months to be closed, and this month beside the last ones."""

from datetime import date, datetime
from typing import NamedTuple

from ..field import FieldType
from ..kind import Kind
from .month import Month

PUT_RIGHT = "已整改"
DONE = "已办结"


class Due(NamedTuple):
    """A record whose deadline is `on` and that nobody has marked as dealt with."""

    kind: str
    number: str
    title: str
    organ: str
    on: date

    def days_left(self, today: date) -> int:
        """Negative when the day has passed."""
        return (self.on - today).days


class MonthToClose(NamedTuple):
    """A month that is over and not sealed, or opened for correction; `report_on` is its report day."""

    month: Month
    report_on: date
    correcting: bool = False


class Restored(NamedTuple):
    """A backup was put in the ledger's place `at` that time; the ledger holds what had been entered until `reaches`."""

    at: datetime
    reaches: datetime

    @classmethod
    def parse(cls, text: str) -> "Restored":
        """As the restore kept it. Raises ValueError."""
        at, reaches = map(datetime.fromisoformat, text.split(" "))
        return cls(at, reaches)


class Compared(NamedTuple):
    """Things of one kind this month, in the month before and a year ago; None where nothing is known."""

    kind: str
    now: int
    previous: int | None
    last_year: int | None


def settled_by(kind: Kind) -> tuple[str, str | None] | None:
    """(field, value) that marks a record of `kind` as dealt with, value None for anything written at all;
    None for kinds without a deadline."""
    types = {field.name: field.type for field in kind.fields}
    if types.get("deadline") is not FieldType.DATE:
        return None
    if "status" in types:
        return "status", PUT_RIGHT
    return ("handling", None) if "handling" in types else ("minutes", None)


def settling(kind: Kind) -> tuple[str, str] | None:
    """(field, value) that one press writes to mark a record of `kind` as dealt with; None where a figure must be
    given, such as the minutes that a form took."""
    done = settled_by(kind)
    if done is None or done[0] == "minutes":
        return None
    return done[0], done[1] or DONE


def report_day(month: Month, day: int) -> date:
    """The day of the following month on which `month` is to be reported."""
    following = month.plus(1)
    return date(following.year, following.number, day)
