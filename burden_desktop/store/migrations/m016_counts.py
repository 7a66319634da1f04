"""Step 016: counts of months and periods that are kept until a record of theirs changes, and papers by family.

It has run somewhere: never edit it.
"""

from typing import Final

SCRIPT: Final = """
CREATE TABLE month_count (
  kind TEXT NOT NULL, month TEXT NOT NULL, organ_id INTEGER NOT NULL, things INTEGER NOT NULL, receipts INTEGER NOT NULL,
  minutes INTEGER NOT NULL, PRIMARY KEY (kind, month, organ_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE period_count (
  kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, things INTEGER NOT NULL, receipts INTEGER NOT NULL,
  minutes INTEGER NOT NULL, PRIMARY KEY (kind, first, last)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER document_count_added AFTER INSERT ON document BEGIN DELETE FROM month_count WHERE kind = 'document' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'document' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER document_count_changed AFTER UPDATE OF booked_in, late, family, organ_id, minutes, withdrawn_at ON document BEGIN DELETE FROM month_count WHERE kind = 'document' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'document' AND OLD.booked_in BETWEEN first AND last; DELETE FROM month_count WHERE kind = 'document' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'document' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER document_count_gone AFTER DELETE ON document BEGIN DELETE FROM month_count WHERE kind = 'document' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'document' AND OLD.booked_in BETWEEN first AND last; END;
CREATE TRIGGER meeting_count_added AFTER INSERT ON meeting BEGIN DELETE FROM month_count WHERE kind = 'meeting' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'meeting' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER meeting_count_changed AFTER UPDATE OF booked_in, late, family, organ_id, duration_minutes, withdrawn_at ON meeting BEGIN DELETE FROM month_count WHERE kind = 'meeting' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'meeting' AND OLD.booked_in BETWEEN first AND last; DELETE FROM month_count WHERE kind = 'meeting' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'meeting' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER meeting_count_gone AFTER DELETE ON meeting BEGIN DELETE FROM month_count WHERE kind = 'meeting' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'meeting' AND OLD.booked_in BETWEEN first AND last; END;
CREATE TRIGGER inspection_count_added AFTER INSERT ON inspection BEGIN DELETE FROM month_count WHERE kind = 'inspection' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'inspection' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER inspection_count_changed AFTER UPDATE OF booked_in, late, family, organ_id, minutes, withdrawn_at ON inspection BEGIN DELETE FROM month_count WHERE kind = 'inspection' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'inspection' AND OLD.booked_in BETWEEN first AND last; DELETE FROM month_count WHERE kind = 'inspection' AND month = NEW.booked_in; DELETE FROM period_count WHERE kind = 'inspection' AND NEW.booked_in BETWEEN first AND last; END;
CREATE TRIGGER inspection_count_gone AFTER DELETE ON inspection BEGIN DELETE FROM month_count WHERE kind = 'inspection' AND month = OLD.booked_in; DELETE FROM period_count WHERE kind = 'inspection' AND OLD.booked_in BETWEEN first AND last; END;
CREATE INDEX document_by_family ON document (family, booked_in) WHERE family IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX inspection_by_family ON inspection (family, booked_in) WHERE family IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX document_not_counted ON document (booked_in) WHERE counted = '否' AND late = 0 AND withdrawn_at IS NULL;
CREATE INDEX meeting_comprehensive ON meeting (held_on) WHERE nature = '综合' AND withdrawn_at IS NULL;
"""
