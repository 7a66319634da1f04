"""Lists of records as the window asks for them; keeps the promise of `ui.desk_parts.lists`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors.entry import UnknownRecord
from ...domain.kinds import kind_named
from ...domain.months.month import Month

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...domain.listing import Listing
    from ...domain.record import Record
    from ...store.ledger import Ledger


class ListsDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def count(self, kind: str, listing: Listing) -> int:
        return self._ledger().listings.count(kind_named(kind), listing)

    def after(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        return self._ledger().listings.after(kind_named(kind), listing, record, limit)

    def before(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        return self._ledger().listings.before(kind_named(kind), listing, record, limit)

    def at(self, kind: str, listing: Listing, place: int, limit: int) -> tuple[Record, ...]:
        return self._ledger().listings.at(kind_named(kind), listing, place, limit)

    def place_of(self, kind: str, listing: Listing, record: Record) -> int | None:
        return self._ledger().listings.place_of(kind_named(kind), listing, record)

    def record(self, kind: str, id: int) -> Record | None:
        try:
            return self._ledger().records.get(kind_named(kind), id)
        except UnknownRecord:
            return None

    def last_number(self, organ: str) -> str | None:
        return self._ledger().listings.last_number(organ)

    def months(self, kind: str) -> tuple[Month, ...]:
        return tuple(Month.parse(month) for month in self._ledger().listings.months(kind_named(kind)))
