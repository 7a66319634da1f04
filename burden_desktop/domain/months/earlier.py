"""A record of before the month, as far as rules need it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Earlier:
    """`on` is the record's own date; `organ` the leading body by its name in the directory."""

    number: str
    on: date
    organ: str
    title: str
