"""What the pages draw with: only the operators that our own pages use, so that nothing is hidden, clipped or laid over.

Invisible text (Tr), clipping, shadings, inline and foreign pictures never occur in a report; the picture of a seal is
drawn at its true size and once.
"""

import re
from typing import Final

ALLOWED: Final = frozenset(b"BT ET Td Tm Tf Tj TL T* q Q G g RG rg w d J j m l c h S s re B f n cm".split())
SEAL: Final = re.compile(rb"q 119\.06 0 0 119\.06 -?[\d.]+ -?[\d.]+ cm /Im0 Do Q")
"""42 mm in points."""
_OPERANDS: Final = re.compile(rb"<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)|/[^\s<>\[\](){}/%]+|[-+]?[\d.]+|[\[\]]")


def strange_operators(content: bytes) -> tuple[str, ...]:
    """Operators of a page's content that our pages never use, in alphabetical order; "Do" if more than a seal is drawn."""
    plain, seals = SEAL.subn(b" ", content)
    found = set(_OPERANDS.sub(b" ", plain).split()) - ALLOWED
    if seals > 1:
        found.add(b"Do")
    return tuple(sorted(word.decode("latin-1") for word in found))
