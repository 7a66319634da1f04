"""Step 001: the point, its settings, the directory of bodies, the chain and the months. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE point (
  id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL,
  reporter TEXT NOT NULL, approver TEXT NOT NULL, report_day INTEGER NOT NULL, commission TEXT NOT NULL
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE organ (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, level TEXT, nature TEXT, line TEXT
) STRICT;
CREATE TABLE organ_alias (
  name TEXT PRIMARY KEY, organ_id INTEGER NOT NULL REFERENCES organ (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE number_series (
  kind TEXT NOT NULL, year TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL,
  digest TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_record ON history (number, kind);
CREATE TABLE history_content (
  seq INTEGER PRIMARY KEY REFERENCES history (seq), salt BLOB NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE TABLE month (
  month TEXT PRIMARY KEY, revision INTEGER NOT NULL, open_for_correction INTEGER NOT NULL, reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE month_revision (
  month TEXT NOT NULL REFERENCES month (month), revision INTEGER NOT NULL, file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL, chain_seq INTEGER NOT NULL, chain_head TEXT NOT NULL, sealed_at TEXT NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (month, revision)
) STRICT, WITHOUT ROWID;
"""
