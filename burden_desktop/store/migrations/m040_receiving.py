"""Step 040: what a commission keeps: enrolled certificates and received files. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE enrolled (
  fingerprint TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, certificate BLOB NOT NULL,
  enrolled_at TEXT NOT NULL, not_after TEXT NOT NULL, suspended_at TEXT NOT NULL, reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolled_by_code ON enrolled (code);
CREATE TABLE received (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, received_at TEXT NOT NULL, file_name TEXT NOT NULL, outcome TEXT NOT NULL,
  code TEXT NOT NULL, name TEXT NOT NULL, month TEXT NOT NULL, revision INTEGER NOT NULL, signed_at TEXT NOT NULL,
  since_seq INTEGER NOT NULL, since TEXT NOT NULL, last_seq INTEGER NOT NULL, head TEXT NOT NULL,
  has_break INTEGER NOT NULL, notices TEXT NOT NULL, reasons TEXT NOT NULL
) STRICT;
CREATE INDEX received_by_point ON received (code, month, revision);
CREATE INDEX received_by_file ON received (sha256);
CREATE TABLE received_payload (
  sha256 TEXT PRIMARY KEY, packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""
