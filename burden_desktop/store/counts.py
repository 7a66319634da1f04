"""Counts of months and periods, kept until a record of theirs changes: what a month costs follows the month.

Derived data: triggers forget a count as soon as a record under it changes, and it is counted anew when asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.errors.ledger import CannotWrite, ReadOnlyLedger
from ..domain.months.month import Month
from ..domain.months.tally import Tally
from .door import month_at
from .statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..domain.kind import Kind
    from .book import Book

_WHOLE: Final = 0  # in the place of a body: the month as a whole, kept also where nothing was recorded
Row = tuple[str, int, int, int, int]


class Counts:
    def __init__(self, book: Book) -> None:
        self._book = book

    def period(self, kind: Kind, first: Month, last: Month) -> Tally:
        """Things, receipts and minutes booked from `first` to `last`, late ones left out; a family is one thing."""
        if last < first:
            return Tally()
        if kind.stock:  # what stands on the last day; there is little of it, and no trigger watches it
            sql = Statements(kind)
            return Tally(*self._book.rows(sql.tally, sql.month_places(last))[0])
        key = (kind.name, str(first), str(last))
        kept = self._book.row(
            "SELECT things, receipts, minutes FROM period_count WHERE kind = ? AND first = ? AND last = ?", key
        )
        if kept is None:
            kept = self._book.rows(Statements(kind).tally, key[1:])[0]
            self._keep("INSERT OR REPLACE INTO period_count VALUES (?, ?, ?, ?, ?, ?)", [(*key, *kept)])
        return Tally(*kept)

    def year_to_date(self, kind: Kind, month: Month) -> Tally:
        """As `period` from January, but counting anew only what came in `month` itself."""
        if month == month.january or kind.stock:
            return self.period(kind, month, month)
        before = self.period(kind, month.january, month.previous)
        now = self.period(kind, month, month)
        again = self._book.rows(
            f"SELECT count(*) FROM (SELECT DISTINCT family FROM {kind.name} WHERE booked_in = ? AND late = 0"  # noqa: S608
            f" AND family IS NOT NULL AND withdrawn_at IS NULL) f WHERE EXISTS (SELECT 1 FROM {kind.name} d"
            " WHERE d.family = f.family AND d.booked_in BETWEEN ? AND ? AND d.late = 0 AND d.withdrawn_at IS NULL)",
            (str(month), str(month.january), str(month.previous)),
        )[0][0]
        return Tally(before.things + now.things - again, before.receipts + now.receipts, before.minutes + now.minutes)

    def by_month(self, kind: Kind, first: Month, last: Month) -> Mapping[Month, Mapping[int, Tally]]:
        """For every month from `first` to `last`: tallies by the directory row of the leading body, the whole month
        under 0. A family is one thing within a month."""
        wanted = [str(first.plus(step)) for step in range(_months(first, last))]
        if not wanted:
            return {}
        kept = [] if kind.stock else self._kept(kind, wanted)
        missing = sorted(set(wanted) - {row[0] for row in kept})
        if missing:
            counted = [row for month in missing for row in self._counted(kind, month)]
            if not kind.stock:  # no trigger watches what stands
                rows: list[tuple[object, ...]] = [(kind.name, *row) for row in counted]
                self._keep("INSERT OR REPLACE INTO month_count VALUES (?, ?, ?, ?, ?, ?)", rows)
            kept = [*kept, *counted]
        told: dict[Month, dict[int, Tally]] = {Month.parse(month): {} for month in wanted}
        for month, organ, *tally in kept:
            told[month_at("month_count", month)][organ] = Tally(*tally)
        return told

    def differing(self, kind: Kind) -> Iterator[str]:
        """Names of kept months and periods whose counts are not those of the records."""
        kept: dict[str, set[Row]] = {}
        for row in self._book.rows("SELECT month, organ_id, things, receipts, minutes FROM month_count WHERE kind = ?", (kind.name,)):
            kept.setdefault(row[0], set()).add(row)
        for month, rows in kept.items():
            if rows != set(self._counted(kind, month)):
                yield f"month_count {kind.name} {month}"
        for first, last, *tally in self._book.rows(
            "SELECT first, last, things, receipts, minutes FROM period_count WHERE kind = ?", (kind.name,)
        ):
            if tuple(tally) != self._book.rows(Statements(kind).tally, (first, last))[0]:
                yield f"period_count {kind.name} {first} {last}"

    def _kept(self, kind: Kind, wanted: list[str]) -> list[Row]:
        rows = self._book.rows(
            "SELECT month, organ_id, things, receipts, minutes FROM month_count WHERE kind = ? AND month BETWEEN ? AND ?",
            (kind.name, wanted[0], wanted[-1]),
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def _counted(self, kind: Kind, month: str) -> Iterable[Row]:
        sql, at = Statements(kind).tally, month_at("month_count", month)
        places = Statements(kind).month_places(at) if kind.stock else (month, month)
        yield (month, _WHOLE, *self._book.rows(sql, places)[0])
        selected, _, rest = sql.partition(" FROM ")
        grouped = f"SELECT organ_id, {selected.removeprefix('SELECT ')} FROM {rest} GROUP BY organ_id"  # noqa: S608
        for organ, *tally in self._book.rows(grouped, places):
            if organ is not None:
                yield (month, organ, *tally)

    def _keep(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        """Remember counts. A ledger that cannot be written is counted each time: that is only slower."""
        try:
            with self._book.writing() as connection:
                connection.executemany(statement, rows)
        except (CannotWrite, ReadOnlyLedger):
            return


def _months(first: Month, last: Month) -> int:
    return (last.year - first.year) * 12 + last.number - first.number + 1
