"""Step 022: 证明. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  requested_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, basis TEXT, handling TEXT
) STRICT;
CREATE INDEX certificate_by_month ON certificate (booked_in, late, family, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_by_date ON certificate (requested_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_by_body ON certificate (organ_id, requested_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_order_number ON certificate (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_order_organ ON certificate (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_order_title ON certificate (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_order_basis ON certificate (coalesce(basis, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX certificate_order_handling ON certificate (coalesce(handling, ''), id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER certificate_count_added AFTER INSERT ON certificate BEGIN DELETE FROM month_count WHERE kind = 'certificate' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'certificate' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER certificate_count_changed AFTER UPDATE OF booked_in, late, family, organ_id, withdrawn_at ON certificate BEGIN DELETE FROM month_count WHERE kind = 'certificate' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'certificate' AND OLD.booked_in BETWEEN first AND last; DELETE FROM month_count WHERE kind = 'certificate' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'certificate' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER certificate_count_gone AFTER DELETE ON certificate BEGIN DELETE FROM month_count WHERE kind = 'certificate' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'certificate' AND OLD.booked_in BETWEEN first AND last; END;
CREATE VIRTUAL TABLE certificate_search USING fts5 (grams, content='', tokenize='trigram');
"""
