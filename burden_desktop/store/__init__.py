"""The ledger: one SQLite file, its records, its history chain and its months. What few starts need stays out here."""

from .ledger import Ledger

__all__ = ["Ledger"]
