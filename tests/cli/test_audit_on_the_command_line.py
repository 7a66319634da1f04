"""Two real signed files, laid side by side by their reader alone."""

import json
import sqlite3
from contextlib import closing

from burden_desktop.domain.history import GENESIS, canonical, digest_of, link

from .conftest import Console


def _paper(console: Console, day: str, title: str) -> str:
    told = console.json("add", "document", f"received_on={day}", "organ=青禾县民政局", f"title={title}")
    return str(told["number"])


def _rebuild_from(console: Console, first: int) -> None:
    """Alter entry `first` and everything that follows from it, as somebody would who knows how the ledger is made."""
    with closing(sqlite3.connect(console.ledger)) as connection:
        rows = connection.execute("SELECT seq, at, action, kind, number, digest, hash FROM history ORDER BY seq").fetchall()
        head = rows[first - 2][6] if first > 1 else GENESIS
        for seq, at, action, kind, number, digest, _ in rows[first - 1 :]:
            at = "2026-04-02T08:00:00+08:00" if seq == first else at
            if kind == "month" and action == "seal":
                salt, after = connection.execute("SELECT salt, after FROM history_content WHERE seq = ?", (seq,)).fetchone()
                told = {**json.loads(after), "head": head}
                beside = connection.execute("SELECT beside FROM history_content WHERE seq = ?", (seq,)).fetchone()[0]
                digest = digest_of(salt, None, told, json.loads(beside) if beside else None)
                connection.execute("UPDATE history_content SET after = ? WHERE seq = ?", (canonical(told).decode(), seq))
                connection.execute("UPDATE month_revision SET chain_head = ? WHERE chain_seq = ?", (head, seq - 1))
            head = link(head, seq, at, action, kind, number, digest)
            connection.execute("UPDATE history SET at = ?, digest = ?, hash = ? WHERE seq = ?", (at, digest, head, seq))
        connection.commit()


def test_audit_tells_what_became_of_what_was_handed_in(identified: Console, closing: tuple[object, ...]) -> None:
    console = identified
    first = _paper(console, "2026-03-05", "关于某事的通知")
    _paper(console, "2026-03-06", "关于另一件事的通知")
    march = console.json("close", "2026-03", *closing)["file"]
    console.clock.set(2026, 5, 3)
    console.ok("correct", "2026-03", "--reason", "核对后更正")
    console.ok("withdraw", first) if "withdraw" in console.run("--help")[1] else None
    again = console.json("close", "2026-03", *closing)["file"]
    april = console.json("close", "2026-04", *closing)["file"]
    found = json.loads(console.ok("audit", march, again, "--json"))
    assert (found["link"], found["extends"], found["same_key"], found["reopened"]) == ("extends", True, True, ["2026-03"])
    assert (found["old"]["revision"], found["new"]["revision"]) == (1, 2)
    code, out, _ = console.run("audit", march, april, "--json")
    assert (code, json.loads(out)["extends"]) == (1, None)
    code, out, _ = console.run("audit", april, march, "--json")
    assert (code, json.loads(out)["extends"]) == (1, False)
    assert json.loads(console.ok("check", "--signed", again, "--json"))["ok"]
    _rebuild_from(console, 2)
    assert console.json("check")["ok"], "who rebuilds everything deceives the ledger alone"
    code, out, _ = console.run("check", "--signed", march, "--json")
    assert (code, json.loads(out)["chain"]["first_bad"]) == (1, 2)
    (console.folder / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert "不能比对" in console.refused("audit", march, console.folder / "x.pdf")
    assert "不能读取" in console.refused("audit", march, console.folder / "none.pdf")
