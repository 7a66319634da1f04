"""Writes rescued records over what the base holds, where they are later; each with an entry that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...domain.bodies.organ import lead_organ
from ...domain.kinds import KINDS, kind_named
from ..bodies.organs import NEW_BODY, Organs, brings
from ..chain.history import RETELLS, Event, History
from ..chain.purged_families import retell
from ..chain.purging import MARK, delete_record, purge_events
from ..chain.strange import readable
from ..grams import grams_of
from ..kin_keys import keys_of
from ..kinship import Touched
from ..spelling import Spelling, unspelled
from ..statements import Statements

if TYPE_CHECKING:
    from ...domain.kind import Kind
    from ..book import Book
    from .salvage import Found, Salvage

PURGED_SINCE = "备份之后已彻底清除，抢救时沿用"


class RecordWriter:
    """Only inside `Book.writing`."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._organs = Organs(book, history)
        self._spelling = Spelling(book, unspelled)

    def write(self, found: Salvage) -> tuple[int, int]:
        """(records added, records changed)"""
        added = changed = 0
        for record in sorted(found.records.values(), key=lambda record: (record.seq, record.number)):
            standing = self._standing(record)
            if standing is None:
                self._enter(record, None, None)
                added += 1
            elif record.seq > standing[2] and (own_state(standing[1]) != own_state(record.state) or record.withdrawn != standing[3]):
                self._enter(record, standing[0], standing[1])
                changed += 1
        return added, changed

    def purge(self, found: Salvage) -> None:
        """What was purged goes from the base too, and the chain says so, with the mark that keeps its register from
        bringing it back."""
        marks = {kind.mark: kind.name for kind in KINDS}
        for number, seq in found.purged.items():
            if self._book.row("SELECT 1 FROM history WHERE number = ? AND action = 'purge'", (number,)):
                continue
            kind, told = marks[number.partition("-")[0][:-4]], found.told(seq)
            touched = delete_record(self._book, kind, number)
            mark = ((told and told[1]) or {}).get(MARK)
            for event in purge_events(self._book, ((kind, number), *touched), PURGED_SINCE, {(kind, number): mark}):
                self._history.append("purge", event)
        self._retell(found)

    def _retell(self, found: Salvage) -> None:
        """What the base lacks of other records since then is told anew, as it was in the damaged ledger."""
        told_anew = {
            found.history[seq][4]
            for seq, (_, _, _, _, *beside) in found.contents.items()
            if beside and isinstance(beside[0], str) and RETELLS in readable(beside[0]) and found.told(seq) is not None
        }
        lost: dict[tuple[str, str], list[int]] = {}
        for seq, kind, number in self._history.lost_contents():
            if number in told_anew:
                lost.setdefault((kind, number), []).append(seq)
        for (kind, number), seqs in lost.items():
            retell(self._book, self._history, kind_named(kind), {number: seqs}, Touched())

    def _standing(self, record: Found) -> tuple[int, dict[str, Any] | None, int, bool] | None:
        """(id, state, sequence number of the last entry, whether withdrawn) in the base."""
        row = self._book.row(f"SELECT id, withdrawn_at FROM {record.kind.name} WHERE number = ?", (record.number,))  # noqa: S608
        if row is None:
            return None
        steps = self._history.of_record(record.number)
        last = steps[-1] if steps else None
        state = (last.after or last.before) if last else None
        return row[0], dict(state) if state is not None else None, last.entry.seq if last else 0, row[1] is not None

    def _enter(self, record: Found, id: int | None, before: dict[str, Any] | None) -> None:
        body = self.put(record, id, before)
        kind, state = record.kind.name, own_state(record.state)
        self._history.append("rescue", Event(kind, record.number, before, {**state, **body}))
        if record.withdrawn:
            self._history.append("withdraw", Event(kind, record.number, state, None))

    def put(self, record: Found, id: int | None, before: dict[str, Any] | None) -> dict[str, object]:
        """The row alone, and what it brought of its body; a row `id` of the base is written anew: simpler to prove than a
        change of every column."""
        kind, state = record.kind, record.state
        connection, sql = self._book.connection, Statements(kind)
        values = {field.name: state.get(field.name) for field in kind.fields}
        lead = lead_organ(str(values["organ"] or ""))
        body = self._organs.point_at((lead,))[lead] if lead else None
        now = self._book.now()
        if id is not None:
            standing = connection.execute(f"SELECT withdrawn_at FROM {kind.name} WHERE id = ?", (id,)).fetchone()  # noqa: S608
            if before is not None and standing[0] is None:
                connection.execute(sql.unindex, (id, grams_of(kind, record.number, _filled(kind, before), self._spelling.kept(kind, id))))
            connection.execute(f"DELETE FROM {kind.name} WHERE id = ?", (id,))  # noqa: S608 - declared names
        else:
            id = connection.execute(sql.last_id).fetchone()[0] + 1
        place = (state.get(name, 0 if name == "late" else None) for name in sql.place)
        times = (record.times[0] or now, record.times[1] or now, (record.times[2] or now) if record.withdrawn else None)
        connection.execute(sql.insert, (id, record.number, *place, body and body.id, *times, *values.values(), *keys_of(kind, values)))
        letters = self._spelling.of(kind, values)
        if not record.withdrawn:
            connection.execute(sql.index, (id, grams_of(kind, record.number, values, letters)))
        self._spelling.keep(kind, [(id, letters)])
        return brings(lead, body)


def own_state(state: dict[str, Any] | None) -> dict[str, Any]:
    """A record's own fields: which body it brought is told anew."""
    return {name: value for name, value in (state or {}).items() if name != NEW_BODY}


def _filled(kind: Kind, state: dict[str, Any]) -> dict[str, Any]:
    return {field.name: state.get(field.name) for field in kind.fields}
