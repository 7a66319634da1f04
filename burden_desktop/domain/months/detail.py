"""What a month tells beyond its counts: groups, hours, targets, trend, and how the figures came about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..texts import label

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PersonMinutes:
    """Minutes times people: `known` as written down, `estimated` from the kind's default where something was not."""

    known: int = 0
    estimated: int = 0

    @property
    def total(self) -> int:
        return self.known + self.estimated

    def __add__(self, other: "PersonMinutes") -> "PersonMinutes":
        return PersonMinutes(self.known + other.known, self.estimated + other.estimated)


@dataclass(frozen=True, slots=True)
class Target:
    """`base` things in the base year, to be reduced by `percent`; both set by the point."""

    base: int
    percent: int
    base_year: int


@dataclass(frozen=True, slots=True)
class TargetState:
    """A reduction target and where the year stands: `base` things in all of `base_year`, to fall by `percent`.
    `counted` are this year's receipts so far that are marked 纳入精简统计; `same_period` is the base's share of the
    months so far, rounded to whole things. `since` is the month since when the year is known, where that is not January:
    then there is no rate."""

    base: int
    percent: int
    base_year: int
    counted: int
    same_period: int
    since: str = ""


class MatterKind(StrEnum):
    """How a matter comes back in a month."""

    REPEATED = "repeated"
    LAYERED = "layered"
    VISITED = "visited"
    ASKED_AFTER = "asked_after"


MATTER_LABELS = {
    MatterKind.REPEATED: label("重复收文"),
    MatterKind.LAYERED: label("层层开会"),
    MatterKind.VISITED: label("同一事项来访"),
    MatterKind.ASKED_AFTER: label("发文后再要报表"),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that came back: `kind` is a MatterKind; `title` the paper's, meeting's or visit's, `organ` who brought it
    (of layered meetings the levels), `times` how often in all, `numbers` the month's records, `earlier` those before;
    of forms asked after a paper `numbers` are the forms and `earlier` is the paper."""

    kind: str
    title: str
    organ: str
    times: int
    numbers: tuple[str, ...]
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthDetail:
    """`groups[kind][by]` = (label, things), most first, adding up to the month's things; `hours` by kind and
    `hours_by_organ` most first; `trend[kind]` = the last six months' things, None before the ledger began; `by_hand`
    names the figures that were entered by hand; `acts` counts what was done to records since the last signed file;
    `ledger_seconds` were spent on the ledger itself; `basis` says which alert method the history allows;
    `unofficial_years` have no official calendar; `begins_in` is the month, as ISO text, in which the ledger began
    where that lies inside last year's period, so that a base of the year so far is no whole one, else empty;
    `until` is the day, as ISO text, up to which a month counts that was not over when it was summed up, else empty;
    `uncovered[kind]` is the month since when this year is known, where that is not January; `bodies[kind]` = (leading body by its name in the directory, things), most first; `known_as` = (name as recorded, name
    in the directory) where they differ; `matters` came back in the month."""

    groups: Mapping[str, Mapping[str, Counts]] = field(default_factory=dict)
    hours: Mapping[str, PersonMinutes] = field(default_factory=dict)
    hours_by_organ: tuple[tuple[str, PersonMinutes], ...] = ()
    targets: Mapping[str, TargetState] = field(default_factory=dict)
    trend_months: tuple[str, ...] = ()
    trend: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)
    by_hand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acts: Mapping[str, int] = field(default_factory=dict)
    ledger_seconds: int = 0
    basis: str = ""
    unofficial_years: tuple[int, ...] = ()
    begins_in: str = ""
    uncovered: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, Counts] = field(default_factory=dict)
    known_as: tuple[tuple[str, str], ...] = ()
    matters: tuple[Matter, ...] = ()
    until: str = ""
