"""Boxes to tick and round buttons as large as the letters beside them; where letters have their usual size, nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QProxyStyle, QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QStyleOption, QWidget

_METRIC: Final = QStyle.PixelMetric
_GROWN: Final = frozenset((
    _METRIC.PM_IndicatorWidth, _METRIC.PM_IndicatorHeight, _METRIC.PM_ExclusiveIndicatorWidth, _METRIC.PM_ExclusiveIndicatorHeight,
))  # fmt: skip
_WORN: Final = "burden_desktop_marks_worn"  # percent, name of the system's own style


class GrownMarks(QProxyStyle):
    """The style of the system, whose marks are `percent` of their size."""

    def __init__(self, style: str, percent: int) -> None:
        super().__init__(style)
        self._percent = percent

    def pixelMetric(  # noqa: N802 - Qt's name
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = super().pixelMetric(metric, option, widget)
        return size * self._percent // 100 if metric in _GROWN else size


def grow_marks(app: QApplication, percent: int) -> None:
    """As large as letters of `percent`. At 100 the system's own style comes back, which answers without asking Python."""
    worn, own = app.property(_WORN) or (100, app.style().name())
    if worn != percent:
        app.setStyle(own if percent == 100 else GrownMarks(own, percent))
        app.setProperty(_WORN, (percent, own))
