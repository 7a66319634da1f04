"""A sample ledger to look around in: invented papers, apart from the point's own ledger, made anew each time."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from ..paths import LEDGER_FILE
from .demo import SAMPLE_POINT, record_sample
from .desk import LedgerDesk
from .ledger_care import new_ledger
from .sample_place import clear_sample

SAMPLE_FOLDER: Final = "sample"
SAMPLE_TODAY: Final = date(2026, 4, 2)
"""The sample's clock stands: its month is just over and waits to be closed."""


def standing_clock(zone: Callable[[], datetime]) -> Callable[[], datetime]:
    """The moment of the sample's day, in the time zone of this computer."""
    moment = datetime.combine(SAMPLE_TODAY, time(9, 30), tzinfo=zone().tzinfo)
    return lambda: moment


def make_sample_desk(beside: Path, now: Callable[[], datetime]) -> LedgerDesk:
    """The desk of a fresh sample ledger in a folder of its own under `beside`. Raises SampleInTheWay, CannotWrite."""
    folder = beside / SAMPLE_FOLDER
    clear_sample(folder, [path.name for path in folder.glob("[!.]*")])
    clock = standing_clock(now)
    ledger = new_ledger(folder / LEDGER_FILE, SAMPLE_POINT, clock)
    try:
        record_sample(ledger, SAMPLE_TODAY)
    except BaseException:
        ledger.close()
        raise
    return LedgerDesk(ledger, clock)
