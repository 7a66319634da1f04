"""Targets, usual minutes and figures by hand as the window asks for them; keeps the promise of `ui.desk_parts.figures`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from ...analysis.holiday_list import missing_holidays
from ...analysis.hours import Effort
from ...domain.kinds import KINDS
from ...domain.months.calendar_day import CalendarDay
from ...domain.months.detail import Target
from ...domain.months.month import Month
from ...domain.months.past_figures import PastFigure
from ...domain.texts import Sentence
from ...store.ledger import Ledger
from .. import month_detail
from ..by_hand import has_records, months_between
from ..calendar_days import add_calendar, days_of, remove_days, workdays_of
from ..calendar_file import read_calendar_file
from ..past_figures import keep_past_figures, read_past_file, signed_without


class FiguresDesk:
    """`ledger` waits until the ledger is at home."""

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self._ledger = ledger

    def targets(self) -> Mapping[str, Target]:
        return month_detail.targets_of(self._ledger())

    def set_targets(self, targets: Mapping[str, Target]) -> None:
        month_detail.set_targets(self._ledger(), targets)

    def efforts(self) -> Mapping[str, tuple[int, int]]:
        return {kind: (effort.minutes, effort.people) for kind, effort in month_detail.efforts_of(self._ledger()).items()}

    def set_efforts(self, efforts: Mapping[str, tuple[int, int]]) -> None:
        month_detail.set_efforts(self._ledger(), {kind: Effort(*told) for kind, told in efforts.items()})

    def past(self) -> Sequence[PastFigure]:
        return self._ledger().past_figures.all()

    def recorded(self, year: int) -> Collection[tuple[str, Month]]:
        ledger, january = self._ledger(), Month(year, 1)
        months = months_between(january, january.plus(11))
        return {(kind.name, month) for kind in KINDS if kind.stock is None for month in months if has_records(ledger, kind, month)}

    def keep_past(self, figures: Sequence[PastFigure]) -> int:
        return keep_past_figures(self._ledger(), figures)

    def signed_without(self, figures: Sequence[PastFigure]) -> Sentence | None:
        return signed_without(self._ledger(), figures)

    def calendar_known(self, year: int) -> bool:
        return workdays_of(self._ledger()).is_official(year)

    def read_calendar(self, path: Path) -> str:
        return read_calendar_file(path)

    def calendar_missing(self, year: int) -> tuple[str, ...]:
        return missing_holidays(workdays_of(self._ledger()).added, year)

    def calendar_days(self) -> Sequence[CalendarDay]:
        return days_of(self._ledger())

    def add_calendar(self, text: str) -> Sequence[CalendarDay]:
        return add_calendar(self._ledger(), text)

    def remove_calendar(self, days: Collection[date]) -> None:
        remove_days(self._ledger(), days)

    def read_past(self, path: Path) -> Sequence[PastFigure]:
        return read_past_file(path)
