"""A first start with what there is already: the handover file of another computer, or a backup carried along."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ..domain.errors.ledger import CannotRead, CannotWrite, LedgerExists
from ..regular import open_regular
from .handover import take_over
from .ledger_care import restore


def arrive(file: Path, ledger: Path, clock: Callable[[], datetime]) -> None:
    """Put what `file` holds at `ledger`, where none may be. Raises LedgerExists, InTheWay, NotAHandover, NotABackup, CannotRead,
    CannotWrite, and what an opening raises for a ledger that does not hold."""
    if ledger.exists():
        raise LedgerExists(path=ledger)
    try:
        with open_regular(file) as content:
            packed = zipfile.is_zipfile(content)
    except OSError as trouble:
        raise CannotRead(path=file, detail=trouble.strerror or type(trouble).__name__) from trouble
    try:
        ledger.parent.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=ledger.parent, detail=trouble.strerror or type(trouble).__name__) from trouble
    if packed:
        take_over(file, ledger, clock)
    else:
        restore(ledger, file, clock, "")
