"""What the command line works with, handed over by `app`: the ledger's place, the clock, the language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..domain.errors.ledger import ReadOnlyLedger
from ..domain.texts import Texts
from ..tasks.ledger_care import Ledger, open_ledger
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


def open_for(call: Call) -> Ledger:
    """The ledger that the call means, open; one whose chain is broken says so and can only be looked at."""
    ledger = open_ledger(call.ledger, call.workshop.clock)
    if ledger.first_bad is not None:
        complain(call.t.of(ReadOnlyLedger(seq=ledger.first_bad).sentence))
    return ledger
