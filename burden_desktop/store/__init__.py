"""The ledger: one SQLite file, its records, its history chain and its months."""

from .checking import LedgerCheck
from .history import Change, History
from .ledger import Ledger
from .months import Months, Sealed
from .organs import Organs
from .records import Records, place_after
from .settings import Settings

__all__ = [
    "Change",
    "History",
    "Ledger",
    "LedgerCheck",
    "Months",
    "Organs",
    "Records",
    "Sealed",
    "Settings",
    "place_after",
]
