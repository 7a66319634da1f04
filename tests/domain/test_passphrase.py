"""The strength of a passphrase as it is shown while somebody types it."""

import pytest

from burden_desktop.domain.errors.signing import WeakPassphrase
from burden_desktop.domain.passphrase import FAIR, STRONG, WEAK, need_length, strength


@pytest.mark.parametrize("guessed", ["", "a1B!", "12345678", "11111111111", "password", "Password1", "abcdefgh", "qwerty123456"])
def test_what_is_guessed_first_is_weak(guessed: str) -> None:
    assert strength(guessed) == WEAK


@pytest.mark.parametrize("long", ["春风又绿江南岸", "xkvmtqwzplrb", "K7m-Q2x#9w"])
def test_length_and_variety_make_it_fair_or_strong(long: str) -> None:
    assert strength(long + "七k9") in (FAIR, STRONG)


def test_a_line_of_verse_with_digits_is_strong() -> None:
    assert strength("春风又绿江南岸7391") == STRONG


def test_seven_characters_are_refused() -> None:
    with pytest.raises(WeakPassphrase):
        need_length("abcdefg")
