"""Step 071: what a person said of families, and the keys by which receipts of one thing are found.

It has run somewhere: never edit it.
"""

from typing import Final

SCRIPT: Final = """
ALTER TABLE document ADD COLUMN said TEXT;
ALTER TABLE document ADD COLUMN same_key INTEGER;
ALTER TABLE document ADD COLUMN alike_key INTEGER;
ALTER TABLE inspection ADD COLUMN said TEXT;
ALTER TABLE inspection ADD COLUMN same_key INTEGER;
ALTER TABLE inspection ADD COLUMN alike_key INTEGER;
ALTER TABLE report_request ADD COLUMN said TEXT;
ALTER TABLE report_request ADD COLUMN same_key INTEGER;
ALTER TABLE report_request ADD COLUMN alike_key INTEGER;
ALTER TABLE meeting ADD COLUMN said TEXT;
ALTER TABLE certificate ADD COLUMN said TEXT;
CREATE INDEX document_said ON document (said, number) WHERE said IS NOT NULL;
CREATE INDEX document_by_same_key ON document (same_key) WHERE same_key IS NOT NULL;
CREATE INDEX document_by_alike_key ON document (alike_key) WHERE alike_key IS NOT NULL;
CREATE INDEX inspection_said ON inspection (said, number) WHERE said IS NOT NULL;
CREATE INDEX inspection_by_alike_key ON inspection (alike_key) WHERE alike_key IS NOT NULL;
CREATE INDEX report_request_said ON report_request (said, number) WHERE said IS NOT NULL;
CREATE INDEX report_request_by_alike_key ON report_request (alike_key) WHERE alike_key IS NOT NULL;
"""
