"""What is worth a reminder now, and when a reminder would only disturb."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from ..texts import Sentence, say
from .agenda import Due, MonthToClose
from .month import Month

DUE, CLOSE, REPORT, RENEW, STICK = "due", "close", "report", "renew", "stick"
WORK_BEGINS, WORK_ENDS = time(8, 30), time(17, 30)
REPORT_NEAR_DAYS: Final = 3
SNOOZE: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Reminder:
    """`name` says which it is (a snooze holds by name), `page`, `numbers`, `part` of the page and `month` lead to where
    it can be done now."""

    name: str
    sentence: Sentence
    page: str
    numbers: tuple[str, ...] = ()
    part: str = ""
    month: Month | None = None


def is_quiet(now: datetime, works: bool) -> bool:
    """Outside working hours, and on days off, nothing is said."""
    return not works or not WORK_BEGINS <= now.time() < WORK_ENDS


def reminders(
    now: datetime,
    due: Iterable[Due],
    months: Iterable[MonthToClose],
    *,
    stick: Sentence | None,
    renewal: Sentence | None = None,
    snoozed: Mapping[str, datetime],
) -> tuple[Reminder, ...]:
    """What is to be said, the most urgent first. `due` is what has a deadline, `stick` what is to be said of
    the backup's second place, `renewal` of the signing certificate; what is snoozed waits."""
    today = now.date()
    found = []
    urgent = [thing for thing in due if thing.on <= today]
    if urgent:
        kind = urgent[0].kind
        numbers = tuple(thing.number for thing in urgent if thing.kind == kind)
        found.append(Reminder(DUE, say("有{count}件今天到期或已逾期，最近的是“{title}”。", count=len(urgent), title=urgent[0].title), kind, numbers))
    for month in months:
        days = (month.report_on - today).days
        if days <= REPORT_NEAR_DAYS:
            told = (
                say("{month}月报应在{day}前报送，尚未封存。", month=month.month.label, day=f"{month.report_on:%m-%d}")
                if days >= 0
                else say("{month}月报已过报送日（{day}），尚未封存。", month=month.month.label, day=f"{month.report_on:%m-%d}")
            )
            found.append(Reminder(REPORT, told, "month", month=month.month))
        else:
            found.append(Reminder(CLOSE, say("{month}已结束，尚未封存。", month=month.month.label), "month", month=month.month))
        break
    if renewal is not None:
        found.append(Reminder(RENEW, renewal, "settings", part="identity_section"))
    if stick is not None:
        found.append(Reminder(STICK, stick, "backups"))
    return tuple(reminder for reminder in found if not now < snoozed.get(reminder.name, now))
