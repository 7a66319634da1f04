"""Keys of families that were harmed lead an entry astray; a repair makes the keys anew, and what was drawn from them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger
from burden_desktop.tasks.enter import enter

DOCUMENT = kind_named("document")


def test_a_repair_puts_together_what_harmed_keys_kept_apart(path: Path, ledger: Ledger, clock: Any) -> None:
    paper = {"organ": "青禾县教育局", "title": "甲通知", "doc_no": "青教〔2026〕9号"}
    enter(ledger, "document", {"received_on": "2026-03-02", **paper})
    ledger.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE document SET same_key = NULL, alike_key = NULL")
    with Ledger.open(path, clock=clock) as opened:
        enter(opened, "document", {"received_on": "2026-03-03", **paper})
        assert len({one.family for one in opened.records.page(DOCUMENT)}) == 2, "the harm is as we think"
        assert opened.derived.differing() == ("document same_key alike_key",)
        opened.derived.make_anew()
        assert {one.family for one in opened.records.page(DOCUMENT)} == {"青教〔2026〕9号"}
        assert opened.derived.differing() == () and opened.check().ok
