"""Step 050: the first letters (pinyin) of titles and bodies, as they stand in the search index. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE TABLE spelling (
  kind TEXT NOT NULL, record_id INTEGER NOT NULL, letters TEXT NOT NULL, PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID;
"""
