"""The chart of the report, drawn by the very same code, as shapes for the screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..domain.kinds import kind_named
from ..domain.months.half_year import KindHalf
from ..domain.months.summary import MonthSummary
from ..domain.shapes import Bar, Box, Chart, Stroke, Words
from .blocks import Panels
from .chart import panels
from .faces import Style

_WIDTH: Final = 442.0  # points: the type area of the report
_TALL: Final = 10_000.0
_FULL_WIDTH_FROM: Final = "\u2e80"


class _Measure:
    """Widths good enough to centre a legend; the exact ones would load the report's fonts."""

    def width(self, text: str, style: Style, size: float) -> float:
        return size * sum(1.0 if character >= _FULL_WIDTH_FROM else 0.55 for character in text)


class _Screen:
    """Takes what pages take, and keeps it as shapes; `y` falls as on paper."""

    def __init__(self) -> None:
        self.faces = _Measure()
        self.x, self.y, self.width, self.page_height = 0.0, _TALL, _WIDTH, _TALL
        self.shapes: list[Box | Words | Stroke] = []

    def need(self, height: float) -> None:
        """A screen has no end."""

    def text(self, x: float, y: float, text: str, style: Style, size: float, *, align: float = 0) -> None:
        self.shapes.append(Words(x, _TALL - y, text, size, align, style is Style.BOLD))

    def line(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, grey: float = 0) -> None:
        self.shapes.append(Stroke(x1, _TALL - y1, x2, _TALL - y2, weight))

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: float | None = None, edge: float | None = 0.5,
        dashed: bool = False,
    ) -> None:
        self.shapes.append(Box(x, _TALL - y - height, width, height, 0.0 if fill is None else fill))


def month_chart(summary: MonthSummary, series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
    """Each kind's last year's month, last month and this month; `series` and `title` (of a kind's name) say it in the
    user's language. None where there is nothing to draw."""
    shown = {
        name: (figures.same_month_last_year, figures.previous, figures.month)
        for name, figures in summary.kinds.items()
        if figures.month or figures.previous or figures.same_month_last_year
    }
    return _chart(shown, series, title)


def half_chart(halves: Mapping[str, KindHalf], series: Sequence[str], title: Callable[[str], str]) -> Chart | None:
    """Each kind's six months, named by `series`; as `month_chart`."""
    return _chart({name: half.months for name, half in halves.items() if any(half.months)}, series, title)


def _chart(
    shown: Mapping[str, tuple[int | None, ...]], series: Sequence[str], title: Callable[[str], str]
) -> Chart | None:
    if not shown:
        return None
    screen = _Screen()
    panels(screen, Panels("", tuple(series), tuple((title(name), values) for name, values in shown.items())))
    bars = _bars(screen.shapes, tuple(shown), series)
    return Chart(_WIDTH, _TALL - screen.y, _fitted(screen.shapes, bars), bars)


def _fitted(shapes: Sequence[Box | Words | Stroke], bars: Sequence[Bar]) -> tuple[Box | Words | Stroke, ...]:
    """Labels of other languages may be longer than their bar is wide: they are written smaller."""
    slot = min(bar.width for bar in bars)
    fitted: list[Box | Words | Stroke] = []
    for shape in shapes:
        if isinstance(shape, Words) and shape.align == 0.5:
            room = slot * len(bars) if shape.bold else slot * 0.96
            wide = _Measure().width(shape.text, Style.SANS, shape.size)
            shape = replace(shape, size=shape.size * min(1.0, room / max(wide, 1.0)))
        fitted.append(shape)
    return tuple(fitted)


def _bars(shapes: Sequence[Box | Words | Stroke], kinds: Sequence[str], series: Sequence[str]) -> tuple[Bar, ...]:
    """A panel writes figure and label of each bar one after the other, and its base line last."""
    labels = [shape for shape in shapes if isinstance(shape, Words) and shape.align == 0.5 and not shape.bold]
    lines = [shape for shape in shapes if isinstance(shape, Stroke)]
    bars = []
    for panel, (kind, line) in enumerate(zip(kinds, lines, strict=True)):
        slot = (line.x2 - line.x1) / len(series)
        for place in range(len(series)):
            figure = labels[(panel * len(series) + place) * 2]
            label = labels[(panel * len(series) + place) * 2 + 1]
            told = f"{kind_named(kind).label} {series[place]} {figure.text}"
            top = figure.y - figure.size
            bars.append(Bar(kind, place, label.x - slot / 2, top, slot, label.y + 3 - top, told))
    return tuple(bars)
