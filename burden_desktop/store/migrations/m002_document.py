"""Step 002: 收文. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE document (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  received_on TEXT NOT NULL, organ TEXT NOT NULL, doc_no TEXT, title TEXT NOT NULL, carrier TEXT, channel TEXT,
  copies INTEGER, issued_on TEXT, addressee TEXT, urgency TEXT, pages INTEGER, characters INTEGER, scope TEXT,
  genre TEXT, asks TEXT, deadline TEXT, counted TEXT, handling TEXT, minutes INTEGER, note TEXT
) STRICT;
CREATE INDEX document_by_month ON document (booked_in, late, family, minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX document_by_date ON document (received_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE document_search USING fts5 (grams, content='', tokenize='trigram');
"""
