"""Records in and out of the ledger. The only place that writes them: row, search text, number and history entry
in one transaction. What arrives is canonical, as `Kind.validate` gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.bodies.organ import lead_organ
from ..domain.errors.entry import UnknownRecord
from ..domain.kinds import KINDS
from ..domain.months.month import Month
from ..domain.reading.written import Value
from ..domain.record import Record
from .bodies.organs import brings
from .chain.history import Event, History
from .grams import grams_of, query_for
from .kin_keys import keys_of
from .kinship import REGROUP, Kinship, Touched
from .numbering import Numbering
from .placing import Place, Placing, place_of
from .rows import record_of, records_of, told
from .statements import Statements

if TYPE_CHECKING:
    from ..domain.kind import Kind
    from .bodies.organs import Organs
    from .book import Book
    from .spelling import Spelling

Values = Mapping[str, Value]


def place_after(kind: Kind, record: Record) -> tuple[str, int]:
    """What `Records.page` takes as `after` to go on behind `record`."""
    return record.span.since if record.span else str(record.values[kind.dated_by]), record.id


class Records:
    def __init__(self, book: Book, history: History, organs: Organs, spelling: Spelling, kinship: Kinship) -> None:
        self._spelling = spelling
        self._kinship = kinship
        self._book = book
        self._history = history
        self._organs = organs

    # --- in ------------------------------------------------------------------------------------------

    def add(self, kind: Kind, values: Values, *, late: bool = False) -> Record:
        """Keep one record. Raises SealedMonth, CannotWrite."""
        return self.add_many(kind, (values,), late=late)[0]

    def add_many(self, kind: Kind, rows: Sequence[Values], *, late: bool = False) -> tuple[Record, ...]:
        """Keep all of `rows` or none. Raises SealedMonth, CannotWrite.

        With `late` (补登), a record whose month is not after the last sealed one is booked into the first month
        after it and counts apart; its date stays true. In a month that is still ahead, `late` says nothing.
        """
        if not rows:
            return ()
        with self._book.writing() as connection:
            sql = Statements(kind)
            names = sql.names
            now = self._book.now()
            placing = Placing(self._book, kind)
            leads = [lead_organ(str(values["organ"])) if values["organ"] else None for values in rows]
            bodies = self._organs.point_at(lead for lead in leads if lead)
            numbering = Numbering(self._book, kind)
            next_id = connection.execute(sql.last_id).fetchone()[0] + 1
            added, columns, grams, brought, spelled = [], [], [], [], []
            touched = Touched()
            for id, (values, lead) in enumerate(zip(rows, leads, strict=True), next_id):
                place = placing.of_new(values, late=late)
                number = numbering.next((now if place.span else str(values[kind.dated_by]))[:4])
                body = bodies[lead] if lead else None
                organ_id, level = (body.id, body.level) if body else (None, None)
                kept = {name: values[name] for name in names}
                added.append(
                    Record(id, kind.name, number, place.month, place.late, place.family, level, kept, now, now, place.span)
                )
                columns.append((id, number, *place.columns, organ_id, now, now, None, *kept.values(), *keys_of(kind, kept)))
                touched.take(kind, id, kept)
                letters = self._spelling.of(kind, kept)
                spelled.append((id, letters))
                grams.append((id, grams_of(kind, number, kept, letters)))
                brought.append(brings(lead or "", body))
                if lead and body and body.new:
                    bodies[lead] = replace(body, new=False)
            connection.executemany(sql.insert, columns)
            connection.executemany(sql.index, grams)
            self._spelling.keep(kind, spelled)
            numbering.keep()
            moves, others = self._kinship.settle(kind, touched, own=touched.ids)
            added = [replace(record, family=moves[record.id]) if record.id in moves else record for record in added]
            with self._history.as_one_step() if others else nullcontext():
                events = (told(one.values, place_of(one)) | more for one, more in zip(added, brought, strict=True))
                self._history.append_many("add", [Event(kind.name, one.number, None, now) for one, now in zip(added, events, strict=True)])
                self._history.append_many(REGROUP, others)
        return tuple(added)

    def change(self, kind: Kind, id: int, values: Values, *, back_to: Place | None = None) -> Record:
        """Write `values` over those of the record; fields not named stay. Raises UnknownRecord, SealedMonth, CannotWrite.

        In a sealed month only fields marked `follow_up` may change. A new date moves the record to its month,
        which must be open too; a late record stays where it is booked. The number stays. `back_to` is where it counted
        before the change that is taken back.
        """
        with self._book.writing() as connection:
            before = self.get(kind, id)
            after = {name: values.get(name, value) for name, value in before.values.items()}
            changed = {name for name, value in after.items() if value != before.values[name]}
            touched = Touched().take(kind, id, before.values, before.said).take(kind, id, after)
            if not changed and (back_to is None or back_to.said == before.said):
                return before if back_to is None else self._settled(kind, before, touched)
            place = Placing(self._book, kind).of_changed(before, after, changed, back_to=back_to)
            sql = Statements(kind)
            lead = lead_organ(str(after["organ"])) if after["organ"] else ""
            body = self._organs.point_at((lead,))[lead] if lead else None
            now = self._book.now()
            connection.execute(sql.update, (*place.columns, body and body.id, now, *after.values(), *keys_of(kind, after), id))
            connection.execute(sql.unindex, (id, grams_of(kind, before.number, before.values, self._spelling.kept(kind, id))))
            letters = self._spelling.of(kind, after)
            connection.execute(sql.index, (id, grams_of(kind, before.number, after, letters)))
            self._spelling.keep(kind, [(id, letters)])
            moves, others = self._kinship.settle(kind, touched, own=(id,))
            place = replace(place, family=moves.get(id, place.family))
            was = told(before.values, place_of(before))
            with self._history.as_one_step() if others else nullcontext():
                self._history.append("change", Event(kind.name, before.number, was, told(after, place) | brings(lead, body)))
                self._history.append_many(REGROUP, others)
            return self.get(kind, id)

    def _settled(self, kind: Kind, record: Record, touched: Touched) -> Record:
        """A change of nothing but the family is taken back: where it belongs follows from what stands now."""
        _, events = self._kinship.settle(kind, touched)
        self._history.append_many(REGROUP, events)
        return self.get(kind, record.id)

    def withdraw(self, kind: Kind, id: int) -> None:
        """Take a record out of every list and count; its row, number and history stay.

        Raises UnknownRecord, SealedMonth, CannotWrite.
        """
        with self._book.writing() as connection:
            before = self.get(kind, id)
            Placing(self._book, kind).refuse_closed(before)
            sql = Statements(kind)
            connection.execute(sql.withdraw, (self._book.now(), id))
            connection.execute(sql.unindex, (id, grams_of(kind, before.number, before.values, self._spelling.kept(kind, id))))
            _, others = self._kinship.settle(kind, Touched().take(kind, id, before.values, before.said))
            was = told(before.values, place_of(before))
            with self._history.as_one_step() if others else nullcontext():
                self._history.append("withdraw", Event(kind.name, before.number, was, None))
                self._history.append_many(REGROUP, others)

    # --- out -----------------------------------------------------------------------------------------

    def get(self, kind: Kind, id: int) -> Record:
        """The record of that id. Raises UnknownRecord, also when it was withdrawn."""
        row = self._book.row(f"{Statements(kind).read} AND r.id = ?", (id,))
        if row is None:
            raise UnknownRecord(number=f"#{id}")
        return record_of(kind, row)

    def by_number(self, number: str) -> Record:
        """The record of that number, of whatever kind. Raises UnknownRecord."""
        for kind in KINDS:
            row = self._book.row(f"{Statements(kind).read} AND r.number = ?", (number,))
            if row is not None:
                return record_of(kind, row)
        raise UnknownRecord(number=number)

    def in_month(self, kind: Kind, month: Month) -> tuple[Record, ...]:
        """All that count in `month`: booked in it, late ones included, or standing on its last day; by date, then as entered."""
        sql = Statements(kind)
        rows = self._book.rows(f"{sql.read}{sql.in_month}{sql.order(newest_first=False)}", sql.month_places(month))
        return records_of(kind, rows)

    def of_family(self, kind: Kind, family: str) -> tuple[Record, ...]:
        """All receipts of one thing, by date. Not of a kind with `stock`, which has no families."""
        sql = Statements(kind)
        rows = self._book.rows(f"{sql.read} AND r.family = ?{sql.order(newest_first=False)}", (family,))
        return records_of(kind, rows)

    def page(
        self,
        kind: Kind,
        *,
        month: Month | None = None,
        text: str = "",
        after: tuple[str, int] | None = None,
        limit: int = 200,
        newest_first: bool = True,
    ) -> tuple[Record, ...]:
        """At most `limit` records by date, behind the place `after` = (date, id) of the last one shown.

        `text` is any substring of one character or more of a record's number or words.
        """
        sql = Statements(kind)
        conditions, places = self._chosen(sql, month, text)
        if after is not None:
            conditions += sql.beyond(newest_first)
            places.extend(after)
        rows = self._book.rows(f"{sql.read}{conditions}{sql.order(newest_first)} LIMIT ?", (*places, limit))
        return records_of(kind, rows)

    def count(self, kind: Kind, month: Month | None = None, *, text: str = "") -> int:
        """How many records `page` would show in all, late ones included."""
        sql = Statements(kind)
        conditions, places = self._chosen(sql, month, text)
        return int(self._book.rows(sql.count + conditions, places)[0][0])

    def _chosen(self, sql: Statements, month: Month | None, text: str) -> tuple[str, list[object]]:
        conditions, places = "", list[object]()
        if month is not None:
            conditions += sql.in_month
            places.extend(sql.month_places(month))
        query = query_for(text)
        if query:
            conditions += sql.found
            places.append(query)
        return conditions, places
