"""Record numbers that a sentence names after 编号: of things that stand in no table of the month."""

import re
from typing import Final

from ..kinds import KINDS

_NAMED: Final = re.compile(rf"编号([{''.join(kind.mark for kind in KINDS)}]\d{{4}}-\d{{4,}})")


def numbers_named(sentence: str) -> tuple[str, ...]:
    """In the order of the sentence."""
    return tuple(_NAMED.findall(sentence))
