"""A closed month's figures stay those that were signed, whatever is added to its records or said of its bodies later."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from ..domain.months.summary import KindFigures, MonthSummary


def figures_told(summary: MonthSummary) -> dict[str, Any]:
    """What is kept of a summary with the entry of its closing."""
    return {
        "kinds": {name: asdict(figures) for name, figures in summary.kinds.items()},
        "by_level": {name: dict(levels) for name, levels in summary.by_level.items()},
        "by_organ": {name: [list(pair) for pair in pairs] for name, pairs in summary.by_organ.items()},
    }


def as_signed(summary: MonthSummary, told: Mapping[str, Any] | None) -> MonthSummary:
    """The summary with the figures that were signed; kinds that were not kept then stay as they are counted now."""
    if told is None:
        return summary
    organs = {name: tuple((organ, count) for organ, count in pairs) for name, pairs in told["by_organ"].items()}
    return replace(
        summary,
        kinds={**summary.kinds, **{name: KindFigures(**figures) for name, figures in told["kinds"].items()}},
        by_level={**summary.by_level, **told["by_level"]},
        by_organ={**summary.by_organ, **organs},
    )
