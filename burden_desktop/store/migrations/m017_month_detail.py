"""Step 017: figures entered by hand, and time spent on the ledger. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE past_figure (
  kind TEXT NOT NULL, month TEXT NOT NULL, things INTEGER NOT NULL, PRIMARY KEY (kind, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_time (day TEXT PRIMARY KEY, seconds INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""
