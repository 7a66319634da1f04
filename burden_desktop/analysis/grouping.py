"""A month's things by line, channel, format, type and demand; every grouping but the demands adds up to the total."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ..domain.bodies.organ import lead_organ
from ..domain.months.detail import Counts
from ..domain.record import Record
from .summarise import first_of_each

UNKNOWN: Final = "不明"
LINE: Final = "line"
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("channel", "carrier", "genre"),
    "meeting": ("format", "nature", "escort"),
    "inspection": ("visit_type", "plan_status"),
    "report_request": ("channel", "in_catalogue"),
}
ASKS: Final = "asks"


def groups_of(kind: str, records: Sequence[Record], lines: Mapping[str, str]) -> dict[str, Counts]:
    """Things of the month (late ones left out) by each grouping of the kind; `lines` tells a body's 条线."""
    things = first_of_each([record for record in records if not record.late])
    groups = {LINE: _most_first(Counter(lines.get(_lead(record), UNKNOWN) for record in things))}
    for name in _FIELDS.get(kind, ()):
        groups[name] = _most_first(Counter(str(record.values.get(name) or UNKNOWN) for record in things))
    if kind == "document":
        asks = Counter(ask for record in things for ask in str(record.values.get(ASKS) or "").split("、") if ask)
        groups[ASKS] = _most_first(asks)
    return groups


def bodies_of(records: Sequence[Record], body: Callable[[Record], str]) -> Counts:
    """Things of the month (late ones left out) by the leading body as the directory names it, most first; things of no
    body are left out."""
    things = first_of_each([record for record in records if not record.late and record.values["organ"]])
    return _most_first(Counter(map(body, things)))


def _lead(record: Record) -> str:
    return lead_organ(str(record.values["organ"]))


def _most_first(counts: Mapping[str, int]) -> Counts:
    """Most first, what nobody knows last."""
    return tuple(sorted(counts.items(), key=lambda pair: (pair[0] == UNKNOWN, -pair[1], pair[0])))
