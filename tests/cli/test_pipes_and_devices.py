"""A pipe that nobody writes to, and a device that never ends, keep no command waiting."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Console

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")

_PATIENCE = 60


@pytest.fixture(autouse=True)
def nobody_waits() -> Iterator[None]:
    """A command that waits for ever fails its test instead of holding up all the others."""

    def give_up(*_: object) -> None:
        raise AssertionError("the command waits for a pipe")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe.csv")
    return tmp_path / "pipe.csv"


_COMMANDS = (
    ("read", "{}"),
    ("import", "{}", "--dry-run"),
    ("import", "{}"),
    ("figures", "--file", "{}"),
    ("calendar", "{}"),
    ("restore", "{}"),
    ("restore", "{}", "--dry-run"),
    ("rescue", "out.db", "--base", "{}"),
    ("takeover", "{}"),
    ("audit", "{}", "{}"),
    ("check", "--signed", "{}"),
    ("verify", "{}", "--trust", "."),
    ("verify", "x.pdf", "--trust", "{}"),
    ("identity", "show", "{}", "--passphrase-file", "{}"),
    ("identity", "export", "{}", "--passphrase-file", "pass", "--out", "x.cer"),
    ("identity", "import", "{}", "--passphrase-file", "pass", "--out", "y.p12"),
    ("identity", "sheet", "{}", "--passphrase-file", "pass", "--out", "sheet"),
    ("identity", "new", "--name", "n", "--code", "N-1", "--passphrase-file", "{}", "--out", "z.p12"),
    ("close", "2026-03", "--identity", "{}", "--passphrase-file", "pass", "--out", "out"),
    ("close", "2026-03", "--identity", "pass", "--passphrase-file", "{}", "--out", "out"),
    ("handover", "h.zip", "--identity", "{}"),
)


@pytest.mark.parametrize("strange", ["pipe", "/dev/zero", "x" * 300, "pass/in", "."])
def test_no_command_waits_for_it(console: Console, pipe: Path, monkeypatch: pytest.MonkeyPatch, strange: str) -> None:
    monkeypatch.chdir(console.folder)
    Path("pass").write_text("春风又绿江南岸明月照我还", "utf-8")
    asked = str(pipe if strange == "pipe" else strange)
    for words in _COMMANDS:
        code, _, told = console.run(*(word.format(asked) for word in words))
        assert code == 1 and "Traceback" not in told, (words, told)


def test_a_ledger_that_is_a_pipe_is_no_ledger(console: Console, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.db")
    console.ledger = tmp_path / "p.db"
    for words in (("check",), ("month", "2026-03"), ("backup",), ("list", "document")):
        assert "不是普通文件" in console.refused(*words)


def test_a_pipe_in_the_place_of_the_lock_is_told(console: Console) -> None:
    lock = console.ledger.with_name(console.ledger.name + ".lock")
    lock.unlink()
    os.mkfifo(lock)
    assert "不能写入" in console.refused("add", "document", "received_on=2026-03-05", "organ=青禾县民政局", "title=通知")
    assert console.json("check")["ok"], "reading needs no lock"


def test_a_commission_is_kept_waiting_by_none(console: Console, pipe: Path, tmp_path: Path) -> None:
    console.ledger = tmp_path / "c.db"
    console.ok("init", "--name", "青禾县纪委监委", "--code", "JW-01", "--role", "commission")
    os.mkfifo(tmp_path / "p.pdf")
    assert "不是文件" in console.run("receive", pipe)[1]
    assert "不是文件" in console.run("receive", tmp_path)[1]
    assert console.refused("points", "enrol", pipe, "--fingerprint", "00")
