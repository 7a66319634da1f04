"""What a month is compared with: tallies of the ledger, else figures entered by hand, else nothing."""

from dataclasses import dataclass

from ..analysis.summarise import Bases
from ..domain.kind import Kind
from ..domain.month import Month
from ..domain.tally import Tally
from ..store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class KindBases:
    """The bases of a kind; `by_hand` names those that hold figures entered by hand."""

    bases: Bases
    by_hand: tuple[str, ...]


def bases_of(ledger: Ledger, kind: Kind, month: Month, begins: Month | None) -> KindBases:
    """`begins` is how far back the ledger was kept: before it a zero would be no figure."""
    last_year = month.same_month_last_year
    spans = {
        "previous": (month.previous, month.previous),
        "same_month_last_year": (last_year, last_year),
        "last_year_to_date": (last_year.january, last_year),
    }
    found = {name: _period(ledger, kind, first, last, begins) for name, (first, last) in spans.items()}
    return KindBases(
        Bases(
            previous=found["previous"][0],
            same_month_last_year=found["same_month_last_year"][0],
            year_to_date=ledger.counts.year_to_date(kind, month),
            last_year_to_date=found["last_year_to_date"][0],
        ),
        tuple(name for name, (_, by_hand) in found.items() if by_hand),
    )


def _period(ledger: Ledger, kind: Kind, first: Month, last: Month, begins: Month | None) -> tuple[Tally | None, bool]:
    """The tally of a period, and whether figures by hand are in it. Months of before the ledger count by hand;
    where only some of them were entered there is no base, and where none was, the base is what the ledger holds, and
    口径说明 tells since when. What stands for a time is taken from the file of the month where there is one, since it may be told anew later."""
    signed = ledger.months.signed_figures(last) if kind.stock else None
    if signed and kind.name in signed["kinds"]:
        things = int(signed["kinds"][kind.name]["month"])
        return Tally(things, things, 0), False
    before = last if begins is None or last < begins else begins.plus(-1)
    months = [first.plus(step) for step in range((before.year - first.year) * 12 + before.number - first.number + 1)]
    told = [ledger.past_figures.of(kind, month) for month in months]
    written = [things for things in told if things is not None]
    complete = bool(told) and len(written) == len(told)
    own = ledger.counts.period(kind, max(first, begins), last) if begins is not None and begins <= last else None
    if not complete:
        return (None if written else own), False
    things = sum(written)
    if own is None:
        return Tally(things, things, 0), True
    return Tally(own.things + things, own.receipts + things, own.minutes), True
