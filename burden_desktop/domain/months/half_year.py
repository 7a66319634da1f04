"""半年回看: half against half, month by month, what the rules hit most, and what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors.months import InvalidHalf
from ..kind import Kind
from ..point import Point
from .month import Month
from .rules import Answer
from .summary import Finding, MonthSummary


@dataclass(frozen=True, slots=True)
class Half:
    """The first or second half of a year."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Half":
        """`2026-H1` → Half. Raises InvalidHalf."""
        year, dash, half = text.strip().upper().partition("-H")
        if not dash or not year.isdecimal() or len(year) != 4 or half not in ("1", "2"):
            raise InvalidHalf(text=text)
        return cls(int(year), int(half))

    @property
    def months(self) -> tuple[Month, ...]:
        first = Month(self.year, 1 if self.number == 1 else 7)
        return tuple(first.plus(step) for step in range(6))

    @property
    def before(self) -> "Half":
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)

    @property
    def after(self) -> "Half":
        return Half(self.year + 1, 1) if self.number == 2 else Half(self.year, 2)

    @property
    def label(self) -> str:
        return f"{self.year}年{'上' if self.number == 1 else '下'}半年"

    def __str__(self) -> str:
        return f"{self.year}-H{self.number}"


@dataclass(frozen=True, slots=True)
class KindHalf:
    """A kind's things by month (None before the ledger), and the sums of this half, the one before and the same half
    last year; of what stands for a time, the sum is the stock on the last day."""

    months: tuple[int | None, ...]
    total: int
    before: int | None
    last_year: int | None

    @property
    def known(self) -> bool:
        """Whether any month has a figure: else there is no sum, not even of zero."""
        return any(count is not None for count in self.months)

    @property
    def counted_again(self) -> bool:
        """Whether things stand in several months that the sum counts once; of what stands for a time it always may."""
        return self.total < sum(count or 0 for count in self.months)

    @property
    def whole(self) -> bool:
        """Whether every month has its figure: then, and only then, may the sum be compared with another half's."""
        return None not in self.months


@dataclass(frozen=True, slots=True)
class RuleHit:
    """How often a rule found something in the half, and what the point said to it."""

    rule: str
    title: str
    source: str
    found: int
    answers: Mapping[Answer, int]

    @property
    def open(self) -> int:
        return self.found - sum(self.answers.values())


@dataclass(frozen=True, slots=True)
class HalfReview:
    """`summaries` are those of the months known; `problems` = (stood at the beginning, found, put right, 反弹), None
    where the point keeps none; `scope` tells what changed in what is counted."""

    point: Point
    half: Half
    kinds: Mapping[str, KindHalf]
    hits: tuple[RuleHit, ...]
    last: MonthSummary
    problems_begin: int | None = None
    problems_end: int | None = None
    scope: tuple[str, ...] = ()


def rule_hits(findings: Sequence[Finding]) -> tuple[RuleHit, ...]:
    """The rules touched, most first; a matter found in several months counts in each."""
    counts = Counter(finding.rule for finding in findings)
    known = {finding.rule: finding for finding in findings}
    answers: dict[str, Counter[Answer]] = {rule: Counter() for rule in counts}
    for finding in findings:
        if finding.remark:
            answers[finding.rule][finding.remark.answer] += 1
    return tuple(
        RuleHit(rule, known[rule].title, known[rule].source, count, dict(answers[rule])) for rule, count in counts.most_common()
    )


def kind_half(
    kind: Kind,
    months: Sequence[int | None],
    before: Sequence[int | None],
    last_year: Sequence[int | None],
    again: tuple[int, int, int] = (0, 0, 0),
) -> KindHalf:
    """Sum up six months; a half with a month of which nothing is known has no sum to compare with. `again`: of each half, how
    often a paper stands in a month that stood in an earlier one of it; in a sum it is one, as in the year to date."""
    total, was, year = (_sum(kind, told, less, whole=place > 0) for place, (told, less) in enumerate(zip((months, before, last_year), again, strict=True)))
    return KindHalf(tuple(months), total or 0, was, year)


def _sum(kind: Kind, months: Sequence[int | None], again: int, whole: bool = False) -> int | None:
    known = [count for count in months if count is not None]
    if not known or (whole and len(known) < len(months)):
        return None
    return known[-1] if kind.stock else sum(known) - again
