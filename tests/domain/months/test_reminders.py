"""Reminders name what is urgent, lead to its place, and keep quiet outside work."""

from datetime import UTC, date, datetime, timedelta

import pytest

from burden_desktop.domain.months.agenda import Due, MonthToClose
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.reminders import CLOSE, DUE, REPORT, STICK, is_quiet, reminders
from burden_desktop.domain.texts import say

NOW = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)


def due(days: int, number: str = "收2026-0001") -> Due:
    return Due("document", number, "报送台账", "青禾县民政局", NOW.date() + timedelta(days=days))


def told(**more: object) -> list[str]:
    given: dict[str, object] = {"due": (), "months": (), "stick": None, "snoozed": {}, **more}
    return [reminder.name for reminder in reminders(NOW, given.pop("due"), given.pop("months"), **given)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "names"), [(1, []), (0, [DUE]), (-3, [DUE])])
def test_what_is_due_today_or_overdue_is_told(days: int, names: list[str]) -> None:
    assert told(due=(due(days),)) == names


def test_a_reminder_leads_to_its_records() -> None:
    (first,) = reminders(NOW, (due(-1), due(0, "收2026-0002"), due(3, "收2026-0003")), (), stick=None, snoozed={})
    assert (first.page, first.numbers) == ("document", ("收2026-0001", "收2026-0002"))
    assert str(first.sentence) == "有2件今天到期或已逾期，最近的是“报送台账”。"


@pytest.mark.parametrize(("report_on", "name", "said"), [
    (date(2026, 4, 20), CLOSE, "2026年3月已结束"), (date(2026, 4, 5), REPORT, "应在04-05前报送"), (date(2026, 4, 1), REPORT, "已过报送日"),
])  # fmt: skip
def test_an_open_month_becomes_urgent_near_its_report_day(report_on: date, name: str, said: str) -> None:
    (reminder,) = reminders(NOW, (), (MonthToClose(Month(2026, 3), report_on),), stick=None, snoozed={})
    assert (reminder.name, reminder.page, reminder.month) == (name, "month", Month(2026, 3))
    assert said in str(reminder.sentence)


def test_what_is_snoozed_waits() -> None:
    more: dict[str, object] = {"due": (due(0),), "stick": say("备份的第二处不在。")}
    assert told(**more) == [DUE, STICK]
    assert [reminder.page for reminder in reminders(NOW, (), (), stick=say("备份的第二处不在。"), snoozed={})] == ["backups"]
    assert told(**more, snoozed={DUE: NOW + timedelta(minutes=1)}) == [STICK]
    assert told(**more, snoozed={DUE: NOW}) == [DUE, STICK]


@pytest.mark.parametrize(("hour", "works", "quiet"), [(9, True, False), (7, True, True), (18, True, True), (9, False, True)])
def test_outside_work_it_is_quiet(hour: int, works: bool, quiet: bool) -> None:
    assert is_quiet(NOW.replace(hour=hour), works) is quiet
