"""The month in figures: what came, from which level, from which body, beside the months to compare with.

Cost follows the month: the other periods arrive as tallies. Counting after DOMAIN.md, section 2: receipts of
one paper count once among things; late entries (补登) count apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain.kind import Kind
from ..domain.months.month import Month
from ..domain.months.summary import KindFigures, MonthSummary
from ..domain.months.tally import Tally
from ..domain.point import Point
from ..domain.record import Record

UNKNOWN_LEVEL = "unknown"
_MINUTES = dict.fromkeys(("minutes", "duration_minutes")).keys()


@dataclass(frozen=True, slots=True)
class Bases:
    """What one kind is compared with. None where the ledger does not reach back to the period."""

    previous: Tally | None
    same_month_last_year: Tally | None
    year_to_date: Tally
    last_year_to_date: Tally | None


def minutes_of(record: Record) -> int | None:
    """The minutes that a record took: as written, or a meeting's length; None when nobody knows."""
    for name in _MINUTES:
        written = record.values.get(name)
        if isinstance(written, int):
            return written
    return None


def first_of_each(records: Sequence[Record]) -> tuple[Record, ...]:
    """One record for each thing: the first receipt of every family, and all that have no family."""
    seen: set[str] = set()
    firsts = []
    for record in records:
        if record.family is not None:
            if record.family in seen:
                continue
            seen.add(record.family)
        firsts.append(record)
    return tuple(firsts)


def figures_of(records: Sequence[Record], bases: Bases) -> KindFigures:
    """The figures of one kind; `records` are all that are booked in the month, late ones included."""
    in_time = [record for record in records if not record.late]
    minutes = [minutes_of(record) for record in in_time if not _MINUTES.isdisjoint(record.values)]
    known = [count for count in minutes if count is not None]
    return KindFigures(
        month=len(first_of_each(in_time)),
        previous=_things(bases.previous),
        same_month_last_year=_things(bases.same_month_last_year),
        year_to_date=bases.year_to_date.things,
        last_year_to_date=_things(bases.last_year_to_date),
        receipts=len(in_time),
        minutes=sum(known),
        late=len(records) - len(in_time),
        minutes_unknown=len(minutes) - len(known),
    )


def _things(tally: Tally | None) -> int | None:
    return None if tally is None else tally.things


def by_level(records: Sequence[Record]) -> dict[str, int]:
    counts = Counter(record.level.value if record.level else UNKNOWN_LEVEL for record in records)
    return dict(counts.most_common())


def by_organ(records: Sequence[Record]) -> tuple[tuple[str, int], ...]:
    """(body as recorded, things), most first, equal counts in the order of their names; things of no body are left out."""
    counts = Counter(str(record.values["organ"]) for record in records if record.values["organ"])
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def summarise(
    point: Point,
    month: Month,
    kinds: Sequence[Kind],
    records: Mapping[str, Sequence[Record]],
    bases: Mapping[str, Bases],
) -> MonthSummary:
    """Sum up a month. `records[kind]` are those booked in it by date and id, `bases[kind]` what to compare with."""
    counted = {
        kind.name: first_of_each([record for record in records[kind.name] if not record.late]) for kind in kinds
    }
    return MonthSummary(
        point=point,
        month=month,
        kinds={kind.name: figures_of(records[kind.name], bases[kind.name]) for kind in kinds},
        by_level={name: by_level(things) for name, things in counted.items()},
        by_organ={name: by_organ(things) for name, things in counted.items()},
    )
