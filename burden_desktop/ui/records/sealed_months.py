"""Which months of a list are sealed: their records bear a lock before anybody tries to write in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..desk import CLOSED

if TYPE_CHECKING:
    from ...domain.kind import Kind
    from ...domain.months.month import Month
    from ...domain.record import Record
    from ..desk import Desk


class SealedMonths:
    """Each month is asked for once, until `forget`. What belongs to no month is never locked."""

    def __init__(self, kind: Kind, desk: Desk) -> None:
        self._kind, self._desk = kind, desk
        self._known: dict[Month, bool] = {}

    def holds(self, record: Record) -> bool:
        if self._kind.stock is not None:
            return False
        if record.month not in self._known:
            self._known[record.month] = self._desk.month_state(record.month) == CLOSED
        return self._known[record.month]

    def forget(self) -> None:
        self._known.clear()
