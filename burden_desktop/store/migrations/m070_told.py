"""Step 070: entries of what is no record are found without reading all of the history; each rule is a setting of its own.

It has run somewhere: never edit it.
"""

from typing import Final

SCRIPT: Final = """
CREATE INDEX history_told ON history (kind, number, seq) WHERE kind = 'point' OR kind = 'setting' OR kind = 'figure' OR kind = 'finding' OR kind = 'organ' OR kind = 'month' OR kind = 'ledger';
INSERT OR REPLACE INTO setting SELECT 'rules.' || rule.key, rule.value FROM setting AS packed, json_each(CASE WHEN json_valid(packed.value) THEN packed.value ELSE '{}' END) AS rule WHERE packed.key = 'rules' AND rule.type = 'object';
DELETE FROM setting WHERE key = 'rules';
"""
