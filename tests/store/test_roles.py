"""Behind every door: no entry of the other role's work enters the history of a ledger."""

from pathlib import Path

import pytest

from burden_desktop.domain.errors.receiving import NotACommission, NotAPoint
from burden_desktop.domain.handed_in.receiving import Enrolled
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.rules import Answer
from burden_desktop.domain.role import COMMISSION, POINT
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import enter

from ..conftest import StandingClock
from ..records import POINT as OWNER

PAPER = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"}


def test_a_commission_keeps_no_records_and_seals_no_months(tmp_path: Path, clock: StandingClock) -> None:
    with Ledger.create(tmp_path / "c.db", OWNER, clock=clock, role=COMMISSION) as ledger:
        assert ledger.role == COMMISSION
        with pytest.raises(NotAPoint):
            enter(ledger, "document", PAPER)
        with pytest.raises(NotAPoint):
            ledger.months.seal(Month(2026, 3), revision=1, file_name="a.pdf", sha256="0", expected_head=ledger.history.head())
        with pytest.raises(NotAPoint):
            ledger.remarks.set("a", "b", Answer.EXPLAINED, "")
        assert ledger.history.count() == 2 and ledger.check().ok
        ledger.set_point(OWNER.__class__("青禾县纪委监委", OWNER.code))
    with Ledger.open(tmp_path / "c.db", clock=clock) as ledger:
        assert ledger.role == COMMISSION


def test_a_point_enrols_nobody(tmp_path: Path, clock: StandingClock) -> None:
    with Ledger.create(tmp_path / "p.db", OWNER, clock=clock) as ledger:
        assert ledger.role == POINT
        with pytest.raises(NotACommission):
            ledger.receiving.enrol(Enrolled("A-1", "甲", "00", b"", "2026-04-02", "2029-04-02"))
        assert ledger.receiving.enrolled() == ()
