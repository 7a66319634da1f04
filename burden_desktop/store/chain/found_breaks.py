"""Breaks of the chain that were found and noted: each is an entry that says from where on, how it looked then, and which
months are frozen until a signed month tells it. What does not look as noted is a new break."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...domain.chain.found_break import ACTION, FoundBreak
from ...domain.chain.history import canonical
from ...domain.errors.family import BurdenError
from ...domain.kinds import KINDS
from ...domain.months.month import Month
from .history import Event, digest_of_kept
from .strange import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..book import Book
    from .history import History
    from .strange import Strange


@dataclass(frozen=True, slots=True)
class Noted:
    """A break as its entry keeps it: `standing` are numbers of what stands for a time, `since` is where `mark` begins,
    the digest of how the public entries looked; `strange` are things that did not fit their entries, each with a digest."""

    told: FoundBreak
    standing: frozenset[str] = frozenset()
    since: int = 0
    mark: str = ""
    strange: Mapping[str, str] = field(default_factory=dict)


def noted_breaks(book: Book, after_seq: int = 0) -> tuple[Noted, ...]:
    """Those noted after entry `after_seq`, in their order. One whose content was altered or deleted excuses nothing."""
    # The action is written out for the index of rare entries. A backup of an earlier version keeps less beside its entries, and notes no breaks.
    if book.row("SELECT 1 FROM history WHERE action = 'break' AND seq > ?", (after_seq,)) is None:
        return ()
    rows = book.rows(
        "SELECT seq, at, number, digest, salt, before, after, beside FROM history LEFT JOIN history_content USING (seq)"
        " WHERE action = 'break' AND seq > ? ORDER BY seq",
        (after_seq,),
    )
    return tuple(_noted(*row) for row in rows)


def _noted(seq: int, at: str, number: str, digest: str, salt: bytes | None, *kept: str | None) -> Noted:
    first_bad = int(number) if number.isdecimal() else seq
    if salt is None or not kept[1] or digest_of_kept(salt, *kept) != digest:
        return Noted(FoundBreak(seq, at, first_bad))
    after = json.loads(kept[1])
    told = FoundBreak(seq, at, first_bad, tuple(after["months"]))
    return Noted(told, frozenset(after["standing"]), after["since"], after["mark"], after["strange"])


def told_of(noted: Iterable[Noted]) -> tuple[FoundBreak, ...]:
    return tuple(one.told for one in noted)


def excuses(book: Book, noted: Sequence[Noted]) -> tuple[tuple[int, int], ...]:
    """Between which entries the chain need not follow: only where it still looks as it was noted."""
    return tuple((one.since, one.told.seq) for one in noted if one.mark == _mark(book, one.since, one.told.seq))


def _mark(book: Book, since: int, before: int) -> str:
    """A digest of the public entries, and of what was signed, from `since` to the entry `before`, without it."""
    told = hashlib.sha256()
    for row in book.rows(
        "SELECT seq, at, action, kind, number, digest, hash FROM history WHERE seq >= ? AND seq < ? ORDER BY seq", (since, before)
    ):
        told.update(canonical(list(row)))
    for row in book.rows(
        "SELECT month, revision, sha256, chain_seq, chain_head FROM month_revision WHERE chain_seq >= ? AND chain_seq < ?"
        " ORDER BY month, revision",
        (since, before),
    ):
        told.update(canonical(list(row)))
    return told.hexdigest()


def note_break(book: Book, history: History, *, first_bad: int, since: int, strange: Sequence[Strange] = ()) -> None:
    """Enter that the chain was found broken, behind everything that the ledger still knows of."""
    months, standing = _touched(book, since)
    for one in strange:
        months |= one.months
        standing |= {one.number} if one.number else set()
    with book.writing():
        seq = _free_seq(book)
        state: dict[str, Any] = {
            "since": since,
            "months": sorted(_real(months)),
            "standing": sorted(standing),
            "mark": _mark(book, since, seq),
            "strange": {one.what: one.mark for one in strange},
        }
        history.append(ACTION, Event("ledger", str(first_bad), None, state), at_least=seq)


def _free_seq(book: Book) -> int:
    """Behind the last entry, what was signed, and contents whose entries are gone."""
    row = book.rows(
        "SELECT max(coalesce((SELECT max(seq) FROM history), 0), coalesce((SELECT max(chain_seq) FROM month_revision), 0),"
        " coalesce((SELECT max(seq) FROM history_content), 0))"
    )[0]
    return int(row[0]) + 1


def _touched(book: Book, since: int) -> tuple[set[str], set[str]]:
    """Months in which records counted that entries from `since` on speak of, and numbers of what stands for a time."""
    months: set[str] = set()
    for before, after in book.rows("SELECT before, after FROM history_content WHERE seq >= ?", (since,)):
        booked = (readable(text).get("booked_in") for text in (before, after))
        months |= {month for month in booked if isinstance(month, str)}
    standing: set[str] = set()
    for kind in KINDS:
        touched = f"FROM {kind.name} WHERE number IN (SELECT number FROM history WHERE seq >= ?)"  # noqa: S608 - declared names
        if kind.stock:
            standing |= {row[0] for row in book.rows(f"SELECT number {touched}", (since,))}
        else:
            months |= {row[0] for row in book.rows(f"SELECT DISTINCT booked_in {touched}", (since,))}
    months |= {row[0] for row in book.rows("SELECT number FROM history WHERE kind = 'month' AND seq >= ?", (since,))}
    months |= {row[0] for row in book.rows("SELECT month FROM month_revision WHERE chain_seq >= ?", (since,))}
    return months, standing


def _real(months: Iterable[str]) -> set[str]:
    """What can be a month: an edited ledger may say anything."""
    found = set()
    for month in months:
        try:
            found.add(str(Month.parse(month)))
        except (BurdenError, ValueError):
            continue
    return found
