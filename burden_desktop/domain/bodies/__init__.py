"""Issuing bodies as plain values: what a name tells, and what belongs together."""
