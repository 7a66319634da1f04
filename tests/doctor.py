"""What somebody does to a ledger who knows how it is made and has the file: changed with sqlite3 alone, chain rebuilt."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from burden_desktop.domain.chain.history import GENESIS, canonical, digest_of, link


def rebuild_from(ledger: Path, first: int, alter: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """Alter the ledger and make entry `first` and everything that follows from it fit again. Entries that `alter`
    deleted are closed up. Without `alter`, the hour of entry `first` is changed."""
    with closing(sqlite3.connect(ledger)) as connection:
        if alter is None:
            move(connection, first, "2026-04-02T08:00:00+08:00")
        else:
            alter(connection)
        _close_up(connection)
        row = connection.execute("SELECT hash FROM history WHERE seq = ?", (first - 1,)).fetchone()
        head = row[0] if row else GENESIS
        rows = connection.execute(
            "SELECT seq, at, action, kind, number, digest FROM history WHERE seq >= ? ORDER BY seq", (first,)
        ).fetchall()
        for seq, at, action, kind, number, digest in rows:
            if kind == "month" and action == "seal":
                digest = _sealed_anew(connection, seq, number, head)
            head = link(head, seq, at, action, kind, number, digest)
            connection.execute("UPDATE history SET digest = ?, hash = ? WHERE seq = ?", (digest, head, seq))
        connection.commit()


def move(connection: sqlite3.Connection, seq: int, at: str) -> None:
    """The entry `seq` made at another hour, and its record too, as whoever knows the program would do it."""
    kind, number = connection.execute("SELECT kind, number FROM history WHERE seq = ?", (seq,)).fetchone()
    connection.execute("UPDATE history SET at = ? WHERE seq = ?", (at, seq))
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (f"{kind}_search",)).fetchone():
        connection.execute(f"UPDATE {kind} SET created_at = ?, changed_at = ? WHERE number = ?", (at, at, number))  # noqa: S608 - a kind of ours


def _close_up(connection: sqlite3.Connection) -> None:
    """Sequence numbers without holes."""
    old = [row[0] for row in connection.execute("SELECT seq FROM history ORDER BY seq")]
    connection.execute("PRAGMA foreign_keys = OFF")
    for new, seq in enumerate(old, 1):
        if new != seq:
            connection.execute("UPDATE history SET seq = ? WHERE seq = ?", (new, seq))
            connection.execute("UPDATE history_content SET seq = ? WHERE seq = ?", (new, seq))


def _sealed_anew(connection: sqlite3.Connection, seq: int, month: str, head: str) -> str:
    """The entry of a seal names the head that was signed: it must name the new one."""
    salt, after, beside = connection.execute(
        "SELECT salt, after, beside FROM history_content WHERE seq = ?", (seq,)
    ).fetchone()
    told = {**json.loads(after), "head": head}
    connection.execute("UPDATE history_content SET after = ? WHERE seq = ?", (canonical(told).decode(), seq))
    connection.execute(
        "UPDATE month_revision SET chain_seq = ?, chain_head = ? WHERE month = ? AND revision = ?",
        (seq - 1, head, month, told["revision"]),
    )
    return digest_of(salt, None, told, json.loads(beside) if beside else None)


def _bring_later(connection: sqlite3.Connection, body: list[str]) -> None:
    for seq, salt, after, beside in connection.execute(
        "SELECT seq, salt, after, beside FROM history_content WHERE json_extract(after, '$.organ') = ? ORDER BY seq LIMIT 1", body[:1]
    ).fetchall():
        told = {**json.loads(after), "new_body": body}
        digest = digest_of(salt, None, told, json.loads(beside) if beside else None)
        connection.execute("UPDATE history_content SET after = ? WHERE seq = ?", (canonical(told).decode(), seq))
        connection.execute("UPDATE history SET digest = ? WHERE seq = ?", (digest, seq))


def delete_record(number: str) -> Callable[[sqlite3.Connection], None]:
    """Remove a document, its search text and every entry of it; a body that it brought is told by the next that names it."""

    def alter(connection: sqlite3.Connection) -> None:
        (record,) = connection.execute("SELECT id FROM document WHERE number = ?", (number,)).fetchone()
        seqs = connection.execute("SELECT seq FROM history WHERE number = ?", (number,)).fetchall()
        brought = connection.execute(
            "SELECT json_extract(after, '$.new_body') FROM history JOIN history_content USING (seq) WHERE number = ? ORDER BY seq", (number,)
        ).fetchone()
        connection.executemany("DELETE FROM history_content WHERE seq = ?", seqs)
        connection.execute("DELETE FROM history WHERE number = ?", (number,))
        if brought[0]:
            _bring_later(connection, json.loads(brought[0]))
        connection.execute("DELETE FROM document WHERE id = ?", (record,))

    return alter
