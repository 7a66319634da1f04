"""What a month tells beyond its counts: gathered from the ledger first, summed up without it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from ..analysis.alerts import WINDOW, basis
from ..analysis.grouping import bodies_of, groups_of
from ..analysis.hours import Effort, hours_by_organ, hours_of, read_defaults, write_defaults
from ..analysis.matters import matters_of
from ..analysis.rules.evidence import Evidence, lead
from ..domain.kind import Kind
from ..domain.months.detail import MonthDetail, PersonMinutes, Target, TargetState
from ..domain.months.month import Month
from ..domain.months.summary import KindFigures
from ..domain.record import Record
from ..store.ledger import Ledger
from .by_hand import by_hand, months_between
from .kept_since import kept_since

_TARGETS: Final = "targets"
_EFFORTS: Final = "efforts"
TREND_MONTHS: Final = 6
_WHOLE: Final = 0


@dataclass(frozen=True, slots=True)
class DetailMaterial:
    """What the ledger alone can tell."""

    lines: Mapping[str, str]
    efforts: Mapping[str, Effort]
    not_counted: int
    trend_months: tuple[Month, ...]
    trend: Mapping[str, tuple[int | None, ...]]
    acts: Mapping[str, int]
    ledger_seconds: int
    months_of_history: int
    by_hand: Mapping[str, tuple[str, ...]]
    begins_in: str
    uncovered: Mapping[str, str]
    until: str


def targets_of(ledger: Ledger) -> dict[str, Target]:
    """The point's reduction targets by kind."""
    return ledger.settings.read(_TARGETS, {}, _targets)


def _targets(kept: str) -> dict[str, Target]:
    return {
        kind: Target(int(held["base"]), int(held["percent"]), int(held["base_year"])) for kind, held in json.loads(kept).items()
    }



def set_targets(ledger: Ledger, targets: Mapping[str, Target]) -> None:
    ledger.settings.set(_TARGETS, json.dumps({kind: asdict(target) for kind, target in targets.items()}, sort_keys=True))


def efforts_of(ledger: Ledger) -> dict[str, Effort]:
    """Minutes and people per kind where nothing was written, as this point has set them."""
    return ledger.settings.read(_EFFORTS, read_defaults(""), read_defaults)


def set_efforts(ledger: Ledger, efforts: Mapping[str, Effort]) -> None:
    ledger.settings.set(_EFFORTS, write_defaults(efforts))


def gather_detail(
    ledger: Ledger, month: Month, kinds: Sequence[Kind], begins: Month | None, hands: Mapping[str, tuple[str, ...]]
) -> DetailMaterial:
    months = tuple(month.plus(step) for step in range(1 - TREND_MONTHS, 1))
    last_year = month.same_month_last_year
    document = next((kind for kind in kinds if kind.name == "document"), None)
    return DetailMaterial(
        lines={name: organ.line for organ in ledger.organs.all() if organ.line for name in (organ.name, *organ.aliases)},
        efforts=efforts_of(ledger),
        not_counted=ledger.lookback.not_counted(document, month.january, month) if document else 0,
        trend_months=months,
        trend={kind.name: _trend(ledger, kind, months) for kind in kinds},
        acts=ledger.acts.since(ledger.months.signed_head()[0]),
        ledger_seconds=ledger.time.in_month(month),
        months_of_history=_history(begins, month),
        by_hand=hands,
        uncovered=_uncovered(ledger, kinds, month),
        until=today.isoformat() if (today := ledger.today()) <= month.last_day else "",
        begins_in=str(begins) if begins and last_year.january < begins <= last_year else "",
    )


def _trend(ledger: Ledger, kind: Kind, months: Sequence[Month]) -> tuple[int | None, ...]:
    """The last of `months` is told by the report itself; those of before the kind was kept have no figure."""
    kept = min(kept_since(ledger, kind) or months[-1], months[-1])
    known = [month for month in months if kept <= month]
    counted = ledger.counts.by_month(kind, known[0], known[-1])
    told = {month: by_hand(ledger, kind, month) for month in months}
    own = {month: tallies[_WHOLE].things for month, tallies in counted.items()}
    return tuple(own.get(month) if (written := told[month]) is None else written for month in months)


def _uncovered(ledger: Ledger, kinds: Sequence[Kind], month: Month) -> dict[str, str]:
    """Kinds of which this year's first months are unknown → the month since when they are known."""
    found = {}
    for kind in kinds:
        kept = None if kind.stock else kept_since(ledger, kind)
        if kept is None or not month.january < kept <= month:
            continue
        if any(by_hand(ledger, kind, past) is None for past in months_between(month.january, kept.previous)):
            found[kind.name] = str(kept)
    return found


def _history(begins: Month | None, month: Month) -> int:
    if begins is None or begins >= month:
        return 0
    return min(WINDOW, (month.year - begins.year) * 12 + month.number - begins.number)


def detail_of(
    material: DetailMaterial,
    month: Month,
    records: Mapping[str, Sequence[Record]],
    figures: Mapping[str, KindFigures],
    evidence: Evidence,
) -> MonthDetail:
    """Sum up gathered material; needs no ledger."""
    every = [record for kind in material.efforts for record in records.get(kind, ())]
    hours = {kind: hours_of(records.get(kind, ()), material.efforts) for kind in material.efforts if records.get(kind)}
    years = {month.year} if not evidence.workdays.is_official(month.year) else set()
    return MonthDetail(
        groups={kind: groups_of(kind, records[kind], material.lines) for kind in material.trend if kind in records},
        hours={kind: effort for kind, effort in hours.items() if effort != PersonMinutes()},
        hours_by_organ=hours_by_organ(every, material.efforts, evidence.body),
        targets={
            kind: _state(target, figures[kind].year_to_date, material.not_counted if kind == "document" else 0, month, material.uncovered.get(kind, ""))
            for kind, target in evidence.targets.items()
            if kind in figures and target.base > 0
        },
        trend_months=tuple(str(at) for at in material.trend_months),
        trend=material.trend,
        by_hand=material.by_hand,
        acts=material.acts,
        ledger_seconds=material.ledger_seconds,
        basis=basis(material.months_of_history),
        unofficial_years=tuple(sorted(years)),
        begins_in=material.begins_in,
        uncovered=material.uncovered,
        until=material.until,
        bodies={kind: bodies_of(records[kind], evidence.body) for kind in material.trend if kind in records},
        known_as=_known_as([record for kind in material.trend for record in records.get(kind, ())], evidence),
        matters=matters_of(evidence),
    )


def _known_as(records: Sequence[Record], evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Names of the month's records under which the directory knows a body by another name."""
    recorded = sorted({lead(record) for record in records if record.values["organ"]})
    return tuple((name, evidence.names[name]) for name in recorded if name in evidence.names)


def _state(target: Target, year_to_date: int, not_counted: int, month: Month, since: str) -> TargetState:
    same_period = int(target.base * month.number / 12 + 0.5)
    return TargetState(target.base, target.percent, target.base_year, max(0, year_to_date - not_counted), same_period, since)
