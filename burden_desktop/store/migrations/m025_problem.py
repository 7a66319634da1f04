"""Step 025: 问题整改. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE problem (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, stands_since TEXT NOT NULL, stands_until TEXT,
  organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  found_on TEXT NOT NULL, fact TEXT NOT NULL, category TEXT NOT NULL, source TEXT, organ TEXT, responsible_unit TEXT,
  responsible_leader TEXT, deadline TEXT, clause TEXT, links TEXT, status TEXT, revisited_on TEXT, result TEXT
) STRICT;
CREATE INDEX problem_by_span ON problem (stands_since, stands_until, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_by_date ON problem (found_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_by_body ON problem (organ_id, found_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_number ON problem (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_fact ON problem (fact, id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_category ON problem (category, id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_source ON problem (coalesce(source, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_organ ON problem (coalesce(organ, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_deadline ON problem (coalesce(deadline, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_status ON problem (coalesce(status, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_order_revisited_on ON problem (coalesce(revisited_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX problem_by_deadline ON problem (deadline) WHERE deadline IS NOT NULL AND withdrawn_at IS NULL;
CREATE VIRTUAL TABLE problem_search USING fts5 (grams, content='', tokenize='trigram');
"""
