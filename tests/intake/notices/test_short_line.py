"""Lines typed in the order of a register, and texts that are none."""

from datetime import date

import pytest

from burden_desktop.domain.reading.draft import NoticeReading
from burden_desktop.intake.notices.short_line import read_short_line

THURSDAY = date(2026, 4, 2)


def _read(line: str) -> tuple[NoticeReading, date]:
    found = read_short_line(line, THURSDAY)
    assert found is not None
    return found


def test_document_in_the_order_of_a_register() -> None:
    reading, day = _read("3.5 县农业农村局 关于做好春耕备耕工作的通知 云农发〔2026〕3号")
    assert day == date(2026, 3, 5)
    assert (reading.kind, reading.title) == ("document", "关于做好春耕备耕工作的通知")
    assert (reading.organ, reading.level, reading.doc_no) == ("县农业农村局", "county", "云农发〔2026〕3号")
    assert "organ" not in reading.uncertain


@pytest.mark.parametrize(
    ("line", "organ", "title", "number", "day"),
    [
        ("昨天 市教育局 关于校园安全的通报", "市教育局", "关于校园安全的通报", None, "2026-04-01"),
        ("云农发[2026]3号 县农业农村局 春季农业生产实施方案", "县农业农村局", "春季农业生产实施方案", "云农发〔2026〕3号", "2026-04-02"),
        ("县委办 关于报送 2026 年工作总结的通知", "县委办", "关于报送 2026 年工作总结的通知", None, "2026-04-02"),
        ("5　县财政局、县审计局　关于规范票据管理的通知", "县财政局、县审计局", "关于规范票据管理的通知", None, "2026-04-05"),
        ("关于规范票据管理的通知 3.31", None, "关于规范票据管理的通知", None, "2026-03-31"),
    ],
)
def test_parts_may_stand_otherwise_or_be_missing(line: str, organ: str | None, title: str, number: str | None, day: str) -> None:
    reading, read_on = _read(line)
    assert (reading.organ, reading.title, reading.doc_no, read_on.isoformat()) == (organ, title, number, day)
    assert ("organ" in reading.uncertain) == (organ is None)


def test_meeting_with_its_hour() -> None:
    reading, _ = _read("4.8 下午2点半 县应急管理局 全县防汛工作会议")
    assert (reading.kind, reading.starts_at, reading.title) == ("meeting", "2026-04-08T14:30", "全县防汛工作会议")


@pytest.mark.parametrize(
    "text",
    [
        "关于做好春耕备耕工作的通知",
        "县农业农村局",
        "3.5",
        "各村：请于3月5日前报送春耕进度表。",
        "县农业农村局 请报送材料",
        "关于做好春耕备耕工作的通知\n各乡镇人民政府：",
        "县农业农村局 " + "关于做好工作的" * 60 + "通知",
        "",
    ],
)
def test_other_texts_are_left_to_the_reader_of_notices(text: str) -> None:
    assert read_short_line(text, THURSDAY) is None


def test_day_due_at_the_end_is_a_deadline_and_no_title() -> None:
    reading, day = _read("3.18 县应急局 关于报送一季度安全生产总结的通知 云应急〔2026〕12号 4.25前报")
    assert (day, reading.title, reading.deadline) == (date(2026, 3, 18), "关于报送一季度安全生产总结的通知", "2026-04-25")
