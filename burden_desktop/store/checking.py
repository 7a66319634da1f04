"""The full examination of a ledger: the file, the chain, what the chain keeps, and every table against it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.errors.ledger import DamagedLedger
from ..domain.history import GENESIS
from ..domain.kinds import KINDS
from .book import Book, named_errors
from .history import History
from .opening import chain_break, integrity
from .statements import Statements
from .table_checks import strange_months, strange_organs, strange_point, strange_pointers, strange_series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.kind import Kind


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """`ok` only if the file is whole and the chain holds. `first_bad` is the sequence number of the first entry
    that does not fit its chain, its content or its record; `counts` are records by kind, withdrawn ones left out."""

    ok: bool
    integrity: str
    chain_ok: bool
    entries: int
    head: str
    first_bad: int | None
    counts: Mapping[str, int]


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
    with named_errors(book.path):
        first_bad = chain_break(book, history) or history.first_broken_content() or _first_strange_record(book)
    return LedgerCheck(
        ok=found == "ok" and first_bad is None,
        integrity=found,
        chain_ok=first_bad is None,
        entries=history.count(),
        head=history.head()[1],
        first_bad=first_bad,
        counts={kind.name: book.rows(Statements(kind).count)[0][0] for kind in KINDS},
    )


def _first_strange_record(book: Book) -> int | None:
    """The entry whose record, month, body or point was altered, added or dropped outside the program; behind the
    head for what no entry ever told of."""
    behind = History(book).head()[0] + 1
    strange = [seq for kind in KINDS for seq in (*_strange(book, kind), *strange_pointers(book, kind))]
    strange += strange_months(book, behind) + strange_organs(book, behind) + strange_point(book) + strange_series(book, behind)
    return min(strange, default=None)


def _strange(book: Book, kind: Kind) -> list[int]:
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
    found = []
    behind = History(book).head()[0] + 1
    for row in book.rows(f"SELECT withdrawn_at, {columns} FROM {kind.name}"):  # noqa: S608 - declared names
        withdrawn, number, *state = row
        seq, action, after = last_entries.pop(number, (behind, "", None))
        present = {name: value for name, value in zip(kept_columns, state, strict=True) if value}
        kept = {name: value for name, value in json.loads(after or "{}").items() if value}
        if (withdrawn is None) != (action != "withdraw") or (withdrawn is None and present != kept):
            found.append(seq)
    return found + [seq for seq, action, _ in last_entries.values() if action != "purge"]
