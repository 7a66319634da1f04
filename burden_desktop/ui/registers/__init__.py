"""Registers that exist as spreadsheets: looked at, decided, taken in, and written out."""
