"""Since when the ledger, and each kind in it, was kept: of before then a zero would be no figure."""

from ..domain.kind import Kind
from ..domain.months.month import Month
from ..store.ledger import Ledger


def reaches_back_to(ledger: Ledger) -> Month | None:
    """The first month of which anything is known: a record, or a closed month (a nil month is known too)."""
    return _first(ledger, ledger.tallies.first_month())


def kept_since(ledger: Ledger, kind: Kind) -> Month | None:
    """The month in which the history of a kind begins: that of its first record, or the first closed month, which told that
    there was none. A kind that nobody kept while an older register of another was brought in has no months of zero. What
    stands for a time is known as far back as the ledger."""
    return reaches_back_to(ledger) if kind.stock else _first(ledger, ledger.tallies.first_of(kind))


def _first(ledger: Ledger, recorded: Month | None) -> Month | None:
    known = [*(sealed.month for sealed in ledger.months.all()), *((recorded,) if recorded else ())]
    return min(known, default=None)
