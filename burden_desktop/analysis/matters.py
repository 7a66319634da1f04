"""What comes back in a month: papers sent again, layered meetings, visits on one matter, forms asked after one's own paper.

Evidence without a verdict: twice is enough to be shown, whatever the rules' bounds are. What is unknown forms no matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ..domain.months.detail import Matter, MatterKind
from ..domain.record import Record
from .rules.evidence import Evidence, day
from .rules.meetings import by_topic

_MOST_OF_A_KIND: Final = 5
AFTER_DAYS: Final = 60
"""A form asked for so many days after a paper of the same body and matter is one asked after it."""
_FRAME: Final = re.compile(
    r"[\W_\d]|关于|印发|转发|报送|填报|上报|统计表|汇总表|报表|台账|情况|通知|通报|方案|意见|工作|进一步|做好|开展|加强|有关|事项|实施|的"
)
_LEAST_PAIRS: Final = 3
_SHARE: Final = 0.6
_LATEST_PAPERS: Final = 200


def matters_of(evidence: Evidence) -> tuple[Matter, ...]:
    """The matters of the month by kind, those of most records first."""
    found = (_repeated(evidence), _layered(evidence), _visited(evidence), _asked_after(evidence))
    return tuple(
        matter
        for matters in found
        for matter in sorted(matters, key=lambda matter: (-matter.times, matter.numbers))[:_MOST_OF_A_KIND]
    )


def _repeated(evidence: Evidence) -> Iterator[Matter]:
    families: dict[str, list[Record]] = defaultdict(list)
    for record in evidence.of("document"):
        if record.family is not None:
            families[record.family].append(record)
    for family, own in families.items():
        earlier = tuple(past.number for past in evidence.receipts.get(family, ()))
        if len(own) + len(earlier) > 1:
            yield _matter(MatterKind.REPEATED, str(own[0].values["title"]), evidence.body(own[0]), own, earlier)


def _layered(evidence: Evidence) -> Iterator[Matter]:
    for topic, told, own in by_topic(evidence, 2):
        yield _matter(MatterKind.LAYERED, topic, told, own, ())


def _visited(evidence: Evidence) -> Iterator[Matter]:
    before: dict[tuple[str, str], list[str]] = defaultdict(list)
    for past in evidence.recent.get("inspection", ()):
        before[past.organ, past.title].append(past.number)
    matters: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in evidence.of("inspection"):
        matters[evidence.body(record), str(record.values["title"])].append(record)
    for (organ, title), own in matters.items():
        earlier = tuple(before[organ, title])
        if len(own) + len(earlier) > 1:
            yield _matter(MatterKind.VISITED, title, organ, own, earlier)


def _asked_after(evidence: Evidence) -> Iterator[Matter]:
    """The paper is this month's or one of the weeks before; of several that fit, the latest."""
    papers: dict[str, list[tuple[date, str, str, frozenset[str]]]] = defaultdict(list)
    forms = evidence.of("report_request")
    if not forms:
        return
    senders = {evidence.body(form) for form in forms}
    for past in evidence.recent.get("document", ()):
        if past.organ in senders:
            papers[past.organ].append((past.on, past.number, past.title, pairs_of(past.title)))
    for record in evidence.of("document"):
        on, organ = day(record), evidence.body(record)
        if on is not None and organ in senders:
            papers[organ].append((on, record.number, str(record.values["title"]), pairs_of(str(record.values["title"]))))
    for sent in papers.values():
        sent.sort(key=lambda paper: paper[:2])
    asked: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for form in forms:
        organ, on = evidence.body(form), day(form)
        paper = _paper_behind(str(form.values["title"]), on, papers[organ]) if on else None
        if paper is not None:
            asked[organ, *paper].append(form)
    for (organ, number, title), own in asked.items():
        yield _matter(MatterKind.ASKED_AFTER, title, organ, own, (number,))


def _paper_behind(
    title: str, on: date, papers: Sequence[tuple[date, str, str, frozenset[str]]]
) -> tuple[str, str] | None:
    asked = pairs_of(title)
    for sent, number, paper, pairs in reversed(papers[-_LATEST_PAPERS:]):
        if 0 <= (on - sent).days <= AFTER_DAYS:
            shared = len(asked & pairs)
            if shared >= _LEAST_PAIRS and shared >= _SHARE * min(len(asked), len(pairs)):
                return number, paper
    return None


def pairs_of(title: str) -> frozenset[str]:
    """The pairs of neighbouring characters of what a title is about, without the words that any title has."""
    parts = _FRAME.split(title)
    return frozenset(part[place : place + 2] for part in parts for place in range(len(part) - 1))


def _matter(kind: MatterKind, title: str, organ: str, own: Sequence[Record], earlier: tuple[str, ...]) -> Matter:
    counted = len(own) if kind is MatterKind.ASKED_AFTER else len(own) + len(earlier)
    return Matter(kind.value, title, organ, counted, tuple(record.number for record in own), earlier)
