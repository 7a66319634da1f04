"""Records in and out of the ledger. The only place that writes them: row, search text, number and history entry
in one transaction. What arrives is canonical, as `Kind.validate` gives it."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.errors.entry import UnknownRecord
from ..domain.errors.months import SealedMonth
from ..domain.kind import Kind
from ..domain.kinds import KINDS
from ..domain.month import Month
from ..domain.organ import Level, lead_organ
from ..domain.record import Record
from ..domain.summary import Tally
from ..domain.written import Value
from .book import Book
from .grams import grams_of, query_for
from .history import Event, History
from .months import closed_months, last_sealed
from .numbering import Numbering
from .organs import Organs
from .statements import Statements

Values = Mapping[str, Value]


def record_of(kind: Kind, row: Sequence[Any]) -> Record:
    """A row of `Statements.read` as a record."""
    return Record(
        id=row[0],
        kind=kind.name,
        number=row[1],
        month=Month.parse(row[2]),
        late=bool(row[3]),
        family=row[4],
        level=Level(row[5]) if row[5] else None,
        values={field.name: value for field, value in zip(kind.fields, row[9:], strict=True)},
        created_at=row[6],
        changed_at=row[7],
    )


def told(values: Values, booked_in: str, late: bool, family: str | None) -> dict[str, object]:
    """A record's state as history keeps it: what is empty is left out."""
    state: dict[str, object] = {name: value for name, value in values.items() if value is not None}
    state["booked_in"] = booked_in
    if late:
        state["late"] = 1
    if family is not None:
        state["family"] = family
    return state


def place_after(kind: Kind, record: Record) -> tuple[str, int]:
    """What `Records.page` takes as `after` to go on behind `record`."""
    return str(record.values[kind.dated_by]), record.id


class Records:
    def __init__(self, book: Book, history: History, organs: Organs) -> None:
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
            closed = closed_months(self._book)
            last = last_sealed(self._book)
            bodies = self._organs.point_at(lead_organ(str(values["organ"])) for values in rows)
            numbering = Numbering(self._book, kind)
            next_id = connection.execute(sql.last_id).fetchone()[0] + 1
            months: dict[str, Month] = {}
            added, columns, grams, events = [], [], [], []
            for id, values in enumerate(rows, next_id):
                own_month = str(values[kind.dated_by])[:7]
                behind = late and last is not None and own_month <= str(last)
                booked_in = str(last.plus(1)) if behind and last else own_month
                if booked_in in closed:
                    raise SealedMonth(month=Month.parse(booked_in).label)
                month = months.setdefault(booked_in, Month.parse(booked_in))
                number = numbering.next(own_month[:4])
                family = kind.same_as(values)
                organ_id, level = bodies[lead_organ(str(values["organ"]))]
                kept = {name: values[name] for name in names}
                added.append(Record(id, kind.name, number, month, behind, family, level, kept, now, now))
                columns.append((id, number, booked_in, behind, family, organ_id, now, now, None, *kept.values()))
                grams.append((id, grams_of(kind, number, kept)))
                events.append(Event(kind.name, number, None, told(kept, booked_in, behind, family)))
            connection.executemany(sql.insert, columns)
            connection.executemany(sql.index, grams)
            numbering.keep()
            self._history.append_many("add", events)
        return tuple(added)

    def change(self, kind: Kind, id: int, values: Values) -> Record:
        """Write `values` over those of the record; fields not named stay. Raises UnknownRecord, SealedMonth, CannotWrite.

        In a sealed month only fields marked `follow_up` may change. A new date moves the record to its month,
        which must be open too; a late record stays where it is booked. The number stays.
        """
        with self._book.writing() as connection:
            before = self.get(kind, id)
            after = {name: values.get(name, value) for name, value in before.values.items()}
            changed = {name for name, value in after.items() if value != before.values[name]}
            if not changed:
                return before
            booked_in = str(before.month if before.late else kind.month_of(after))
            closed = closed_months(self._book)
            for month in (str(before.month), booked_in):
                if month in closed and not all(kind.field(name).follow_up for name in changed):
                    raise SealedMonth(month=Month.parse(month).label)
            sql = Statements(kind)
            family = kind.same_as(after)
            lead = lead_organ(str(after["organ"]))
            organ_id = self._organs.point_at((lead,))[lead][0]
            now = self._book.now()
            connection.execute(sql.update, (booked_in, family, organ_id, now, *after.values(), id))
            connection.execute(sql.unindex, (id, grams_of(kind, before.number, before.values)))
            connection.execute(sql.index, (id, grams_of(kind, before.number, after)))
            was = told(before.values, str(before.month), before.late, before.family)
            self._history.append(
                "change", Event(kind.name, before.number, was, told(after, booked_in, before.late, family))
            )
            return self.get(kind, id)

    def withdraw(self, kind: Kind, id: int) -> None:
        """Take a record out of every list and count; its row, number and history stay.

        Raises UnknownRecord, SealedMonth, CannotWrite.
        """
        with self._book.writing() as connection:
            before = self.get(kind, id)
            if str(before.month) in closed_months(self._book):
                raise SealedMonth(month=before.month.label)
            sql = Statements(kind)
            connection.execute(sql.withdraw, (self._book.now(), id))
            connection.execute(sql.unindex, (id, grams_of(kind, before.number, before.values)))
            was = told(before.values, str(before.month), before.late, before.family)
            self._history.append("withdraw", Event(kind.name, before.number, was, None))

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
        """All records booked in `month`, late ones included, by their date, then as entered."""
        sql = Statements(kind)
        rows = self._book.rows(f"{sql.read} AND r.booked_in = ?{sql.order(newest_first=False)}", (str(month),))
        return tuple(record_of(kind, row) for row in rows)

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
        return tuple(record_of(kind, row) for row in rows)

    def count(self, kind: Kind, month: Month | None = None, *, text: str = "") -> int:
        """How many records `page` would show in all, late ones included."""
        sql = Statements(kind)
        conditions, places = self._chosen(sql, month, text)
        return int(self._book.rows(sql.count + conditions, places)[0][0])

    def tally(self, kind: Kind, first: Month, last: Month) -> Tally:
        """Things, receipts and minutes booked from `first` to `last`, both included, late ones left out.

        Receipts of one family are one thing within the period; a record of no family is a thing of its own.
        """
        return Tally(*self._book.rows(Statements(kind).tally, (str(first), str(last)))[0])

    def first_month(self) -> Month | None:
        """The earliest month in which anything is booked: how far back the ledger reaches."""
        months = [self._book.rows(Statements(kind).first_month)[0][0] for kind in KINDS]
        known = [month for month in months if month]
        return Month.parse(min(known)) if known else None

    def _chosen(self, sql: Statements, month: Month | None, text: str) -> tuple[str, list[object]]:
        conditions, places = "", list[object]()
        if month is not None:
            conditions += " AND r.booked_in = ?"
            places.append(str(month))
        query = query_for(text)
        if query:
            conditions += sql.found
            places.append(query)
        return conditions, places
