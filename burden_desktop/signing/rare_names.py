"""Names in certificates: what the verifying library can compare, and how long a Chinese name may be.

RFC 4518 compares names by Unicode 3.2 and knows no character that came later, such as those of rare place names: a
signature under such a name could never be verified. The payload and the page keep the true name.
"""

import stringprep
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

STAND_IN: Final = "〓"
"""What printers set for a character that they lack."""


def comparable(name: str) -> str:
    """`name` with a stand-in for each character that Unicode 3.2 did not have, and for those written from the right
    where others stand beside them: such a mixture is never compared (RFC 3454, 6)."""
    from_the_right = [stringprep.in_table_d1(letter) for letter in name]
    mixed = any(from_the_right) and not (
        from_the_right[0] and from_the_right[-1] and not any(map(stringprep.in_table_d2, name))
    )
    return "".join(
        STAND_IN if stringprep.in_table_a1(letter) or (right and mixed) else letter
        for letter, right in zip(name, from_the_right, strict=True)
    )


@contextmanager
def quiet_about_length() -> Iterator[None]:
    """The library warns of names beyond 64 bytes; X.520 allows 64 characters, three times as much in Chinese."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Attribute's length must be", UserWarning)
        yield
