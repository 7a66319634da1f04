"""The window's way to targets, minutes and past figures reaches the ledger."""

from pathlib import Path
from typing import Any

from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.desk_parts.figures import FiguresDesk

from ...records import POINT


def test_what_the_window_sets_is_what_the_month_uses(tmp_path: Path, clock: Any) -> None:
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as ledger:
        desk = FiguresDesk(lambda: ledger)
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "一件事"})
        desk.set_targets({"document": Target(600, 30, 2018)})
        desk.set_efforts({**desk.efforts(), "document": (35, 2)})
        assert desk.keep_past([PastFigure("document", Month(2025, 3), 9)]) == 1
        assert (desk.targets(), desk.efforts()["document"], desk.recorded(2026)) == (
            {"document": Target(600, 30, 2018)}, (35, 2), {("document", Month(2026, 3))})
        assert desk.past() == (PastFigure("document", Month(2025, 3), 9),)
