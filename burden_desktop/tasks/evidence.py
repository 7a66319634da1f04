"""Gather from the ledger what the rules of a month look at."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..analysis.alerts import WINDOW, Series
from ..analysis.matters import AFTER_DAYS
from ..analysis.rules.evidence import Evidence, lead
from ..domain.bodies.organ import LEVEL_LABELS, Level, Organ
from ..domain.kind import Kind
from ..domain.kinds import KINDS, kind_named
from ..domain.months.month import Month
from ..domain.months.tally import Tally
from ..domain.record import Record
from ..store.ledger import Ledger
from .calendar_days import workdays_of
from .kept_since import kept_since

_LOOK_BACK: Final = {"report_request": 31, "inspection": 62, "document": AFTER_DAYS}
_ONLY_WITH: Final = {"document": "report_request"}  # papers of before matter where forms are asked for
_YEAR: Final = 12
_WHOLE: Final = 0


def evidence_of(
    ledger: Ledger, month: Month, records: Mapping[str, Sequence[Record]], begins: Month | None
) -> Evidence:
    """`records` as gathered for the month; `begins` is how far back the ledger was kept, None for nowhere."""
    organs = ledger.organs.all()
    last_year = month.same_month_last_year
    since = kept_since(ledger, kind_named("document"))
    known_from = max(last_year.january, since) if since is not None and since <= last_year else None
    papers = records.get("document", ())
    dated = [kind for kind in KINDS if kind.name in records and _belongs_to_months(kind)]
    return Evidence(
        month=month,
        records=records,
        recent={
            kind.name: ledger.lookback.recent(kind, month, _LOOK_BACK[kind.name])
            for kind in dated
            if kind.name in _LOOK_BACK and records.get(_ONLY_WITH.get(kind.name, kind.name))
        },
        receipts=ledger.lookback.receipts(kind_named("document"), month),
        comprehensive=ledger.lookback.comprehensive(kind_named("meeting"), month),
        growth=_growth(ledger, month, papers, organs, known_from) if known_from and papers else {},
        growth_from=known_from.number if known_from else 1,
        series=tuple(_series(ledger, month, dated, organs, begins)),
        natures={name: organ.nature for organ in organs if organ.nature for name in (organ.name, *organ.aliases)},
        workdays=workdays_of(ledger),
        names={alias: organ.name for organ in organs for alias in organ.aliases},
        planned=ledger.lookback.planned(kind_named("plaque"), month) if "plaque" in records else (),
    )


def _belongs_to_months(kind: Kind) -> bool:
    return getattr(kind, "stock", None) is None


def _growth(
    ledger: Ledger, month: Month, papers: Sequence[Record], organs: Sequence[Organ], first: Month
) -> dict[str, tuple[int, int]]:
    """For each body that sent something this month: papers from `first`, a year later, to now, and of the same months
    of last year."""
    document = kind_named("document")
    now = _sums(ledger.counts.by_month(document, first.plus(_YEAR), month))
    before = _sums(ledger.counts.by_month(document, first, month.same_month_last_year))
    ids = {name: organ.id for organ in organs for name in (organ.name, *organ.aliases)}
    by_alias = {alias: organ.name for organ in organs for alias in organ.aliases}
    names = {by_alias.get(name, name) for name in map(lead, papers)}
    return {name: (now.get(ids[name], 0), before.get(ids[name], 0)) for name in names if name in ids}


def _sums(months: Mapping[Month, Mapping[int, Tally]]) -> dict[int, int]:
    sums: dict[int, int] = {}
    for tallies in months.values():
        for organ, tally in tallies.items():
            sums[organ] = sums.get(organ, 0) + tally.things
    return sums


def _series(
    ledger: Ledger, month: Month, kinds: Sequence[Kind], organs: Sequence[Organ], begins: Month | None
) -> Iterable[Series]:
    """Monthly counts of each kind, and of its levels and bodies where there is enough to compare with."""
    if begins is None or begins >= month:
        return
    levels = {organ.id: organ.level for organ in organs}
    names = {organ.id: organ.name for organ in organs}
    for kind in kinds:
        kept = kept_since(ledger, kind)
        if kept is None or kept >= month:
            continue
        months = ledger.counts.by_month(kind, max(kept, month.plus(-WINDOW)), month)
        order = sorted(months)
        yield _counted(kind, "", [months[at].get(_WHOLE, Tally()).things for at in order], month)
        for level in Level:
            counts = [
                sum(tally.things for organ, tally in months[at].items() if organ and levels.get(organ) == level)
                for at in order
            ]
            if _is_usual(counts):
                yield _counted(kind, LEVEL_LABELS[level], counts, month)
        seen = {organ for tallies in months.values() for organ in tallies if organ}
        for organ in sorted(seen, key=lambda organ: names.get(organ, "")):
            counts = [months[at][organ].things if organ in months[at] else 0 for at in order]
            if organ in names and _is_usual(counts):
                yield _counted(kind, names[organ], counts, month)


def _is_usual(counts: Sequence[int]) -> bool:
    """At least one a month over the last year: of a body that hardly ever writes nothing can be expected."""
    history = counts[:-1][-_YEAR:]
    return len(history) > 0 and sum(history) >= len(history)


def _counted(kind: Kind, of: str, counts: Sequence[int], month: Month) -> Series:
    return Series(f"{of}{kind.label}", kind.unit, month, tuple(counts[:-1]), counts[-1])
