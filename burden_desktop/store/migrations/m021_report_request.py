"""Step 021: 报表. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE report_request (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, booked_in TEXT NOT NULL, late INTEGER NOT NULL,
  family TEXT, organ_id INTEGER REFERENCES organ (id),
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL, withdrawn_at TEXT,
  received_on TEXT NOT NULL, organ TEXT NOT NULL, title TEXT NOT NULL, deadline TEXT, frequency TEXT, channel TEXT,
  in_catalogue TEXT, stamp_required TEXT, items INTEGER, minutes INTEGER
) STRICT;
CREATE INDEX report_request_by_month ON report_request (booked_in, late, family, minutes, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_by_date ON report_request (received_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_by_body ON report_request (organ_id, received_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_number ON report_request (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_organ ON report_request (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_title ON report_request (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_deadline ON report_request (coalesce(deadline, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_frequency ON report_request (coalesce(frequency, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_channel ON report_request (coalesce(channel, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_order_in_catalogue ON report_request (coalesce(in_catalogue, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX report_request_by_deadline ON report_request (deadline) WHERE deadline IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX report_request_by_family ON report_request (family, booked_in) WHERE family IS NOT NULL AND withdrawn_at IS NULL;
CREATE TRIGGER report_request_count_added AFTER INSERT ON report_request BEGIN DELETE FROM month_count WHERE kind = 'report_request' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'report_request' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER report_request_count_changed AFTER UPDATE OF booked_in, late, family, organ_id, minutes, withdrawn_at ON report_request BEGIN DELETE FROM month_count WHERE kind = 'report_request' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'report_request' AND OLD.booked_in BETWEEN first AND last; DELETE FROM month_count WHERE kind = 'report_request' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'report_request' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER report_request_count_gone AFTER DELETE ON report_request BEGIN DELETE FROM month_count WHERE kind = 'report_request' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'report_request' AND OLD.booked_in BETWEEN first AND last; END;
CREATE VIRTUAL TABLE report_request_search USING fts5 (grams, content='', tokenize='trigram');
"""
