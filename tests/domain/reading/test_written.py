"""What hands write becomes one stored form, or a sentence; never a guess."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.domain.field import MAX_COUNT, MAX_LONG_TEXT, MAX_TEXT, Field, FieldType
from burden_desktop.domain.reading.written import Unreadable, read_date, read_value

COUNT = Field("n", "数", FieldType.COUNT)
DATE = Field("d", "日期", FieldType.DATE)
TIME = Field("t", "时间", FieldType.TIME)
TEXT = Field("x", "文字")
LONG = Field("l", "长文", FieldType.LONG_TEXT)
FLAGS = Field("f", "选项", FieldType.FLAGS, choices=("甲", "乙", "丙"))
CHOICE = Field("c", "选择", FieldType.CHOICE, choices=("是", "否"))
ORGAN = Field("o", "单位", FieldType.ORGAN)


@pytest.mark.parametrize(
    ("field", "written", "stored"),
    [
        (DATE, "2026-03-05", "2026-03-05"),
        (DATE, "2026.3.5", "2026-03-05"),
        (DATE, "2026/3/5", "2026-03-05"),
        (DATE, "２０２６年３月５日", "2026-03-05"),
        (DATE, "20260305", "2026-03-05"),
        (DATE, date(2026, 3, 5), "2026-03-05"),
        (TIME, "9:05", "09:05"),
        (TIME, "14：30", "14:30"),
        (TIME, "下午2:30", "14:30"),
        (TIME, "9时", "09:00"),
        (TIME, "下午3点20分", "15:20"),
        (TIME, "2026-03-06T17:00", "2026-03-06T17:00"),
        (TIME, datetime(2026, 3, 6, 17, 0), "2026-03-06T17:00"),  # noqa: DTZ001 - a cell has no zone
        (COUNT, "0", 0),
        (ORGAN, "县 卫 健 局、县农业农村局", "县卫健局、县农业农村局"),
        (ORGAN, "教育局 卫健局", "教育局 卫健局"),
        (COUNT, "1,200", 1200),
        (COUNT, "１，２００", 1200),
        (TIME, "中午1点", "13:00"),
        (TIME, "中午12点", "12:00"),
        (COUNT, 3, 3),
        (COUNT, "3.0", 3),
        (CHOICE, " 是 ", "是"),
        (FLAGS, "丙，甲", "甲、丙"),
        (ORGAN, "甲局；乙局、甲局", "甲局、乙局"),
        (TEXT, " 关于\n召开\u200b会议 ", "关于 召开会议"),
        (LONG, "甲\r\n乙\x07 \n", "甲\n乙"),
        (TEXT, "  ", None),
        (COUNT, None, None),
        (DATE, "", None),
    ],
)
def test_what_was_written_is_stored_in_one_form(field: Field, written: object, stored: object) -> None:
    assert read_value(written, field) == stored


@pytest.mark.parametrize(
    ("field", "written", "says"),
    [
        (DATE, "2026-02-30", "日历上没有"),
        (DATE, "昨天下午", "不是日期"),
        (DATE, "1812-03-05", "年份"),
        (DATE, "2026-3-5-6", "不是日期"),
        (TIME, "25:00", "不是时间"),
        (TIME, "9:75", "不是时间"),
        (TIME, "午后", "不是时间"),
        (TIME, "2026-02-30T09:00", "日历上没有"),
        (COUNT, "-1", "不是数"),
        (COUNT, "3.5", "不是数"),
        (COUNT, "1,5", "不是数"),
        (COUNT, "10²", "不是数"),
        (TIME, "晚上12点", "不是时间"),
        (COUNT, str(MAX_COUNT + 1), "过大"),
        (CHOICE, "也许", "可选"),
        (FLAGS, "甲、丁", "可选"),
        (TEXT, "字" * (MAX_TEXT + 1), "最多"),
        (LONG, "字" * (MAX_LONG_TEXT + 1), "最多"),
    ],
)
def test_what_cannot_stand_is_refused_with_a_sentence(field: Field, written: object, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_value(written, field)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["{0}-{1}-{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日"]))
def test_every_day_is_read_back_as_itself(day: date, fashion: str) -> None:
    assert read_value(fashion.format(day.year, day.month, day.day), DATE) == day.isoformat()


@given(st.text(max_size=60), st.sampled_from([DATE, TIME, COUNT, TEXT, LONG, FLAGS, CHOICE, ORGAN]))
def test_any_text_is_read_or_refused_and_reading_again_changes_nothing(text: str, field: Field) -> None:
    try:
        stored = read_value(text, field)
    except Unreadable:
        return
    assert read_value(stored, field) == stored


@pytest.mark.parametrize("field", [FLAGS, ORGAN])
def test_separators_alone_are_nothing(field: Field) -> None:
    assert read_value(";；、", field) is None


def test_a_short_day_that_no_month_has_is_named() -> None:
    with pytest.raises(Unreadable) as refused:
        read_date("2.30")
    assert refused.value.sentence.values == {"month": 2, "day": 30}
