"""Ledgers into which somebody wrote what the program never writes: a sentence each time, never a traceback."""
