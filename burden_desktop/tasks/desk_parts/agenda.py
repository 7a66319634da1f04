"""What waits for the clerk, as the page 今日 asks for it; keeps the promise of `ui.desk_parts.agenda`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from ...domain.kinds import KINDS, kind_named
from ...domain.months.agenda import Compared, Due, MonthToClose, Restored, report_day, settling
from ...domain.months.month import Month
from .. import enter
from ..kept_since import kept_since

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...domain.kind import Kind
    from ...store.ledger import Ledger

OVERDUE_DAYS: Final = 30
"""Deadlines older than this are no longer told: whoever did not note the handling will not note it now."""
RESTORE_TOLD_DAYS: Final = 7
_LONGEST_LIST: Final = 100


class AgendaDesk:
    """`ledger` waits until the ledger is at home; `today` is the day by the program's clock."""

    def __init__(self, ledger: Callable[[], Ledger], today: Callable[[], date]) -> None:
        self._ledger, self._today = ledger, today

    def due(self, days: int) -> tuple[Due, ...]:
        today, deadlines = self._today(), self._ledger().deadlines
        first, last = today - timedelta(days=OVERDUE_DAYS), today + timedelta(days=days)
        found = [due for kind in KINDS for due in deadlines.between(kind, first, last, _LONGEST_LIST)]
        # What is still ahead comes first; what was missed follows, the latest first.
        found.sort(key=lambda due: (due.on < today, abs((due.on - today).days), due.number))
        return tuple(found[:_LONGEST_LIST])

    def months_to_close(self) -> tuple[MonthToClose, ...]:
        ledger = self._ledger()
        day, last_over = ledger.point.report_day, Month.of(self._today()).previous
        reopened = [sealed.month for sealed in ledger.months.all() if sealed.open_for_correction]
        waiting = [MonthToClose(month, report_day(month, day), correcting=True) for month in reopened]
        month = ledger.months.next_to_seal() or self._first_to_seal(ledger)
        while month is not None and month <= last_over:
            waiting.append(MonthToClose(month, report_day(month, day)))
            month = month.plus(1)
        return tuple(waiting)

    def restored(self) -> Restored | None:
        told = self._ledger().settings.read("backup.restored", None, Restored.parse)
        return told if told is not None and (self._today() - told.at.date()).days < RESTORE_TOLD_DAYS else None

    def _first_to_seal(self, ledger: Ledger) -> Month | None:
        """The first month of a ledger may be any: the one in which it was set up, or the one before if it has records.
        What was taken in of older months serves comparisons, and nobody is asked to report it."""
        begun = ledger.history.begun()
        if begun is None or ledger.tallies.first_month() is None:
            return None
        set_up = Month.of(begun)
        held = any(ledger.tallies.holds(kind, set_up.previous) for kind in KINDS if kind.stock is None)
        return set_up.previous if held else set_up

    def settle(self, due: Due) -> None:
        ledger, kind = self._ledger(), kind_named(due.kind)
        done = settling(kind)
        if done is not None:
            enter.change(ledger, due.kind, ledger.records.by_number(due.number).id, dict([done]))

    def compared(self) -> tuple[Compared, ...]:
        ledger, month = self._ledger(), Month.of(self._today())
        kept = {kind.name: kept_since(ledger, kind) for kind in KINDS}

        def things(kind: Kind, of: Month) -> int | None:
            """None for a month before the kind was kept: its zero would be no figure."""
            since = kept[kind.name]
            return ledger.tallies.of(kind, of, of).things if since is not None and since <= of else None

        return tuple(
            Compared(kind.name, things(kind, month) or 0, things(kind, month.previous), things(kind, month.same_month_last_year))
            for kind in KINDS
        )
