"""What the page 今日 asks: what is due, which months wait for closing, and this month beside others."""

from typing import Protocol

from ...domain.months.agenda import Compared, Due, MonthToClose, Restored


class Agenda(Protocol):
    """Quick: on the window's own thread."""

    def due(self, days: int) -> tuple[Due, ...]:
        """What is due within so many days and not dealt with, the nearest first, then what was missed in the last weeks."""
        ...

    def months_to_close(self) -> tuple[MonthToClose, ...]:
        """Months opened for correction, then those that are over and not sealed, in order."""
        ...

    def restored(self) -> Restored | None:
        """A restore of the last days, None where there was none."""
        ...

    def settle(self, due: Due) -> None:
        """Mark it as dealt with, for kinds that `domain.months.agenda.settling` knows. Raises UnknownRecord."""
        ...

    def compared(self) -> tuple[Compared, ...]:
        """This month, the month before and the same month last year, by kind."""
        ...
