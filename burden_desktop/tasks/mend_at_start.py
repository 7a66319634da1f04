"""The ways out of a damaged ledger that the window offers: the last good backup put back, or what can be read rescued first."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ..domain.backup import Backup
from ..store.backup.list_of import last_good
from .ledger_care import restore
from .rescue import rescue

Clock = Callable[[], datetime]


def good_backup(path: Path) -> Backup | None:
    """The newest backup of the ledger at `path` that passes every check."""
    return last_good(path)


def put_back(path: Path, clock: Clock, reason: str) -> None:
    """Restore the last good backup; the damaged file stays as a safety copy. Raises OlderBackup without a reason where
    signed months are not in it, CannotWrite."""
    backup = last_good(path)
    if backup is not None:
        restore(path, backup.path, clock, reason)


def rescue_and_put_back(path: Path, clock: Clock, reason: str) -> None:
    """Rescue what can be read over the last good backup, and put that in the ledger's place. Raises as `put_back`, and
    NothingToRescue."""
    rescued = path.with_name(f".{path.stem}-rescued.db")
    rescued.unlink(missing_ok=True)
    try:
        rescue(path, rescued, clock)
        restore(path, rescued, clock, reason)
    finally:
        for left in (rescued, rescued.with_name(rescued.name + ".lock")):
            left.unlink(missing_ok=True)
