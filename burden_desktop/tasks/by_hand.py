"""Figures entered by hand, where the ledger itself holds nothing: one early record by mistake must not silence a year."""

from ..domain.kind import Kind
from ..domain.months.month import Month
from ..store.ledger import Ledger


def has_records(ledger: Ledger, kind: Kind, month: Month) -> bool:
    """Whether the ledger holds anything of that kind in that month: then it knows better than a hand."""
    return ledger.counts.period(kind, month, month).receipts > 0


def by_hand(ledger: Ledger, kind: Kind, month: Month) -> int | None:
    """The figure that was entered for that month; None where none was, or where the ledger holds records."""
    written = ledger.past_figures.of(kind, month)
    return None if written is None or has_records(ledger, kind, month) else written


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """From `first` to `last`, both included; none where `last` comes before."""
    return tuple(first.plus(step) for step in range((last.year - first.year) * 12 + last.number - first.number + 1))
