"""Step 005: what is told beside a change: who, which step, what it takes back. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
ALTER TABLE history_content ADD COLUMN beside TEXT;
"""
