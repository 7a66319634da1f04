"""Step 023: 挂牌. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE plaque (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, stands_since TEXT NOT NULL, stands_until TEXT,
  organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  title TEXT NOT NULL, organ TEXT NOT NULL, status TEXT, place TEXT, basis TEXT, put_up_on TEXT, taken_down_on TEXT
) STRICT;
CREATE INDEX plaque_by_span ON plaque (stands_since, stands_until, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_put_up_on ON plaque (coalesce(put_up_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_by_body ON plaque (organ_id, coalesce(put_up_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_number ON plaque (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_title ON plaque (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_organ ON plaque (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_status ON plaque (coalesce(status, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_place ON plaque (coalesce(place, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_basis ON plaque (coalesce(basis, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX plaque_order_taken_down_on ON plaque (coalesce(taken_down_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE plaque_search USING fts5 (grams, content='', tokenize='trigram');
"""
