"""Months, signed files, number series and pointers at bodies against the chain.

Each function gives what no longer fits its entry; behind the head stands what no entry told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ...domain.bodies.organ import lead_organ
from ...domain.kinds import KINDS
from .strange import Strange, strange
from .told_entries import told_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...domain.kind import Kind
    from ..book import Book

_KINDS: Final = frozenset(kind.name for kind in KINDS)
def strange_months(book: Book, behind: int) -> list[Strange]:
    """Months opened or closed, and signed files altered, added or dropped, without an entry."""
    files: dict[tuple[str, int | None], tuple[int, tuple[Any, ...]]] = {}
    months: dict[str, tuple[int, tuple[Any, ...]]] = {}
    for seq, at, action, month, _, told in told_entries(book, "month"):
        reason = str(told.get("reason", ""))
        if action == "seal":
            file = (told.get("file_name"), told.get("sha256"), seq - 1, told.get("head"), at, reason)
            files[month, told.get("revision")] = (seq, file)
            months[month] = (seq, (told.get("revision"), 0, reason))
        elif action == "rescue":  # closed before its file was damaged: what a rescue read of it holds
            place = (told.get("seq"), told.get("head"), told.get("sealed_at"))
            files[month, told.get("revision")] = (seq, (told.get("file_name"), told.get("sha256"), *place, reason))
            months[month] = (seq, (told.get("revision"), told.get("open"), str(told.get("month_reason", ""))))
        elif action == "reopen":
            months[month] = (seq, (told.get("revision"), 1, reason))
    kept_files = {
        (row[0], row[1]): tuple(row[2:])
        for row in book.rows("SELECT month, revision, file_name, sha256, chain_seq, chain_head, sealed_at, reason FROM month_revision")
    }
    kept_months = {row[0]: tuple(row[1:]) for row in book.rows("SELECT month, revision, open_for_correction, reason FROM month")}
    return [
        *(_differing("file", files, kept_files, behind)),
        *(_differing("month", {(name,): state for name, state in months.items()}, {(name,): state for name, state in kept_months.items()}, behind)),
    ]


def _differing(
    what: str, told: dict[Any, tuple[int, tuple[Any, ...]]], kept: dict[Any, tuple[Any, ...]], behind: int
) -> Iterator[Strange]:
    for name in (*told, *(name for name in kept if name not in told)):
        seq, state = told.get(name, (behind, None))
        if kept.get(name) != state:
            yield strange(seq, f"{what} {'-r'.join(map(str, name))}", kept.get(name), months=name[:1])


def strange_series(book: Book, behind: int) -> list[Strange]:
    """Numbers that were given out and of which no entry tells: the end of the chain was cut off. Numbers that a
    restore took over from the ledger before it are told in its entry."""
    given: dict[tuple[str, str], tuple[int, int]] = {}
    rows = book.rows("SELECT kind, number, min(seq) FROM history WHERE kind <> '' AND number GLOB '*[0-9]-[0-9]*' GROUP BY kind, number")
    for kind, number, seq in rows:
        series, _, serial = number.partition("-")
        if serial.isdigit() and int(serial) > given.get((kind, series[-4:]), (0, 0))[0]:
            given[kind, series[-4:]] = (int(serial), seq)
    taken_over: dict[tuple[str, str], int] = {}
    for _, _, action, _, _, told in told_entries(book, "ledger"):
        for kind, year, last in told.get("series", ()) if action == "restore" else ():
            taken_over[kind, year] = max(last, taken_over.get((kind, year), 0))
    found = []
    for kind, year, last in book.rows("SELECT kind, year, last FROM number_series"):
        highest, seq = given.pop((kind, year), (0, behind))
        if last < highest:
            found.append(strange(seq, f"series {kind} {year}", last))
        elif last > max(highest, taken_over.get((kind, year), 0)):
            found.append(strange(behind, f"series {kind} {year}", last))
    return found + [strange(seq, f"series {kind} {year}", None) for (kind, year), (_, seq) in given.items() if kind in _KINDS]


def strange_pointers(book: Book, kind: Kind) -> list[Strange]:
    """The last entry of each record that points at another body than the one it names."""
    ids = dict(book.rows("SELECT name, id FROM organ UNION ALL SELECT name, organ_id FROM organ_alias"))
    place = "NULL" if kind.stock else "booked_in"
    return [
        strange(seq, f"pointer {number}", organ_id, months=(month,), number=number if kind.stock else "")
        for number, organ, organ_id, month in book.rows(f"SELECT number, organ, organ_id, {place} FROM {kind.name}")  # noqa: S608 - declared names
        if organ_id != (ids.get(lead_organ(organ)) if organ else None)
        for (seq,) in book.rows("SELECT max(seq) FROM history WHERE number = ? AND kind = ?", (number, kind.name))
        if seq is not None
    ]
