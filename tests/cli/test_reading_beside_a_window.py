"""Commands that only read work while a window has the ledger open, and where nothing can be written; writers still exclude each other."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from burden_desktop.domain.errors.ledger import LedgerInUse, OnlyLooked
from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger
from burden_desktop.store.files.places import journal_of
from burden_desktop.store.looking import open_to_look

from ..conftest import ROOT
from .conftest import Console

DOCUMENT = kind_named("document")
PAPER = ("document", "received_on=2026-03-05", "organ=青禾县民政局", "title=关于报送情况的通知")


@contextlib.contextmanager
def _window(console: Console) -> Iterator[Ledger]:
    """The ledger open for writing, as a window has it."""
    with Ledger.open(console.ledger, clock=console.clock) as ledger:
        ledger.settings.set("language", "zh_CN")  # the first write takes SQLite's own lock for good
        yield ledger


def test_every_reading_command_works_beside_an_open_window_and_sees_what_is_saved(console: Console) -> None:
    console.ok("add", *PAPER)
    backups = console.folder / "backups"
    kept = sorted(backups.iterdir())
    with _window(console) as window:
        second = window.records.add(DOCUMENT, DOCUMENT.validate({**dict(word.split("=") for word in PAPER[1:]), "title": "窗口里新录的"}))
        assert [row["number"] for row in console.lines("list", "document")] == ["收2026-0001", second.number]
        assert console.json("month", "2026-03")["kinds"]["document"]["month"] == 2
        assert console.json("check")["ok"]
        assert len(console.lines("search", "窗口")) == 1
        console.ok("export", "document", "--out", console.folder / "out.xlsx")
        assert len(console.json("import", console.folder / "out.xlsx", "--dry-run")["already_there"]) == 2
        console.ok("report", "2026-03", "--out", console.folder / "drafts")
        console.ok("copies", "2026-03", "--out", console.folder / "drafts")
        console.ok("kin", second.number)
        assert "已在另一个窗口中打开" in console.refused("add", *PAPER)
        assert "已在另一个窗口中打开" in console.refused("check", "--repair")
        assert window.check().ok and window.records.add(DOCUMENT, second.values)
    assert sorted(backups.iterdir()) == kept, "looking leaves nothing behind"


def test_a_ledger_where_no_lock_can_be_made_is_read_and_reported_elsewhere(console: Console) -> None:
    console.ok("add", *PAPER)
    lock = console.ledger.with_name("a.db.lock")
    lock.unlink(missing_ok=True)
    lock.mkdir()  # as a disc or a share without rights takes no file there
    before = sorted(file.name for file in console.folder.iterdir())
    content = console.ledger.read_bytes()
    assert len(console.lines("list", "document")) == 1
    assert console.json("check")["ok"] and console.json("month", "2026-03")["kinds"]["document"]["month"] == 1
    assert "不能写入" in console.refused("add", *PAPER)
    assert sorted(file.name for file in console.folder.iterdir()) == before and console.ledger.read_bytes() == content


def test_what_is_only_looked_at_takes_nothing_in(console: Console) -> None:
    console.ok("add", *PAPER)
    with Ledger.look(console.ledger, clock=console.clock) as ledger:
        with pytest.raises(OnlyLooked):
            ledger.records.withdraw(DOCUMENT, 1)
        with pytest.raises(OnlyLooked):
            ledger.settings.set("targets", "{}")


def test_a_write_that_was_cut_short_is_taken_back_in_a_copy(console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    console.ok("add", *PAPER)
    monkeypatch.setattr("burden_desktop.store.looking._PATIENCE", 0.1)
    place = tmp_path / "cd"
    place.mkdir()
    with _window(console) as window:
        book = window._book
        with contextlib.suppress(LedgerInUse), book.writing() as connection:
            connection.execute("PRAGMA cache_spill = 1")
            connection.execute("PRAGMA cache_size = 1")
            connection.execute("UPDATE document SET title = '写了一半'")
            connection.executemany("INSERT INTO setting VALUES (?, ?)", [(f"k{n}", "x" * 3000) for n in range(200)])
            shutil.copyfile(console.ledger, place / "a.db")
            shutil.copyfile(journal_of(console.ledger), journal_of(place / "a.db"))
            raise LedgerInUse(path=place)
    looked = open_to_look(place / "a.db", console.clock)
    assert looked.rows("SELECT title FROM document") == [("关于报送情况的通知",)]
    assert looked.row("SELECT 1 FROM setting WHERE key = 'k1'") is None
    looked.connection.close()


_WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger
document = kind_named("document")
with Ledger.open(Path(sys.argv[1]), clock=lambda: datetime.now().astimezone()) as ledger:
    print("open", flush=True)
    for n in range(60):
        rows = [document.validate({"received_on": "2026-03-05", "organ": "青禾县民政局", "title": f"第{n}批第{i}件", "note": "长" * 300}) for i in range(7)]
        ledger.records.add_many(document, rows)
"""


def test_readers_beside_a_busy_writer_never_see_half_a_batch(console: Console) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(console.ledger)], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ}
    ) as writer:
        assert writer.stdout and writer.stdout.readline() == "open\n"
        seen = []
        while writer.poll() is None:
            with Ledger.look(console.ledger, clock=console.clock) as ledger:
                seen.append(ledger.records.count(DOCUMENT))
        assert writer.wait() == 0
    assert seen and all(count % 7 == 0 for count in seen)
    with Ledger.look(console.ledger, clock=console.clock) as ledger:
        assert ledger.records.count(DOCUMENT) == 420 and ledger.check().ok
