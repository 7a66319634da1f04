"""How hard a passphrase is to guess: a rough measure to be shown while it is typed. It is never stored."""

import math
from typing import Final

from .errors.signing import WeakPassphrase
from .texts import label

LEAST: Final = 8
"""Characters a passphrase must have."""
WEAK, FAIR, STRONG = "weak", "fair", "strong"
WORDS: Final = {
    WEAK: label("弱：容易被猜到，请加长，或混用几种字符"),
    FAIR: label("中：可以使用，再长几个字更好"),
    STRONG: label("强"),
}
_FAIR_BITS, _STRONG_BITS = 45.0, 64.0
_ALPHABETS: Final = (("0123456789", 10), ("abcdefghijklmnopqrstuvwxyz", 26), ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26))
_SIGNS, _HAN = 33, 2_500  # printable ASCII signs; characters in everyday use
_COMMON: Final = ("password", "12345678", "87654321", "11111111", "qwerty", "asdf", "admin", "abc123", "woaini", "2026")


def need_length(passphrase: str) -> None:
    """Raises WeakPassphrase."""
    if len(passphrase) < LEAST:
        raise WeakPassphrase(least=LEAST)


def strength(passphrase: str) -> str:
    """WEAK, FAIR or STRONG, by the work of trying out: letters of each kind, without what repeats or runs on."""
    if len(passphrase) < LEAST:
        return WEAK
    bits = _bits(passphrase)
    return STRONG if bits >= _STRONG_BITS else FAIR if bits >= _FAIR_BITS else WEAK


def _bits(passphrase: str) -> float:
    lowered = passphrase.lower()
    for common in _COMMON:
        lowered = lowered.replace(common, common[0])
    fresh = [letter for place, letter in enumerate(lowered) if place == 0 or not _follows(lowered[place - 1], letter)]
    size = sum(count for letters, count in _ALPHABETS if any(letter in letters for letter in passphrase))
    if any(letter.isascii() and not letter.isalnum() for letter in passphrase):
        size += _SIGNS
    han = sum(not letter.isascii() for letter in fresh)
    plain = len(fresh) - han
    varied = len(set(fresh)) / max(1, len(fresh))
    return (plain * math.log2(max(size, 2)) + han * math.log2(_HAN)) * (0.5 + varied / 2)


def _follows(before: str, letter: str) -> bool:
    """The same again, or the next in its row: 1111, 1234, abcd, 4321."""
    return abs(ord(before) - ord(letter)) <= 1
