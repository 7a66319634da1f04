"""A record as it stands in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass

from .bodies.organ import Level
from .months.month import Month
from .months.stock import Span
from .reading.written import Value


@dataclass(frozen=True, slots=True)
class Record:
    """`values` holds every field of the kind, canonical. `month` is the month in which it counts; a paper
    found late (补登, `late`) keeps its true date but counts apart, in the month that was open then.
    `family` is shared by receipts of one thing (同件); `said` is what a person said of that, as in `same_thing`. `level` is that of the leading body, where there is one.
    A thing that stands for a time has its `span` and counts in each month on whose last day it stands; its `month`
    is the one in which the span begins."""

    id: int
    kind: str
    number: str
    month: Month
    late: bool
    family: str | None
    level: Level | None
    values: Mapping[str, Value]
    created_at: str
    changed_at: str
    span: Span | None = None
    said: str | None = None
