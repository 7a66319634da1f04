"""One file moves a ledger to a successor; what does not arrive whole does not arrive at all."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from burden_desktop.domain.errors.handover import InTheWay, NotAHandover
from burden_desktop.domain.errors.ledger import LedgerExists
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.handover import hand_over, take_over

from ..conftest import StandingClock
from ..records import POINT


@pytest.fixture
def parcel(tmp_path: Path, clock: StandingClock) -> Path:
    folder = tmp_path / "old"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "SQ-01-2026-03-r1.pdf").write_bytes(b"%PDF signed")
    (folder / "id.p12").write_bytes(b"locked key")
    with Ledger.create(folder / "ledger.db", POINT, clock=clock) as ledger:
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"})
        ledger.settings.set("font_percent", "150")
        hand_over(ledger, tmp_path / "移交.zip", identity=folder / "id.p12", now=clock())
    return tmp_path / "移交.zip"


def test_everything_arrives_and_is_as_it_was(parcel: Path, tmp_path: Path, clock: StandingClock) -> None:
    place = tmp_path / "new" / "ledger.db"
    told = take_over(parcel, place, clock)
    with Ledger.open(place, clock=clock) as ledger:
        assert ledger.check().ok and ledger.point == POINT
        assert list(ledger.history.head()) == told["head"]
        assert ledger.settings.get("font_percent") == "150"
        identity = Path(ledger.settings.get("identity_path", ""))
    assert identity.read_bytes() == b"locked key" and identity.parent == place.parent.resolve()
    assert (place.parent / "reports" / "SQ-01-2026-03-r1.pdf").read_bytes() == b"%PDF signed"
    assert not list(place.parent.glob(".*"))
    with pytest.raises(LedgerExists):
        take_over(parcel, place, clock)


def _with(parcel: Path, name: str, content: bytes | None) -> None:
    """Put another content under `name`, or leave it out."""
    with zipfile.ZipFile(parcel) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts.pop(name)
    with zipfile.ZipFile(parcel, "w") as archive:
        for part, kept in {**parts, **({name: content} if content is not None else {})}.items():
            archive.writestr(part, kept)


@pytest.mark.parametrize(
    ("name", "content"),
    [("ledger.db", b"another"), ("reports/SQ-01-2026-03-r1.pdf", b"%PDF other"), ("identity.p12", None), ("handover.json", b"{}")],
)
def test_a_parcel_that_was_touched_is_refused_whole(
    parcel: Path, tmp_path: Path, clock: StandingClock, name: str, content: bytes | None
) -> None:
    _with(parcel, name, content)
    place = tmp_path / "new" / "ledger.db"
    with pytest.raises(NotAHandover):
        take_over(parcel, place, clock)
    assert not place.exists() and not list((tmp_path / "new").rglob("*") if (tmp_path / "new").exists() else [])


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_a_file_that_is_none_is_refused(parcel: Path, tmp_path: Path, clock: StandingClock, content: bytes | None) -> None:
    parcel.write_bytes(content if content is not None else parcel.read_bytes()[:500])
    with pytest.raises(NotAHandover):
        take_over(parcel, tmp_path / "new" / "ledger.db", clock)


def test_nothing_that_lies_in_the_way_is_overwritten(parcel: Path, tmp_path: Path, clock: StandingClock) -> None:
    place = tmp_path / "new" / "ledger.db"
    place.parent.mkdir()
    (place.parent / "identity.p12").write_bytes(b"another key")
    with pytest.raises(InTheWay):
        take_over(parcel, place, clock)
    assert [file.name for file in place.parent.iterdir()] == ["identity.p12"]
    assert (place.parent / "identity.p12").read_bytes() == b"another key"


def test_places_of_the_other_computer_do_not_come_along(tmp_path: Path, clock: StandingClock) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Ledger.create(tmp_path / "old" / "ledger.db", POINT, clock=clock) as ledger:
        (tmp_path / "old" / "reports").mkdir()
        (tmp_path / "old" / "reports" / "SQ-01-2026-03-r1.pdf").write_bytes(b"any bytes")
        ledger.settings.set("backup.second_place", str(elsewhere))
        ledger.settings.set("identity_path", "//host/key.p12")
        ledger.settings.set("delivery", json.dumps({"file_name": "SQ-01-2026-03-r1.pdf", "to": str(elsewhere / "start.desktop")}))
        hand_over(ledger, tmp_path / "移交.zip", identity=None, now=clock())
    shutil.rmtree(elsewhere)
    elsewhere.mkdir()
    take_over(tmp_path / "移交.zip", tmp_path / "new" / "ledger.db", clock)
    with Ledger.open(tmp_path / "new" / "ledger.db", clock=clock) as opened:
        assert opened.settings.get("backup.second_place", "") == opened.settings.get("identity_path", "") == ""
    assert list(elsewhere.iterdir()) == []
