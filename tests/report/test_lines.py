"""Line breaking: nothing lost, nothing too wide, no mark where it must not stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop import paths
from burden_desktop.report.faces import Faces, Style
from burden_desktop.report.lines import NEVER_LAST, Breaker

FACES = Faces(paths.resources() / "fonts")
TEXTS = st.text(st.sampled_from("关于印发基层减负工作的通知，。；：？！、）》」』”’（《「『“‘12ab"), max_size=120)


@pytest.fixture
def breaker() -> Breaker:
    return Breaker(FACES, Style.SERIF, 10)


@given(TEXTS)
def test_lines_hold_the_text_and_nothing_else(text: str) -> None:
    assert "".join(Breaker(FACES, Style.SERIF, 10).lines(text, 100)) == text


@given(TEXTS)
def test_no_line_is_wider_than_the_column(text: str) -> None:
    for line in Breaker(FACES, Style.SANS, 10).lines(text, 60):
        assert FACES.width(line, Style.SANS, 10) <= 60.001


@given(st.lists(st.sampled_from(["基层减负", "《工作方案》", "（试行）", "通知，", "“五个”", "2026年", "意见。", "、"]), min_size=1))
def test_marks_stand_where_they_may(parts: list[str]) -> None:
    lines = Breaker(FACES, Style.SERIF, 10).lines("关" + "关".join(parts), 100)
    assert not any(line[0] in "，。；：？！、）》」』”’" for line in lines[1:] if line)
    assert not any(line[-1] in NEVER_LAST for line in lines[:-1] if line)


def test_numbers_and_words_stay_whole(breaker: Breaker) -> None:
    lines = breaker.lines("本月共收到文件合计123456件次", 100)
    assert any("123456" in line for line in lines)


def test_line_feeds_end_lines_and_spaces_do_not_begin_them(breaker: Breaker) -> None:
    assert breaker.lines("甲\n乙", 100) == ("甲", "乙")
    assert breaker.lines("one two three four five six seven", 60) == tuple(
        line.strip() for line in breaker.lines("one two three four five six seven", 60)
    )


def test_word_longer_than_a_line_is_cut(breaker: Breaker) -> None:
    assert "".join(breaker.lines("x" * 80, 50)) == "x" * 80


def test_a_number_and_its_unit_stay_together() -> None:
    narrow = Breaker(FACES, Style.SERIF, 10)
    for width in range(60, 200, 3):
        assert not any(line[0] in "件场" for line in narrow.lines("环比增长（上月49件），同比增长（上年同月21场次），收2026-0031、2026-03-05。", width))


def test_a_word_is_cut_where_a_line_is_full_to_the_hair(breaker: Breaker) -> None:
    width = FACES.width("AAAA", Style.SERIF, 10)
    assert breaker.lines("A" * 8, width) == ("AAAA", "AAAA")
