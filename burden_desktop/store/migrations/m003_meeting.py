"""Step 003: 参会. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  held_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, starts_at TEXT, ends_at TEXT,
  duration_minutes INTEGER, format TEXT, place TEXT, convener_level TEXT, attendee_level TEXT, attendees TEXT,
  headcount INTEGER, escort TEXT, nature TEXT, travel_minutes INTEGER, notice TEXT, note TEXT
) STRICT;
CREATE INDEX meeting_by_month ON meeting (booked_in, late, family, duration_minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_by_date ON meeting (held_on, id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE meeting_search USING fts5 (grams, content='', tokenize='trigram');
"""
