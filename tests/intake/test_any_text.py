"""Whatever is pasted or exported, reading ends with a reading or a named refusal."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from burden_desktop.domain.errors.entry import Classified
from burden_desktop.intake.notices.notice import read_notice
from burden_desktop.intake.notices.spoken_date import in_digits, moments
from burden_desktop.intake.registers.told_date import Told
from burden_desktop.intake.registers.value import minutes_of, stretch_of

_PIECES = st.sampled_from(
    ["关于", "召开", "检查", "的通知", "\n", "：", "2月30日", "二〇二六年", "三月", "十二日", "每月31日前", "本周五", "下午", "25:99", "9:00—", "13月", "0日", "半天",
     "3个工作日内", "个工作日内", "收到后", "十", "一", "2月底前", "13月底前", "〔2026〕8号", "报送", "县水利局", "、", "秘密", "十十", "１", "100天", "下月31日", "从0月起", "99月", "（", "）"]
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=25).map("".join), st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_any_notice_is_read(text: str, received_on: date | None) -> None:
    try:
        reading = read_notice(text, received_on=received_on)
    except Classified:
        return
    for value in (reading.issued_on, reading.deadline, reading.starts_at):
        assert value is None or date.fromisoformat(value[:10])


@settings(max_examples=300)
@given(st.lists(_PIECES | st.text(max_size=4), max_size=5).map("".join))
def test_any_cell_is_a_value_or_none(text: str) -> None:
    found = stretch_of(text, Told(2026), date(2026, 5, 1))
    assert found is None or date.fromisoformat(found.day)
    assert (minutes_of(text, "") or 0) >= 0


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_full_date_is_found_as_written(day: date) -> None:
    (found,) = moments(in_digits(f"定于{day.year}年{day.month}月{day.day}日召开"), date(2026, 5, 1))
    assert found.day == day
