"""Handover: one file moves a ledger, its signed files, its settings and, if wanted, its identity to another computer.

A zip with a list of SHA-256 values, against damage on the way. On arrival the list is believed in nothing else: the ledger is
examined before it gets its name, and a file that it does not know is refused.
"""

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ..domain.errors.files import StandsThere
from ..domain.errors.handover import (
    DamagedHandover,
    DoesNotFit,
    HoldsMore,
    InTheWay,
    NewerHandover,
    NotAHandover,
    UnknownInside,
)
from ..domain.errors.ledger import CannotRead, CannotWrite, LedgerExists
from ..domain.texts import Sentence, say
from ..regular import read_regular
from ..store.files.places import RECEIVED, REPORTS
from ..store.here import DELIVERY, IDENTITY, NEXT_IDENTITY, SECOND_PLACE, choose_here
from ..store.ledger import Ledger
from .make_folder import make_folder
from .over import Over
from .write_file import write_file
from .write_out import place_meant, refuse_place, write_out

PARCEL: Final = (".zip",)
_LARGEST: Final = 4_000_000_000
"""Bytes of everything in a parcel, unpacked: it is held in memory."""
_NAMED: Final = 5
"""How many things that do not fit a refusal names."""
_FURTHEST: Final = 2**63 - 1
"""The last step that a history can have: SQLite counts no further."""
_FORMAT: Final = "burden-desktop/handover"
LIST, _LEDGER, _IDENTITY = "handover.json", "ledger.db", "identity.p12"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How many files went into the parcel, and the names of those that are missing or no longer what they were."""

    files: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Whose ledger arrived and how far its chain goes: by the ledger's own word, not by the parcel's. `doubtful` names what
    a check of it finds that does not fit."""

    name: str
    code: str
    head: tuple[int, str]
    doubtful: tuple[str, ...] = ()


def hand_over(
    ledger: Ledger, target: Path, *, identity: Path | None, now: datetime, over: Over = Over.EARLIER
) -> HandedOver:
    """Write everything that belongs to `ledger` to one file at `target`: a checked backup, the signed and received files
    that it knows, and the identity, still locked with its passphrase.

    An earlier parcel at `target` gives way only where the new one holds all that it holds.

    Raises HoldsMore, CannotRead, CannotWrite and what is refused of files to be written."""
    refuse_place(target, PARCEL, over=over)
    known = ledger.carried_files()
    carried = [one for one in known if one.is_as_kept]
    parts = {_LEDGER: _read(ledger.backups.make())}
    parts.update({one.name: _read(one.path) for one in carried if one.path})
    if identity is not None:
        parts[_IDENTITY] = _read(identity)
    told = {
        "format": _FORMAT,
        "version": 1,
        "made_at": now.isoformat(timespec="seconds"),
        "head": list(ledger.history.head()),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
    }
    if over is not Over.ASKED:
        _refuse_loss(ledger, target, parts)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LIST, json.dumps(told, ensure_ascii=False, indent=1))
        for name, content in parts.items():
            archive.writestr(name, content)
    write_out(target, packed.getvalue(), PARCEL, over=over, private=True)
    return HandedOver(len(parts), tuple(one.name for one in known if one not in carried))


def parcel_place(ledger: Ledger, wanted: Path, now: datetime) -> Path:
    """Where the parcel goes that somebody wants at `wanted`, which may be a folder or lack its ending."""
    return place_meant(wanted, PARCEL, name=f"{ledger.point.code}-移交-{now:%Y%m%d}")


def _refuse_loss(ledger: Ledger, target: Path, parts: Mapping[str, bytes]) -> None:
    """Raise HoldsMore where the parcel at `target` holds a file, or steps of a history, that are not in `parts` and `ledger`;
    StandsThere for what else the program wrote there."""
    if not target.is_file():
        return
    try:
        with zipfile.ZipFile(BytesIO(_read(target))) as archive:
            told = json.loads(archive.read(LIST))
        (seq, head), files = told["head"], told["files"]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, RuntimeError, zlib.error) as trouble:
        raise StandsThere(path=target) from trouble
    if not (isinstance(seq, int) and 0 <= seq <= _FURTHEST and isinstance(files, dict)):
        raise StandsThere(path=target)
    if next((entry.hash for entry in ledger.history.entries(seq - 1)), "") != head:
        raise HoldsMore(path=target, what=say("另一个台账，或这个台账恢复以前的历史"))
    own = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    if missing := sorted(name for name, sha256 in files.items() if name not in own or (name == _IDENTITY and own[name] != sha256)):
        raise HoldsMore(path=target, what="、".join(missing))


_PLACES: Final = (SECOND_PLACE, IDENTITY, NEXT_IDENTITY, DELIVERY)
"""Of the other computer: here they do not count, and nobody need be reminded of them."""


def take_over(file: Path, ledger: Path, clock: Callable[[], datetime], *, anyway: bool = False) -> TakenOver:
    """Put what `file` holds at `ledger` and beside it. Nothing is written before all of it is checked, and only what the
    ledger itself knows is written; `anyway` takes what does not fit its chain too.

    Raises LedgerExists, InTheWay, NotAHandover, DoesNotFit, UnknownInside, CannotRead, CannotWrite, and what an opening raises for a
    ledger that does not hold.
    """
    if ledger.exists():
        raise LedgerExists(path=ledger)
    parts = _unpacked(file)
    for name, content in parts.items():
        target = ledger.parent / name
        if name != _LEDGER and target.exists() and (not target.is_file() or _read(target) != content):
            raise InTheWay(path=target)
    with arriving_beside(ledger) as trial:
        write_file(trial, parts[_LEDGER], private=True)
        arrived = looked_at(file, trial, clock, anyway=anyway)
        _refuse_unknown(file, trial, parts, clock)
    for name, content in parts.items():
        if name != _LEDGER:
            write_file(ledger.parent / name, content, private=name == _IDENTITY)
    # The ledger last: where it stands, everything stands.
    write_file(ledger, parts[_LEDGER], private=True)
    with Ledger.open(ledger, clock=clock) as opened:
        for setting in _PLACES:
            opened.settings.set(setting, "")
        if _IDENTITY in parts:
            choose_here(opened.settings, ledger, IDENTITY, str((ledger.parent / _IDENTITY).resolve()))
    return arrived


@contextmanager
def arriving_beside(ledger: Path) -> Iterator[Path]:
    """Where a ledger can be looked at before it stands at `ledger`: in a folder of its own that is removed afterwards."""
    make_folder(ledger.parent)
    try:
        apart = tempfile.TemporaryDirectory(prefix=".arriving-", dir=ledger.parent, ignore_cleanup_errors=True)
    except OSError as trouble:
        raise CannotWrite(path=ledger.parent, detail=trouble.strerror) from trouble
    with apart as folder:
        yield Path(folder) / _LEDGER


def looked_at(file: Path, trial: Path, clock: Callable[[], datetime], *, anyway: bool) -> TakenOver:
    """What the ledger at `trial`, which came in `file`, says of itself, after the same examination that `check` makes.

    What its own clerk noted before is told; of anything else that does not fit, DoesNotFit is raised, unless `anyway`."""
    with Ledger.open(trial, clock=clock, examined=False) as arrived:  # an examination would note what it finds
        found = arrived.check()
        if found.integrity != "ok":
            raise DamagedHandover(path=file, detail=_LEDGER)
        names = tuple(one.what for one in found.strange) or (() if found.chain_ok else (f"history {found.first_bad}",))
        if found.unnoted is not None and not anyway:
            more = ("…",) if len(names) > _NAMED else ()
            raise DoesNotFit(path=file, names="、".join((*names[:_NAMED], *more)))
        return TakenOver(arrived.point.name, arrived.point.code, arrived.history.head(), (*names, *arrived.derived.differing()))


def _refuse_unknown(file: Path, trial: Path, parts: Mapping[str, bytes], clock: Callable[[], datetime]) -> None:
    with Ledger.open(trial, clock=clock, examined=False) as arrived:
        known = {one.name: one.sha256 for one in arrived.carried_files() if one.path}
    for name, content in parts.items():
        if name not in (_LEDGER, _IDENTITY) and known.get(name) != hashlib.sha256(content).hexdigest():
            raise UnknownInside(path=file, name=name)


def _read(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble


def _unpacked(file: Path) -> dict[str, bytes]:
    """The files that the parcel's list names, each as it was packed."""
    try:
        with zipfile.ZipFile(BytesIO(_read(file))) as archive:
            if LIST not in archive.namelist():
                raise NotAHandover(path=file)
            told = json.loads(archive.read(LIST))
            if not isinstance(told["files"], dict):
                raise DamagedHandover(path=file, detail=say("清单不对"))
            if sum(archive.getinfo(name).file_size for name in told["files"]) > _LARGEST:
                raise DamagedHandover(path=file, detail=say("展开后太大"))
            parts = {name: archive.read(name) for name in told["files"]}
        newer = told["format"] == _FORMAT and told["version"] > 1
        wrong = () if newer else tuple(_faults(told, parts))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, RuntimeError, zlib.error) as trouble:
        if not zipfile.is_zipfile(file):
            raise NotAHandover(path=file) from trouble
        raise DamagedHandover(path=file, detail=say("读不出其中的文件")) from trouble
    if newer:
        raise NewerHandover(path=file)
    if wrong:
        raise DamagedHandover(path=file, detail=wrong[0])
    return parts


def _faults(told: dict[str, Any], parts: dict[str, bytes]) -> Iterator[Sentence | str]:
    if told["format"] != _FORMAT or told["version"] != 1 or _LEDGER not in parts:
        yield say("清单不对")
    for name, sha256 in told["files"].items():
        place = PurePosixPath(name)
        fits = name in (_LEDGER, _IDENTITY) or (place.parts[:1] in ((REPORTS,), (RECEIVED,)) and len(place.parts) == 2 and ".." not in name)
        if not fits or "\\" in name or hashlib.sha256(parts[name]).hexdigest() != sha256:
            yield name
