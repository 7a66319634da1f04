"""Step 006: lists in the order of any column, and by body. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE INDEX document_by_body ON document (organ_id, received_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_number ON document (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_organ ON document (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_doc_no ON document (coalesce(doc_no, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_title ON document (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_channel ON document (coalesce(channel, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX document_order_deadline ON document (coalesce(deadline, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_by_body ON meeting (organ_id, held_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_number ON meeting (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_organ ON meeting (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_title ON meeting (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_starts_at ON meeting (coalesce(starts_at, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_duration_minutes ON meeting (coalesce(duration_minutes, -1), id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_format ON meeting (coalesce(format, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX meeting_order_headcount ON meeting (coalesce(headcount, -1), id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_by_body ON inspection (organ_id, starts_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_number ON inspection (number, id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_organ ON inspection (organ, id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_title ON inspection (title, id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_visit_type ON inspection (coalesce(visit_type, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_plan_status ON inspection (coalesce(plan_status, ''), id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_visitors ON inspection (coalesce(visitors, -1), id) WHERE withdrawn_at IS NULL;
CREATE INDEX inspection_order_escorts ON inspection (coalesce(escorts, -1), id) WHERE withdrawn_at IS NULL;
"""
