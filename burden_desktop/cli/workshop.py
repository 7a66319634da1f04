"""What the command line works with, handed over by `app`: the ledger's place, the clock, the language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..domain.errors.family import BurdenError
from ..domain.errors.ledger import CannotWrite, DamagedLedger
from ..domain.role import refuse_other
from ..domain.texts import Texts
from ..tasks.ledger_care import Ledger, open_ledger, read_ledger
from .streams import complain


@dataclass(frozen=True, slots=True)
class Workshop:
    """`screenshots` saves pictures of every screen of a ledger into a folder and gives their paths."""

    default_ledger: Path
    clock: Callable[[], datetime]
    texts: Callable[[str], Texts]
    screenshots: Callable[[Path, Texts, Path], tuple[Path, ...]]


@dataclass(slots=True)
class Call:
    """One call of the program: the workshop, and what stood before the command."""

    workshop: Workshop
    ledger: Path
    t: Texts

    @property
    def now(self) -> datetime:
        return self.workshop.clock()


def commission_of(call: Call, code: str) -> str:
    """To whom the point `code` reports, by the ledger that the call means; empty where there is none that says so or
    it cannot be opened: an identity needs no ledger."""
    if not call.ledger.is_file():
        return ""
    try:
        with open_ledger(call.ledger, call.workshop.clock) as ledger:
            return ledger.point.commission if ledger.point.code == code else ""
    except BurdenError:
        return ""


@contextmanager
def look_for(call: Call, role: str = "") -> Iterator[Ledger]:
    """As `open_for`, for commands that only read: they work beside an open window and where nothing can be written."""
    with read_ledger(call.ledger, call.workshop.clock) as ledger:
        if role:
            refuse_other(ledger.role, role)
        if known := ledger.opening_words:
            complain(call.t.of(known))
        yield ledger


@contextmanager
def open_for(call: Call, role: str = "") -> Iterator[Ledger]:
    """The ledger that the call means, open; one whose chain is broken says so. `role` is POINT or COMMISSION where the
    command is one's alone. Raises NotAPoint, NotACommission.

    What was changed is backed up on leaving, unless that was done within the last half hour.
    """
    with open_ledger(call.ledger, call.workshop.clock) as ledger:
        if role:
            refuse_other(ledger.role, role)
        if known := ledger.opening_words:
            complain(call.t.of(known))
        yield ledger
        try:
            ledger.backups.if_due()
        except (CannotWrite, DamagedLedger) as trouble:
            complain(call.t.of(trouble.sentence))  # what the command did is done
