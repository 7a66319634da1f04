"""Registers drawn by the tests, each with the truth that a careful clerk would give beside its rows."""
