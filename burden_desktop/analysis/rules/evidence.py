"""What rules look at, as plain values, and what they say."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...domain.bodies.nature import guess_nature
from ...domain.bodies.organ import lead_organ
from ...domain.kinds import kind_named
from ...domain.months.detail import Target
from ...domain.months.earlier import Earlier
from ...domain.months.month import Month
from ...domain.months.rules import Parameter, Severity
from ...domain.months.summary import KindFigures
from ...domain.record import Record
from ..alerts import Series
from ..workdays import Workdays


@dataclass(frozen=True, slots=True)
class Evidence:
    """A month and what stood before it.

    `records[kind]`: booked in the month, late ones included; plaques, groups and problems: the stock on its last
    day. `recent[kind]`: forms and visits of the days before. `receipts[family]`: earlier receipts of a paper that
    came again. `comprehensive`: earlier 综合 meetings of the year. `growth[body]`: papers of the year so far and of
    the same time last year, both from month `growth_from` on, since when last year is known. `natures`: what the
    directory says of a body. `names`: a body's other names → its name in the directory. `planned`: plaques that are to hang
    (拟挂), which are in no month's stock.
    """

    month: Month
    records: Mapping[str, Sequence[Record]]
    recent: Mapping[str, Sequence[Earlier]] = field(default_factory=dict)
    receipts: Mapping[str, Sequence[Earlier]] = field(default_factory=dict)
    comprehensive: Sequence[Earlier] = ()
    growth: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    growth_from: int = 1
    figures: Mapping[str, KindFigures] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    series: Sequence[Series] = ()
    natures: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    planned: Sequence[Record] = ()
    workdays: Workdays = field(default_factory=Workdays)

    def of(self, kind: str) -> Sequence[Record]:
        return self.records.get(kind, ())

    def body(self, record: Record) -> str:
        """The body that leads, by its name in the directory."""
        name = lead(record)
        return self.names.get(name, name)

    def nature(self, organ: str) -> str | None:
        """The directory's word, else what the name tells, else None."""
        return self.natures.get(organ) or guess_nature(organ)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a rule noticed: about which `records` of the month, in a sentence. `subject` is what stays the same when
    the matter comes up again next month; `severity` only where it differs from the rule's. `also` are subjects that it may have
    borne before: a remark made under one of them stays with it."""

    records: tuple[str, ...]
    sentence: str
    subject: str
    severity: Severity | None = None
    also: tuple[str, ...] = ()


Parameters = Mapping[str, Parameter]
Test = Callable[[Evidence, Parameters], Iterable[Fact]]


def number(parameters: Parameters, name: str) -> int:
    """A whole number among the parameters; what the pack declares is always there."""
    return int(parameters[name])  # type: ignore[arg-type]


def words(parameters: Parameters, name: str) -> tuple[str, ...]:
    found = parameters[name]
    return found if isinstance(found, tuple) else (str(found),)


def lead(record: Record) -> str:
    """The body that leads, as recorded."""
    return lead_organ(str(record.values["organ"]))


def flags(record: Record, name: str) -> tuple[str, ...]:
    return tuple(part for part in str(record.values.get(name) or "").split("、") if part)


def day(record: Record, name: str = "") -> date | None:
    """A date field, the record's own date when not named; None while nobody wrote it."""
    written = record.values.get(name or kind_named(record.kind).dated_by)
    return date.fromisoformat(str(written)[:10]) if written else None


def count(record: Record, name: str) -> int | None:
    written = record.values.get(name)
    return written if isinstance(written, int) else None


def called(record: Record) -> str:
    """`青禾县民政局《…》`; a title that brings its own marks is not wrapped in a second pair."""
    title = str(record.values["title"])
    return f"{record.values['organ']}" + (f"“{title}”" if "《" in title else f"《{title}》")
