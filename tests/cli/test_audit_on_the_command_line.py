"""Two real signed files, laid side by side by their reader alone."""

import json

from ..doctor import rebuild_from
from .conftest import Console


def _paper(console: Console, day: str, title: str) -> str:
    told = console.json("add", "document", f"received_on={day}", "organ=青禾县民政局", f"title={title}")
    return str(told["number"])


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
    rebuild_from(console.ledger, 2)
    assert console.json("check")["ok"], "who rebuilds everything deceives the ledger alone"
    code, out, _ = console.run("check", "--signed", march, "--json")
    assert (code, json.loads(out)["chain"]["first_bad"]) == (1, 2)
    (console.folder / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert "不能比对" in console.refused("audit", march, console.folder / "x.pdf")
    assert "不能读取" in console.refused("audit", march, console.folder / "none.pdf")
