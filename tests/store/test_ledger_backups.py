"""A backup is whole or not there; restoring loses nothing and says in the chain that it happened."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import (
    BackupOfAnother,
    CannotWrite,
    DamagedLedger,
    LedgerInUse,
    NewerLedger,
    NotABackup,
    OlderBackup,
)
from burden_desktop.domain.errors.reading import MissingFile
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger
from burden_desktop.store.backup import copies as backups
from burden_desktop.store.backup import restoring
from burden_desktop.store.backup.restoring import restore_ledger

DOCUMENT = kind_named("document")
MARCH = Month(2026, 3)
Written = Callable[..., dict[str, Any]]


def test_backup_holds_what_the_ledger_holds(ledger: Ledger, document: Written, clock: Any, tmp_path: Path) -> None:
    record = ledger.records.add(DOCUMENT, document())
    made = ledger.backup()
    assert made == tmp_path / "backups" / "ledger-20260402-093000.db"
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    with Ledger.open(made, clock=clock) as copy:
        assert copy.records.page(DOCUMENT, text="安全") == (record,)
        assert copy.history.head() == ledger.history.head()


def test_backups_of_one_second_do_not_overwrite_each_other(ledger: Ledger, tmp_path: Path) -> None:
    names = [ledger.backup(tmp_path / "elsewhere").name for _ in range(3)]
    assert names == ["ledger-20260402-093000.db", "ledger-20260402-093000-2.db", "ledger-20260402-093000-3.db"]


def test_backup_to_a_place_that_takes_none_is_named(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        ledger.backup(tmp_path / "file")
    assert ledger.check().ok


def test_copy_that_differs_is_refused_and_removed(
    ledger: Ledger, document: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = ledger.backup(tmp_path / "first")
    ledger.records.add(DOCUMENT, document())
    monkeypatch.setattr(backups, "_copy", lambda book, target: shutil.copyfile(empty, target))
    with pytest.raises(DamagedLedger):
        ledger.backup(tmp_path / "second")
    assert list((tmp_path / "second").iterdir()) == []


def test_restored_ledger_is_the_backup_with_an_entry_naming_both_heads(
    path: Path, ledger: Ledger, document: Written, clock: Any
) -> None:
    ledger.records.add(DOCUMENT, document())
    backup, then = ledger.backup(), ledger.history.head()
    ledger.records.add(DOCUMENT, document(title="备份以后"))
    now = ledger.history.head()
    ledger.close()
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.records.count(DOCUMENT) == 1
        (entry,) = restored.history.entries(then[0])
        assert (entry.action, entry.kind) == ("restore", "ledger")
        (told,) = (change for change in restored.history.of_record("") if change.entry == entry)
        assert told.before == {"seq": now[0], "head": now[1]}
        assert told.after == {"seq": then[0], "head": then[1], "reason": "", "series": [["document", "2026", 2]]}
        assert restored.check().ok
        assert restored.records.add(DOCUMENT, document()).number == "收2026-0003", "0002 was given before"
    (safety,) = path.parent.joinpath("backups").glob("*-before-restore.db")
    with Ledger.open(safety, clock=clock) as kept:
        assert kept.history.head() == now
    assert not list(path.parent.glob(".*"))


def test_backup_older_than_the_last_seal_needs_a_reason(
    path: Path, ledger: Ledger, document: Written, clock: Any, seal: Callable[..., None]
) -> None:
    backup = ledger.backup()
    ledger.records.add(DOCUMENT, document())
    seal(ledger, MARCH)
    newer = ledger.backup()
    ledger.close()
    content = path.read_bytes()
    with pytest.raises(OlderBackup):
        Ledger.restore(path, backup, clock=clock, reason=" ")
    assert path.read_bytes() == content
    with Ledger.restore(path, newer, clock=clock) as restored:
        assert restored.months.last_sealed() == MARCH
    with Ledger.restore(path, backup, clock=clock, reason="硬盘损坏") as restored:
        assert restored.months.last_sealed() is None
        assert restored.history.of_record("")[0].after["reason"] == "硬盘损坏"  # type: ignore[index]


def test_damaged_ledger_is_kept_and_replaced(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    backup = ledger.backup()
    ledger.close()
    path.write_bytes(b"rubbish")
    path.with_name("ledger.db-journal").write_bytes(b"old journal")
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.records.count(DOCUMENT) == 1
        assert restored.history.of_record("")[0].before is None
    (safety,) = path.parent.joinpath("backups").glob("*-damaged.db")
    assert safety.read_bytes() == b"rubbish"
    assert safety.with_name(safety.name + "-journal").read_bytes() == b"old journal"


def test_journal_of_the_old_ledger_is_not_played_into_the_restored_one(
    path: Path, ledger: Ledger, clock: Any
) -> None:
    backup = ledger.backup()
    ledger.close()
    path.write_bytes(b"rubbish")
    journal = path.with_name("ledger.db-journal")
    journal.write_bytes(b"old journal")
    restore_ledger(path, backup, clock=clock)
    assert not journal.exists()


def test_truncated_ledger_is_kept_and_replaced(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    backup = ledger.backup()
    ledger.close()
    content = path.read_bytes()[:20_000]
    path.write_bytes(content)
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.records.count(DOCUMENT) == 1
    (safety,) = path.parent.joinpath("backups").glob("*-damaged.db")
    assert safety.read_bytes() == content


def test_lost_ledger_is_restored_where_none_is(
    path: Path, ledger: Ledger, document: Written, clock: Any, tmp_path: Path
) -> None:
    ledger.records.add(DOCUMENT, document())
    backup = ledger.backup()
    place = tmp_path / "a folder" / "not yet there" / "new.db"
    with Ledger.restore(place, backup, clock=clock) as restored:
        assert restored.records.count(DOCUMENT) == 1


def test_backup_of_another_point_is_refused(path: Path, ledger: Ledger, clock: Any, tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "other.db", Point(name="白石乡", code="BS-02"), clock=clock) as other:
        backup = other.backup(tmp_path / "others")
    with pytest.raises(BackupOfAnother, match="BS-02"):
        ledger.compare(backup)
    ledger.close()
    with pytest.raises(BackupOfAnother, match="BS-02"):
        Ledger.restore(path, backup, clock=clock)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.point.code == "QH-01"


@pytest.mark.parametrize(("content", "refusal"), [(b"", NotABackup), (b"text", NotABackup), (None, MissingFile)])
def test_file_that_is_no_backup_is_refused(
    path: Path, ledger: Ledger, clock: Any, content: bytes | None, refusal: type[Exception]
) -> None:
    backup = path.parent / "backup.db"
    if content is not None:
        backup.write_bytes(content)
    with pytest.raises(refusal):
        ledger.compare(backup)
    ledger.close()
    before = path.read_bytes()
    with pytest.raises(refusal):
        Ledger.restore(path, backup, clock=clock)
    assert path.read_bytes() == before and not (path.parent / "backups").exists()


def test_damaged_backup_is_refused(path: Path, ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add_many(DOCUMENT, [document() for _ in range(200)])
    backup = ledger.backup()
    ledger.close()
    backup.write_bytes(backup.read_bytes()[:30_000])
    with pytest.raises(DamagedLedger):
        Ledger.restore(path, backup, clock=clock)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.records.count(DOCUMENT) == 200


def _empty_with_our_mark(file: Path) -> None:
    from burden_desktop.store.migrations import APPLICATION_ID

    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def test_backup_without_tables_is_refused(path: Path, ledger: Ledger, clock: Any, tmp_path: Path) -> None:
    ledger.close()
    _empty_with_our_mark(tmp_path / "empty.db")
    with pytest.raises(NotABackup):
        Ledger.restore(path, tmp_path / "empty.db", clock=clock)


def test_present_ledger_without_tables_is_kept_and_replaced(ledger: Ledger, clock: Any, tmp_path: Path) -> None:
    backup = ledger.backup()
    empty = tmp_path / "empty.db"
    _empty_with_our_mark(empty)
    with Ledger.restore(empty, backup, clock=clock) as restored:
        assert restored.point.code == "QH-01"


def test_backup_of_a_newer_program_is_refused(path: Path, ledger: Ledger, clock: Any) -> None:
    backup = ledger.backup()
    ledger.close()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('burden_desktop', 'x', '')")
        connection.commit()
    with pytest.raises(NewerLedger):
        Ledger.restore(path, backup, clock=clock)


def test_open_ledger_is_not_restored_over(path: Path, ledger: Ledger, clock: Any) -> None:
    backup = ledger.backup()
    with pytest.raises(LedgerInUse):
        Ledger.restore(path, backup, clock=clock)


def test_restoring_that_the_disk_refuses_leaves_the_ledger(
    path: Path, ledger: Ledger, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = ledger.backup()
    ledger.close()
    before = path.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(CannotWrite):
        patched.setattr(restoring, "copy_file", full)
        Ledger.restore(path, backup, clock=clock)
    assert path.read_bytes() == before
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().ok
