"""First letters of pinyin, as people type them: 消防检查 → xfjc.

By our own table of letters (`resources/letters`, written by `build/letters_table.py`): a dictionary of syllables takes
0.2 s in one piece, and that would be the first letter somebody types.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Self

from ..paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

_OTHER: Final = 0x2E80  # what stands before it in Unicode is no Chinese character
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Letters:
    """`single` gives the letter of a character alone, `readings` the letters of words that are read otherwise; all
    `words` are known, since the longest word decides: 重 in 重庆 is no 重 in 严重."""

    single: Mapping[int, str]
    words: frozenset[str]
    readings: Mapping[str, str]
    longest: int

    @classmethod
    def shipped(cls) -> Self:
        folder = resources() / "letters"
        single: dict[int, str] = {}
        for line in (folder / "characters.txt").read_text("utf-8").splitlines():
            single |= dict.fromkeys(map(ord, line[1:]), line[0])
        words = (folder / "words.txt").read_text("utf-8").split()
        told = (folder / "readings.txt").read_text("utf-8").split()
        readings = dict(zip(told[::2], told[1::2], strict=True))
        return cls(single, frozenset(words), readings, max(map(len, (*words, *readings))))

    def of(self, text: str) -> str:
        letters, at = list(text.translate(self.single)), 0
        while at < len(text):
            word = self._word_at(text, at)
            if (reading := self.readings.get(word)) is not None:
                letters[at : at + len(word)] = reading
            at += len(word)
        return "".join(letters)

    def _word_at(self, text: str, at: int) -> str:
        if ord(text[at]) < _OTHER:
            return text[at]
        for length in range(min(self.longest, len(text) - at), _SHORTEST - 1, -1):
            word = text[at : at + length]
            if word in self.words or word in self.readings:
                return word
        return text[at]


_letters = cache(Letters.shipped)


def initials(text: str) -> str:
    """One letter for each character of `text`; what has no pinyin stays as it is. 调研 gives dy, 调整 tz."""
    if all(ord(character) < _OTHER for character in text):
        return _small(text)
    return _small(_letters().of(text))


def _small(text: str) -> str:
    """Lower case of the same length: a few letters would become two."""
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
