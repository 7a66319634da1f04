"""Targets, usual minutes and past figures in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from burden_desktop.analysis.holiday_list import missing_holidays
from burden_desktop.analysis.workdays import Workdays, read_year
from burden_desktop.domain.errors.past_figures import FiguresKnown
from burden_desktop.domain.months.calendar_day import CalendarDay
from burden_desktop.domain.months.detail import Target
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.domain.texts import Sentence
from burden_desktop.tasks.calendar_file import read_calendar_file


class FakeFigures:
    def __init__(self) -> None:
        self.kept_targets: Mapping[str, Target] = {}
        self.kept_efforts: Mapping[str, tuple[int, int]] = {"document": (20, 1), "meeting": (120, 1)}
        self.kept_past: dict[tuple[str, Month], PastFigure] = {}
        self.days: dict[date, bool] = {}
        self.file: Sequence[PastFigure] = ()

    def targets(self) -> Mapping[str, Target]:
        return dict(self.kept_targets)

    def set_targets(self, targets: Mapping[str, Target]) -> None:
        self.kept_targets = dict(targets)

    def efforts(self) -> Mapping[str, tuple[int, int]]:
        return dict(self.kept_efforts)

    def set_efforts(self, efforts: Mapping[str, tuple[int, int]]) -> None:
        self.kept_efforts = dict(efforts)

    def past(self) -> Sequence[PastFigure]:
        return tuple(self.kept_past.values())

    def recorded(self, year: int) -> Collection[tuple[str, Month]]:
        return {("document", Month(2025, month)) for month in (11, 12) if year == 2025}

    closed: Sentence | None = None

    def signed_without(self, figures: Sequence[PastFigure]) -> Sentence | None:
        return self.closed

    def keep_past(self, figures: Sequence[PastFigure]) -> int:
        for figure in figures:
            if (figure.kind, figure.month) in self.recorded(figure.month.year):
                raise FiguresKnown(month=figure.month.label)
        self.kept_past.update({(figure.kind, figure.month): figure for figure in figures})
        return len(figures)

    def calendar_known(self, year: int) -> bool:
        return Workdays(self.days).is_official(year)

    def calendar_missing(self, year: int) -> tuple[str, ...]:
        return missing_holidays(self.days, year)

    def calendar_days(self) -> Sequence[CalendarDay]:
        return [CalendarDay(day, works, Workdays(self.days).overruled(day)) for day, works in sorted(self.days.items())]

    def remove_calendar(self, days: Collection[date]) -> None:
        self.days = {day: works for day, works in self.days.items() if day not in days}

    def read_calendar(self, path: Path) -> str:
        return read_calendar_file(path)

    def add_calendar(self, text: str) -> Sequence[CalendarDay]:
        told = read_year(text)
        self.days |= told
        return [day for day in self.calendar_days() if day.day in told]

    def read_past(self, path: Path) -> Sequence[PastFigure]:
        return self.file
