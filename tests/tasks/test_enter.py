"""Changing a record changes what follows from it, and nothing that somebody wrote himself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.enter import change, enter

from ..conftest import StandingClock
from ..records import POINT

MEETING = {"held_on": "2026-03-05", "organ": "甲局", "title": "工作会议", "starts_at": "9:00", "ends_at": "10:00"}


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


def test_a_later_end_makes_a_longer_meeting(ledger: Ledger) -> None:
    first = enter(ledger, "meeting", MEETING)
    assert change(ledger, "meeting", first.id, {"ends_at": "12:00"}).values["duration_minutes"] == 180
    second = enter(ledger, "meeting", MEETING)
    whole_form = {**second.values, "ends_at": "11:00"}
    assert change(ledger, "meeting", second.id, whole_form).values["duration_minutes"] == 120


def test_a_length_that_was_written_stays(ledger: Ledger) -> None:
    first = enter(ledger, "meeting", {**MEETING, "duration_minutes": 50})
    assert change(ledger, "meeting", first.id, {"ends_at": "12:00"}).values["duration_minutes"] == 50
    assert change(ledger, "meeting", first.id, {"ends_at": "12:00", "duration_minutes": 45}).values["duration_minutes"] == 45


def test_a_new_title_has_its_own_genre(ledger: Ledger) -> None:
    first = enter(ledger, "document", {"received_on": "2026-03-05", "organ": "甲局", "title": "关于某事的通知"})
    assert change(ledger, "document", first.id, {"title": "某事工作报告"}).values["genre"] == "报告"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("云农发[2026]3号", "云农发〔2026〕3号"), ("云农发（2026）３号", "云农发〔2026〕3号"), ("无（电话通知）", "无（电话通知）"), ("", None)],
)
def test_number_of_a_paper_is_kept_in_one_form(ledger: Ledger, written: str, kept: str | None) -> None:
    paper = {"received_on": "2026-03-05", "organ": "云川县农业农村局", "title": "关于春耕的通知", "doc_no": written}
    assert enter(ledger, "document", paper).values["doc_no"] == kept
