"""First letters, one for each character, by the word in which a character stands."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from burden_desktop.intake.pinyin import initials
from burden_desktop.paths import resources

TITLES = (
    "关于调整重大行政决策调研重点的通知", "重庆市长寿区行业协会长期会议", "关于乐亭县音乐教师银行代发工资的函", "朝阳区传统村落传记编纂",
    "关于会计核算和大会发言的通知", "省委办公厅关于降低行政成本、削减会议文件的若干措施", "便宜行事与便民服务", "参加参差不齐的人参种植培训",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "letters"),
    [("消防检查", "xfjc"), ("市府办", "sfb"), ("调研", "dy"), ("调整", "tz"), ("重庆市", "cqs"), ("关于A县3项", "gyax3x"), ("PPT", "ppt"), ("İ1", "İ1"), ("", "")],
)
def test_letters_are_those_that_people_type(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text(max_size=20))
def test_every_character_has_its_place(text: str) -> None:
    assert len(initials(text)) == len(text)


def _bodies() -> list[str]:
    with (resources() / "organs" / "organs.csv").open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file)]


def _by_the_library(text: str) -> str:
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors="default")).lower()


def test_our_table_reads_as_the_library_from_which_it_was_made() -> None:
    texts = [*TITLES, *_bodies()]
    assert [initials(text) for text in texts] == [_by_the_library(text) for text in texts]


@given(st.text("重庆长调研整行会计音乐银传统便宜参差大中办、〇3a", min_size=1, max_size=12))
def test_words_are_told_apart_as_by_the_library(text: str) -> None:
    assert initials(text) == _by_the_library(text)
