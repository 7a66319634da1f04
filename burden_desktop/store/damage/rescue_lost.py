"""What a rescue could not take over, by table: how many of what, or, where nobody can count any more, how many pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...domain.kinds import KINDS
from .raw_trees import INDEX
from .salvage_rest import COMMISSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .salvage import Salvage
    from .salvage_rest import Rest

_UNCOUNTED: Final = ("setting", "ledger_time", "organ_alias", "number_series", *COMMISSIONS)
"""Tables of whose rows no entry tells: where pages of theirs are harmed, nobody knows how many stood there."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Of `table` so many things could not be taken over; None where they cannot be counted, `pages` of it being harmed.
    `names` are record numbers, months, bodies, where they are known."""

    table: str
    count: int | None
    names: tuple[str, ...] = ()
    pages: int = 0


def lost_of(found: Salvage, rest: Rest, known: frozenset[str], *, whole: bool, refused: Iterable[str] = ()) -> tuple[Lost, ...]:
    """`known` are the numbers of records that the rescued ledger holds; `whole` says that the old chain goes on in it."""
    told = [*_records(found, known)]
    if not whole:
        told += [*_chain(found), *_told_of(found, rest), *_bodies(found, rest, refused)]
        told += [Lost(table, count) for table, count in sorted(rest.commissions.items())]
    counted = {one.table for one in told}
    for table in (*_UNCOUNTED, "past_figure", "remark", "month", "month_revision", "organ"):
        if rest.harmed.get(table) and table not in counted and not (whole and table not in _UNCOUNTED):
            told.append(Lost(table, None, pages=rest.harmed[table]))
    if not rest.complete:
        told.append(Lost("sqlite_schema", None, pages=sum(rest.harmed[name] for name in rest.harmed if not name.startswith(INDEX))))
    return tuple(told)


def _records(found: Salvage, known: frozenset[str]) -> Iterator[Lost]:
    for kind in KINDS:
        numbers = tuple(number for number in found.lost if number.startswith(kind.mark) and number not in known)
        if numbers:
            yield Lost(kind.name, len(numbers), numbers)


def _chain(found: Salvage) -> Iterator[Lost]:
    missing = found.entries - len(found.history)
    if missing:
        yield Lost("history", missing)
    purged = set(found.purged)
    unread = sum(found.told(seq) is None for seq, row in found.history.items() if row[4] not in purged)
    if unread + missing:
        yield Lost("history_content", unread + missing)


def _told_of(found: Salvage, rest: Rest) -> Iterator[Lost]:
    """Things of which an entry tells and whose last word cannot be read."""
    entered: dict[str, set[str]] = {}
    for row in found.history.values():
        entered.setdefault(str(row[3]), set()).add(str(row[4]))
    figured = {month for _, month in rest.figures}
    for table, kind, standing in (
        ("month", "month", {*rest.months}),
        ("past_figure", "figure", figured),
        ("remark", "finding", {*rest.remarks}),
    ):
        names = tuple(sorted(entered.get(kind, set()) - standing))
        if names:
            yield Lost(table, len(names), names)
    unfiled = tuple(sorted(month for month, (revision, *_) in rest.months.items() if (month, revision) not in rest.revisions))
    if unfiled:
        yield Lost("month_revision", len(unfiled), unfiled)


def _bodies(found: Salvage, rest: Rest, refused: Iterable[str]) -> Iterator[Lost]:
    told = {str(row[4]) for row in found.history.values() if row[3] == "organ"}
    names = {*rest.nameless.values(), *(told - rest.organs.keys() - rest.aliases.keys())}
    if names:
        yield Lost("organ", len(names), tuple(sorted(names)))
    aliases = tuple(sorted(refused))
    if aliases:
        yield Lost("organ_alias", len(aliases), aliases)
