"""A second start calls the window that has the ledger open: an empty file beside the lock, which that window takes away.

The lock alone says who may open the ledger; this file only asks for attention, and no connection is opened for it.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from ..store.files.lock import call_file, held_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE: Final = 3.0  # seconds: a window looks twice a second
_PAUSE: Final = 0.05


def call_to_front(ledger: Path, *, patience: float = PATIENCE, pause: Callable[[float], None] = time.sleep) -> bool:
    """Whether a window of this person at this computer answered. What answers nobody is taken away again."""
    if not held_here(ledger):
        return False
    call = call_file(ledger)
    try:
        call.touch()
        for _ in range(round(patience / _PAUSE)):
            pause(_PAUSE)
            if not call.exists():
                return True
        call.unlink(missing_ok=True)
    except OSError:  # where nothing can be written, nobody can be called
        return False
    return False


def take_call(ledger: Path) -> bool:
    """Whether somebody called since the last look."""
    with suppress(OSError):
        call_file(ledger).unlink()
        return True
    return False
