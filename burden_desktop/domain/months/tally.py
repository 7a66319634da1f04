"""Counts over a period, as the ledger itself gives them."""

from typing import NamedTuple


class Tally(NamedTuple):
    """Counts over a period of one kind: `things` (件, 场次, 项), `receipts` (arrivals) ≥ things, minutes."""

    things: int = 0
    receipts: int = 0
    minutes: int = 0
