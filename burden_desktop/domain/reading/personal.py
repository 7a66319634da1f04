"""Citizens' numbers never enter the ledger: identity numbers and telephone numbers in whatever is pasted, typed or imported are
masked before anything is kept.

An identity number is told by its birthday and its check digit (GB 11643-1999, ISO 7064 MOD 11-2), a mobile number by its shape; any
other telephone only where the words before it say that it is one.
"""

import re
from datetime import date
from typing import Final

from ..pattern import pattern

_IDENTITY: Final = pattern(r"(?<![\dA-Za-z])\d{6}(?:19|20)\d{9}[\dXxＸ](?![\dA-Za-z])")
_FIGURES: Final = pattern(r"\d[\d -]{5}\d")  # shorter than that is no number of a person
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_MOBILE: Final = pattern(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d|\s*[元万亿吨斤亩])")
_CALLED: Final = pattern(r"((?:电\s*话|手\s*机|联系方式|联系人|传\s*真|座\s*机|办公电话|热线|咨询)[^\d\n，。；;]{0,16})((?:\(?0\d{2,3}\)?[- ]?)?\d{7,8})(?![\d年.])")


def mask_personal(text: str) -> str:
    """The same text with the digits of personal numbers as ＊; places and length stay where they were."""
    if not _FIGURES.search(text):
        return text
    text = _IDENTITY.sub(lambda found: found[0][:6] + "*" * 12 if is_identity(found[0]) else found[0], text)
    text = _MOBILE.sub(lambda found: re.sub(r"\d", "*", found[0]), text)
    return _CALLED.sub(lambda found: found[1] + re.sub(r"\d", "*", found[2]), text)


def is_identity(number: str) -> bool:
    """Whether 18 characters are a citizen's identity number: a day that exists and the right check digit."""
    number = number.upper().replace("Ｘ", "X")
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return number[17] == _CHECKS[total % 11]
