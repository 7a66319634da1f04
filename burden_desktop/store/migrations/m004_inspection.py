"""Step 004: 迎检. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  starts_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, visit_type TEXT, ends_on TEXT,
  plan_status TEXT, filing_no TEXT, visitors INTEGER, escorts INTEGER, materials TEXT, scoring TEXT,
  principal_required TEXT, feedback_on TEXT, minutes INTEGER, note TEXT
) STRICT;
CREATE INDEX inspection_by_month ON inspection (booked_in, late, family, minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_by_date ON inspection (starts_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE inspection_search USING fts5 (grams, content='', tokenize='trigram');
"""
