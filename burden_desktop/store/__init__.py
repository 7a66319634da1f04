"""The ledger: one SQLite file, its records, its history chain and its months."""
