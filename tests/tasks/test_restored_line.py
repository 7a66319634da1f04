"""What a restore leaves for the page 今日: when it was done and until when the ledger reaches, for some days."""

from datetime import timedelta
from pathlib import Path

from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.ledger_care import restore

from ..conftest import StandingClock
from ..records import POINT

PAPER = {"received_on": "2026-03-05", "organ": "青禾县水利局", "title": "关于防汛的通知"}


def test_a_restore_tells_its_hour_and_how_far_the_ledger_reaches(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "ledger.db"
    desk = LedgerDesk(Ledger.create(path, POINT, clock=clock), clock)
    desk.add("document", PAPER)
    last = clock()
    backup = desk.care.back_up(by_itself=False)
    assert desk.agenda.restored() is None
    later = lambda: last + timedelta(hours=5)  # noqa: E731
    desk.add("document", {**PAPER, "title": "关于抗旱的通知"})
    desk.close()
    restore(path, backup, later, "")
    again = LedgerDesk(Ledger.open(path, clock=later), later)
    told = again.agenda.restored()
    assert told is not None and told.at == later() and told.reaches == last
    assert again._own_ledger.check().ok
    again.close()
    much_later = lambda: last + timedelta(days=8)  # noqa: E731
    old = LedgerDesk(Ledger.open(path, clock=much_later), much_later)
    assert old.agenda.restored() is None, "nobody needs to be told for ever"
    old.set_setting("backup.restored", "gestern")
    assert old.agenda.restored() is None, "what somebody else wrote there is no hour"
    old.close()
