"""Step 026: changes and withdrawals of the chain by themselves. It has run somewhere: never edit it."""

from typing import Final

SCRIPT: Final = """
CREATE INDEX history_acts ON history (action, seq, kind) WHERE action IN ('change', 'withdraw', 'purge');
"""
