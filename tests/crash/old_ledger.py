"""A ledger as the first version made it, written without the program: for migrations that are cut short."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from burden_desktop.domain.bodies.organ import guess_level
from burden_desktop.domain.chain.history import GENESIS, canonical, digest_of, link
from burden_desktop.store.migrations import APPLICATION_ID
from burden_desktop.store.migrations.running import MIGRATIONS

ORGAN = "云岭县应急管理局"
AT = "2026-01-05T08:00:00+08:00"
LAST_OF_THE_FIRST_VERSION = "m005_beside"


def make_old_ledger(path: Path, records: int = 30) -> tuple[str, ...]:
    """A ledger of the first four steps with that many papers of January 2026 → their titles."""
    titles = tuple(f"旧版第{n}件" for n in range(1, records + 1))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        MIGRATIONS.apply(Database(connection), stop_before=LAST_OF_THE_FIRST_VERSION)
        connection.execute("BEGIN")
        connection.execute("INSERT INTO point VALUES (1, '云岭县青石镇', 'QS-01', '', '', '', 5, '')")
        level = guess_level(ORGAN)
        connection.execute("INSERT INTO organ VALUES (1, ?, ?, NULL, NULL)", (ORGAN, level and level.value))
        connection.execute("INSERT INTO number_series VALUES ('document', '2026', ?)", (records,))
        head = GENESIS
        for seq, title in enumerate(titles, 1):
            head = _paper(connection, seq, title, head)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return titles


def _paper(connection: sqlite3.Connection, seq: int, title: str, head: str) -> str:
    number = f"收2026-{seq:04d}"
    state = {"title": title, "organ": ORGAN, "received_on": "2026-01-05", "booked_in": "2026-01"}
    digest = digest_of(b"0" * 16, None, state)
    head = link(head, seq, AT, "add", "document", number, digest)
    connection.execute(
        "INSERT INTO document (id, number, booked_in, late, organ_id, created_at, changed_at, received_on, organ, title)"
        " VALUES (?, ?, '2026-01', 0, 1, ?, ?, '2026-01-05', ?, ?)",
        (seq, number, AT, AT, ORGAN, title),
    )
    grams = "\x1f" + "\x1f".join("\n".join((number, ORGAN, title))) + "\x1f"
    connection.execute("INSERT INTO document_search (rowid, grams) VALUES (?, ?)", (seq, grams))
    connection.execute("INSERT INTO history VALUES (?, ?, 'add', 'document', ?, ?, ?)", (seq, AT, number, digest, head))
    kept = canonical(state).decode()
    assert json.loads(kept) == state
    connection.execute("INSERT INTO history_content VALUES (?, ?, NULL, ?)", (seq, b"0" * 16, kept))
    return head
