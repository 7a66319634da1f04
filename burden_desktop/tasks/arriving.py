"""A ledger that comes with a file: the handover file of another computer, or a backup carried along."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ..domain.errors.handover import NothingToTake
from ..domain.errors.ledger import CannotRead, LedgerExists, NotABackup
from ..domain.errors.reading import MissingFile
from ..regular import open_regular
from ..store.ledger import Ledger
from .handover import TakenOver, take_over
from .ledger_care import restore
from .make_folder import make_folder


def arrive(file: Path, ledger: Path, clock: Callable[[], datetime]) -> TakenOver:
    """Put what `file` holds at `ledger`, where none may be. Raises LedgerExists, MissingFile, InTheWay, NotAHandover, CannotRead,
    CannotWrite, and what an opening raises for a ledger that does not hold."""
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
        return take_over(file, ledger, clock)
    try:
        restore(ledger, file, clock, "")
    except NotABackup as refused:
        raise NothingToTake(path=file) from refused
    with Ledger.open(ledger, clock=clock) as arrived:
        return TakenOver(arrived.point.name, arrived.point.code, arrived.history.head())
