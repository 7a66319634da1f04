"""Handover: one file moves a ledger, its signed files, its settings and, if wanted, its identity to another computer.

A zip with a list of SHA-256 values; on arrival every byte is compared and the ledger is examined before it gets its name.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ..domain.errors.handover import InTheWay, NotAHandover
from ..domain.errors.ledger import CannotRead, LedgerExists
from ..regular import read_regular
from ..store.ledger import Ledger
from ..store.places import RECEIVED, REPORTS, received_folder, reports_folder
from .over import Over
from .write_file import write_file
from .write_out import refuse_place, write_out

PARCEL: Final = (".zip",)
_FORMAT: Final = "burden-desktop/handover"
_LIST, _LEDGER, _IDENTITY = "handover.json", "ledger.db", "identity.p12"


def hand_over(ledger: Ledger, target: Path, *, identity: Path | None, now: datetime, over: Over = Over.EARLIER) -> dict[str, Any]:
    """Write everything that belongs to `ledger` to one file at `target` → what is in it.

    The ledger's copy is a checked backup. The identity stays locked with its passphrase. Raises CannotRead, CannotWrite.
    """
    refuse_place(target, PARCEL, over=over)
    backup = ledger.backups.make()
    parts = {_LEDGER: _read(backup)}
    for folder in (reports_folder(ledger.path), received_folder(ledger.path)):
        parts.update({f"{folder.name}/{file.name}": _read(file) for file in sorted(folder.glob("*.pdf"))})
    if identity is not None:
        parts[_IDENTITY] = _read(identity)
    told = {
        "format": _FORMAT,
        "version": 1,
        "point": ledger.point.code,
        "made_at": now.isoformat(timespec="seconds"),
        "head": list(ledger.history.head()),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_LIST, json.dumps(told, ensure_ascii=False, indent=1))
        for name, content in parts.items():
            archive.writestr(name, content)
    write_out(target, packed.getvalue(), PARCEL, over=over, private=True)
    return told


_PLACES: Final = ("backup.second_place", "identity_path", "identity_next")
"""Settings that name places on the other computer: here they would lead wherever its owner wished."""


def take_over(file: Path, ledger: Path, clock: Callable[[], datetime]) -> dict[str, Any]:
    """Put what `file` holds at `ledger` and beside it → what was in it. Nothing is written before all of it is checked.

    Raises LedgerExists, InTheWay, NotAHandover, CannotRead, CannotWrite, and what an opening raises for a ledger that does not hold.
    """
    if ledger.exists():
        raise LedgerExists(path=ledger)
    told, parts = _unpacked(file)
    for name, content in parts.items():
        target = ledger.parent / name
        if name != _LEDGER and target.exists() and (not target.is_file() or _read(target) != content):
            raise InTheWay(path=target)
    trial = ledger.with_name(f".{ledger.name}.arriving")
    try:
        write_file(trial, parts[_LEDGER], private=True)
        with Ledger.open(trial, clock=clock) as arrived:
            found = arrived.check()
            if found.integrity != "ok" or found.unnoted is not None or list(arrived.history.head()) != told["head"]:
                raise NotAHandover(path=file, detail=_LEDGER)
    finally:
        for leftover in (trial, trial.with_name(trial.name + ".lock")):
            leftover.unlink(missing_ok=True)
    for name, content in parts.items():
        if name != _LEDGER:
            write_file(ledger.parent / name, content, private=name == _IDENTITY)
    # The ledger last: where it stands, everything stands.
    write_file(ledger, parts[_LEDGER], private=True)
    with Ledger.open(ledger, clock=clock) as opened:
        for setting in _PLACES:
            opened.settings.set(setting, "")
        if _IDENTITY in parts:
            opened.settings.set("identity_path", str((ledger.parent / _IDENTITY).resolve()))
    return told


def _read(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as trouble:
        raise CannotRead(path=path, detail=trouble.strerror) from trouble


def _unpacked(file: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The list and the files that it names, each as it was packed."""
    try:
        with zipfile.ZipFile(BytesIO(_read(file))) as archive:
            told = json.loads(archive.read(_LIST))
            parts = {name: archive.read(name) for name in told["files"]}
        wrong = list(_faults(told, parts))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError, zlib.error) as trouble:
        raise NotAHandover(path=file, detail=type(trouble).__name__) from trouble
    if wrong:
        raise NotAHandover(path=file, detail=wrong[0])
    return told, parts


def _faults(told: dict[str, Any], parts: dict[str, bytes]) -> Iterator[str]:
    if told["format"] != _FORMAT or told["version"] != 1 or _LEDGER not in parts:
        yield "format"
    for name, sha256 in told["files"].items():
        place = PurePosixPath(name)
        fits = name in (_LEDGER, _IDENTITY) or (place.parts[:1] in ((REPORTS,), (RECEIVED,)) and len(place.parts) == 2 and ".." not in name)
        if not fits or "\\" in name or hashlib.sha256(parts[name]).hexdigest() != sha256:
            yield name
