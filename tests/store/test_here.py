"""Places named by a ledger count only where they were chosen: a stranger's ledger leads nowhere."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from burden_desktop import paths
from burden_desktop.domain.errors.ledger import CannotWrite
from burden_desktop.domain.months.month import Month
from burden_desktop.store.here import DELIVERY, SECOND_PLACE, choose_here, chosen_elsewhere, chosen_here
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk_parts.identities import IdentitiesDesk

from ..conftest import StandingClock
from ..records import POINT

REPORT = f"{POINT.code}-2026-03-r1.pdf"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "user")
    return tmp_path / "user"


@pytest.fixture
def ledger(tmp_path: Path, clock: StandingClock) -> Ledger:
    return Ledger.create(tmp_path / "a" / "ledger.db", POINT, clock=clock)


def _elsewhere(ledger: Ledger, to: Path, clock: StandingClock) -> Ledger:
    """The same ledger, with all that lies beside it, at another place."""
    ledger.close()
    shutil.copytree(ledger.path.parent, to)
    return Ledger.open(to / ledger.path.name, clock=clock)


def test_a_second_place_counts_where_it_was_chosen_and_is_told_elsewhere(
    ledger: Ledger, tmp_path: Path, clock: StandingClock
) -> None:
    (tmp_path / "stick").mkdir()
    ledger.backups.choose_second_place(tmp_path / "stick")
    assert ledger.backups.second_place == tmp_path / "stick" and ledger.backups.reminder() is None
    with _elsewhere(ledger, tmp_path / "b", clock) as other:
        assert other.backups.second_place is None
        assert "不是在这台电脑上" in str(other.backups.reminder())
        other.backups.make()
        assert list((tmp_path / "stick").iterdir()) == []
        other.backups.choose_second_place(None)
        assert other.backups.reminder() is None
    with Ledger.open(ledger.path, clock=clock) as again:
        assert again.backups.second_place == tmp_path / "stick"


def test_another_user_of_the_computer_has_chosen_nothing(ledger: Ledger, tmp_path: Path, own_folder: Path) -> None:
    (tmp_path / "stick").mkdir()
    ledger.backups.choose_second_place(tmp_path / "stick")
    own_folder.rename(tmp_path / "of another")
    assert ledger.backups.second_place is None and ledger.backups.reminder() is not None
    ledger.close()


def test_a_place_that_was_put_into_the_ledger_by_hand_does_not_count(ledger: Ledger, tmp_path: Path) -> None:
    choose_here(ledger.settings, ledger.path, SECOND_PLACE, "/here")
    ledger.settings.set(SECOND_PLACE, "/there")
    assert chosen_here(ledger.settings, ledger.path, SECOND_PLACE) == ""
    assert chosen_elsewhere(ledger.settings, ledger.path, SECOND_PLACE) == "/there"
    ledger.close()


@pytest.mark.parametrize("kept", [b"", b"[]", b"{", b'{"ledger": "/other", "backup.second_place": "/here"}', b"\xff"])
def test_a_file_of_choices_that_cannot_be_read_chooses_nothing(ledger: Ledger, own_folder: Path, kept: bytes) -> None:
    choose_here(ledger.settings, ledger.path, SECOND_PLACE, "/here")
    next((own_folder / "chosen").iterdir()).write_bytes(kept)
    assert chosen_here(ledger.settings, ledger.path, SECOND_PLACE) == ""
    choose_here(ledger.settings, ledger.path, SECOND_PLACE, "/here")
    assert chosen_here(ledger.settings, ledger.path, SECOND_PLACE) == "/here"
    ledger.close()


def test_a_key_is_looked_for_only_where_it_was_chosen(ledger: Ledger, tmp_path: Path, clock: StandingClock) -> None:
    desk = IdentitiesDesk(lambda: ledger, clock)
    desk.choose(tmp_path / "id.p12", None)
    assert desk.kept.path == tmp_path / "id.p12"
    with _elsewhere(ledger, tmp_path / "b", clock) as other:
        assert IdentitiesDesk(lambda: other, clock).kept.path is None


def _signed(ledger: Ledger, to: Path, *, promise: bool) -> None:
    """March closed, its file promised to `to` and not yet laid there."""
    reports = ledger.path.parent / "reports"
    reports.mkdir()
    (reports / REPORT).write_bytes(b"%PDF signed")
    sha256 = hashlib.sha256(b"%PDF signed").hexdigest()
    ledger.months.seal(Month(2026, 3), revision=1, file_name=REPORT, sha256=sha256, expected_head=ledger.history.head())
    if promise:
        ledger.promise_delivery(REPORT, to)
    else:
        ledger.settings.set(DELIVERY, json.dumps({"file_name": REPORT, "to": str(to)}))


@pytest.mark.parametrize("promised_here", [True, False])
def test_a_signed_file_is_delivered_where_it_was_promised_here(
    ledger: Ledger, tmp_path: Path, clock: StandingClock, promised_here: bool
) -> None:
    (tmp_path / "out").mkdir()
    _signed(ledger, tmp_path / "out" / REPORT, promise=promised_here)
    ledger.close()
    Ledger.open(ledger.path, clock=clock).close()
    assert [file.name for file in (tmp_path / "out").iterdir()] == ([REPORT] if promised_here else [])


def test_what_was_promised_elsewhere_is_not_delivered(ledger: Ledger, tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "out").mkdir()
    _signed(ledger, tmp_path / "out" / REPORT, promise=True)
    with _elsewhere(ledger, tmp_path / "b", clock) as other:
        assert other.settings.get(DELIVERY, "") == ""
    assert list((tmp_path / "out").iterdir()) == []


def test_a_user_folder_that_takes_nothing_is_told_and_spoils_no_closing(
    ledger: Ledger, tmp_path: Path, own_folder: Path
) -> None:
    own_folder.write_text("in the way", "utf-8")
    (tmp_path / "stick").mkdir()
    with pytest.raises(CannotWrite):
        ledger.backups.choose_second_place(tmp_path / "stick")
    with ledger.one_step():
        _signed(ledger, tmp_path / REPORT, promise=True)
    assert ledger.months.is_closed(Month(2026, 3)) and ledger.settings.get(DELIVERY, "") == ""
    ledger.close()
