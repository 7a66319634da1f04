"""Months from open to sealed to corrected: which may be written, and what was signed for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..domain.chain.history import GENESIS
from ..domain.errors.months import (
    BeforeFirstReport,
    MonthChanged,
    MonthNotSealed,
    MonthOutOfOrder,
    ReasonMissing,
    SealedMonth,
)
from ..domain.months.month import Month
from ..domain.texts import label
from .chain.history import Event, History
from .door import month_at, state_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .book import Book

_LATEST: Final = (
    "SELECT month, revision, file_name, sha256, chain_seq, chain_head, sealed_at, open_for_correction, month.reason"
    " FROM month JOIN month_revision USING (month, revision)"
)
_CORRECTION: Final = label("更正")


class Sealed(NamedTuple):
    """A month's latest signed file. `chain_seq` and `chain_head` are the head it carries; `reason` is why it
    was corrected, or is open for correction now."""

    month: Month
    revision: int
    file_name: str
    sha256: str
    chain_seq: int
    chain_head: str
    sealed_at: str
    open_for_correction: bool
    reason: str


def _sealed(row: tuple[Any, ...]) -> Sealed:
    month, revision, file_name, sha256, seq, head, sealed_at, reopened, reason = row
    return Sealed(month_at("month", month), revision, file_name, sha256, seq, head, sealed_at, bool(reopened), reason)


def last_sealed(book: Book) -> Month | None:
    """The latest month that was ever sealed, also when it is open for correction now."""
    row = book.row("SELECT max(month) FROM month")
    return month_at("month", row[0]) if row and row[0] else None


class Months:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def sealed(self, month: Month) -> Sealed | None:
        """The latest revision of `month`, None while it was never sealed."""
        row = self._book.row(f"{_LATEST} WHERE month = ?", (str(month),))
        return _sealed(row) if row else None

    def is_closed(self, month: Month) -> bool:
        """Whether nothing may be written into the month: sealed and not reopened, or before the first sealed one."""
        from .closed_months import closed_months  # a start asks for none

        return str(month) in closed_months(self._book)

    def all(self) -> tuple[Sealed, ...]:
        """The latest revision of every sealed month, in order of time."""
        return tuple(_sealed(row) for row in self._book.rows(f"{_LATEST} ORDER BY month"))

    def last_sealed(self) -> Month | None:
        return last_sealed(self._book)

    def next_to_seal(self) -> Month | None:
        """The month after the last sealed; None while none is sealed: then it may be any."""
        last = self.last_sealed()
        return last.plus(1) if last else None

    def refuse_out_of_order(self, month: Month) -> None:
        """Raises BeforeFirstReport for a month that can never be closed any more, MonthOutOfOrder for one not yet due."""
        first = self._book.row("SELECT min(month) FROM month")
        if first and first[0] and str(month) < first[0]:
            raise BeforeFirstReport(expected=month_at("month", first[0]).label, month=month.label)
        expected = self.next_to_seal()
        if expected is not None and month != expected:
            raise MonthOutOfOrder(expected=expected.label, month=month.label)

    def signed_head(self) -> tuple[int, str]:
        """(sequence number, hash) that the file signed last carries; (0, GENESIS) before the first."""
        row = self._book.row("SELECT chain_seq, chain_head FROM month_revision ORDER BY chain_seq DESC, sealed_at DESC")
        return (row[0], row[1]) if row else (0, GENESIS)

    def seal(
        self,
        month: Month,
        *,
        revision: int,
        file_name: str,
        sha256: str,
        expected_head: tuple[int, str],
        reason: str = "",
        figures: Mapping[str, Any] | None = None,
    ) -> None:
        """Close `month` with the file signed for it, whose chain ends in `expected_head`. Leaves an entry.

        `reason` is why a file of an earlier closing is replaced; a correction brings its own. Revisions may leap:
        a restore can take a signed one out of the ledger. `figures` are what the file says, kept with the entry.

        Raises MonthChanged when the ledger or the revision moved since the file was made, SealedMonth when the
        month is closed already, MonthOutOfOrder when another month comes first.
        """
        with self._book.writing() as connection:
            present = self.sealed(month)
            if present and not present.open_for_correction:
                raise SealedMonth(month=month.label)
            if not present:
                self.refuse_out_of_order(month)
            if self._history.head() != tuple(expected_head) or revision <= (present.revision if present else 0):
                raise MonthChanged()
            reason = present.reason if present else reason
            connection.execute(
                "INSERT INTO month VALUES (?, ?, 0, ?) ON CONFLICT (month)"
                " DO UPDATE SET revision = excluded.revision, open_for_correction = 0",
                (str(month), revision, reason),
            )
            told: dict[str, Any] = {"revision": revision, "file_name": file_name, "sha256": sha256, "head": expected_head[1]}
            if reason:
                told["reason"] = reason
            if figures is not None:
                told["figures"] = figures
            self._history.append("seal", Event("month", str(month), None, told))
            (entry,) = self._history.entries(expected_head[0])
            connection.execute(
                "INSERT INTO month_revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (str(month), revision, file_name, sha256, *expected_head, entry.at, reason),
            )

    def signed_figures(self, month: Month) -> Mapping[str, Any] | None:
        """What the valid file of a closed month says; None while it is open, or where its closing kept none."""
        present = self.sealed(month)
        if present is None or present.open_for_correction:
            return None
        row = self._book.row(
            "SELECT seq, after FROM history JOIN history_content USING (seq)"
            " WHERE kind = 'month' AND number = ? AND action IN ('seal', 'rescue') ORDER BY seq DESC",
            (str(month),),
        )
        told = state_at(f"history_content {row[0]} after", row[1]) if row and row[1] else {}
        return told.get("figures")

    def reopen(self, month: Month, reason: str) -> None:
        """Open a sealed month for correction (更正). Leaves an entry with the reason. Its families are no longer those that
        were signed, but follow from what the records say now.

        Raises ReasonMissing, and MonthNotSealed when the month is open.
        """
        from .kinship import Kinship  # a start opens no month

        if not reason.strip():
            raise ReasonMissing(action=_CORRECTION)
        with self._book.writing() as connection:
            present = self.sealed(month)
            if not present or present.open_for_correction:
                raise MonthNotSealed(month=month.label)
            connection.execute(
                "UPDATE month SET open_for_correction = 1, reason = ? WHERE month = ?", (reason.strip(), str(month))
            )
            told = {"reason": reason.strip(), "revision": present.revision}
            self._history.append("reopen", Event("month", str(month), None, told))
            Kinship(self._book, self._history).settle_month(str(month))
