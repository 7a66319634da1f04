"""The ledger: one SQLite file, its records, its history chain and its months. What few starts need stays out here."""

from __future__ import annotations

from .history import Change, History
from .ledger import Ledger
from .months import Months, Sealed
from .organs import Organs
from .records import Records, place_after
from .settings import Settings

__all__ = ["Change", "History", "Ledger", "Months", "Organs", "Records", "Sealed", "Settings", "place_after"]
