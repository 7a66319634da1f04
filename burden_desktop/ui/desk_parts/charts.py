"""What the window asks for its charts: the report's own drawing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ...domain.months.half_year import KindHalf
from ...domain.months.summary import MonthSummary
from ...domain.shapes import Chart


class Charts(Protocol):
    def month(self, summary: MonthSummary, series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
        """*Job.* Last year's month, last month and this month of each kind; None where there is nothing to draw."""
        ...

    def half(self, halves: Mapping[str, KindHalf], series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
        """*Job.* Six months of each kind, named by `series`; None where there is nothing to draw."""
        ...
