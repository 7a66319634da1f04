"""Step 020: what is due is found through an index, not by reading every record. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE INDEX document_by_deadline ON document (deadline) WHERE deadline IS NOT NULL AND withdrawn_at IS NULL;
"""
