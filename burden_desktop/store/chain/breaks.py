"""Signed months that a restore took out of the chain: what was handed in and is no longer behind the ledger."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from ...domain.chain.chain_break import ChainBreak
from ..door import state_at, taken
from ..files.reports import reports_of, sha256_of

if TYPE_CHECKING:
    from ..book import Book


def breaks(book: Book, after_seq: int = 0) -> tuple[ChainBreak, ...]:
    """The breaks that restores after entry `after_seq` left, in the order of the chain."""
    rows = book.rows(
        "SELECT seq, at, after FROM history JOIN history_content USING (seq)"
        " WHERE seq > ? AND action = 'restore' AND after IS NOT NULL ORDER BY seq",
        (after_seq,),
    )
    found = []
    for seq, at, after in rows:
        told = state_at(f"history_content {seq}", after)
        lost = taken(f"history_content {seq} lost", told, _lost)
        found += [replace(one, seq=seq, at=at) for one in lost]
    return tuple(found)


def _lost(told: dict[str, Any]) -> list[ChainBreak]:
    return [ChainBreak(seq=0, at="", reason=told["reason"], **lost) for lost in told.get("lost", ())]


def signed_revisions(book: Book) -> dict[tuple[str, int], str]:
    """(month, revision) → SHA-256 of every file that this ledger says it signed."""
    return {(row[0], row[1]): row[2] for row in book.rows("SELECT month, revision, sha256 FROM month_revision")}


def issued_revisions(book: Book, code: str) -> dict[tuple[str, int], str]:
    """(month, revision) → SHA-256 of every file that was ever signed, as far as this ledger, its breaks and the
    folder of signed files know."""
    known = {(lost.month, lost.revision): lost.sha256 for lost in breaks(book)}
    known.update(signed_revisions(book))
    for report in reports_of(book.path, code):
        place = (str(report.month), report.revision)
        if place not in known:
            known[place] = sha256_of(report.path)
    return known


def told(lost: ChainBreak) -> dict[str, object]:
    """What a restore's entry keeps of one lost month; the rest is the entry's own."""
    state = asdict(lost)
    return {name: state[name] for name in ("month", "revision", "sha256")}
