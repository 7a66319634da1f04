"""Burden hours: minutes times people, with the kind's default where something was not written down.

After the Standard Cost Model (SCM network, 2005: time × population × frequency, here without a tariff) and the burden
hours of the US Paperwork Reduction Act (responses × hours per response).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..domain.months.detail import PersonMinutes
from ..domain.record import Record
from .rules.evidence import lead


@dataclass(frozen=True, slots=True)
class Effort:
    """What one receipt of a kind takes when nobody wrote it down: minutes of each, people."""

    minutes: int
    people: int = 1


DEFAULTS: Final[Mapping[str, Effort]] = {
    "document": Effort(20),
    "meeting": Effort(120),
    "inspection": Effort(180, 2),
    "report_request": Effort(60),
    "certificate": Effort(15),
}
_PEOPLE: Final = {"meeting": "headcount", "inspection": "escorts"}


def read_defaults(kept: str) -> dict[str, Effort]:
    """The defaults with the point's changes, as `write_defaults` keeps them."""
    told: Mapping[str, Sequence[int]] = json.loads(kept) if kept else {}
    changed = {kind: Effort(int(pair[0]), int(pair[1])) for kind, pair in told.items() if kind in DEFAULTS}
    return {**DEFAULTS, **changed}


def write_defaults(defaults: Mapping[str, Effort]) -> str:
    return json.dumps({kind: [effort.minutes, effort.people] for kind, effort in defaults.items()}, sort_keys=True)


def person_minutes(minutes: int, people: int = 1, times: int = 1) -> int:
    """Time × population × frequency."""
    return minutes * people * times


def whole_hours(minutes: float) -> int:
    """Hours as reported: half an hour counts up."""
    return int(minutes / 60 + 0.5)


def effort_of(record: Record, defaults: Mapping[str, Effort]) -> PersonMinutes:
    """What one receipt took. Travel is part of a meeting; minutes or people that nobody wrote make it an estimate."""
    usual = defaults.get(record.kind)
    if usual is None:
        return PersonMinutes()
    written = record.values.get("duration_minutes" if record.kind == "meeting" else "minutes")
    travel = record.values.get("travel_minutes")
    people = record.values.get(_PEOPLE[record.kind]) if record.kind in _PEOPLE else 1
    minutes = (written if isinstance(written, int) else usual.minutes) + (travel if isinstance(travel, int) else 0)
    total = person_minutes(minutes, people if isinstance(people, int) else usual.people)
    sure = isinstance(written, int) and isinstance(people, int)
    return PersonMinutes(known=total) if sure else PersonMinutes(estimated=total)


def hours_of(records: Iterable[Record], defaults: Mapping[str, Effort]) -> PersonMinutes:
    """The sum over receipts, late ones left out."""
    return sum((effort_of(record, defaults) for record in records if not record.late), PersonMinutes())


def hours_by_organ(
    records: Iterable[Record], defaults: Mapping[str, Effort], body: Callable[[Record], str] = lead
) -> tuple[tuple[str, PersonMinutes], ...]:
    """The sum for each leading body, as `body` names it, most first."""
    sums: dict[str, PersonMinutes] = defaultdict(PersonMinutes)
    for record in records:
        effort = effort_of(record, defaults)
        if not record.late and effort.total:
            sums[body(record)] += effort
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1].total, pair[0])))
