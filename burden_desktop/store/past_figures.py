"""Monthly figures entered by hand, for months before the ledger began. Each leaves an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.months.month import Month
from ..domain.months.past_figures import PastFigure
from .chain.history import Event, History
from .door import month_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.kind import Kind
    from .book import Book


class PastFigures:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def of(self, kind: Kind, month: Month) -> int | None:
        """The things entered for that month, None where nobody entered any."""
        row = self._book.row("SELECT things FROM past_figure WHERE kind = ? AND month = ?", (kind.name, str(month)))
        return int(row[0]) if row else None

    def all(self) -> tuple[PastFigure, ...]:
        rows = self._book.rows("SELECT kind, month, things FROM past_figure ORDER BY month, kind")
        return tuple(PastFigure(kind, month_at(f"past_figure {kind}", month), things) for kind, month, things in rows)

    def set_many(self, figures: Sequence[PastFigure]) -> None:
        """Keep all or none; a month told anew replaces what was told before. Raises CannotWrite."""
        before = {(figure.kind, figure.month): figure.things for figure in self.all()}
        with self._book.writing() as connection:
            for figure in figures:
                was = before.get((figure.kind, figure.month))
                if was == figure.things:
                    continue
                connection.execute(
                    "INSERT OR REPLACE INTO past_figure VALUES (?, ?, ?)", (figure.kind, str(figure.month), figure.things)
                )
                self._history.append(
                    "figure",
                    Event(
                        "figure",
                        str(figure.month),
                        None if was is None else {"kind": figure.kind, "things": was},
                        {"kind": figure.kind, "things": figure.things},
                    ),
                )
