"""Step 060: where restores and noted breaks stand in the history, found without reading all of it. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE INDEX history_restores ON history (seq) WHERE action = 'restore';
CREATE INDEX history_breaks ON history (seq) WHERE action = 'break';
"""
