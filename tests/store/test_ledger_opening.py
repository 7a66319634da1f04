"""Making, opening and closing: one window at a time, nothing half made, nothing damaged taken for whole."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import (
    CannotRead,
    CannotWrite,
    DamagedLedger,
    LedgerExists,
    LedgerInUse,
    LedgerMissing,
    NotALedger,
)
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger, making
from burden_desktop.store.book import connect
from burden_desktop.store.files.lock import LedgerLock
from burden_desktop.store.migrations import APPLICATION_ID
from burden_desktop.store.opening import integrity

DOCUMENT = kind_named("document")


def test_new_ledger_knows_its_point_and_is_empty(ledger: Ledger, point: Point, path: Path) -> None:
    assert ledger.point == point
    assert ledger.path == path
    assert ledger.check().ok
    assert ledger.check().counts == {kind.name: 0 for kind in KINDS}
    assert ledger.tallies.first_month() is None


def test_folder_is_made_with_the_ledger(tmp_path: Path, point: Point, clock: Any) -> None:
    with Ledger.create(tmp_path / "甲" / "乙" / "台账.db", point, clock=clock) as ledger:
        assert ledger.check().ok


def test_point_can_be_changed_and_leaves_an_entry(ledger: Ledger, path: Path, clock: Any) -> None:
    renamed = Point(name="青禾街道", code="QH-01", report_day=8)
    ledger.set_point(renamed)
    ledger.set_point(renamed)
    assert [(entry.action, entry.kind) for entry in ledger.history.entries()] == [("init", "point"), ("change", "point")]
    ledger.close()
    with Ledger.open(path, clock=clock) as opened:
        assert opened.point == renamed


def test_existing_file_is_never_overwritten(path: Path, point: Point, clock: Any) -> None:
    path.write_text("登记")
    with pytest.raises(LedgerExists):
        Ledger.create(path, point, clock=clock)
    assert path.read_text() == "登记"


def test_file_made_by_another_at_the_same_moment_is_kept(
    path: Path, point: Point, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda self: False)
    path.write_text("登记")
    with pytest.raises(LedgerExists):
        Ledger.create(path, point, clock=clock)
    assert path.read_text() == "登记"


def test_making_that_fails_leaves_no_half_file(
    path: Path, point: Point, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(book: Any) -> None:
        book.connection.execute("PRAGMA max_page_count = 3")
        book.connection.execute("CREATE TABLE much AS SELECT randomblob(100000)")

    monkeypatch.setattr(making, "migrate", full)
    with pytest.raises(CannotWrite):
        Ledger.create(path, point, clock=clock)
    assert not path.exists()
    monkeypatch.undo()
    with Ledger.create(path, point, clock=clock) as made:
        assert made.check().ok


def test_making_that_cannot_be_kept_leaves_nothing(
    path: Path, point: Point, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(making, "force_folder", refuse)
    with pytest.raises(CannotWrite):
        Ledger.create(path, point, clock=clock)
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db.lock"]


def test_place_that_is_no_folder_is_named(tmp_path: Path, point: Point, clock: Any) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        Ledger.create(tmp_path / "file" / "ledger.db", point, clock=clock)


def test_folder_that_takes_no_file_is_named(
    path: Path, point: Point, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched, pytest.raises(CannotWrite):
        patched.setattr(os, "open", refuse)
        Ledger.create(path, point, clock=clock)
    with monkeypatch.context() as patched, pytest.raises(CannotWrite):
        patched.setattr(Path, "touch", refuse)
        Ledger.create(path, point, clock=clock)


def test_missing_ledger_is_named(path: Path, clock: Any) -> None:
    with pytest.raises(LedgerMissing):
        Ledger.open(path, clock=clock)
    assert not path.exists()
    assert not list(path.parent.iterdir())


@pytest.mark.parametrize("content", [b"", b"notes", b"SQLite format 3\x00" + bytes(84), bytes(4096)])
def test_other_file_is_no_ledger_and_stays_as_it_is(path: Path, clock: Any, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALedger):
        Ledger.open(path, clock=clock)
    assert path.read_bytes() == content


def test_other_sqlite_file_is_no_ledger(path: Path, clock: Any, outside: Callable[..., None]) -> None:
    outside("CREATE TABLE t (x)")
    with pytest.raises(NotALedger):
        Ledger.open(path, clock=clock)


def test_folder_in_place_of_a_ledger_cannot_be_read(path: Path, clock: Any) -> None:
    path.mkdir()
    with pytest.raises(CannotRead):
        Ledger.open(path, clock=clock)


def test_ledger_without_its_point_is_refused(
    path: Path, ledger: Ledger, clock: Any, outside: Callable[..., None]
) -> None:
    ledger.close()
    outside("DELETE FROM point")
    with pytest.raises(NotALedger):
        Ledger.open(path, clock=clock)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_truncated_ledger_is_found_damaged(
    path: Path, ledger: Ledger, clock: Any, document: Callable[..., Any], keep: float
) -> None:
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in range(300)])
    ledger.close()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(DamagedLedger):
        Ledger.open(path, clock=clock)


def test_overwritten_page_is_found_damaged(
    path: Path, ledger: Ledger, clock: Any, document: Callable[..., Any]
) -> None:
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in range(300)])
    ledger.close()
    content = bytearray(path.read_bytes())
    for page in range(4096 * 2, len(content), 4096 * 3):
        content[page : page + 64] = b"\xee" * 64
    path.write_bytes(content)
    with pytest.raises(DamagedLedger):
        Ledger.open(path, clock=clock)


def test_damage_in_rows_that_opening_does_not_need_is_found(
    path: Path, ledger: Ledger, clock: Any, document: Callable[..., Any]
) -> None:
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in range(300)])
    ledger.close()
    content = bytearray(path.read_bytes())
    at = content.find("第150号通知".encode())
    while at > 0:
        content[at // 4096 * 4096] = 0xEE
        at = content.find("第150号通知".encode(), at + 4096)
    path.write_bytes(content)
    with pytest.raises(DamagedLedger):
        Ledger.open(path, clock=clock)


def test_lock_is_held_by_one_until_released(path: Path) -> None:
    first = LedgerLock(path)
    with pytest.raises(LedgerInUse):
        LedgerLock(path)
    first.release()
    first.release()
    LedgerLock(path).release()


def test_second_opening_in_this_program_is_refused(path: Path, ledger: Ledger, clock: Any) -> None:
    with pytest.raises(LedgerInUse):
        Ledger.open(path, clock=clock)
    ledger.close()
    ledger.close()
    with Ledger.open(path, clock=clock) as again:
        assert again.check().ok


def test_second_program_is_refused_and_the_first_goes_on(
    path: Path, ledger: Ledger, document: Callable[..., Any]
) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from burden_desktop.store import Ledger; from burden_desktop.domain.errors.ledger import LedgerInUse\n"
        "try: Ledger.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC))\n"
        "except LedgerInUse: sys.exit(7)\n"
    )
    second = subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=60)
    assert second.returncode == 7
    assert ledger.records.add(DOCUMENT, document()).number == "收2026-0001"


def test_ledger_held_by_a_database_browser_is_in_use(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    browser = sqlite3.connect(path, isolation_level=None)
    browser.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerInUse):
        Ledger.open(path, clock=clock)
    browser.close()


def test_lock_ends_with_a_killed_program_and_its_half_write_is_undone(
    path: Path, ledger: Ledger, clock: Any
) -> None:
    ledger.close()
    script = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from burden_desktop.store import Ledger\n"
        "ledger = Ledger.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC))\n"
        "with ledger._book.writing() as connection:\n"
        "    connection.execute('PRAGMA cache_size = 1')\n"
        "    connection.execute(\"INSERT INTO setting SELECT value, hex(randomblob(9000)) FROM"
        " json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]')\")\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=60)
    assert killed.returncode == -9
    assert path.with_name(path.name + "-journal").exists()
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().ok
        assert opened.settings.get("1") is None


def test_full_disk_is_named_and_keeps_what_was_there(ledger: Ledger, document: Callable[..., Any]) -> None:
    ledger.records.add(DOCUMENT, document())
    pages = ledger._book.row("PRAGMA page_count")
    assert pages
    ledger._book.connection.execute(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(CannotWrite):
        ledger.records.add_many(DOCUMENT, [document(note="字" * 3000) for _ in range(200)])
    assert ledger.records.count(DOCUMENT) == 1
    assert ledger.check().ok


def test_read_only_file_is_named_at_opening(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write every file")
    with pytest.raises(CannotWrite):
        Ledger.open(path, clock=clock)


def test_write_refused_by_the_disk_is_named(ledger: Ledger) -> None:
    ledger._book.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CannotWrite):
        ledger.settings.set("language", "en")


def test_wrong_statement_stays_our_own_fault(ledger: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError):
        ledger._book.rows("SELECT nothing FROM nowhere")


def test_file_that_turns_bad_while_open_is_named(path: Path, ledger: Ledger, document: Callable[..., Any]) -> None:
    ledger.records.add_many(DOCUMENT, [document(title=f"第{n}号通知") for n in range(300)])
    ledger._book.connection.execute("PRAGMA shrink_memory")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xee" * (size - 4096))
    ledger._book.connection.execute("PRAGMA cache_size = 0")
    with pytest.raises(DamagedLedger):
        ledger._book.rows("SELECT * FROM document")
    found = ledger.check()
    assert (found.ok, found.chain_ok, found.counts) == (False, False, {})
    assert found.integrity != "ok"


def test_connection_that_cannot_be_set_is_closed(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    shutil.copy(path, path.with_name("copy.db"))
    path.with_name("copy.db").write_bytes(b"x" * 5000)
    with pytest.raises(sqlite3.DatabaseError):
        connect(path.with_name("copy.db"))


def test_settings_keep_text(ledger: Ledger) -> None:
    assert ledger.settings.get("language") is None
    assert ledger.settings.get("language", "zh_CN") == "zh_CN"
    ledger.settings.set("language", "en")
    ledger.settings.set("language", "zh_CN")
    assert ledger.settings.get("language") == "zh_CN"
    assert len(ledger.history.entries()) == 1, "the point's own"


def test_file_that_sqlite_cannot_read_at_all_has_no_integrity(tmp_path: Path) -> None:
    (tmp_path / "rubbish").write_bytes(b"rubbish" * 1000)
    connection = sqlite3.connect(tmp_path / "rubbish")
    assert integrity(connection, full=True) == "file is not a database"
    connection.close()


def test_ledger_whose_making_was_cut_short_is_refused_and_kept(
    path: Path, clock: Any, outside: Callable[..., None]
) -> None:
    outside(f"PRAGMA application_id = {APPLICATION_ID}")
    with pytest.raises(NotALedger):
        Ledger.open(path, clock=clock)
    assert len(list((path.parent / "backups").iterdir())) == 1


@pytest.mark.parametrize("step", ["m071_kinship", "m023_plaque"])
def test_a_step_that_ran_and_is_not_listed_is_listed_again(path: Path, ledger: Ledger, clock: Any, step: str) -> None:
    ledger.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (step,))
    for _ in range(2):
        with Ledger.open(path, clock=clock) as opened:
            assert opened.check().ok


def test_a_list_of_steps_that_does_not_fit_the_tables_is_damage_with_a_name(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm071_kinship'")
        connection.execute("DROP INDEX document_said")
    with pytest.raises(DamagedLedger, match="升级记录与表不符"):
        Ledger.open(path, clock=clock)
