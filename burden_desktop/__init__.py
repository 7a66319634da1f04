"""Burden Desktop (基层减负监测台账): an offline ledger of the burden on grass-roots units."""

__version__ = "0.1.0"
