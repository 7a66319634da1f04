"""Kills the upgrade of an old ledger before every statement of it in turn and looks what the next start makes of it.
usage: python -m tests.crash.upgrade [--since WORDS] [--every N]"""

import argparse
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from burden_desktop.store import ledger as ledger_module
from burden_desktop.store.book import connect
from burden_desktop.store.ledger import Ledger

from .old_ledger import ORGAN, make_old_ledger
from .session import Ticking

RULES = '{"meeting-length": {"on": false}}'
EXPECTED = [("point", "QS-01"), ("setting", "rules.meeting-length"), ("organ", ORGAN)]
"""What the first version told in no entry, and what is entered as found once."""


def _old(folder: Path) -> tuple[Path, tuple[str, ...]]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "ledger.db"
    titles = make_old_ledger(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO setting VALUES ('rules', ?)", (RULES,))
    return path, titles


def _in_a_child(path: Path, before_each: Callable[[str], None]) -> bool:
    """Open the ledger, each statement told before it runs → whether the opening came to its end."""
    child = os.fork()
    if child == 0:
        def told(of: Path) -> sqlite3.Connection:
            connection = connect(of)
            connection.set_trace_callback(before_each)
            return connection

        ledger_module.connect = told  # type: ignore[attr-defined]
        Ledger.open(path, clock=Ticking(1)).close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the opening failed"
    return not os.WIFSIGNALED(status)


def statements(folder: Path) -> list[str]:
    """What an opening that nobody disturbs lets SQLite do."""
    path, _ = _old(folder)
    heard = folder / "statements"
    with heard.open("w", encoding="utf-8", buffering=1) as file:

        def note(words: str) -> None:
            file.write(" ".join(words.split()) + "\n")

        assert _in_a_child(path, note)
    return heard.read_text("utf-8").splitlines()


def killed_before(folder: Path, index: int) -> Iterator[str]:
    """The power goes before statement `index`, counted from 1 → what is wrong at the next start."""
    path, titles = _old(folder)
    left = [index]

    def count(_: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if _in_a_child(path, count):
        yield "was not killed"
    with Ledger.open(path, clock=Ticking(2)) as ledger:
        found = ledger.check()
        if not found.ok:
            yield f"check: {[one.what for one in found.strange]} {found}"
        entered = [(one.kind, one.number) for one in ledger.history.entries() if one.action == "found"]
        if entered != EXPECTED:
            yield f"found: {entered}"
        kept = {row[0] for row in ledger._book.rows("SELECT title FROM document")}
        if kept != set(titles):
            yield f"records: {kept}"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--since", default="", help="only from the first statement that holds these words")
    options.add_argument("--every", type=int, default=1)
    chosen = options.parse_args()
    started, faults, tried = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="upgrade-") as folder:
        all_of_them = statements(Path(folder) / "run")
        first = next(index for index, words in enumerate(all_of_them, 1) if chosen.since in words)
        for index in range(first, len(all_of_them) + 1, chosen.every):
            tried += 1
            for fault in killed_before(Path(folder) / "run", index):
                faults += 1
                print(f"before statement {index} ({all_of_them[index - 1][:60]}): {fault}", flush=True)
    print(f"{tried} of {len(all_of_them)} statements of an upgrade, {time.monotonic() - started:.0f} s; faults: {faults}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
