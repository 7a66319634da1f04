"""A day typed short beside a record's own day: its year comes from the record, and what looks wrong is told."""

from datetime import date

import pytest

from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.reading.own_day import completed_beside, doubtful_days, own_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("kind", "field", "own", "typed", "meant"),
    [
        ("document", "deadline", "2026-10-12", "10月20日", "2026-10-20"),
        ("document", "deadline", "2026-11-20", "11.24", "2026-11-24"),
        ("report_request", "deadline", "2026-10-08", "10.8", "2026-10-08"),
        ("document", "deadline", "2026-10-12", "10.8", "2026-10-08"),
        ("document", "deadline", "2025-12-20", "1.10", "2026-01-10"),
        ("document", "deadline", "2026-12-20", "1.10", "2027-01-10"),
        ("document", "deadline", "2026-10-12", "20", "2026-10-20"),
        ("document", "deadline", "2026-10-12", "5日", "2026-11-05"),
        ("document", "deadline", "2026-10-12", "明天", "2026-11-26"),
        ("document", "deadline", "2026-10-12", "2027年3月1日", "2027-03-01"),
        ("document", "issued_on", "2026-01-05", "12.28", "2025-12-28"),
        ("document", "issued_on", "2026-10-12", "28", "2026-09-28"),
        ("inspection", "ends_on", "2025-12-30", "1.2", "2026-01-02"),
        ("inspection", "ends_on", "2026-10-21", "22", "2026-10-22"),
        ("inspection", "feedback_on", "2025-12-20", "12.28", "2025-12-28"),
        ("problem", "deadline", "2025-10-12", "11.30", "2025-11-30"),
        ("plaque", "taken_down_on", "2019-05-01", "10.20", "2026-10-20"),
        ("document", "received_on", "2026-10-12", "10.8", "2026-10-08"),
    ],
)
def test_the_year_comes_from_the_record(kind: str, field: str, own: str, typed: str, meant: str) -> None:
    declared = kind_named(kind)
    assert completed_beside(typed, declared.field(field), declared, date.fromisoformat(own), TODAY) == meant


def test_without_the_record_s_own_day_today_tells_the_year() -> None:
    document = kind_named("document")
    assert own_day(document, {"received_on": "不详"}, TODAY) is None
    assert own_day(document, {"received_on": "昨天"}, TODAY) == date(2026, 11, 24)
    assert completed_beside("12.1", document.field("deadline"), document, None, TODAY) == "2026-12-01"


def test_a_day_before_the_record_s_own_or_more_than_a_year_after_is_told() -> None:
    document = kind_named("document")
    told = [str(one.sentence) for day in ("2026-10-08", "2026-10-20", "2027-12-01") for one in doubtful_days(document, {"received_on": "2026-10-12", "deadline": day})]
    assert told == ["办理时限早于收文日期，请核对。", "办理时限比收文日期晚一年以上，请核对。"]
    plaque = {"put_up_on": "2019-05-01", "taken_down_on": "2026-10-20"}
    assert doubtful_days(kind_named("plaque"), plaque) == ()
