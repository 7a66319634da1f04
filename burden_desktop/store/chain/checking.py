"""The full examination of a ledger: the file, the chain, what the chain keeps, and every table against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.chain.history import GENESIS
from ...domain.errors.ledger import DamagedLedger
from ...domain.kinds import KINDS
from ..bodies.organs import NEW_BODY
from ..book import Book, named_errors
from ..opening import chain_break, integrity
from ..statements import Statements
from .found_breaks import excuses, noted_breaks
from .history import History
from .moment_checks import strange_moments
from .organ_checks import strange_organs
from .receiving_checks import strange_register
from .schema_checks import strange_schema
from .strange import Strange, readable, strange
from .table_checks import strange_months, strange_pointers, strange_series
from .told_checks import strange_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...domain.kind import Kind


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """`ok` only if the file is whole and the chain holds. `first_bad` is the sequence number of the first entry
    that does not fit its chain, its content or its record, `unnoted` the first of which no entry tells yet; `strange`
    is what does not fit. `counts` are records by kind, withdrawn ones left out."""

    ok: bool
    integrity: str
    chain_ok: bool
    entries: int
    head: str
    first_bad: int | None
    counts: Mapping[str, int]
    unnoted: int | None = None
    strange: tuple[Strange, ...] = ()


def examine(book: Book) -> LedgerCheck:
    """Examine everything; takes longer than opening. Changes nothing.

    Where the file is too damaged for the chain to be read, `chain_ok` is False, nothing is counted and
    `integrity` says what is wrong.
    """
    found = integrity(book.connection, full=True)
    try:
        return _compare(book, found)
    except DamagedLedger as damage:
        detail = found if found != "ok" else str(damage)
        return LedgerCheck(False, detail, chain_ok=False, entries=0, head=GENESIS, first_bad=None, counts={})


def _compare(book: Book, found: str) -> LedgerCheck:
    history = History(book)
    with named_errors(book.path, book.connection):
        noted = noted_breaks(book)
        first_bad, things = chain_break(book, history, ()), strange_things(book, history)
        unnoted = chain_break(book, history, excuses(book, noted)) if noted else first_bad
    known = {(what, mark) for one in noted for what, mark in one.strange.items()}
    new = [one.seq for one in things if (one.what, one.mark) not in known]
    if first_bad is None:
        first_bad = min((one.seq for one in things), default=None)
    return LedgerCheck(
        ok=found == "ok" and first_bad is None,
        integrity=found,
        chain_ok=first_bad is None,
        entries=history.count(),
        head=history.head()[1],
        first_bad=first_bad,
        counts={kind.name: book.rows(Statements(kind).count)[0][0] for kind in KINDS},
        unnoted=unnoted if unnoted is not None else min(new, default=None),
        strange=things,
    )


def strange_things(book: Book, history: History) -> tuple[Strange, ...]:
    """Contents, records, months, bodies and the point that were altered, added or dropped outside the program."""
    return tuple(_strange_things(book, history))


def _strange_things(book: Book, history: History) -> Iterator[Strange]:
    behind = history.head()[0] + 1
    yield from strange_schema(book.connection, behind)
    for seq, kept in history.broken_contents():
        yield strange(seq, f"content {seq}", kept, months=_months_of(*kept[1:3]))
    for seq, kind_name, number in history.lost_contents():
        yield strange(seq, f"content {seq}", None, months=(number,) if kind_name == "month" else (), number=number)
    for kind in KINDS:
        yield from _strange_records(book, kind, behind)
        yield from strange_pointers(book, kind)
        yield from strange_moments(book, kind)
    yield from strange_months(book, behind)
    yield from strange_organs(book, behind)
    yield from strange_told(book, behind)
    yield from strange_series(book, behind)
    yield from strange_register(book, behind)


def _months_of(*states: str | None) -> Iterator[str]:
    for text in states:
        booked_in = readable(text).get("booked_in")
        if isinstance(booked_in, str):
            yield booked_in


def _strange_records(book: Book, kind: Kind, behind: int) -> Iterator[Strange]:
    names = tuple(field.name for field in kind.fields)
    kept_columns = (*Statements(kind).place, *names)
    columns = ", ".join(("number", *kept_columns))
    last_entries = {
        number: (seq, action, after)
        for number, seq, action, after in book.rows(
            "SELECT number, seq, action, after FROM history JOIN history_content USING (seq) WHERE kind = ? ORDER BY seq",
            (kind.name,),
        )
    }
    number_of = (lambda number: number) if kind.stock else (lambda _: "")
    for row in book.rows(f"SELECT withdrawn_at, {columns} FROM {kind.name}"):  # noqa: S608 - declared names
        withdrawn, number, *state = row
        seq, action, after = last_entries.pop(number, (behind, "", None))
        present = {name: value for name, value in zip(kept_columns, state, strict=True) if value}
        kept = {name: value for name, value in readable(after).items() if value and name != NEW_BODY}
        if (withdrawn is None) != (action != "withdraw") or (withdrawn is None and present != kept):
            months = (present.get("booked_in"), *_months_of(after))
            yield strange(seq, f"record {number}", row, months=months, number=number_of(number))
    for number, (seq, action, after) in last_entries.items():
        if action != "purge":
            yield strange(seq, f"record {number}", None, months=_months_of(after), number=number_of(number))
