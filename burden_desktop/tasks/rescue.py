"""Rescue what a damaged ledger still says into a new one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from ..store.backup_list import last_good
from ..store.rescuing import Rescued, rescue_ledger

_WHY = "台账损坏，由抢救出的内容重建"


def rescue(damaged: Path, target: Path, clock: Callable[[], datetime], *, base: Path | None = None) -> Rescued:
    """A new ledger at `target` of what `damaged` still says, over the backup `base` or the last good one beside it.

    Raises LedgerExists, CannotRead, CannotWrite, NothingToRescue, and what a backup that cannot serve raises.
    """
    good = last_good(damaged)
    return rescue_ledger(damaged, target, clock=clock, base=base or (good.path if good else None), reason=_WHY)


def as_json(rescued: Rescued, target: Path) -> dict[str, Any]:
    """The answer of the `rescue` command."""
    return {
        "file": str(target),
        "base": str(rescued.base) if rescued.base else None,
        "records": rescued.records,
        "proved": rescued.proved,
        "added": rescued.added,
        "changed": rescued.changed,
        "lost": list(rescued.lost),
    }
