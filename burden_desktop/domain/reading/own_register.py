"""How the program's own registers are told from other people's: by their first heading and all labels in order."""

from collections.abc import Sequence
from typing import Final

from ..kind import Kind

NUMBER_HEADING: Final = "记录编号（本程序导出）"


def is_own(headings: Sequence[str], kind: Kind) -> bool:
    """Whether a first row is that of an export of `kind`: its cells then mean exactly what they say."""
    return list(headings) == [NUMBER_HEADING, *(field.label for field in kind.fields)]
