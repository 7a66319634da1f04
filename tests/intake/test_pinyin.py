"""First letters, one for each character, by the word in which a character stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burden_desktop.intake.pinyin import initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [("消防检查", "xfjc"), ("市府办", "sfb"), ("调研", "dy"), ("调整", "tz"), ("重庆市", "cqs"), ("关于A县3项", "gyax3x"), ("PPT", "ppt"), ("İ1", "İ1"), ("", "")],
)
def test_letters_are_those_that_people_type(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text(max_size=20))
def test_every_character_has_its_place(text: str) -> None:
    assert len(initials(text)) == len(text)
