"""A text of the report that people may edit, as it stands before closing."""

import re
from dataclasses import dataclass
from typing import Final

_COUNTED: Final = re.compile(r"\d+(?:\.\d+)?(?:件次|场次|张次|小时|分钟|[件次项张块个%])")


def foreign_numbers(made: str, shown: str) -> tuple[str, ...]:
    """Counts and percentages that `shown` tells and the program did not: 9件 where it counted 89件."""
    known = set(_COUNTED.findall(made))
    return tuple(dict.fromkeys(number for number in _COUNTED.findall(shown) if number not in known))


@dataclass(frozen=True, slots=True)
class ReportText:
    """`part` of the report, what the program has `made` of the figures as they are now, and what is `shown`; `stale`
    where people edited what the program had made of other figures."""

    part: str
    made: str
    shown: str
    stale: bool = False

    @property
    def foreign(self) -> tuple[str, ...]:
        """Numbers of people's own; none in what the program made."""
        return foreign_numbers(self.made, self.shown)
