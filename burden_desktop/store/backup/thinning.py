"""Which automatic backups stay: all of the last two hours, one an hour for a day, one a day for a month, one a month for ever.

Backups made by hand and safety copies (before a restore or an upgrade, of a damaged ledger) are never thinned.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

AUTOMATIC: Final = ("-auto", "-before-import", "-before-close")
_NAMED: Final = re.compile(rf".*-(\d{{8}}-\d{{6}})(?:{'|'.join(AUTOMATIC)})(?:-\d+)?")
_STEPS: Final = ((timedelta(hours=2), "%Y%m%d%H%M%S%f"), (timedelta(days=1), "%Y%m%d%H"), (timedelta(days=31), "%Y%m%d"))
_FOR_EVER: Final = "%Y%m"


def superfluous(files: Iterable[Path], now: datetime) -> tuple[Path, ...]:
    """Those of `files` that may go; `now` by the point's clock. The newest of each period stays."""
    kept: set[str] = set()
    gone = []
    for made_at, file in sorted(((made, file) for file in files if (made := made_at_of(file))), reverse=True):
        period = _period(made_at, now.replace(tzinfo=None))
        if period in kept:
            gone.append(file)
        kept.add(period)
    return tuple(gone)


def made_at_of(file: Path) -> datetime | None:
    """When an automatic backup was made, by its name; None for every other file."""
    named = _NAMED.fullmatch(file.stem)
    try:
        return datetime.strptime(named[1], "%Y%m%d-%H%M%S") if named else None  # noqa: DTZ007 - names bear no offset
    except ValueError:
        return None


def _period(made_at: datetime, now: datetime) -> str:
    age = now - made_at
    form = next((form for limit, form in _STEPS if age < limit), _FOR_EVER)
    # Within the last two hours each is a period of its own; the form keeps the periods of the steps apart.
    return f"{form}{made_at.strftime(form)}"
