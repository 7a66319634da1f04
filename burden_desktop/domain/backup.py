"""A backup as it is listed: when it was made and what it holds."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """`made_at` is ISO without an offset, by the point's clock; `records` stand in it; `entries` and `head` are those of its chain;
    `last_month` is the last month that it knows as signed (YYYY-MM or empty)."""

    path: Path
    made_at: str
    records: int
    entries: int
    head: str
    last_month: str
