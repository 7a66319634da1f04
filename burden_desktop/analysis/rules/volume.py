"""Rules on figures: the reduction target, and what is unusual against the point's own past."""

from collections.abc import Iterator

from ...domain.kinds import kind_named
from ..alerts import alerts_of
from .evidence import Evidence, Fact, Parameters, number


def target(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """The year so far against the pace that the point's target allows. No base, no fact."""
    months = evidence.month.number
    for name, aim in sorted(evidence.targets.items()):
        figures = evidence.figures.get(name)
        if figures is None or aim.base <= 0:
            continue
        kind = kind_named(name)
        allowed = aim.base * (100 - aim.percent) * months / 1200
        if figures.year_to_date > allowed:
            yield Fact(
                (),
                f"提示：1—{months}月{kind.label}{figures.year_to_date}{kind.unit}，按{aim.base_year}年基数{aim.base}{kind.unit}、"
                f"压减{aim.percent}%的目标，同期进度为{allowed:.0f}{kind.unit}，已超过进度。",
                f"{name}|{evidence.month.year}",
            )


def unusual(evidence: Evidence, parameters: Parameters) -> Iterator[Fact]:
    """More than the point's own past lets expect, by kind, level and body."""
    for series in evidence.series:
        for alert in alerts_of(series, number(parameters, "per_mille") / 1000):
            yield Fact((), alert.sentence, f"{alert.method}|{alert.of}|{evidence.month}")
