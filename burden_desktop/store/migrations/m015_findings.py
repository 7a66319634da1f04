"""Step 015: what the point says to findings. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE remark (
  finding TEXT PRIMARY KEY, rule TEXT NOT NULL, answer TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
