"""A ledger whose records do not fit its chain never arrives as a verified one; a parcel that somebody made is refused by name."""

import json
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.errors.files import StandsThere
from burden_desktop.domain.errors.handover import DoesNotFit, NotAHandover
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.arriving import arrive
from burden_desktop.tasks.handover import hand_over
from burden_desktop.tasks.ledger_care import back_up
from burden_desktop.tasks.over import Over
from burden_desktop.tasks.write_out import write_out

from ..conftest import StandingClock
from ..records import POINT


def _sent(folder: Path, clock: StandingClock, doctored: str) -> Path:
    """A backup or a parcel of a ledger in which a title was changed by hand."""
    path = folder / "old" / "ledger.db"
    with Ledger.create(path, POINT, clock=clock) as ledger:
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"})
    if doctored == "parcel":
        _doctor(path)
    with Ledger.open(path, clock=clock, examined=False) as ledger:
        if doctored == "parcel":
            hand_over(ledger, folder / "移交.zip", identity=None, now=clock())
            return folder / "移交.zip"
        backup = back_up(ledger)
    _doctor(backup)
    return backup


def _doctor(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE document SET title = '关于别事的通知'")


@pytest.mark.parametrize("doctored", ["backup", "parcel"])
def test_what_does_not_fit_the_chain_is_named_before_anything_is_taken(tmp_path: Path, clock: StandingClock, doctored: str) -> None:
    sent, place = _sent(tmp_path, clock, doctored), tmp_path / "new" / "ledger.db"
    with pytest.raises(DoesNotFit, match="record 收2026-0001"):
        arrive(sent, place, clock)
    assert not place.parent.exists() or list(place.parent.iterdir()) == []
    told = arrive(sent, place, clock, anyway=True)
    assert "record 收2026-0001" in told.doubtful
    with Ledger.open(place, clock=clock) as ledger:
        assert not ledger.check().ok


@pytest.mark.parametrize("head", [["a", "b"], [10**30, "x"], [-1, "x"], [None, None]])
def test_a_parcel_in_the_way_with_an_impossible_head_is_refused_by_name(tmp_path: Path, clock: StandingClock, head: Any) -> None:
    target = tmp_path / "移交.zip"
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as ledger:
        hand_over(ledger, target, identity=None, now=clock())
        with zipfile.ZipFile(target) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        told = {**json.loads(parts["handover.json"]), "head": head}
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in {**parts, "handover.json": json.dumps(told).encode()}.items():
                archive.writestr(name, content)
        write_out(target, packed.getvalue(), (".zip",), over=Over.ASKED, private=True)  # under the program's own mark
        with pytest.raises(StandsThere):
            hand_over(ledger, target, identity=None, now=clock())


def test_a_list_that_is_no_list_of_files_is_refused_by_name(tmp_path: Path, clock: StandingClock) -> None:
    with zipfile.ZipFile(tmp_path / "移交.zip", "w") as archive:
        archive.writestr("ledger.db", b"x")
        archive.writestr("handover.json", json.dumps({"format": "burden-desktop/handover", "version": 1, "files": ["ledger.db"]}))
    with pytest.raises(NotAHandover):
        arrive(tmp_path / "移交.zip", tmp_path / "new" / "ledger.db", clock)
