"""A drawing as plain values, in points from the upper left corner: what was drawn for paper can be shown on a screen."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `grey` from 0 (the darkest) to 1."""

    x: float
    y: float
    width: float
    height: float
    grey: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with its base at `y`; `align` 0 begins at x, 0.5 is centred on it."""

    x: float
    y: float
    text: str
    size: float
    align: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Where the bar of one kind and one series stands, its label and figure included."""

    kind: str
    series: int
    x: float
    y: float
    width: float
    height: float
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`bars` in reading order; nothing is drawn outside `width` × `height`."""

    width: float
    height: float
    shapes: Sequence[Box | Words | Stroke]
    bars: tuple[Bar, ...]
