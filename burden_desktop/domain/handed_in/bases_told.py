"""Whether a report compares itself with what earlier reports of the point said: its 上月 and 上年同月 beside their 本月.

A notice, no refusal: a correction, or papers that were found to be one thing, may have come between.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..kinds import kind_named
from ..months.month import Month
from ..texts import Sentence, label, say
from .submission import Submission

_BASES: Final = {"previous": label("上月"), "same_month_last_year": label("上年同月")}


def base_months(month: Month) -> tuple[Month, Month]:
    """The months with which a report of `month` compares itself, in the order of its columns."""
    return month.previous, month.same_month_last_year


def bases_unlike(before: Sequence[Submission], new: Submission) -> tuple[Sentence, ...]:
    """One sentence for each earlier report, signed before `new`, whose figures are not those that `new` names."""
    return tuple(_unlike(before, new))


def _unlike(before: Sequence[Submission], new: Submission) -> Iterator[Sentence]:
    for base, month in zip(_BASES, base_months(new.month), strict=True):
        known = _latest(one for one in before if one.month == month and one.last_seq <= new.since[0])
        if known is None:
            continue
        told = {kind: (figures[base], known.body["figures"][kind]["month"])
                for kind, figures in new.body["figures"].items() if kind in known.body["figures"]}  # fmt: skip
        unlike = [f"{kind_named(kind).label}{one}/{other}" for kind, (one, other) in told.items() if one is not None and one != other]
        if unlike:
            yield say(
                "{base}数与{month}第{revision}版不同（本份/当时：{kinds}）：其间没有更正、归并的，请监测点说明。",
                base=_BASES[base], month=month.label, revision=known.revision, kinds="、".join(unlike),
            )  # fmt: skip


def _latest(submissions: Iterable[Submission]) -> Submission | None:
    return max(submissions, key=lambda one: (one.last_seq, one.revision), default=None)
