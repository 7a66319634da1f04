"""What a record page asks for its list: how many, a page from any place, and where a record stands."""

from typing import Protocol

from ...domain.listing import Listing
from ...domain.months.month import Month
from ...domain.record import Record


class Lists(Protocol):
    """Touches the ledger: on the window's own thread only. Each call reads at most `limit` records."""

    def count(self, kind: str, listing: Listing) -> int:
        """How many records the list has; asked first whenever the list is shown anew."""
        ...

    def after(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]: ...

    def before(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]: ...

    def at(self, kind: str, listing: Listing, place: int, limit: int) -> tuple[Record, ...]:
        """From `place` on; 0 is the first."""
        ...

    def place_of(self, kind: str, listing: Listing, record: Record) -> int | None:
        """None when the list leaves the record out."""
        ...

    def record(self, kind: str, id: int) -> Record | None:
        """The record as it is now, None when it was withdrawn."""
        ...

    def last_number(self, organ: str) -> str | None:
        """The 发文字号 of the paper that came last from a body."""
        ...

    def months(self, kind: str) -> tuple[Month, ...]:
        """The months in which anything is booked, the last first."""
        ...
