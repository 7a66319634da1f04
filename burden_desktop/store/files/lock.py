"""The operating system's lock that keeps a ledger in one window: taken before SQLite touches the file.

The lock lies on a file of its own beside the ledger, so that no handle on the ledger is ever closed while
SQLite holds locks on it. The lock ends with the process, even if that dies; what the file says of its holder is only
for people, and what a dead process left there holds nobody up.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from typing import IO, TYPE_CHECKING, Final

from ...domain.errors.ledger import CannotWrite, LedgerInUse, PathTooLong
from ...domain.texts import Sentence, say
from ...regular import read_regular

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        handle.seek(_BEHIND)  # Windows lets nobody read what is locked
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _at_once(path: str, flags: int) -> int:
    """A pipe in the lock's place refuses instead of waiting for a reader."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


_BEHIND: Final = 1 << 20
_LARGEST: Final = 4_096
LONGEST_PATH: Final = 440
"""Bytes of a ledger's own path."""


def lock_file(ledger: Path) -> Path:
    """Where the lock of `ledger` lies."""
    return ledger.with_name(ledger.name + ".lock")


def call_file(ledger: Path) -> Path:
    """Where a second start asks the window that holds the lock to come to the front."""
    return ledger.with_name(ledger.name + ".call")


def held_here(ledger: Path) -> bool:
    """Whether the lock file says that this person at this computer holds the ledger."""
    holder = _holder(lock_file(ledger))
    return bool(holder) and {**holder, **_here()} == holder


def account() -> str:
    """Who works at this computer, as the system names him; empty where it does not."""
    return next((told for name in ("USERNAME", "LOGNAME", "USER") if (told := os.environ.get(name))), "")


def _here() -> dict[str, str]:
    """The account and the computer that this program runs on, as the system names them."""
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return {"user": account() or "?", "machine": machine or "?"}


def _holder(lock: Path) -> dict[str, str]:
    """Who the file says holds it, and since when; empty where it says nothing."""
    try:
        told = json.loads(read_regular(lock, _LARGEST))
        since = datetime.fromtimestamp(lock.stat().st_mtime).astimezone()
        return {"user": str(told["user"]), "machine": str(told["machine"]), "since": f"{since:%Y-%m-%d %H:%M}"}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _held_by(lock: Path) -> Sentence:
    """Who has the ledger open, as far as the lock file says; the general words where it does not."""
    holder = _holder(lock)
    if not holder:
        return Sentence(LedgerInUse.usual["holder"])
    if {**holder, **_here()} == holder:
        return say("已在另一个窗口中打开（{since}起）。请切换到那个窗口，或先关闭它。", since=holder["since"])
    return say("正由{user}在{machine}上打开（{since}起）。请等他关闭，或先与他联系。", **holder)


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
        self.left_by: Sentence | None = None
        try:
            self._handle = open(path, "ab", opener=_at_once)  # noqa: SIM115 - closed by `release`
        except OSError as trouble:
            raise CannotWrite(path=path, detail=trouble.strerror) from trouble
        try:
            _take(self._handle)
        except OSError as trouble:
            self._handle.close()
            raise LedgerInUse(path=ledger, holder=_held_by(path)) from trouble
        self._sign(path)

    def _sign(self, path: Path) -> None:
        """Say who holds the lock. A disk that takes no more keeps nobody out."""
        before = _holder(path)
        if before and before["machine"] != _here()["machine"]:
            self.left_by = say(
                "{user}在{machine}上打开过这个台账（{since}起），没有正常关闭。请确认那里已经关闭：两台电脑同时打开会损坏台账。", **before
            )
        with suppress(OSError):
            os.ftruncate(self._handle.fileno(), 0)
            os.write(self._handle.fileno(), json.dumps(_here(), ensure_ascii=False).encode())

    def release(self) -> None:
        """Closing the handle lets go of the lock; releasing twice does no harm."""
        if not self._handle.closed:
            with suppress(OSError):
                os.ftruncate(self._handle.fileno(), 0)
            self._handle.close()
