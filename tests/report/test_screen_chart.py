"""The chart on the screen is the chart on paper: same code, same figures, every bar with a place to be clicked."""

from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import KindFigures, MonthSummary
from burden_desktop.domain.point import Point
from burden_desktop.domain.shapes import Box, Words
from burden_desktop.report.screen_chart import month_chart

SERIES = ("上年同月", "上月", "本月")
POINT = Point("青禾县石桥镇", "SQ-01")


def _summary(**figures: tuple[int | None, int | None, int]) -> MonthSummary:
    kinds = {name: KindFigures(now, before, year, now, None, now, 0) for name, (year, before, now) in figures.items()}
    return MonthSummary(POINT, Month(2026, 3), kinds, {}, {})


def test_every_bar_has_its_figure_and_its_place() -> None:
    chart = month_chart(_summary(document=(None, 8, 4), meeting=(3, 0, 6)), SERIES, str.upper)
    assert chart is not None
    told = [bar.told for bar in chart.bars]
    assert told == ["收文 上年同月 —", "收文 上月 8", "收文 本月 4", "参会 上年同月 3", "参会 上月 0", "参会 本月 6"]
    assert {bar.kind for bar in chart.bars} == {"document", "meeting"}
    words = [shape.text for shape in chart.shapes if isinstance(shape, Words) and shape.bold]
    assert words == ["DOCUMENT", "MEETING"]
    bars = [shape for shape in chart.shapes if isinstance(shape, Box) and shape.width > 16]
    before, now = bars[0], bars[1]
    assert before.height == 2 * now.height
    place = chart.bars[1]
    assert place.x <= before.x and before.x + before.width <= place.x + place.width
    assert place.y <= before.y and before.y + before.height <= place.y + place.height <= chart.height


def test_nothing_to_compare_is_no_chart() -> None:
    assert month_chart(_summary(document=(None, None, 0)), SERIES, str) is None
