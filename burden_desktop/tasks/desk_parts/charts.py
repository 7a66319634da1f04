"""The report's chart for the screen; keeps the promise of `ui.desk_parts.charts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ...domain.months.half_year import KindHalf
    from ...domain.months.summary import MonthSummary
    from ...domain.shapes import Chart


class ChartDesk:
    def month(self, summary: MonthSummary, series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
        from ...report.screen_chart import month_chart  # the report's tools are heavy at start-up

        return month_chart(summary, series, title)

    def half(self, halves: Mapping[str, KindHalf], series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
        from ...report.screen_chart import half_chart

        return half_chart(halves, series, title)
