"""The whole program, driven through its journeys in a process of its own, opens no socket of any network."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WATCH = """
import socket, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise SystemExit(f"network: {event} {arguments}")
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        raise SystemExit(f"network: {event} {arguments}")

sys.addaudithook(watch)
"""
JOURNEYS = """
    import sys
    from pathlib import Path
    from burden_desktop.app import start
    folder = Path(sys.argv[1])
    demo = folder / "demo"
    def run(*words):
        code = start([str(word) for word in words])
        assert code == 0, (words, code)
    run("demo", "--out", demo)
    (folder / "pass").write_text("made for this test")
    secret = ("--passphrase-file", folder / "pass")
    point = ("--ledger", folder / "p" / "ledger.db")
    run(*point, "init", "--name", "A", "--code", "A-1")
    run("identity", "new", "--name", "A", "--code", "A-1", "--out", folder / "a.p12", *secret)
    run("identity", "sheet", folder / "a.p12", *secret, "--out", folder / "sheet")
    run(*point, "add", "document", "received_on=2026-01-05", "organ=B", "title=C")
    run(*point, "close", "2026-01", "--identity", folder / "a.p12", *secret, "--out", folder / "in")
    (folder / "trust").mkdir()
    (folder / "trust" / "a.cer").write_bytes((folder / "sheet" / "A-1.cer").read_bytes())
    run("verify", *(folder / "in").glob("*.pdf"), "--trust", folder / "trust")
    commission = ("--ledger", folder / "c" / "ledger.db")
    run(*commission, "init", "--name", "D", "--code", "D-1", "--role", "commission")
    from burden_desktop.signing.enrolment import look_at
    found = look_at((folder / "trust" / "a.cer").read_bytes())
    run(*commission, "points", "enrol", folder / "trust" / "a.cer", "--fingerprint", found.fingerprint)
    run(*commission, "receive", folder / "in")
    run(*commission, "overview")
    run(*point, "backup")
    run(*point, "check")
    run("self-check")
"""


def _driven(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run with the watch in this process and in every process that it starts."""
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH)
    paths = os.pathsep.join([str(folder / "watch"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(folder)],
        capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
    )  # fmt: skip


def test_the_whole_program_opens_no_socket(tmp_path: Path) -> None:
    done = _driven(JOURNEYS, tmp_path)
    assert done.returncode == 0 and "network" not in done.stderr, done.stdout[-500:] + done.stderr[-2000:]


def test_the_watch_goes_red(tmp_path: Path) -> None:
    done = _driven("import socket; socket.socket()", tmp_path)
    assert done.returncode == 1 and "network: socket.__new__" in done.stderr
