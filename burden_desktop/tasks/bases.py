"""What a month is compared with: tallies of the ledger, else figures entered by hand, else nothing."""

from dataclasses import dataclass

from ..analysis.summarise import Bases
from ..domain.kind import Kind
from ..domain.months.month import Month
from ..domain.months.tally import Tally
from ..store.ledger import Ledger
from .by_hand import by_hand, months_between
from .kept_since import kept_since, reaches_back_to


@dataclass(frozen=True, slots=True)
class KindBases:
    """The bases of a kind; `by_hand` names those that hold figures entered by hand."""

    bases: Bases
    by_hand: tuple[str, ...]


def bases_of(ledger: Ledger, kind: Kind, month: Month) -> KindBases:
    """Before a kind was kept a zero would be no figure."""
    kept, begins = kept_since(ledger, kind), reaches_back_to(ledger)
    last_year = month.same_month_last_year
    spans = {
        "previous": (month.previous, month.previous),
        "same_month_last_year": (last_year, last_year),
        "last_year_to_date": (last_year.january, last_year),
    }
    found = {name: _period(ledger, kind, first, last, kept) for name, (first, last) in spans.items()}
    begun_later = begins is not None and kept is not None and begins < kept and last_year.january < kept <= last_year
    if begun_later and not found["last_year_to_date"][1]:  # 口径说明 tells since when the ledger was kept, not each kind
        found["last_year_to_date"] = (None, False)
    year_to_date, in_year = _year_to_date(ledger, kind, month)
    hands = [name for name, (_, written) in found.items() if written] + (["year_to_date"] if in_year else [])
    return KindBases(
        Bases(
            previous=found["previous"][0],
            same_month_last_year=found["same_month_last_year"][0],
            year_to_date=year_to_date,
            last_year_to_date=found["last_year_to_date"][0],
        ),
        tuple(hands),
    )


def _period(ledger: Ledger, kind: Kind, first: Month, last: Month, kept: Month | None) -> tuple[Tally | None, bool]:
    """The tally of a period, and whether figures by hand are in it. Months of before the kind was kept count by hand;
    where only some of them were entered there is no base, and where none was, the base is what the ledger holds, and
    口径说明 tells since when. Later months count by hand where the ledger holds none of the kind. What stands for a time is taken from the file of the month where there is one, since it may be told anew later."""
    signed = ledger.months.signed_figures(last) if kind.stock else None
    if signed and kind.name in signed["kinds"]:
        things = int(signed["kinds"][kind.name]["month"])
        return Tally(things, things, 0), False
    months = months_between(first, last)
    written = {at: hand for at in months if (hand := by_hand(ledger, kind, at)) is not None}
    before = [month for month in months if kept is None or month < kept]
    if any(month in written for month in before) and not all(month in written for month in before):
        return None, False
    own = ledger.counts.period(kind, max(first, kept), last) if kept is not None and kept <= last else None
    if not written:
        return own, False
    by_hands = sum(written.values())
    if own is None:
        return Tally(by_hands, by_hands, 0), True
    return Tally(own.things + by_hands, own.receipts + by_hands, own.minutes), True


def _year_to_date(ledger: Ledger, kind: Kind, month: Month) -> tuple[Tally, bool]:
    """What the ledger counts, and the earlier months of the year that were entered by hand."""
    own = ledger.counts.year_to_date(kind, month)
    if kind.stock or month == month.january:
        return own, False
    told = [by_hand(ledger, kind, past) for past in months_between(month.january, month.previous)]
    written = [things for things in told if things is not None]
    things = sum(written)
    return Tally(own.things + things, own.receipts + things, own.minutes), bool(written)
