"""A damaged ledger is whole again by one button: its last good backup, or what can be read on top of that."""

from pathlib import Path

import pytest

from burden_desktop.app import ways_out
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import mend_at_start
from burden_desktop.tasks.enter import enter

from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture
def damaged(tmp_path: Path, clock: StandingClock) -> Path:
    """Forty records are in the backup, forty more came after it; a page in the middle was overwritten."""
    path = tmp_path / "ledger.db"
    with Ledger.create(path, POINT, clock=clock) as ledger:
        for number in range(80):
            enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": f"第{number}号通知"})
            if number == 39:
                ledger.backups.make()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    path.write_bytes(content)
    return path


def _count(path: Path, clock: StandingClock) -> int:
    with Ledger.open(path, clock=clock) as ledger:
        assert ledger.check().ok
        return ledger.check().counts["document"]


def test_the_last_good_backup_is_put_back(damaged: Path, clock: StandingClock) -> None:
    assert mend_at_start.good_backup(damaged) is not None
    mend_at_start.put_back(damaged, clock, "")
    assert _count(damaged, clock) == 40
    assert list((damaged.parent / "backups").glob("*-damaged.db"))


def test_what_can_be_read_is_rescued_over_it(damaged: Path, clock: StandingClock) -> None:
    mend_at_start.rescue_and_put_back(damaged, clock, "")
    assert _count(damaged, clock) > 40
    assert not list(damaged.parent.glob(".*"))


def test_each_way_has_a_button(damaged: Path) -> None:
    assert [words for words, _ in ways_out(damaged)] == ["恢复最近的完好备份", "先抢救，再恢复"]
    for backup in (damaged.parent / "backups").glob("*.db"):
        backup.unlink()
    assert [words for words, _ in ways_out(damaged)] == ["先抢救，再恢复"]
