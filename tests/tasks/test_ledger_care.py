"""Who made a change: the reporter whom the point names, else the account at the computer."""

from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.point import Point
from burden_desktop.tasks import enter
from burden_desktop.tasks.ledger_care import new_ledger, open_ledger

PAPER = {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于报送情况的通知"}


@pytest.mark.parametrize(("reporter", "by"), [("", "dangzhengban"), ("镇党政办", "镇党政办")])
def test_a_change_is_told_as_the_reporters_else_as_the_accounts(
    tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch, reporter: str, by: str
) -> None:
    monkeypatch.setenv("USERNAME", "dangzhengban")
    path = tmp_path / "ledger.db"
    new_ledger(path, Point("青禾县石桥镇", "SQ-01", reporter=reporter), clock).close()
    with open_ledger(path, clock) as ledger:
        record = enter.enter(ledger, "document", PAPER)
        assert [change.beside["by"] for change in ledger.history.of_record(record.number)] == [by]
        assert ledger.check().ok
