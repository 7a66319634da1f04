"""A command line on a ledger of its own, at a standing time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.app import texts
from burden_desktop.cli.main import run
from burden_desktop.cli.workshop import Workshop

from ..conftest import StandingClock

_SAID_BESIDE = ("的报送日", "没有改动任何记录", "台账里已有同样的一条")
"""Most tests seal long after the day, some with nothing changed, and enter one paper twice."""


class Console:
    """Runs commands as a shell would: `ok` expects exit 0, `refused` 1; both give what was printed."""

    def __init__(self, folder: Path, clock: StandingClock, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.ledger = folder / "a.db"
        self.clock = clock
        self._captured = captured
        self._workshop = Workshop(folder / "default.db", clock, texts, lambda *_: ())

    def run(self, *words: object) -> tuple[int, str, str]:
        code = run(["--ledger", str(self.ledger), *map(str, words)], self._workshop)
        told = self._captured.readouterr()
        return code, told.out, told.err

    def ok(self, *words: object) -> str:
        code, out, err = self.run(*words)
        said = [line for line in err.splitlines() if not any(words in line for words in _SAID_BESIDE)]
        assert (code, said) == (0, []), (out, err)
        return out

    def json(self, *words: object) -> Any:
        return json.loads(self.ok(*words, "--json"))

    def lines(self, *words: object) -> list[Any]:
        return [json.loads(line) for line in self.ok(*words, "--json").splitlines()]

    def refused(self, *words: object) -> str:
        code, out, err = self.run(*words)
        assert code == 1 and err.strip(), (code, out, err)
        return err


@pytest.fixture
def console(tmp_path: Path, clock: StandingClock, capsys: pytest.CaptureFixture[str]) -> Console:
    made = Console(tmp_path, clock, capsys)
    made.ok("init", "--name", "青禾县石桥镇", "--code", "SQ-01", "--commission", "青禾县纪委监委")
    return made


@pytest.fixture
def identified(console: Console) -> Console:
    """The console's point has an identity, and the commission trusts it."""
    (console.folder / "pass").write_text("春风又绿江南岸明月照我还\n", "utf-8")
    where = ("--passphrase-file", console.folder / "pass")
    console.ok("identity", "new", "--name", "青禾县石桥镇", "--code", "SQ-01", "--out", console.folder / "id.p12", *where)
    console.ok("identity", "export", console.folder / "id.p12", "--out", console.folder / "trust/SQ-01.cer", *where)
    return console


AddPapers = Callable[..., None]


@pytest.fixture
def closing(identified: Console) -> tuple[object, ...]:
    """The words behind `close YYYY-MM`."""
    folder = identified.folder
    return ("--identity", folder / "id.p12", "--passphrase-file", folder / "pass", "--out", folder / "out")
