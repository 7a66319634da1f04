"""First letters of pinyin, as people type them: 消防检查 → xfjc."""

from typing import Final

_OTHER: Final = 0x2E80  # what stands before it in Unicode is no Chinese character


def initials(text: str) -> str:
    """One letter for each character of `text`; what has no pinyin stays as it is. 调研 gives dy, 调整 tz.

    The library is loaded when the first Chinese text comes: a start goes without.
    """
    if all(ord(character) < _OTHER for character in text):
        return _small(text)
    from pypinyin import Style, lazy_pinyin  # the dictionary is large

    letters = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors="default"))
    return _small(letters) if len(letters) == len(text) else "".join(_alone(character) for character in text)


def _alone(character: str) -> str:
    from pypinyin import Style, lazy_pinyin

    letter = "".join(lazy_pinyin(character, style=Style.FIRST_LETTER, errors="default"))
    return _small(letter)[:1] or character


def _small(text: str) -> str:
    """Lower case of the same length: a few letters would become two."""
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
