"""What the settings ask: reduction targets, usual minutes, last year's figures of before the ledger, and the days of rest."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from ...domain.months.calendar_day import CalendarDay
from ...domain.months.detail import Target
from ...domain.months.month import Month
from ...domain.months.past_figures import PastFigure
from ...domain.texts import Sentence


class Figures(Protocol):
    """All touch the ledger but `read_past`, which is a *job*. Refusals are the errors of `domain.errors`."""

    def targets(self) -> Mapping[str, Target]:
        """By kind; kinds without a target are left out."""
        ...

    def set_targets(self, targets: Mapping[str, Target]) -> None: ...

    def efforts(self) -> Mapping[str, tuple[int, int]]:
        """By kind: minutes and people of one receipt where nobody wrote them down."""
        ...

    def set_efforts(self, efforts: Mapping[str, tuple[int, int]]) -> None: ...

    def past(self) -> Sequence[PastFigure]:
        """What was entered by hand."""
        ...

    def recorded(self, year: int) -> Collection[tuple[str, Month]]:
        """The kinds and months of the year of which the ledger holds records: there nothing is entered by hand."""
        ...

    def keep_past(self, figures: Sequence[PastFigure]) -> int:
        """How many were kept; all or none."""
        ...

    def signed_without(self, figures: Sequence[PastFigure]) -> Sentence | None:
        """What to tell where they are bases of closed months, whose reports do not change."""
        ...

    def calendar_known(self, year: int) -> bool:
        """Whether the arrangement of rest and work of that year is known."""
        ...

    def read_calendar(self, path: Path) -> str:
        """The text of a file of days."""
        ...

    def calendar_missing(self, year: int) -> tuple[str, ...]:
        """The holidays that the days entered for a year do not tell, as labels."""
        ...

    def calendar_days(self) -> Sequence[CalendarDay]:
        """The days that were entered, in their order."""
        ...

    def remove_calendar(self, days: Collection[date]) -> None:
        """Forget days that were entered."""
        ...

    def add_calendar(self, text: str) -> Sequence[CalendarDay]:
        """Days told anew replace what was told before. → the days that were told. Raises UnreadableCalendar."""
        ...

    def read_past(self, path: Path) -> Sequence[PastFigure]:
        """*Job.* The figures of a table file."""
        ...
