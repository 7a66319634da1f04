"""The operating system's lock that keeps a ledger in one window: taken before SQLite touches the file.

The lock lies on a file of its own beside the ledger, so that no handle on the ledger is ever closed while
SQLite holds locks on it. The lock ends with the process, even if that dies; the empty file stays.
"""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, Final

from ..domain.errors.ledger import CannotWrite, LedgerInUse, PathTooLong

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


LONGEST_PATH: Final = 440
"""Bytes of a ledger's own path."""


def lock_file(ledger: Path) -> Path:
    """Where the lock of `ledger` lies."""
    return ledger.with_name(ledger.name + ".lock")


def _check_length(ledger: Path) -> None:
    """SQLite opens no path of more than 512 bytes, and backups have longer names than the ledger."""
    length = len(os.fsencode(ledger.absolute()))
    if os.name == "posix" and length > LONGEST_PATH:
        raise PathTooLong(path=ledger, length=length, limit=LONGEST_PATH)


class LedgerLock:
    """Held from construction to `release`. Raises PathTooLong, LedgerInUse where another window holds it, CannotWrite where
    the folder takes no file."""

    def __init__(self, ledger: Path) -> None:
        _check_length(ledger)
        path = lock_file(ledger)
        try:
            self._handle = path.open("ab")
        except OSError as trouble:
            raise CannotWrite(path=path, detail=trouble.strerror) from trouble
        try:
            _take(self._handle)
        except OSError as trouble:
            self._handle.close()
            raise LedgerInUse(path=ledger) from trouble

    def release(self) -> None:
        """Closing the handle lets go of the lock; releasing twice does no harm."""
        self._handle.close()
