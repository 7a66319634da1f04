"""One file moves a ledger to a successor; what does not arrive whole does not arrive at all."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from burden_desktop.domain.errors.files import StandsThere
from burden_desktop.domain.errors.handover import (
    DamagedHandover,
    HoldsMore,
    InTheWay,
    NewerHandover,
    NotAHandover,
    UnknownInside,
)
from burden_desktop.domain.errors.ledger import CannotRead, CannotWrite, LedgerExists
from burden_desktop.domain.errors.reading import MissingFile
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter, handover
from burden_desktop.tasks.arriving import arrive
from burden_desktop.tasks.handover import hand_over, take_over
from burden_desktop.tasks.over import Over
from burden_desktop.tasks.register_files import empty_register
from burden_desktop.tasks.write_out import write_out

from ..conftest import StandingClock
from ..records import POINT

REPORT = f"{POINT.code}-2026-03-r1.pdf"
SIGNED = b"%PDF signed"


def _sealed(ledger: Ledger, file_name: str = REPORT, signed: bytes = SIGNED) -> None:
    """March closed with that file, which lies where signed files lie."""
    ledger.months.seal(
        Month(2026, 3), revision=1, file_name=file_name, sha256=hashlib.sha256(signed).hexdigest(),
        expected_head=ledger.history.head(),
    )  # fmt: skip


@pytest.fixture
def parcel(tmp_path: Path, clock: StandingClock) -> Path:
    folder = tmp_path / "old"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / REPORT).write_bytes(SIGNED)
    (folder / "reports" / "SQ-01-2026-02-r1.pdf").write_bytes(b"%PDF of nobody")
    (folder / "id.p12").write_bytes(b"locked key")
    with Ledger.create(folder / "ledger.db", POINT, clock=clock) as ledger:
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"})
        _sealed(ledger)
        ledger.settings.set("font_percent", "150")
        told = hand_over(ledger, tmp_path / "移交.zip", identity=folder / "id.p12", now=clock())
    assert (told.files, told.left) == (3, ())
    return tmp_path / "移交.zip"


def test_everything_arrives_and_is_as_it_was(parcel: Path, tmp_path: Path, clock: StandingClock) -> None:
    place = tmp_path / "new" / "ledger.db"
    told = take_over(parcel, place, clock)
    with Ledger.open(place, clock=clock) as ledger:
        assert ledger.check().ok and ledger.point == POINT
        assert (told.name, told.code, told.head) == (POINT.name, POINT.code, ledger.history.head())
        assert ledger.settings.get("font_percent") == "150" and ledger.check_files().missing == ()
        identity = Path(ledger.settings.get("identity_path", ""))
    assert identity.read_bytes() == b"locked key" and identity.parent == place.parent.resolve()
    assert [file.read_bytes() for file in (place.parent / "reports").iterdir()] == [SIGNED]
    assert not list(place.parent.glob(".*"))
    with pytest.raises(LedgerExists):
        take_over(parcel, place, clock)


def test_a_file_that_is_no_longer_what_was_signed_is_left_and_named(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / REPORT).write_bytes(b"%PDF touched")
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as ledger:
        _sealed(ledger)
        told = hand_over(ledger, tmp_path / "h.zip", identity=None, now=clock())
    assert (told.files, told.left) == (1, (f"reports/{REPORT}",))


def _add(parcel: Path, name: str, content: bytes) -> None:
    """Put a file in, and on the list, as whoever made the parcel could."""
    with zipfile.ZipFile(parcel) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    told = json.loads(parts.pop("handover.json"))
    parts[name] = content
    told["files"][name] = hashlib.sha256(content).hexdigest()
    with zipfile.ZipFile(parcel, "w") as archive:
        archive.writestr("handover.json", json.dumps(told))
        for part, kept in parts.items():
            archive.writestr(part, kept)


@pytest.mark.parametrize("name", [REPORT, "SQ-01-2026-04-r1.pdf", "start.desktop"])
@pytest.mark.parametrize("folder", ["reports", "received"])
def test_a_file_that_the_ledger_does_not_know_is_refused_by_name(
    parcel: Path, tmp_path: Path, clock: StandingClock, folder: str, name: str
) -> None:
    _add(parcel, f"{folder}/{name}", b"x")
    with pytest.raises(UnknownInside, match=f"{folder}/{name}"):
        take_over(parcel, tmp_path / "new" / "ledger.db", clock)
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("name", ["../../id.p12", "/etc/hostname", "notes.txt", "SQ-01-2026-03-r1.pdf/../../x.pdf"])
def test_a_ledger_that_names_other_places_leads_nowhere(tmp_path: Path, clock: StandingClock, name: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "id.p12").write_bytes(SIGNED)
    (tmp_path / "a" / "b" / "notes.txt").write_bytes(SIGNED)
    with Ledger.create(tmp_path / "a" / "b" / "ledger.db", POINT, clock=clock) as ledger:
        _sealed(ledger, name)
        told = hand_over(ledger, tmp_path / "h.zip", identity=None, now=clock())
        assert ledger.check_files().missing == told.left == (f"reports/{name}",)
    assert told.files == 1


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
    [
        ("ledger.db", b"another"), ("reports/" + REPORT, b"%PDF other"), ("identity.p12", None), ("handover.json", b"{}"),
        ("handover.json", b"[]"), ("handover.json", b'{"files": {"ledger.db": 1}}'),
    ],
)
def test_a_parcel_that_was_touched_is_refused_whole(
    parcel: Path, tmp_path: Path, clock: StandingClock, name: str, content: bytes | None
) -> None:
    _with(parcel, name, content)
    place = tmp_path / "new" / "ledger.db"
    with pytest.raises(DamagedHandover):
        take_over(parcel, place, clock)
    assert not place.exists() and not list((tmp_path / "new").rglob("*") if (tmp_path / "new").exists() else [])


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_a_file_that_is_none_is_refused(parcel: Path, tmp_path: Path, clock: StandingClock, content: bytes | None) -> None:
    parcel.write_bytes(content if content is not None else parcel.read_bytes()[:500])
    with pytest.raises(NotAHandover) as refused:
        take_over(parcel, tmp_path / "new" / "ledger.db", clock)
    assert not isinstance(refused.value, DamagedHandover)


def test_a_strange_zip_and_a_newer_parcel_are_told_apart(parcel: Path, tmp_path: Path, clock: StandingClock) -> None:
    place = tmp_path / "new" / "ledger.db"
    write_out(tmp_path / "strange.zip", empty_register(kind_named("document")), (".zip",))
    with pytest.raises(NotAHandover, match="不是移交文件"):
        take_over(tmp_path / "strange.zip", place, clock)
    _with(parcel, "handover.json", b'{"format": "burden-desktop/handover", "version": 2, "files": {}}')
    with pytest.raises(NewerHandover):
        take_over(parcel, place, clock)


def test_an_earlier_parcel_gives_way_to_one_that_holds_as_much(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "id.p12").write_bytes(b"locked key")
    target = tmp_path / "h.zip"
    with Ledger.create(tmp_path / "ledger.db", POINT, clock=clock) as ledger:
        hand_over(ledger, target, identity=None, now=clock())
        enter.enter(ledger, "document", {"received_on": "2026-03-05", "organ": "青禾县民政局", "title": "关于某事的通知"})
        hand_over(ledger, target, identity=tmp_path / "id.p12", now=clock())
        with pytest.raises(HoldsMore, match=r"identity\.p12"):
            hand_over(ledger, target, identity=None, now=clock())
        hand_over(ledger, target, identity=None, now=clock(), over=Over.ASKED)
    with Ledger.create(tmp_path / "b" / "ledger.db", POINT, clock=clock) as other:
        with pytest.raises(HoldsMore, match="另一个台账"):
            hand_over(other, target, identity=None, now=clock())
        write_out(tmp_path / "strange.zip", empty_register(kind_named("document")), (".zip",))
        with pytest.raises(StandsThere):
            hand_over(other, tmp_path / "strange.zip", identity=None, now=clock())
    with zipfile.ZipFile(target, "a") as edited:
        edited.writestr("notes.txt", "mine")
    with Ledger.open(tmp_path / "ledger.db", clock=clock) as ledger, pytest.raises(StandsThere):
        hand_over(ledger, target, identity=None, now=clock())


@pytest.mark.parametrize("name", ["a.zip", "a.db", "a.xlsx", "a.pdf"])
def test_a_strange_file_is_no_ledger_that_arrives(tmp_path: Path, clock: StandingClock, name: str) -> None:
    place = tmp_path / "new" / "ledger.db"
    with pytest.raises(MissingFile, match="找不到文件"):
        arrive(tmp_path / name, place, clock)
    (tmp_path / name).write_bytes(b"strange" if name != "a.xlsx" else empty_register(kind_named("document")))
    with pytest.raises(NotAHandover, match="不是移交文件"):
        arrive(tmp_path / name, place, clock)
    assert not place.exists()


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


def test_a_parcel_that_unpacks_without_end_is_refused(
    parcel: Path, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "_LARGEST", 10_000)
    with pytest.raises(NotAHandover, match="太大"):
        take_over(parcel, tmp_path / "new" / "ledger.db", clock)


def test_what_arrives_at_a_first_start_is_told_where_it_cannot_be_read_or_laid(parcel: Path, tmp_path: Path, clock: StandingClock) -> None:
    with pytest.raises(CannotRead):
        arrive(tmp_path, tmp_path / "new" / "ledger.db", clock)
    with pytest.raises(CannotWrite):
        arrive(parcel, parcel / "new" / "ledger.db", clock)
    assert not (tmp_path / "new").exists()
