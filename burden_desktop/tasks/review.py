"""半年回看: gather six months and sum them up; the PDF, the Word file and the tables are made of the same blocks."""

from collections.abc import Iterator, Mapping, Sequence
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
    halves = halves_of(ledger, half, until)
    told = [*_scope(ledger, half, known, come), *counted_once(halves)]
    return review_from(half, halves, material, tuple(told))


def halves_of(ledger: Ledger, half: Half, until: Month | None = None) -> dict[str, KindHalf]:
    """Things by kind and month, beside the half before and the same half last year; months after `until` are still to come
    and hold no figure. Quick."""
    return {kind.name: _half_of(ledger, kind, half, until) for kind in KINDS}


def _half_of(ledger: Ledger, kind: Kind, half: Half, until: Month | None) -> KindHalf:
    kept, spans = kept_since(ledger, kind), (half.months, half.before.months, Half(half.year - 1, half.number).months)
    ends = (until, None, None)
    months, before, last_year = (_things(ledger, kind, span, kept, end) for span, end in zip(spans, ends, strict=True))
    again, again_before, again_last_year = (_again(ledger, kind, _known(span, kept, end)) for span, end in zip(spans, ends, strict=True))
    return kind_half(kind, months, before, last_year, (again, again_before, again_last_year))


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
    known = _known(months, kept, until)
    counted = {month: ledger.tallies.of(kind, month, month).things for month in known} if kind.stock else {
        month: ledger.counts.period(kind, month, month).things for month in known
    }
    told = {month: by_hand(ledger, kind, month) for month in months}
    return tuple(counted.get(month) if (written := told[month]) is None else written for month in months)


def _known(months: Sequence[Month], kept: Month | None, until: Month | None) -> list[Month]:
    return [month for month in months if kept is not None and kept <= month and (until is None or month <= until)]


def _again(ledger: Ledger, kind: Kind, known: Sequence[Month]) -> int:
    """How often a paper stands in one of the months that stood in an earlier one of them: the sum of a half counts it once,
    as the year to date does."""
    if kind.stock or not known:
        return 0
    each = sum(ledger.counts.period(kind, month, month).things for month in known)
    return each - ledger.counts.period(kind, known[0], known[-1]).things


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
    return [*told, *_not_sealed(ledger, known, come)]


def _not_sealed(ledger: Ledger, known: Sequence[Month], come: Sequence[Month]) -> Iterator[str]:
    """Months whose figures may still move, those that no report will hold, and the one that is running."""
    months, running = ledger.months.all(), Month.of(ledger.today())
    first = months[0].month if months else None
    never = [month.label for month in known if first is not None and month < first]
    if never and first is not None:
        yield f"月报自{first.label}起封存，此前有记录的月份只作对比，不再封存：{'、'.join(never)}。"
    sealed = {one.month for one in months}
    left = [month for month in known if month not in sealed and (first is None or month > first)]
    over = [month.label for month in left if month < running]
    if over:
        yield f"下列月份尚未封存，数字可能变动：{'、'.join(over)}。"
    if running in come and running in left:
        yield f"{running.label}尚未过完，数字截至目前。"


def counted_once(halves: Mapping[str, KindHalf]) -> Iterator[str]:
    """What to say where the months together are more than the half."""
    again = [kind.label for kind in KINDS if kind.stock is None and halves[kind.name].counted_again]
    if again:
        yield f"{'、'.join(again)}中同一文件或事项在几个月里都有的，各月分别计入，半年合计只计一次，所以合计小于各月之和。"


def review_pdf(review: HalfReview, made_at: datetime) -> bytes:
    """The review as PDF/A."""
    from ..report.document import document_pdf  # the pages' library is heavy and only needed here
    from ..report.review_blocks import TITLE, review_blocks

    return document_pdf(
        TITLE, (review.half.label, f"{review.point.name}（{review.point.code}）"), review_blocks(review), review.point.name, made_at
    )
