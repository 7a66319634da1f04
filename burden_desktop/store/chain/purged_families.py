"""Families (同件) when one of them is purged: a name made of its words goes from rows and contents, and what a person joined
through it stays one thing. Contents that go are told anew, in the transaction of the purge."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ...domain.without import kept_together
from ..kinship import REGROUP, Kinship, Touched
from ..placing import place_of
from ..rows import record_of, told
from ..statements import Statements
from .history import RETELLS, Event, History
from .strange import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...domain.kind import Kind
    from ...domain.same_thing import Member
    from ..book import Book

_CLUES = ("title", "organ", "doc_no")
Forgotten = dict[str, list[int]]
"""Number of another record → its entries whose content is deleted; none where only its row told the name."""


def around(book: Book, history: History, kind: Kind, number: str) -> dict[int, Member]:
    """Record id → all that hang together with the record that is to be purged, itself too. Before it is deleted."""
    if not kind.has_families:
        return {}
    rows = book.rows(f"SELECT id, said, {_clues(kind)} FROM {kind.name} WHERE number = ?", (number,))  # noqa: S608 - declared names
    touched = Touched()
    for id, said, *clues in rows:
        touched.take(kind, id, dict(zip(_CLUES, clues, strict=True)), said)
    return Kinship(book, history).around(kind, touched)


def forget_names(connection: sqlite3.Connection, kind: Kind, states: Iterable[Mapping[str, Any]]) -> Forgotten:
    """Strike out the names of families made of what a purged record said in these states, unless another record says the
    same: other names in the rows, and no content that tells them."""
    if not kind.has_families:
        return {}
    words = {word for state in states for word in _words(kind, state)}
    named: dict[str, list[str]] = defaultdict(list)
    for number, family, *clues in connection.execute(f"SELECT number, family, {_clues(kind)} FROM {kind.name}"):  # noqa: S608
        words -= _words(kind, dict(zip(_CLUES, clues, strict=True)))
        if family is not None:
            named[family].append(number)
    found: Forgotten = defaultdict(list)
    for family, numbers in named.items():
        if _is_made_of(family, words):
            other = name = f"with|{min(numbers)}"
            while other in named:
                other += "|2"
            connection.execute(f"UPDATE {kind.name} SET family = ? WHERE family = ?", (other if name in named else name, family))  # noqa: S608
            found.update({number: [] for number in numbers})
    for word in words:
        written = json.dumps(word, ensure_ascii=False)[1:-1]
        for seq, number, *texts in connection.execute(
            "SELECT seq, number, before, after FROM history JOIN history_content USING (seq)"
            " WHERE kind = ? AND (instr(before, ?) OR instr(after, ?)) ORDER BY seq",
            (kind.name, written, written),
        ).fetchall():
            if any(_is_made_of(state.get("family"), words - _words(kind, state)) for state in map(readable, texts)):
                connection.execute("DELETE FROM history_content WHERE seq = ?", (seq,))
                found[number].append(seq)
    return dict(found)


def settle_without(book: Book, history: History, kind: Kind, number: str, members: Mapping[int, Member], forgotten: Forgotten) -> None:
    """Put together anew those that were around the purged record, and tell anew what was forgotten. Only inside
    `Book.writing`, before the entry of the purge: no undo goes behind that."""
    said = kept_together(tuple(members.values()), kind.alike_days, number)
    for other, words in said.items():
        book.connection.execute(f"UPDATE {kind.name} SET said = ? WHERE number = ?", (words, other))  # noqa: S608 - declared names
    touched = Touched({id for id, member in members.items() if member.number != number})
    retell(book, history, kind, {**dict.fromkeys(said, ()), **forgotten}, touched)


def retell(book: Book, history: History, kind: Kind, lost: Mapping[str, Iterable[int]], touched: Touched) -> None:
    """Settle the families of these records and enter how they stand now, in the place of contents that are gone. Only
    inside `Book.writing`."""
    sql = Statements(kind)
    ids = {}
    for number in sorted(lost):
        for id, withdrawn in book.rows(f"SELECT id, withdrawn_at FROM {kind.name} WHERE number = ?", (number,)):  # noqa: S608
            ids[number] = (id, withdrawn is not None)
    touched.ids.update(id for id, _ in ids.values())
    _, others = Kinship(book, history).settle(kind, touched, own=[id for id, _ in ids.values()])
    history.append_many(REGROUP, others)
    for number, (id, withdrawn) in ids.items():
        record = record_of(kind, book.rows(f"{sql.read_withdrawn if withdrawn else sql.read} AND r.id = ?", (id,))[0])
        now = told(record.values, place_of(record))
        before = {name: value for name, value in now.items() if name != "family"}
        with history.as_one_step(**{RETELLS: sorted(lost[number])}):
            event = Event(kind.name, number, now, None) if withdrawn else Event(kind.name, number, before, now)
            history.append("withdraw" if withdrawn else REGROUP, event)


def _clues(kind: Kind) -> str:
    return ", ".join(name if any(field.name == name for field in kind.fields) else "NULL" for name in _CLUES)


def _words(kind: Kind, state: Mapping[str, Any]) -> set[str]:
    clues = {name: state.get(name) for name in _CLUES}
    return {word for word in (kind.same_as(clues), kind.alike(clues)) if word}


def _is_made_of(family: object, words: set[str]) -> bool:
    return isinstance(family, str) and any(family == word or family.startswith(f"{word}|") for word in words)
