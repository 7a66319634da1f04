"""A month in figures, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..point import Point
from .detail import MonthDetail
from .month import Month
from .rules import Remark


@dataclass(frozen=True, slots=True)
class KindFigures:
    """Figures of one kind. None where the ledger does not reach back: a missing base is no zero.

    `late` counts records entered late (补登), which are in no other figure. `minutes_unknown` counts
    receipts of the month whose minutes nobody wrote down.
    """

    month: int
    previous: int | None
    same_month_last_year: int | None
    year_to_date: int
    last_year_to_date: int | None
    receipts: int
    minutes: int
    late: int = 0
    minutes_unknown: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A published rule that seems touched: never a judgement. `severity` is one of quote, remind, statistic.

    `identity` stays when the matter comes up again next month; `title` and `words` are the rule's,
    from `source`, word for word where `exact`; `remark` is what the point says to it."""

    rule: str
    severity: str
    records: tuple[str, ...]
    fact: str
    identity: str = ""
    title: str = ""
    words: str = ""
    exact: bool = False
    source: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class EditedText:
    """A text of the report as people wrote it, and the one that the program had `made` of the figures then."""

    text: str
    made: str


@dataclass(frozen=True, slots=True)
class RulesUsed:
    """Which pack of rules was tested, and which of its rules the point set otherwise."""

    version: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """`kinds` by kind name in declared order; `by_level[kind][level or "unknown"]` = things;
    `by_organ[kind]` = (body as recorded, things), most first; `texts` are the report's texts that people edited;
    `rules_moved` names rules that were set otherwise after the month was closed, and bear on nothing in it."""

    point: Point
    month: Month
    kinds: Mapping[str, KindFigures]
    by_level: Mapping[str, Mapping[str, int]]
    by_organ: Mapping[str, tuple[tuple[str, int], ...]]
    findings: tuple[Finding, ...] = field(default=())
    rules: RulesUsed = field(default=RulesUsed())
    detail: MonthDetail = field(default=MonthDetail())
    texts: Mapping[str, EditedText] = field(default_factory=dict)
    rules_moved: tuple[str, ...] = ()

    def year_is_whole(self, name: str) -> bool:
        """Whether 本年累计 and 上年同期 of a kind hold every month: then, and only then, there is a 累计同比."""
        if name in self.detail.uncovered:
            return False
        return not self.detail.begins_in or "last_year_to_date" in self.detail.by_hand.get(name, ())

    @property
    def is_over(self) -> bool:
        """Whether the month was over when it was summed up: a part of it is compared with no whole month."""
        return not self.detail.until

    def bodies(self, name: str) -> tuple[tuple[str, int], ...]:
        """(leading body by its name in the directory, things), most first; as recorded where the directory was not asked."""
        return self.detail.bodies.get(name, self.by_organ[name])

    @property
    def is_nil(self) -> bool:
        return all(figures.receipts == 0 and figures.late == 0 for figures in self.kinds.values())
