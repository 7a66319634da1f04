"""The settings page makes the enrolment sheet from the chosen certificate."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burden_desktop.domain.texts import Texts
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.tasks.identity import make_identity
from burden_desktop.ui import asking
from burden_desktop.ui.identity.identity_part import IdentityPart
from burden_desktop.ui.jobs import Jobs

from ..conftest import StandingClock
from ..records import POINT

SECRET = "春风又绿江南岸12"  # noqa: S105 - of a key made for this test


def test_the_sheet_is_made_from_the_chosen_certificate(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_identity(POINT, tmp_path / "id.p12", SECRET, algorithm="ec", now=clock() - timedelta(days=1))
    desk, jobs = LedgerDesk(Ledger.create(tmp_path / "ledger.db", POINT, clock=clock), clock), Jobs()
    part = IdentityPart(Texts(), jobs)
    qtbot.addWidget(part)
    part.show_desk(desk)
    assert part.sheet_button.isHidden()
    desk.identities.choose(tmp_path / "id.p12", None)
    part.show_desk(desk)
    monkeypatch.setattr(asking, "secret", lambda *_: "不对的口令，不对")
    monkeypatch.setattr(asking, "save_file", lambda *_: tmp_path / "out" / "SQ-01.pdf")
    part.make_sheet()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert "口令不对" in part.banner.text
    monkeypatch.setattr(asking, "secret", lambda *_: SECRET)
    part.make_sheet()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert "登记表在" in part.banner.text
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["SQ-01.cer", "SQ-01.pdf"]
    jobs.stop()
    desk.close()
