"""Records of before there were first letters are found by theirs once they have been given, whole and in steps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from burden_desktop.domain.kinds import DOCUMENT, KINDS, MEETING
from burden_desktop.domain.point import Point
from burden_desktop.intake.pinyin import initials
from burden_desktop.store import Ledger


def test_old_records_get_letters_in_steps_and_new_ones_keep_theirs(
    path: Path, point: Point, clock: Any, document: Callable[..., dict[str, Any]]
) -> None:
    with Ledger.create(path, point, clock=clock) as ledger:
        ledger.records.add_many(DOCUMENT, [document(title=f"关于消防检查的第{n}号通知") for n in range(150)])
        ledger.records.add(MEETING, MEETING.validate({"held_on": "2026-03-09", "organ": "县局", "title": "消防检查会"}))
        ledger.records.withdraw(DOCUMENT, 3)
        assert ledger.searching.find(KINDS, "xfjc") == ()
    with Ledger.open(path, clock=clock, spell=initials) as ledger:
        head = ledger.history.head()
        place, steps = 0, 0
        while (on := ledger.respelling.go_on(place)) is not None:
            place, steps = on, steps + 1
        assert steps >= 3
        assert len(ledger.searching.find(KINDS, "xfjc", limit=500)) == 150
        assert ledger.history.head() == head
        ledger.records.change(DOCUMENT, 7, {"title": "关于防汛的通知"})
        ledger.records.withdraw(DOCUMENT, 8)
        assert len(ledger.searching.find(KINDS, "xfjc", limit=500)) == 148
        assert ledger.respelling.go_on(0) is None
        assert ledger.check().ok
