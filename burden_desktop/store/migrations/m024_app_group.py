"""Step 024: 工作群·应用. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE app_group (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, stands_since TEXT NOT NULL, stands_until TEXT,
  organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  title TEXT NOT NULL, organ TEXT NOT NULL, type TEXT NOT NULL, status TEXT, check_in TEXT, created_on TEXT, closed_on TEXT
) STRICT;
CREATE INDEX app_group_by_span ON app_group (stands_since, stands_until, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_created_on ON app_group (coalesce(created_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_by_body ON app_group (organ_id, coalesce(created_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_number ON app_group (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_title ON app_group (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_organ ON app_group (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_type ON app_group (type, id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_status ON app_group (coalesce(status, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_check_in ON app_group (coalesce(check_in, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX app_group_order_closed_on ON app_group (coalesce(closed_on, ''), id) WHERE withdrawn_at IS NULL;
CREATE VIRTUAL TABLE app_group_search USING fts5 (grams, content='', tokenize='trigram');
"""
