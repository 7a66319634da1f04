"""A ledger that comes with a file: the handover file of another computer, or a backup carried along."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ..domain.errors.handover import NothingToTake
from ..domain.errors.ledger import CannotRead, LedgerExists, NotABackup
from ..domain.errors.reading import MissingFile
from ..regular import open_regular
from ..store.ledger import Ledger
from .handover import TakenOver, arriving_beside, looked_at, take_over
from .ledger_care import restore
from .make_folder import make_folder


def arrive(file: Path, ledger: Path, clock: Callable[[], datetime], *, anyway: bool = False) -> TakenOver:
    """Put what `file` holds at `ledger`, where none may be; `anyway` takes what does not fit its chain too. Raises
    LedgerExists, MissingFile, InTheWay, NotAHandover, DoesNotFit, CannotRead, CannotWrite, and what an opening raises for a ledger that does not hold."""
    if ledger.exists():
        raise LedgerExists(path=ledger)
    try:
        with open_regular(file) as content:
            packed = zipfile.is_zipfile(content)
    except FileNotFoundError as trouble:
        raise MissingFile(file=file) from trouble
    except OSError as trouble:
        raise CannotRead(path=file, detail=trouble.strerror) from trouble
    make_folder(ledger.parent)
    if packed:
        return take_over(file, ledger, clock, anyway=anyway)
    try:
        with arriving_beside(ledger) as trial:
            restore(trial, file, clock, "")
            found = looked_at(file, trial, clock, anyway=anyway)
        restore(ledger, file, clock, "")
    except NotABackup as refused:
        raise NothingToTake(path=file) from refused
    with Ledger.open(ledger, clock=clock) as arrived:
        return replace(found, head=arrived.history.head())
