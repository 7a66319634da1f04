"""半年回看: gather six months and sum them up; the PDF, the Word file and the tables are made of the same blocks."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.months.half_year import Half, HalfReview, KindHalf, kind_half, rule_hits
from ..domain.months.month import Month
from ..store.ledger import Ledger
from .by_hand import by_hand
from .kept_since import kept_since, reaches_back_to
from .summarise import MonthMaterial, gather, sum_up


def review_of(ledger: Ledger, half: Half, until: Month) -> HalfReview:
    """Sum up the half as the ledger stands now; months after `until` are still to come."""
    begins = reaches_back_to(ledger)
    come = [month for month in half.months if month <= until]
    known = [month for month in come if begins is not None and begins <= month]
    material = [gather(ledger, month) for month in known or half.months[-1:]]
    return review_from(half, halves_of(ledger, half, until), material, tuple(_scope(ledger, half, known, come)))


def halves_of(ledger: Ledger, half: Half, until: Month | None = None) -> dict[str, KindHalf]:
    """Things by kind and month, beside the half before and the same half last year; months after `until` are still to come
    and hold no figure. Quick."""
    kept = {kind.name: kept_since(ledger, kind) for kind in KINDS}
    return {
        kind.name: kind_half(
            kind,
            _things(ledger, kind, half.months, kept[kind.name], until),
            _things(ledger, kind, half.before.months, kept[kind.name]),
            _things(ledger, kind, Half(half.year - 1, half.number).months, kept[kind.name]),
        )
        for kind in KINDS
    }


def review_from(
    half: Half, halves: Mapping[str, KindHalf], material: Sequence[MonthMaterial], scope: tuple[str, ...]
) -> HalfReview:
    """The review of gathered months; needs no ledger."""
    summaries = [sum_up(month) for month in material]
    problem = halves.get("problem")
    return HalfReview(
        point=summaries[-1].point,
        half=half,
        kinds=halves,
        hits=rule_hits([finding for summary in summaries for finding in summary.findings]),
        last=summaries[-1],
        problems_begin=problem.before if problem else None,
        problems_end=problem.total if problem and any(problem.months) else None,
        scope=scope,
    )


def _things(
    ledger: Ledger, kind: Kind, months: Sequence[Month], kept: Month | None, until: Month | None = None
) -> tuple[int | None, ...]:
    known = [month for month in months if kept is not None and kept <= month and (until is None or month <= until)]
    counted = {month: ledger.tallies.of(kind, month, month).things for month in known} if kind.stock else {
        month: ledger.counts.period(kind, month, month).things for month in known
    }
    told = {month: by_hand(ledger, kind, month) for month in months}
    return tuple(counted.get(month) if (written := told[month]) is None else written for month in months)


def _scope(ledger: Ledger, half: Half, known: Sequence[Month], come: Sequence[Month]) -> list[str]:
    """What a reader must know before comparing."""
    told = []
    ahead = [month.label for month in half.months if month not in come]
    if ahead:
        told.append(f"{'、'.join(ahead)}尚未到，没有数字，合计不与完整的半年比较。")
    if len(known) < len(come):
        first = known[0].label if known else "无"
        told.append(f"台账自{first}起有记录，此前各月为手工录入或没有数字。" if known else "台账在本半年没有记录。")
    later = [
        f"{kind.label}自{kept.label}起有记录"
        for kind in KINDS
        if known and kind.stock is None and (kept := kept_since(ledger, kind)) is not None and known[0] < kept <= known[-1]
    ]
    if later:
        told.append(f"{'，'.join(later)}，此前各月为手工录入或没有数字。")
    corrected = [sealed.month.label for sealed in ledger.months.all() if sealed.month in half.months and sealed.revision > 1]
    if corrected:
        told.append(f"下列月份封存后作过更正，数字以更正后为准：{'、'.join(corrected)}。")
    open_months = [month.label for month in come if ledger.months.sealed(month) is None]
    if open_months:
        told.append(f"下列月份尚未封存，数字可能变动：{'、'.join(open_months)}。")
    return told


def review_pdf(review: HalfReview, made_at: datetime) -> bytes:
    """The review as PDF/A."""
    from ..report.document import document_pdf  # the pages' library is heavy and only needed here
    from ..report.review_blocks import TITLE, review_blocks

    return document_pdf(
        TITLE, (review.half.label, f"{review.point.name}（{review.point.code}）"), review_blocks(review), review.point.name, made_at
    )
