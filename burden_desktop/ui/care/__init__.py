"""Keeping the ledger safe: backups, the screen lock, what to do when something broke."""
