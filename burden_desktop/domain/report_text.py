"""A text of the report that people may edit, as it stands before closing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportText:
    """`part` of the report, what the program has `made` of the figures as they are now, and what is `shown`; `stale`
    where people edited what the program had made of other figures."""

    part: str
    made: str
    shown: str
    stale: bool = False
