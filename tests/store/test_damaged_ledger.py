"""Every way in which a ledger's file comes to harm has a name; nothing is deleted, and what can be read is rescued."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.damage import EmptyLedger, HalfCopied, NothingToRescue, ZeroedLedger
from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.errors.ledger import DamagedLedger, LedgerExists, NewerLedger, NotALedger
from burden_desktop.domain.kinds import kind_named
from burden_desktop.store import Ledger
from burden_desktop.store.backup.list_of import backups_of, last_good
from burden_desktop.store.damage.rescuing import Rescued
from burden_desktop.tasks.ledger_care import open_ledger
from burden_desktop.tasks.rescue import rescue

DOCUMENT = kind_named("document")
PAGE = 4096
Written = Callable[..., dict[str, Any]]


@pytest.fixture
def full(ledger: Ledger, document: Written) -> Ledger:
    """Three hundred papers, one of them long, one changed, one withdrawn; then closed."""
    papers = [document(title=f"第{n}号通知", note="长文" * 4000 if n == 7 else None) for n in range(1, 301)]
    records = ledger.records.add_many(DOCUMENT, papers)
    ledger.records.change(DOCUMENT, records[9].id, {"title": "改过的第十号"})
    ledger.records.withdraw(DOCUMENT, records[10].id)
    ledger.close()
    return ledger


def _cut(content: bytearray) -> bytearray:
    return content[: len(content) * 6 // 10]


def _zero_header(content: bytearray) -> bytearray:
    return bytearray(PAGE) + content[PAGE:]


def _zero_inside(content: bytearray) -> bytearray:
    return content[: PAGE * 3] + bytearray(PAGE * 9) + content[PAGE * 12 :]


def _flip(content: bytearray) -> bytearray:
    for page in range(2, len(content) // PAGE):
        content[page * PAGE + 1] ^= 0x40
    return content


@pytest.mark.parametrize(
    ("harm", "error", "says"),
    [
        (_cut, HalfCopied, "不完整"),
        (_zero_header, ZeroedLedger, "全是零"),
        (_zero_inside, DamagedLedger, "已损坏"),
        (_flip, DamagedLedger, "已损坏"),
        (lambda content: bytearray(), EmptyLedger, "空文件"),
        (lambda content: bytearray("这是一份通知".encode() * 900), NotALedger, "不是减负监测台账"),
    ],
)
def test_harm_is_named_and_the_last_good_backup_offered(
    path: Path, full: Ledger, clock: Any, harm: Callable[[bytearray], bytearray], error: type[BurdenError], says: str
) -> None:
    whole = bytearray(path.read_bytes())
    harmed = bytes(harm(bytearray(whole)))
    path.write_bytes(harmed)
    with pytest.raises(error, match=says) as found:
        open_ledger(path, clock)
    assert "没有找到完好的备份" in str(found.value) and "rescue" in str(found.value)
    path.write_bytes(whole)
    with Ledger.open(path, clock=clock) as opened:
        good = opened.backup()
        clock.advance(hours=1)
        bad = opened.backup()
    bad.write_bytes(bad.read_bytes()[:20_000])
    path.write_bytes(harmed)
    with pytest.raises(error, match=says) as found:
        open_ledger(path, clock)
    assert f"{good}（2026-04-02 09:30，299条记录）" in str(found.value)
    assert path.read_bytes() == harmed


def test_newer_ledger_is_named_and_left_alone(path: Path, full: Ledger, clock: Any, outside: Callable[..., None]) -> None:
    outside("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('burden_desktop', 'x', '')")
    content = path.read_bytes()
    with pytest.raises(NewerLedger):
        open_ledger(path, clock)
    assert path.read_bytes() == content


def test_journal_of_another_ledger_is_put_aside(path: Path, full: Ledger, clock: Any, tmp_path: Path) -> None:
    journal = path.with_name("ledger.db-journal")
    strange = tmp_path / "strange" / "other.db"
    strange.parent.mkdir()
    with closing(sqlite3.connect(strange, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
        other.executemany("INSERT INTO t VALUES (randomblob(3000))", [()] * 40)
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.execute("UPDATE t SET x = randomblob(3000)")
        shutil.copyfile(strange.with_name("other.db-journal"), journal)
        other.execute("ROLLBACK")
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().ok
        assert opened.records.count(DOCUMENT) == 299
    assert not journal.exists()
    assert [file.name for file in (path.parent / "backups").iterdir()] == ["ledger-20260402-093000-strange.journal"]
    assert not list(path.parent.glob(".*"))


def test_backups_are_listed_with_what_they_hold(path: Path, full: Ledger, clock: Any) -> None:
    with Ledger.open(path, clock=clock) as opened:
        first = opened.backup()
        clock.advance(hours=2)
        second = opened.backup()
    (path.parent / "backups" / "notes.db").write_text("no ledger")
    newest, oldest = backups_of(path)
    assert (newest.path, oldest.path) == (second, first)
    assert (newest.made_at, newest.records, newest.entries, newest.last_month) == ("2026-04-02T11:30:00", 299, 303, "")
    second.write_bytes(second.read_bytes()[: PAGE * 20])
    good = last_good(path)
    assert good and good.path == first


def _overwrite(path: Path, share: float, seed: int) -> None:
    """Random bytes over that share of the pages."""
    content, chance = bytearray(path.read_bytes()), random.Random(seed)  # noqa: S311 - a repeatable harm
    pages = len(content) // PAGE
    for page in chance.sample(range(pages), round(pages * share)):
        content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(content)


def _numbers(told: Rescued) -> set[str]:
    return {name for one in told.lost if one.table == "document" for name in one.names}


def _titles(ledger: Ledger) -> dict[str, object]:
    return {record.number: record.values["title"] for record in ledger.records.page(DOCUMENT, limit=10_000)}


def test_rescue_reads_what_a_harmed_file_still_holds_and_names_the_rest(
    path: Path, full: Ledger, clock: Any, tmp_path: Path
) -> None:
    with Ledger.open(path, clock=clock) as opened:
        whole = _titles(opened)
    _overwrite(path, 0.05, seed=5)
    harmed = path.read_bytes()
    told = rescue(path, tmp_path / "new" / "ledger.db", clock)
    assert path.read_bytes() == harmed
    with Ledger.open(tmp_path / "new" / "ledger.db", clock=clock) as rescued:
        assert rescued.check().ok
        read = _titles(rescued)
        assert rescued.point.code == "QH-01"
        next_number = rescued.records.add(DOCUMENT, rescued.records.page(DOCUMENT, limit=1)[0].values).number
    assert len(read) >= 0.95 * len(whole)
    assert all(whole[number] == title for number, title in read.items()), "a record was misread"
    assert _numbers(told) == whole.keys() - read.keys()
    assert (told.records, told.added) == (len(read), len(read) + 1), "the withdrawn one stays in the trash"
    assert next_number == "收2026-0301"


def test_rescue_stands_on_the_last_good_backup(path: Path, full: Ledger, document: Written, clock: Any, tmp_path: Path) -> None:
    with Ledger.open(path, clock=clock) as opened:
        opened.backup()
        opened.records.add_many(DOCUMENT, [document(title=f"备份以后第{n}号") for n in range(40)])
        opened.records.change(DOCUMENT, 3, {"title": "备份以后改的"})
        whole = _titles(opened)
    _overwrite(path, 0.03, seed=5)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    told = rescue(path, tmp_path / "new.db", clock)
    assert told.base is not None
    with Ledger.open(tmp_path / "new.db", clock=clock) as rescued:
        assert rescued.check().ok
        read = _titles(rescued)
    assert len(read) >= len(whole) - 3
    assert _numbers(told) == whole.keys() - read.keys()


def test_nothing_is_made_of_nothing_or_over_something(path: Path, clock: Any, tmp_path: Path, ledger: Ledger) -> None:
    ledger.close()
    with pytest.raises(LedgerExists):
        rescue(path, path, clock)
    path.write_bytes(b"\xee" * 90_000)
    with pytest.raises(NothingToRescue):
        rescue(path, tmp_path / "new.db", clock)
    assert not (tmp_path / "new.db").exists() and not list(tmp_path.glob(".*"))
