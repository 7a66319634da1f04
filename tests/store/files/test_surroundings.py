"""The ledger in the world as it is: long names, full and slow disks, clocks that jump, two starts at once."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.ledger import CannotWrite, LedgerInUse, PathTooLong
from burden_desktop.domain.errors.months import ClockBehind
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store import Ledger
from burden_desktop.store.files.lock import lock_file
from burden_desktop.store.files.surroundings import file_system_in, warning_of
from burden_desktop.tasks import close_month
from burden_desktop.tasks.write_file import write_file

from ...conftest import ROOT

DOCUMENT = kind_named("document")
Written = Callable[..., dict[str, Any]]
MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\nserver:/share /mnt/net nfs4 rw 0 0\n/dev/sdb1 /media/my\\040stick vfat rw 0 0\n"
    "//pc/share /mnt/net/inner cifs rw 0 0\nbroken\n"
)


def test_a_hundred_double_starts_have_one_winner_each() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.double_start"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "100 of 100" in done.stdout


def test_a_path_of_240_characters_with_chinese_and_spaces_works(
    tmp_path: Path, point: Point, clock: Any, document: Written
) -> None:
    folder = tmp_path
    while len(str(folder)) < 225:
        folder = folder / "township ledger 基层减负"[: 240 - 14 - len(str(folder))].strip()
    path = folder / "台账 第一本.db"
    assert 230 <= len(str(path)) <= 245
    with Ledger.create(path, point, clock=clock) as ledger:
        ledger.records.add(DOCUMENT, document())
        backup = ledger.backups.make()
    with Ledger.restore(path, backup, clock=clock) as restored:
        assert restored.check().ok and restored.records.count(DOCUMENT) == 1


def test_a_path_that_sqlite_cannot_open_is_named(tmp_path: Path, point: Point, clock: Any) -> None:
    path = tmp_path / "/".join(["基层减负监测台账" * 3] * 6) / "ledger.db"
    with pytest.raises(PathTooLong, match="一个汉字占3字节"):
        Ledger.create(path, point, clock=clock)


@pytest.mark.parametrize("left", [b"left behind by process 4711", b'{"user": "lin", "machine": ""}', b"[]", b"\xff"])
def test_the_lock_of_a_dead_process_holds_nobody_up(path: Path, ledger: Ledger, clock: Any, left: bytes) -> None:
    ledger.close()
    lock_file(path).write_bytes(left)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.check().ok
    assert lock_file(path).read_bytes() == b""


def test_who_is_refused_hears_who_has_the_ledger_open(path: Path, ledger: Ledger, clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LedgerInUse, match=r"已在另一个窗口中打开（20.*起）"):
        Ledger.open(path, clock=clock)
    monkeypatch.setenv("LOGNAME", "another")
    monkeypatch.setenv("USERNAME", "another")
    with pytest.raises(LedgerInUse, match=r"正由.*在.*上打开（20.*起）。请等他关闭"):
        Ledger.open(path, clock=clock)


def test_another_computer_that_did_not_close_is_told(path: Path, ledger: Ledger, clock: Any) -> None:
    ledger.close()
    lock_file(path).write_text('{"user": "wang", "machine": "DESK-7"}', "utf-8")
    with Ledger.open(path, clock=clock) as opened:
        assert "wang在DESK-7上打开过这个台账" in str(opened.opening_words)
    with Ledger.open(path, clock=clock) as opened:
        assert opened.opening_words is None


def test_a_clock_set_forward_and_back_again_refuses_a_closing_until_it_is_right(
    ledger: Ledger, document: Written, clock: Any
) -> None:
    clock.advance(days=400)
    ledger.records.add(DOCUMENT, document())
    clock.advance(days=-400)
    assert ledger.clock_warning() is not None
    with pytest.raises(ClockBehind):
        close_month.prepare(ledger, Month(2026, 3), now=clock())
    clock.advance(days=401)
    assert ledger.clock_warning() is None and close_month.prepare(ledger, Month(2026, 3), now=clock())


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/home/a", "ext4"), ("/mnt/net/x", "nfs4"), ("/mnt/net/inner/y", "cifs"), ("/media/my stick/z", "vfat"), ("/mnt/network", "ext4")],
)
def test_the_file_system_of_a_place_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert file_system_in(MOUNTS, Path(path)) == kind


def test_network_drives_and_sticks_are_warned_about(tmp_path: Path) -> None:
    assert "网络盘" in str(warning_of(tmp_path / "ledger.db", "nfs4"))
    assert "U盘" in str(warning_of(tmp_path / "ledger.db", "vfat"))
    assert warning_of(tmp_path / "ledger.db", "ext4") is None
    assert warning_of(tmp_path / "ledger.db") is None or os.name != "posix"


def test_entries_keep_their_order_when_the_clock_is_set_back(ledger: Ledger, document: Written, clock: Any) -> None:
    ledger.records.add(DOCUMENT, document())
    assert ledger.clock_warning() is None
    clock.advance(days=-40)
    told = ledger.clock_warning()
    assert told and "2026-04-02" in str(told)
    later = ledger.records.add(DOCUMENT, document())
    assert [entry.number for entry in ledger.history.entries(1)] == ["收2026-0001", later.number]
    assert ledger.check().ok


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_disk_that_is_really_full_costs_nothing_that_was_saved(
    small_disk: Path, point: Point, clock: Any, document: Written
) -> None:
    path = small_disk / "ledger.db"
    with Ledger.create(path, point, clock=clock) as ledger:
        ledger.records.add(DOCUMENT, document())
        (small_disk / "filler").write_bytes(bytes(os.statvfs(small_disk).f_bavail * 4096 - 40_000))
        with pytest.raises(CannotWrite, match="磁盘空间"):
            ledger.records.add_many(DOCUMENT, [document(note="字" * 3000) for _ in range(200)])
        with pytest.raises(CannotWrite):
            ledger.backups.make()
        with pytest.raises(CannotWrite):
            write_file(small_disk / "月报.pdf", bytes(100_000))
        assert ledger.records.count(DOCUMENT) == 1
        assert not list(small_disk.rglob("*.part")) and not list(small_disk.rglob("*.pdf"))
        (small_disk / "filler").unlink()
        ledger.records.add(DOCUMENT, document())
        assert ledger.check().ok
