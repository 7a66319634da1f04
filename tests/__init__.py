"""Tests of the house, mirroring its rooms."""
