"""A stranger's payload summed up anew from the records and entries in it, with the program's own functions, and the whole compared.

Left to the point's word is what follows from other months, from its directory or settings, or from fields that no report shows:
`LEFT` names it, and of that, too, the form and whatever ties it to the records are looked at.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from ..analysis.alerts import WINDOW, basis
from ..analysis.grouping import LINE, UNKNOWN, bodies_of, groups_of
from ..analysis.hours import DEFAULTS, hours_by_organ, hours_of
from ..analysis.matters import matters_of
from ..analysis.rules.evidence import Evidence, lead
from ..analysis.summarise import Bases, summarise
from ..domain.chain.deeds import entries_of
from ..domain.handed_in.payload import ChainPart, compose, encode
from ..domain.handed_in.retold import records_of
from ..domain.handed_in.submission import Submission
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.months.detail import Counts, Matter, MatterKind, MonthDetail, PersonMinutes
from ..domain.months.earlier import Earlier
from ..domain.months.month import Month
from ..domain.months.summary import KindFigures, MonthSummary
from ..domain.months.tally import Tally
from ..domain.record import Record
from ..domain.texts import Sentence, say
from ..report.month_blocks import ADVICE, OPENING

LEFT: Final = (
    "previous", "same_month_last_year", "year_to_date", "last_year_to_date", "line", "carrier", "genre", "estimated", "targets",
    "by_hand", "trend of what stands for a time", "ledger_seconds", "basis", "unofficial_years", "begins_in", "uncovered", "until", "findings", "texts", "remarks",
)  # fmt: skip
"""What a file alone cannot prove; the manual's trust.md names it in words."""
_TREND: Final = 6
_BASES: Final = {"previous", "same_month_last_year", "year_to_date", "last_year_to_date"}
_ACTS: Final = ("change", "withdraw", "purge")
_OURS: Final = {*_ACTS, *(kind.name for kind in KINDS)}
_TOLD: Final = 5
ByKind = Mapping[str, Sequence[Record]]


def recount_faults(told: Submission) -> tuple[Sentence, ...]:
    """Where the payload tells otherwise than its own records do, and what stands in it that no program of ours writes."""
    wanted = json.loads(encode(_composed(told)))
    foreign, unlike = _apart(told.body, wanted)
    unlike += [] if foreign or unlike else sorted(set(_untied(told)))
    names = (say("月报数据里有本程序不写的内容（{names}）。", names="、".join(foreign[:_TOLD])),) if foreign else ()
    return names + tuple(say("月报数字与所附记录不符（{kind}）。", kind=place) for place in unlike[:_TOLD])


def _composed(told: Submission) -> dict[str, Any]:
    """The payload as the program would have composed it."""
    summary, records = told.summary(), records_of(told.body)
    by_kind = {kind.name: tuple(record for record in records if record.kind == kind.name) for kind in KINDS}
    bases = {name: _bases(figures) for name, figures in summary.kinds.items()}
    counted = summarise(told.point, told.month, KINDS, by_kind, bases)
    wanted = replace(
        summary, kinds=counted.kinds, by_level=counted.by_level, by_organ=counted.by_organ, detail=_detail(told, summary, by_kind)
    )
    chain = told.body["chain"]
    return compose(wanted, records, ChainPart(chain["since"], chain["since_seq"], entries_of(told)), told.issue)


def _bases(figures: KindFigures) -> Bases:
    def tally(things: int | None) -> Tally | None:
        return None if things is None else Tally(things)

    return Bases(
        tally(figures.previous), tally(figures.same_month_last_year), Tally(figures.year_to_date), tally(figures.last_year_to_date)
    )


def _detail(told: Submission, summary: MonthSummary, by_kind: ByKind) -> MonthDetail:
    detail = summary.detail
    evidence = _evidence(told.month, detail, by_kind)
    every = [record for kind in DEFAULTS for record in by_kind[kind]]
    done = Counter(entry.action for entry in entries_of(told) if entry.kind in by_kind and entry.action in _ACTS)
    hours = {kind: _known(hours_of(by_kind[kind], DEFAULTS), detail.hours.get(kind)) for kind in DEFAULTS if by_kind[kind]}
    known = {name for name, _ in detail.known_as}
    of_bodies = dict(detail.hours_by_organ)
    return replace(
        detail,
        groups={kind: _groups(kind, records, detail.groups.get(kind, {})) for kind, records in by_kind.items()},
        hours={kind: effort for kind, effort in hours.items() if effort != PersonMinutes()},
        hours_by_organ=_most_first({
            body: _known(effort, of_bodies.get(body)) for body, effort in hours_by_organ(every, DEFAULTS, evidence.body)
        }),
        trend_months=tuple(str(told.month.plus(step)) for step in range(1 - _TREND, 1)),
        trend={kind.name: _trend(kind, detail.trend.get(kind.name, ()), summary.kinds[kind.name]) for kind in KINDS},
        acts=dict(done),
        bodies={kind: bodies_of(records, evidence.body) for kind, records in by_kind.items()},
        known_as=tuple((name, evidence.names[name]) for name in sorted({lead(one) for records in by_kind.values() for one in records if one.values["organ"]} & known)),
        matters=tuple(_matters(detail.matters, evidence)),
    )  # fmt: skip


def _evidence(month: Month, detail: MonthDetail, by_kind: ByKind) -> Evidence:
    """The month's records, with the earlier ones of which the payload itself tells."""
    family = {record.number: record.family for record in by_kind["document"]}
    receipts: dict[str, list[Earlier]] = {}
    visits = []
    before = month.previous.last_day
    for matter in detail.matters:
        earlier = [Earlier(number, before, matter.organ, matter.title) for number in matter.earlier]
        own = family.get(matter.numbers[0]) if matter.numbers else None
        if matter.kind == MatterKind.REPEATED and own is not None:
            receipts[own] = earlier
        elif matter.kind == MatterKind.VISITED:
            visits += earlier
    return Evidence(month, by_kind, recent={"inspection": visits}, receipts=receipts, names=dict(detail.known_as))


def _known(sure: PersonMinutes, told: PersonMinutes | None) -> PersonMinutes:
    """What was written down is counted; what the point's own default adds is its word, where anything is estimated at all."""
    return PersonMinutes(sure.known, told.estimated if told is not None and sure.estimated else 0)


def _most_first(efforts: Mapping[str, PersonMinutes]) -> tuple[tuple[str, PersonMinutes], ...]:
    ordered = sorted(efforts.items(), key=lambda pair: (-pair[1].total, pair[0]))
    return tuple((body, effort) for body, effort in ordered if effort.total)


def _groups(kind: str, records: Sequence[Record], told: Mapping[str, Counts]) -> dict[str, Counts]:
    """A line stands in the directory, form and genre of a paper stay with the point: these are taken as told."""
    counted = groups_of(kind, records, {})
    left = {LINE, *(("carrier", "genre") if kind == "document" else ())}
    return {by: told.get(by, counts) if by in left else counts for by, counts in counted.items()}


def _trend(kind: Kind, told: Sequence[int | None], figures: KindFigures) -> tuple[int | None, ...]:
    """The last two stand in the table, too; in a month without records the last may be a figure by hand. Of what stands for a
    time the counts may be those of another day."""
    if len(told) != _TREND:
        return (None,) * _TREND
    if kind.stock:
        return tuple(told)
    return (*told[:-2], figures.previous, figures.month if figures.receipts else told[-1])


def _matters(told: Sequence[Matter], evidence: Evidence) -> Iterator[Matter]:
    """As counted; forms asked after a paper of months before are compared with the forms alone."""
    yield from (matter for matter in matters_of(evidence) if matter.kind != MatterKind.ASKED_AFTER)
    forms = {record.number: evidence.body(record) for record in evidence.of("report_request")}
    papers = {record.number: (str(record.values["title"]), evidence.body(record)) for record in evidence.of("document")}
    for matter in told:
        if matter.kind == MatterKind.ASKED_AFTER and len(matter.earlier) == 1 and matter.numbers:
            title, body = papers.get(matter.earlier[0], (matter.title, matter.organ))
            own = tuple(number for number in matter.numbers if forms.get(number) == body)
            yield Matter(matter.kind, title, body, len(own), own, matter.earlier)


def _apart(told: Any, wanted: Any, way: str = "") -> tuple[list[str], list[str]]:
    """Places of names that are told and not wanted; places that differ otherwise. What is not told and would be empty, no earlier
    build told."""
    if isinstance(told, dict) and isinstance(wanted, dict):
        foreign = [f"{way}{name}" for name in sorted(told.keys() - wanted.keys() - _OURS)]
        unlike = [f"{way}{name}" for name in sorted(name for name in wanted.keys() - told.keys() if wanted[name] or name in _OURS)]
        unlike += [f"{way}{name}" for name in sorted((told.keys() - wanted.keys()) & _OURS)]
        for name in sorted(told.keys() & wanted.keys()):
            more, other = _apart(told[name], wanted[name], f"{way}{name}.")
            foreign, unlike = foreign + more, unlike + other
        return foreign, unlike
    if isinstance(told, list) and isinstance(wanted, list) and len(told) == len(wanted):
        each = [_apart(one, other, way) for one, other in zip(told, wanted, strict=True)]
        foreign, unlike = ([place for pair in each for place in pair[side]] for side in (0, 1))
        return list(dict.fromkeys(foreign)), list(dict.fromkeys(unlike))
    same = type(told) is type(wanted) and told == wanted
    return [], [] if same else [way.removesuffix(".")]


def _untied(told: Submission) -> Iterator[str]:
    """Of what is left to the point's word, what has not the form or the bounds that the program gives it."""
    summary, kinds = told.summary(), {kind.name: kind for kind in KINDS}
    detail, figures = summary.detail, summary.kinds
    for kind, groups in detail.groups.items():
        for by, counts in groups.items():
            known = {*kinds[kind].field(by).choices, UNKNOWN} if by in ("carrier", "genre") else None
            if by in (LINE, "carrier", "genre") and not _adds_up(counts, figures[kind].month, known):
                yield f"detail.groups.{kind}.{by}"
    if sum((effort for _, effort in detail.hours_by_organ), PersonMinutes()) != sum(detail.hours.values(), PersonMinutes()):
        yield "detail.hours_by_organ"
    for kind, state in detail.targets.items():
        same_period = int(state.base * told.month.number / 12 + 0.5)
        counted = figures[kind].year_to_date if kind in figures else -1
        bounded = 0 <= state.counted <= counted and (kind == "document" or state.counted == counted)
        if not bounded or state.same_period != same_period or state.since != detail.uncovered.get(kind, ""):
            yield f"detail.targets.{kind}"
    if not all(kind in kinds and {*names} <= _BASES for kind, names in detail.by_hand.items()):
        yield "detail.by_hand"
    if not all(kind in kinds and str(Month.parse(month)) == month for kind, month in detail.uncovered.items()):
        yield "detail.uncovered"
    if detail.begins_in and str(Month.parse(detail.begins_in)) != detail.begins_in:
        yield "detail.begins_in"
    if detail.until and str(Month.parse(detail.until[:7])) != str(told.month):
        yield "detail.until"
    if not {*detail.unofficial_years} <= {told.month.year}:
        yield "detail.unofficial_years"
    if type(detail.ledger_seconds) is not int or detail.ledger_seconds < 0:
        yield "detail.ledger_seconds"
    if detail.basis not in {basis(months) for months in range(WINDOW + 1)}:
        yield "detail.basis"
    if not {*summary.texts} <= {OPENING, ADVICE, *kinds}:
        yield "texts"


def _adds_up(counts: Counts, things: int, known: set[str] | None) -> bool:
    """Names that are known, each once with a count, most first, adding up to the things of the month."""
    names = [name for name, _ in counts]
    sound = all(type(name) is str and type(count) is int and count > 0 for name, count in counts) and len({*names}) == len(names)
    ordered = sorted(counts, key=lambda pair: (pair[0] == UNKNOWN, -pair[1], pair[0])) if sound else []
    return sound and list(counts) == ordered and sum(count for _, count in counts) == things and (known is None or {*names} <= known)
