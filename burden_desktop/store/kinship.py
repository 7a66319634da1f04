"""Families (同件) follow what the records say at this moment: whatever is entered, changed, withdrawn, brought back, said or
taken back, those whom it touches are put together anew, in the same transaction.

Only receipts of the same number, of the same title and body, and those that a person named are looked at.
"""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.kinds import KINDS, kind_named
from ..domain.same_thing import Member, families_of, targets
from .chain.frozen import Frozen
from .chain.history import Event, History
from .closed_months import closed_months
from .kin_keys import key_of, keys_of
from .placing import place_in, place_of
from .rows import records_of, told
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..domain.kind import Kind
    from ..domain.reading.written import Value
    from ..domain.record import Record
    from .book import Book

REGROUP: Final = "regroup"
"""What the program does where a family follows anew from what a person did: no change of the record by anybody."""
_CLUES: Final = ("title", "organ", "doc_no")


@dataclass(slots=True)
class Touched:
    """Where to look: records by id and by number, and the keys under which others of the same thing stand."""

    ids: set[int] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    same: set[int] = field(default_factory=set)
    alike: set[int] = field(default_factory=set)

    def take(self, kind: Kind, id: int, values: Mapping[str, Value], said: str | None = None) -> Touched:
        """A record as it is or was."""
        self.ids.add(id)
        self.numbers.update(number for number, _ in targets(said))
        same, alike = keys_of(kind, values) or (None, None)
        self.same.update(() if same is None else (same,))
        self.alike.update(() if alike is None else (alike,))
        return self

    def take_all(self, other: Touched) -> None:
        for mine, more in ((self.ids, other.ids), (self.same, other.same), (self.alike, other.alike)):
            mine.update(more)
        self.numbers.update(other.numbers)


class Kinship:
    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._waiting: dict[str, Touched] | None = None

    @contextmanager
    def at_end(self) -> Iterator[None]:
        """What is touched inside is put together once, at the end. Only inside `Book.writing`."""
        self._waiting = defaultdict(Touched)
        try:
            yield
            waiting, self._waiting = self._waiting, None
        finally:
            self._waiting = None
        for name, touched in waiting.items():
            _, events = self.settle(kind_named(name), touched)
            self._history.append_many(REGROUP, events)

    def settle_month(self, month: str) -> None:
        """What the month's families kept while it was closed follows from the records again. Only inside `Book.writing`."""
        for kind in (one for one in KINDS if one.has_families):
            rows = self._book.rows(f"SELECT id FROM {kind.name} WHERE booked_in = ?", (month,))  # noqa: S608 - declared names
            _, events = self.settle(kind, Touched(ids={id for (id,) in rows}))
            self._history.append_many(REGROUP, events)

    def settle(self, kind: Kind, touched: Touched, own: Iterable[int] = ()) -> tuple[dict[int, str | None], list[Event]]:
        """Write the families that follow from the rows → id: family of all that moved, and entries for those of them that
        are not `own`, which their maker enters. Only inside `Book.writing`."""
        if not kind.has_families:
            return {}, []
        if self._waiting is not None:
            self._waiting[kind.name].take_all(touched)
            return {}, []
        moves = self.moves(kind, touched)
        others = sorted(moves.keys() - set(own))
        sql = Statements(kind)
        chosen = f"{sql.read} AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id"  # noqa: S608 - declared names
        rows = self._book.rows(chosen, (json.dumps(others),))
        moved = records_of(kind, rows)
        self._book.connection.executemany(sql.regroup, [(family, id) for id, family in moves.items()])
        return moves, [_regrouped(one, moves[one.id]) for one in moved]

    def moves(self, kind: Kind, touched: Touched) -> dict[int, str | None]:
        """Record id → the family that it goes to, of all whom `touched` bears on. Writes nothing."""
        found = self._found(kind, touched)
        ids = {member.number: id for id, member in found.items()}

        def in_use(name: str) -> bool:
            rows = self._book.rows(f"SELECT id FROM {kind.name} WHERE family = ? AND withdrawn_at IS NULL", (name,))  # noqa: S608 - declared names
            return any(id not in found for (id,) in rows)

        families = families_of(tuple(found.values()), kind.alike_days, in_use)
        return {ids[number]: family for number, family in families.items() if found[ids[number]].family != family}

    def around(self, kind: Kind, touched: Touched) -> dict[int, Member]:
        """Record id → all whom `touched` bears on, withdrawn ones too."""
        return self._found(kind, touched)

    def _found(self, kind: Kind, touched: Touched) -> dict[int, Member]:
        """Record id → member, of all that hang together with what is touched, however many steps lie between."""
        said_of = self._book.rows(f"SELECT number, said FROM {kind.name} WHERE said IS NOT NULL")  # noqa: S608 - declared names
        named_by: dict[str, set[str]] = defaultdict(set)
        for number, said in said_of:
            for target, _ in targets(said):
                named_by[target].add(number)
        members = Members(self._book, kind)
        known: dict[str, set[Any]] = {"id": set(), "number": set(), "same_key": set(), "alike_key": set()}
        wanted: dict[str, set[Any]] = {"id": touched.ids, "number": touched.numbers, "same_key": touched.same, "alike_key": touched.alike}
        found: dict[int, Member] = {}
        while any(wanted.values()):
            new: dict[str, set[Any]] = {column: set() for column in wanted}
            for column, values in wanted.items():
                known[column] |= values
                for id, member in members.by(column, values):
                    if id not in found:
                        found[id] = member
                        named = {member.number, *(number for number, _ in targets(member.said))}
                        # What was purged stands nowhere, and still holds together those that name it.
                        new["number"].update(named, *(named_by.get(number, ()) for number in named))
                        new["same_key"].update(() if member.paper is None else (key_of(member.paper),))
                        new["alike_key"].update(() if member.alike is None else (key_of(member.alike),))
            wanted = {column: values - known[column] for column, values in new.items()}
        return found


class Members:
    """Receipts of one kind as the domain looks at them; asks the ledger once what is closed."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._book, self._kind = book, kind
        self._closed, self._frozen = closed_months(book), Frozen(book)
        clues = ", ".join(name if any(field.name == name for field in kind.fields) else "NULL" for name in _CLUES)
        self._sql = f"SELECT id, number, {kind.dated_by}, booked_in, late, family, said, withdrawn_at, {clues} FROM {kind.name}"  # noqa: S608

    def by(self, column: str, values: set[Any]) -> Iterator[tuple[int, Member]]:
        if not values:
            return
        places = (json.dumps(sorted(values)),)
        rows = self._book.rows(f"{self._sql} WHERE {column} IN (SELECT value FROM json_each(?))", places)  # noqa: S608 - declared names
        for id, number, day, *place, withdrawn, title, organ, doc_no in rows:
            own: dict[str, Value] = {"title": title, "organ": organ, "doc_no": doc_no}
            said = place_in(self._kind, number, tuple(place)).said
            fixed = place[0] in self._closed or place[0] in self._frozen
            yield id, Member(number, day, self._kind.same_as(own), self._kind.alike(own), said, place[2], fixed, withdrawn is not None)


def _regrouped(one: Record, family: str | None) -> Event:
    """It belongs to another thing, now that more is known."""
    place = place_of(one)
    return Event(one.kind, one.number, told(one.values, place), told(one.values, replace(place, family=family)))
