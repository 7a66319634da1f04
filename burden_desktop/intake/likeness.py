"""Whether two titles say the same but for a slip of the pen."""

import re
import unicodedata
from typing import Final

from rapidfuzz.fuzz import ratio

_NEAR: Final = 85.0  # percent of characters in common


def alike(one: str, two: str) -> bool:
    """Differences in numbers are no slip: 第1批 and 第2批 are two papers."""
    first, second = (re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)) for text in (one, two))
    if not first or not second:
        return False
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    return ratio(first, second) >= _NEAR
