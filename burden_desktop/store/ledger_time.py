"""Seconds spent on the ledger itself, by day: measured while a form is open and somebody works on it.

A day that is over is told by an entry, one a day; the day under way by none, since each minute of it would need one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .chain.history import FOUND, Event
from .chain.strange import Strange, readable, strange
from .chain.told_entries import told_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..domain.months.month import Month
    from .book import Book
    from .chain.history import History

TIME: Final = "time"
"""The action; the kind of the entry is the ledger itself, its number the day."""
_KIND: Final = "ledger"
_LONGEST: Final = 24 * 60 * 60


class LedgerTime:
    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history

    def add(self, day: date, seconds: int) -> None:
        """Add to a day's time; earlier days are told now if they were not. Raises CannotWrite."""
        name = day.isoformat()
        with self._book.writing() as connection:
            if self._kept(name) is None:
                self.settle(day)
            connection.execute(
                "INSERT INTO ledger_time VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET seconds = seconds + excluded.seconds",
                (name, seconds),
            )
            if self._told(name) is not None:  # the clock was set back
                self._enter(name)

    def settle(self, today: date) -> None:
        """Tell the day that is over. More than one untold was not left by this program: they stay, and are named."""
        kept, told = kept_times(self._book), told_times(self._book)
        untold = [day for day in kept if day not in told]
        if len(untold) == 1 and untold[0] < today.isoformat():
            with self._book.writing():
                self._enter(untold[0])

    def in_month(self, month: Month) -> int:
        """Seconds in the month; 0 where nothing was measured."""
        row = self._book.row("SELECT coalesce(sum(seconds), 0) FROM ledger_time WHERE day LIKE ?", (f"{month}-%",))
        return int(row[0]) if row else 0

    def take_over(self, times: dict[str, int]) -> None:
        """Only inside `Book.writing`: what a rescue read; the longer word holds, and each day is told."""
        for day, seconds in sorted(times.items()):
            self._book.connection.execute(
                "INSERT INTO ledger_time VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET seconds = max(seconds, excluded.seconds)",
                (day, seconds),
            )
            self._enter(day)

    def _enter(self, day: str) -> None:
        before, after = self._told(day), {"seconds": self._kept(day)}
        if before != after:
            self._history.append(TIME, Event(_KIND, day, before, after))

    def _kept(self, day: str) -> int | None:
        row = self._book.row("SELECT seconds FROM ledger_time WHERE day = ?", (day,))
        return int(row[0]) if row else None

    def _told(self, day: str) -> dict[str, Any] | None:
        row = self._book.row(
            "SELECT after FROM history JOIN history_content USING (seq) WHERE kind = 'ledger' AND number = ? ORDER BY seq DESC", (day,)
        )
        return readable(row[0]) if row else None


def kept_times(book: Book) -> dict[str, Any]:
    """Day → seconds, as they stand."""
    return dict(book.rows("SELECT day, seconds FROM ledger_time ORDER BY day"))


def told_times(book: Book) -> dict[str, tuple[int, Any]]:
    """Day → (entry, seconds) as the chain tells it last."""
    return {one.number: (one.seq, one.after.get("seconds")) for one in told_entries(book, _KIND) if one.number and one.action in (TIME, FOUND)}


def strange_times(book: Book, behind: int) -> Iterator[Strange]:
    """Days that are not as they were told. One day, the last, may be told by nobody yet."""
    told, kept = told_times(book), kept_times(book)
    untold = [day for day in kept if day not in told]
    under_way = untold[0] if len(untold) == 1 else ""
    for day in (*told, *untold):
        seq, seconds = told.get(day, (behind, None))
        stands = kept.get(day)
        if (stands != seconds and day != under_way) or not 0 <= (stands or 0) <= _LONGEST:
            yield strange(seq, f"ledger_time {day}", stands)


def times_as_found(book: Book) -> Iterator[Event]:
    """Days of an older version, which told none; nothing where one was told already, whoever makes the upgrade run again.
    A single one is the day under way."""
    kept = kept_times(book)
    if len(kept) > 1 and not told_times(book):
        yield from (Event(_KIND, day, None, {"seconds": seconds}) for day, seconds in kept.items())
