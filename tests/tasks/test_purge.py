"""A purge takes the drafts along in which the record's words stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk_parts.drafts import DraftsDesk
from burden_desktop.tasks.enter import enter
from burden_desktop.tasks.purge import purge

from ..conftest import StandingClock
from ..records import POINT

WORDS = "写进标题的电话号码和住址"


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as made:
        yield made


def test_drafts_with_the_words_go_and_others_stay(ledger: Ledger) -> None:
    record = enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": WORDS})
    drafts = DraftsDesk(lambda: ledger.path)
    drafts.keep({"form.document": [{"title": f"再录{WORDS}"}, {"title": "别的"}]})
    drafts.file.with_suffix(".unreadable").write_bytes(b"?")
    purge(ledger, record.number, "误录个人信息")
    assert drafts.kept() == {"form.document": [{"title": "别的"}]}
    assert [file.name for file in drafts.file.parent.iterdir()] == ["a.json"]


def test_without_drafts_nothing_is_made(ledger: Ledger) -> None:
    record = enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": WORDS})
    purge(ledger, record.number, "误录个人信息")
    assert not DraftsDesk(lambda: ledger.path).file.parent.exists()
